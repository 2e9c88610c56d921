/**
 * The connections of one request. The same list of the same parent with the same arguments is one connection: fifty
 * transactions that lead to one ledger and on to its cards ask for these cards once.
 */
export class ConnectionCache {
  private readonly all: Map<string, unknown>[] = [];

  /** A function like `list` that gives the same connection for the same arguments. */
  cached<Given extends readonly unknown[], Connection>(list: (...given: Given) => Connection) {
    const connections = new Map<string, Connection>();
    this.all.push(connections);
    return (...given: Given): Connection => {
      const key = JSON.stringify(given);
      const connection = connections.get(key) ?? list(...given);
      connections.set(key, connection);
      return connection;
    };
  }

  clear(): void {
    for (const connections of this.all) connections.clear();
  }
}
