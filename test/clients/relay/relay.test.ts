import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  commitMutation,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getSingularSelector,
  Network,
  Observable,
  RecordSource,
  requestSubscription,
  Store,
  type GraphQLTaggedNode,
} from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import possibleTypes from '../../../schema/possible-types.json' with { type: 'json' };
import { openLedgerScreen, type LedgerScreen } from '../ledger-screen.js';

const nodes = new Set(possibleTypes.possibleTypes.Node);
const directory = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

describe('Relay', () => {
  let screen: LedgerScreen;
  let environment: Environment;
  const artefacts: Record<string, any> = {};
  beforeAll(async () => {
    mkdirSync(`${directory}generated`, { recursive: true });
    const compiler = require('relay-compiler') as string;
    execFileSync(compiler, ['relay.config.json'], { cwd: directory, stdio: 'pipe' });
    const names = ['paymentsQuery', 'payments_ledger', 'paymentsPaginationQuery', 'paymentsTransferMutation'];
    for (const name of [...names, 'paymentsCompletedSubscription', 'paymentsScreenQuery']) {
      artefacts[name] = (
        (await import(/* @vite-ignore */ `${directory}generated/${name}.graphql.js`)) as { default: unknown }
      ).default;
    }
    screen = await openLedgerScreen();
    environment = openEnvironment(screen);
  });
  afterAll(() => screen.close());

  /** The rows of the list as a component would get them. */
  function shown() {
    const operation = createOperationDescriptor(artefacts.paymentsQuery, { id: screen.ledgerId });
    const { ledger }: any = environment.lookup(operation.fragment).data;
    const selector = getSingularSelector(artefacts.payments_ledger, ledger);
    const { transactions, id }: any = environment.lookup(selector).data;
    return { id, ...transactions } as { id: string; edges: any[]; pageInfo: any };
  }

  test('compiles its documents against our schema, and pages and refetches through node while the list changes', async () => {
    const retained = createOperationDescriptor(artefacts.paymentsQuery, { id: screen.ledgerId });
    environment.retain(retained);
    await fetchQuery(environment, artefacts.paymentsQuery as GraphQLTaggedNode, { id: screen.ledgerId }).toPromise();
    const uuids = () => shown().edges.map(({ node }) => node.uuid as string);
    expect(uuids()).toHaveLength(10);
    while (shown().pageInfo.hasNextPage) {
      screen.churn(uuids());
      const variables = { id: shown().id, count: 10, cursor: shown().pageInfo.endCursor };
      await fetchQuery(environment, artefacts.paymentsPaginationQuery as GraphQLTaggedNode, variables).toPromise();
    }
    expect(new Set(uuids()).size).toBe(uuids().length);
    const { store } = screen.stage.simulator;
    const stayed = screen.payments.filter((id) => store.transactions.get(id) !== undefined);
    expect(uuids()).toEqual(expect.arrayContaining(stayed));

    const newest = screen.stage.simulator.store.transactions.all().at(-1);
    await fetchQuery(
      environment,
      artefacts.paymentsPaginationQuery as GraphQLTaggedNode,
      { id: shown().id, count: 10, cursor: null },
      { networkCacheConfig: { force: true } },
    ).toPromise();
    expect(uuids()[0]).toBe(newest?.id);
  });

  test('asks for three lists whose rows are six components: what its compiler generates breaks no limit', async () => {
    const { text } = artefacts.paymentsScreenQuery.params as { text: string };
    expect(text.match(/__isTransaction: ?__typename/g)?.length).toBeGreaterThanOrEqual(6);
    const variables = { id: screen.ledgerId, more: true };
    const query = artefacts.paymentsScreenQuery as GraphQLTaggedNode;
    const data: any = await fetchQuery(environment, query, variables).toPromise();
    const lengths = [data.newest, data.sent, data.received].map(({ transactions }) => transactions.nodes.length);
    expect(lengths).toEqual([1, 2, 3]);
  });

  test('takes a transfer from ScaPending over the phone to the event', async () => {
    const { createTransfer } = await new Promise<any>((resolve, reject) => {
      commitMutation(environment, {
        mutation: artefacts.paymentsTransferMutation as GraphQLTaggedNode,
        variables: { input: screen.stage.transferInput() },
        onCompleted: resolve,
        onError: reject,
      });
    });
    expect(createTransfer.__typename).toBe('ScaPending');
    const event = new Promise<any>((resolve, reject) => {
      requestSubscription(environment, {
        subscription: artefacts.paymentsCompletedSubscription as GraphQLTaggedNode,
        variables: { scaId: createTransfer.scaId },
        onNext: resolve,
        onError: reject,
      });
    });
    screen.approve(createTransfer.scaId as string);
    const { scaCompleted } = await event;
    expect(scaCompleted).toMatchObject({
      status: 'COMPLETED',
      result: { __typename: 'TransactionPayload', transaction: { reference: 'Rent' } },
    });
    // The payload has the same id, and is a record of its own.
    const record = environment
      .getStore()
      .getSource()
      .get(scaCompleted.result.transaction.id as string);
    expect(record).toMatchObject({ __typename: 'SepaTransaction', reference: 'Rent' });
  });
});

function openEnvironment({ stage, authorization }: LedgerScreen): Environment {
  const sockets = stage.client();
  const network = Network.create(
    async ({ text }, variables) => {
      const response = await fetch(stage.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await response.json()) as never;
    },
    ({ text }, variables) =>
      Observable.create((sink) => sockets.subscribe({ query: text ?? '', variables }, sink as never)),
  );
  return new Environment({
    network,
    store: new Store(new RecordSource()),
    getDataID: ({ id }, typeName) => (nodes.has(typeName) ? id : undefined),
  });
}
