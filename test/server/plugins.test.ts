import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { completedDocument, startStage, type Stage } from '../sca/stage.js';
import { transportNames, transports } from '../support/transports.js';

let stage: Stage;
afterEach(() => stage.close());

const ledgers = 'query Ledgers { ledgers(first: 2) { nodes { uuid } } }';
const bearer = () => `Bearer ${stage.ownerToken}`;

/** The hooks of each operation that a plugin saw, in their order. */
class Witness {
  readonly operations: string[][] = [];
  /** Fires each time that a response is about to be sent. */
  sent: () => void = () => {};

  readonly plugin: ApolloServerPlugin = {
    requestDidStart: async () => {
      const hooks = ['requestDidStart'];
      this.operations.push(hooks);
      return {
        didResolveOperation: async ({ operation }) => void hooks.push(`didResolveOperation ${operation?.operation}`),
        responseForOperation: async () => {
          hooks.push('responseForOperation');
          return null;
        },
        willSendResponse: async () => {
          hooks.push('willSendResponse');
          this.sent();
        },
      };
    },
  };
}

const hooksOf = (type: string) => [
  'requestDidStart',
  `didResolveOperation ${type}`,
  'responseForOperation',
  'willSendResponse',
];

const stageWith = (plugin: ApolloServerPlugin, compiling: 'all' | 'none' | 'repeated' = 'repeated') =>
  startStage({ server: { plugins: [plugin], compiling } });

describe('a plugin of Apollo Server', () => {
  it('sees each of five equal queries, of which the last ones are compiled, and all have the same answer', async () => {
    const witness = new Witness();
    stage = await stageWith(witness.plugin);
    const answers = [];
    for (let run = 0; run < 5; run += 1) answers.push(await stage.send(ledgers, {}));
    expect(witness.operations).toEqual(Array(5).fill(hooksOf('query')));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[4]!.errors).toBeUndefined();
  });

  it.each(transportNames)('sees a query and a mutation over %s', async (transport) => {
    const witness = new Witness();
    stage = await stageWith(witness.plugin, 'all');
    await transports[transport](stage.url, { query: ledgers }, bearer());
    const mutation = `mutation($scaId: UUID!) { resumeSca(scaId: $scaId) { status } }`;
    await transports[transport](stage.url, { query: mutation, variables: { scaId: crypto.randomUUID() } }, bearer());
    expect(witness.operations).toEqual([hooksOf('query'), hooksOf('mutation')]);
  });

  it.each(['server-sent events', 'WebSocket'] as const)(
    'sees the beginning of a subscription over %s, and nothing of its events',
    async (transport) => {
      const witness = new Witness();
      stage = await stageWith(witness.plugin);
      const scaId = await stage.pendingTransfer();
      const begun = new Promise<void>((resolve) => (witness.sent = resolve));
      const answer = transports[transport](stage.url, { query: completedDocument, variables: { scaId } }, bearer());
      await begun;
      stage.simulator.sca.approve(scaId);
      expect(await answer).toMatchObject({ data: { scaCompleted: { status: 'COMPLETED' } } });
      expect(witness.operations).toEqual([hooksOf('mutation'), hooksOf('subscription')]);
    },
  );

  it.each(transportNames)(
    'may refuse an operation over %s, and its code arrives; nothing is sent to LinkCy',
    async (transport) => {
      const message = 'Not on a Sunday.';
      stage = await stageWith({
        requestDidStart: async () => ({
          didResolveOperation: async () => {
            throw new GraphQLError(message, { extensions: { code: 'CLOSED' } });
          },
        }),
      });
      const answer = await transports[transport](stage.url, { query: ledgers }, bearer());
      expect(answer.errors).toMatchObject([{ message, extensions: { code: 'CLOSED' } }]);
      expect(stage.simulator.log.entries).toEqual([]);
    },
  );

  it('that breaks is told in no answer', async () => {
    stage = await stageWith({
      requestDidStart: async () => ({
        didResolveOperation: async () => {
          throw new Error('password=hunter2');
        },
      }),
    });
    const answer = await stage.send(ledgers, {});
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it('reads the headers of the request, and sets headers and extensions of the answer', async () => {
    const plugin: ApolloServerPlugin<BaseContext> = {
      requestDidStart: async ({ request }) => ({
        willSendResponse: async ({ response }) => {
          response.http.headers.set('x-tenant', request.http?.headers.get('x-tenant') ?? 'none');
          response.http.headers.set('content-type', 'text/html');
          if (response.body.kind === 'single') response.body.singleResult.extensions = { region: 'fr' };
        },
      }),
    };
    stage = await stageWith(plugin);
    const headers = { 'content-type': 'application/json', authorization: bearer(), 'x-tenant': 'blue' };
    const response = await fetch(stage.url, { method: 'POST', headers, body: JSON.stringify({ query: ledgers }) });
    expect(response.headers.get('x-tenant')).toBe('blue');
    expect(response.headers.get('content-type')).toContain('json');
    expect(await response.json()).toMatchObject({ extensions: { region: 'fr', cost: { made: 1 } } });
  });

  it('may answer by itself', async () => {
    stage = await stageWith({
      requestDidStart: async () => ({
        responseForOperation: async ({ response }) => ({
          http: response.http,
          body: { kind: 'single', singleResult: { data: { ledgers: null } } },
        }),
      }),
    });
    expect((await stage.send(ledgers, {})).data).toEqual({ ledgers: null });
    expect(stage.simulator.log.entries).toEqual([]);
  });
});
