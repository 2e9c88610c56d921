import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A real graphql-transport-ws client of an API, with the token that it would use. */
export function websocketClient(url: string, authorization?: string): Client {
  return createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: authorization === undefined ? {} : { authorization },
  });
}

/** All results of an operation, once it is complete. */
export async function resultsOf(
  client: Client,
  query: string,
  variables?: Record<string, unknown>,
): Promise<unknown[]> {
  const results: unknown[] = [];
  for await (const result of client.iterate({ query, variables })) results.push(result);
  return results;
}
