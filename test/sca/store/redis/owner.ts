import type { Client } from 'graphql-ws';
import { websocketClient } from '../../../support/websocket.js';

/** What is read of a result; everything is optional, as in GraphQL. */
export interface Result {
  readonly __typename?: string;
  readonly scaId?: string;
  readonly status?: string;
  readonly code?: string;
  readonly message?: string;
  readonly retryable?: boolean;
  readonly transaction?: { readonly uuid: string };
  readonly beneficiary?: { readonly uuid: string };
  readonly result?: Result | null;
}

export interface Answer {
  readonly data?: Readonly<Record<string, Result | null>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const payloads = {
  transaction: '... on TransactionPayload { transaction { uuid } }',
  beneficiary: '... on BeneficiaryPayload { beneficiary { uuid } }',
};
const problem = '... on Problem { code message retryable }';
const operation = `__typename scaId status result { __typename ${payloads.transaction} ${payloads.beneficiary} ${problem} }`;

const operationQuery = `query($scaId: UUID!) { scaOperation(scaId: $scaId) { ${operation} } }`;
const completedSubscription = `subscription($scaId: UUID!) { scaCompleted(scaId: $scaId) { ${operation} } }`;

/** A user of one instance. */
export interface Owner {
  /** Runs a mutation. Rejects where the connection breaks or the answer has errors. */
  mutate(field: string, input: object): Promise<Result>;
  send(query: string, variables?: object): Promise<Answer>;
  scaOperation(scaId: string): Promise<Answer>;
  resumeSca(scaId: string): Promise<Answer>;
  /** The first event of the subscription. */
  completed(scaId: string): Promise<Result>;
  /** Subscribes, and resolves with the event to come as soon as it can no longer be missed. */
  subscribed(scaId: string): Promise<{ readonly event: Promise<Result> }>;
  /** The first answer to any subscription. */
  first(query: string, variables: object): Promise<Answer>;
  close(): Promise<void>;
}

export function ownerAt(url: string, token: string): Owner {
  const clients: Client[] = [];
  const send = async (query: string, variables: object = {}): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer;
  };
  const newClient = (): Client => {
    const client = websocketClient(url, `Bearer ${token}`);
    clients.push(client);
    return client;
  };
  const first = async (query: string, variables: object): Promise<Answer> => {
    const client = newClient();
    const answer = await firstOf(client, query, variables);
    await client.dispose();
    return answer;
  };
  return {
    send,
    async mutate(field, input) {
      const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
      const payload = field.endsWith('Beneficiary') ? payloads.beneficiary : payloads.transaction;
      const members = `__typename ${payload} ${problem} ... on ScaPending { scaId }`;
      const document = `mutation($input: ${type}) { ${field}(input: $input) { ${members} } }`;
      return only(await send(document, { input }), field);
    },
    scaOperation: (scaId) => send(operationQuery, { scaId }),
    resumeSca: (scaId) => send(`mutation($scaId: UUID!) { resumeSca(scaId: $scaId) { ${operation} } }`, { scaId }),
    async completed(scaId) {
      return only(await first(completedSubscription, { scaId }), 'scaCompleted');
    },
    async subscribed(scaId) {
      const client = newClient();
      const event = firstOf(client, completedSubscription, { scaId }).then((answer) => only(answer, 'scaCompleted'));
      event.catch(() => undefined);
      // It reads the state when it begins. Of one socket the store is asked in turn: when a second question that came after
      // it has been answered, it has read.
      for (let asked = 0; asked < 2; asked += 1) {
        only(await firstOf(client, operationQuery, { scaId }), 'scaOperation');
      }
      return { event };
    },
    first,
    async close() {
      for (const client of clients) await client.dispose();
    },
  };
}

async function firstOf(client: Client, query: string, variables: object): Promise<Answer> {
  for await (const answer of client.iterate({ query, variables: { ...variables } })) return answer as Answer;
  throw new Error('The subscription ended without an event.');
}

/** The one field of an answer. Throws where it has errors, so that a test cannot overlook them. */
export function only({ data, errors }: Answer, field: string): Result {
  const value = data?.[field];
  if (errors !== undefined || value == null) throw new Error(`no ${field}: ${JSON.stringify(errors ?? data)}`);
  return value;
}
