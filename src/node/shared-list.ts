import type { LinkcyClient } from '../linkcy/client.js';

/**
 * Makes the same list of the same parent, asked for with the same arguments, one connection: fifty transactions that
 * lead to one ledger and on to its cards ask for these cards once. After a write it is asked for anew.
 */
export function sharedList<Given extends readonly unknown[], Connection>(
  client: Pick<LinkcyClient, 'writes'>,
  list: (...given: Given) => Connection,
): (...given: Given) => Connection {
  const connections = new Map<string, Connection>();
  return (...given) => {
    const key = JSON.stringify([client.writes, given]);
    const connection = connections.get(key) ?? list(...given);
    connections.set(key, connection);
    return connection;
  };
}
