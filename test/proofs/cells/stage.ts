import { randomBytes } from 'node:crypto';
import type { Client } from 'graphql-ws';
import { createServer, type Server, type ServerOptions } from '../../../src/server/server.js';
import type { ScaSettings } from '../../../src/simulator/sca/settings.js';
import { startSimulator, type Simulator } from '../../../src/simulator/simulator.js';
import { patientLimits } from '../../support/patience.js';
import { websocketClient } from '../../support/websocket.js';

/** What is read of an answer; everything is optional, as in GraphQL. */
export interface Told {
  readonly __typename?: string;
  readonly scaId?: string;
  readonly status?: string;
  readonly code?: string;
  readonly uuid?: string;
  readonly result?: Told | null;
}

const payloads = ['Consumer', 'Card', 'Beneficiary', 'Transaction'].map((noun) => `... on ${noun}Payload { uuid }`);
const problem = '... on Problem { code }';
const operation = `{ scaId status result { __typename ${payloads.join(' ')} ${problem} } }`;

/** Today's LinkCy, and the program over it: twice, for what another channel does comes through the second. */
export interface Stage {
  readonly simulator: Simulator;
  readonly api: Api;
  readonly elsewhere: Api;
  close(): Promise<void>;
}

export interface Mutation {
  readonly mutation: string;
  /** The type of its input, where the mutation's name does not tell. */
  readonly inputType?: string;
  /** The payload whose `uuid` is told; absent: a secret. */
  readonly payload?: string;
}

/** The program as its clients see it. */
export interface Api {
  readonly url: string;
  /** The one field of the answer. Rejects where the answer has errors. */
  send(token: string, query: string, variables: object): Promise<Told | null>;
  mutate(token: string, mutation: Mutation, input: object): Promise<Told>;
  scaOperation(token: string, scaId: string): Promise<Told | null>;
  resumeSca(token: string, scaId: string): Promise<Told | null>;
  /** All events of the subscription, once it is complete. */
  completed(token: string, scaId: string): Promise<readonly Told[]>;
  close(): Promise<void>;
}

export async function startStage(settings: Partial<ScaSettings>, options: Partial<ServerOptions> = {}): Promise<Stage> {
  const simulator = await startSimulator({ seed: 'empty', generation: '1.114' });
  simulator.sca.configure({ required: 'everywhere', ...settings });
  const start = async (): Promise<Api> => {
    const server: Server = await createServer({
      ...{ host: '127.0.0.1', port: 0, linkcyUrl: simulator.url, development: true, sandbox: true },
      encryptionKey: randomBytes(32),
      ...options,
      limits: { ...patientLimits, ...options.limits },
    });
    const api = apiAt(server.url);
    return { ...api, close: async () => void (await api.close(), await server.close()) };
  };
  const [api, elsewhere] = await Promise.all([start(), start()]);
  return {
    simulator,
    api,
    elsewhere,
    async close() {
      await Promise.all([api.close(), elsewhere.close()]);
      await simulator.close();
    },
  };
}

export function apiAt(url: string): Api {
  const sockets = new Map<string, Client>();
  const send: Api['send'] = async (token, query, variables) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return only(await response.json());
  };
  return {
    url,
    send,
    async mutate(token, { mutation, payload, inputType }, input) {
      const type = inputType ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const own = payload === undefined ? '' : `... on ${payload} { uuid }`;
      const members = `__typename ${own} ${problem} ... on ScaPending { scaId }`;
      return (await send(token, `mutation($input: ${type}!) { ${mutation}(input: $input) { ${members} } }`, {
        input,
      }))!;
    },
    scaOperation: (token, scaId) =>
      send(token, `query($scaId: UUID!) { scaOperation(scaId: $scaId) ${operation} }`, { scaId }),
    resumeSca: (token, scaId) =>
      send(token, `mutation($scaId: UUID!) { resumeSca(scaId: $scaId) ${operation} }`, { scaId }),
    async completed(token, scaId) {
      const socket = sockets.get(token) ?? websocketClient(url, `Bearer ${token}`);
      sockets.set(token, socket);
      const query = `subscription($scaId: UUID!) { scaCompleted(scaId: $scaId) ${operation} }`;
      const events: Told[] = [];
      for await (const answer of socket.iterate({ query, variables: { scaId } })) {
        const event = only(answer);
        if (event !== null) events.push(event);
      }
      return events;
    },
    async close() {
      for (const socket of sockets.values()) await socket.dispose();
    },
  };
}

/** The one field of an answer. Throws where it has errors, so that no trial can overlook them. */
function only(answer: unknown): Told | null {
  const { data, errors } = answer as { data?: Readonly<Record<string, Told | null>> | null; errors?: unknown };
  if (errors !== undefined || data == null) throw new Error(`an answer with errors: ${JSON.stringify(errors)}`);
  return Object.values(data)[0] ?? null;
}
