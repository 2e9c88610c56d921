import type { Client } from 'graphql-ws';
import { createServer, type ServerOptions } from '../../src/server/server.js';
import type { SimulatorOptions } from '../../src/simulator/simulator.js';
import { executor } from '../support/executor.js';
import { patientLimits } from '../support/patience.js';
import { websocketClient } from '../support/websocket.js';
import { startWriteBank } from '../support/banks/write-bank.js';

/** What the tests here read of an answer; everything is optional, as in GraphQL. */
export interface Operation {
  readonly __typename?: string;
  readonly scaId?: string;
  readonly status?: string;
  readonly mutation?: string;
  readonly expiresAt?: string;
  readonly ttlSeconds?: number;
  readonly strategy?: string;
  readonly joinCode?: string | null;
  readonly scaDeviceId?: string;
  readonly code?: string;
  readonly message?: string;
  readonly retryable?: boolean;
  readonly fields?: readonly { readonly path: readonly string[]; readonly message: string }[];
  readonly transaction?: { readonly uuid: string };
  readonly card?: { readonly uuid: string; readonly status: string };
  readonly beneficiary?: { readonly uuid: string };
  readonly consumer?: { readonly uuid: string };
  readonly result?: Operation | null;
}

export interface Answer {
  readonly data?: Readonly<Record<string, Operation | null>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface StageOptions {
  readonly simulator?: SimulatorOptions;
  readonly sandbox?: boolean;
  /** Something between the API and the simulator. */
  readonly linkcyUrl?: (simulatorUrl: string) => Promise<string>;
  /** Whatever else the server is to be told. */
  readonly server?: Partial<ServerOptions>;
}

const payloads = {
  Consumer: '... on ConsumerPayload { consumer { uuid } }',
  Card: '... on CardPayload { card { uuid status } }',
  Beneficiary: '... on BeneficiaryPayload { beneficiary { uuid } }',
  Transaction: '... on TransactionPayload { transaction { uuid } }',
};
const problem = '... on Problem { code message retryable } ... on InvalidInput { fields { path message } }';
const allPayloads = Object.values(payloads).join(' ');
const operation = `__typename scaId status mutation expiresAt result { __typename ${allPayloads} ${problem} }`;
const pending = '... on ScaPending { scaId strategy joinCode scaDeviceId expiresAt ttlSeconds }';

export const completedDocument = `subscription($scaId: UUID!) { scaCompleted(scaId: $scaId) { ${operation} } }`;

export type Stage = Awaited<ReturnType<typeof startStage>>;

/**
 * The whole product over a small bank: Nora, who owns the main ledger and a phone, pays Immo Canal. LinkCy is the older one,
 * which is replayed, where nothing else is said.
 */
export async function startStage(options: StageOptions = {}) {
  const bank = await startWriteBank({ generation: '1.78', ...options.simulator });
  const { simulator, ownerToken } = bank;
  const linkcyUrl = (await options.linkcyUrl?.(simulator.url)) ?? simulator.url;
  const { sandbox = true } = options;
  const server = await createServer({
    host: '127.0.0.1',
    port: 0,
    linkcyUrl,
    development: true,
    sandbox,
    ...executor,
    ...options.server,
    limits: { ...patientLimits, ...options.server?.limits },
  });
  const clients: Client[] = [];

  async function send(query: string, variables: object, token: string | null = ownerToken): Promise<Answer> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    const response = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer;
  }

  /** Runs a mutation and gives its result. Throws where the answer has errors. */
  async function mutate(field: string, input: object, sca?: object, token?: string | null): Promise<Operation> {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
    const withSca = sca === undefined ? ['', ''] : [', $sca: ScaInput', ', sca: $sca'];
    const document = `mutation($input: ${type}${withSca[0]}) { ${field}(input: $input${withSca[1]}) { __typename ${payloadOf(field)} ${problem} ${pending} } }`;
    return one(await send(document, { input, sca }, token), field);
  }

  const transferInput = (change: object = {}) => ({
    ledgerFromId: bank.main.id,
    beneficiaryId: bank.payee.id,
    amount: '120.50',
    reference: 'Rent',
    ...change,
  });

  /** A client of its own; all are closed with the stage. */
  function client(token = ownerToken): Client {
    const made = websocketClient(server.url, `Bearer ${token}`);
    clients.push(made);
    return made;
  }

  return {
    ...bank,
    url: server.url,
    send,
    mutate,
    client,
    transferInput,
    transfer: (change?: object, sca?: object, token?: string | null) =>
      mutate('createTransfer', transferInput(change), sca, token),
    /** A transfer that needs an approval: its scaId. */
    async pendingTransfer(change?: object): Promise<string> {
      const { scaId, ...rest } = await mutate('createTransfer', transferInput(change));
      if (scaId === undefined) throw new Error(`not pending: ${JSON.stringify(rest)}`);
      return scaId;
    },
    scaOperation: (scaId: string, token?: string | null) =>
      send(`query($scaId: UUID!) { scaOperation(scaId: $scaId) { ${operation} } }`, { scaId }, token),
    resumeSca: (scaId: string, token?: string | null) =>
      send(`mutation($scaId: UUID!) { resumeSca(scaId: $scaId) { ${operation} } }`, { scaId }, token),
    /** Everything that a subscription brings until it ends by itself. */
    async completed(scaId: string, token?: string): Promise<Answer[]> {
      const answers: Answer[] = [];
      const variables = { scaId };
      for await (const answer of client(token).iterate({ query: completedDocument, variables })) {
        answers.push(answer as Answer);
      }
      return answers;
    },
    /** The writes that were not the repetition of another. */
    firstRequests: () =>
      simulator.log.entries.filter(({ method, headers }) => method !== 'GET' && headers['linkcy-sca-id'] === undefined),
    /** The questions about an approval. */
    replaysOf: (scaId: string) => simulator.log.entries.filter(({ headers }) => headers['linkcy-sca-id'] === scaId),
    async close() {
      for (const one of clients) await one.dispose();
      await server.close();
      await simulator.close();
    },
  };
}

function payloadOf(mutation: string): string {
  const noun = (['Consumer', 'Card', 'Beneficiary'] as const).find((name) => mutation.includes(name));
  return payloads[noun ?? 'Transaction'];
}

/** The one field of an answer. Throws where it has errors, so that a test cannot overlook them. */
export function one({ data, errors }: Answer, field: string): Operation {
  const value = data?.[field];
  if (errors !== undefined || value == null) throw new Error(`no ${field}: ${JSON.stringify(errors ?? data)}`);
  return value;
}
