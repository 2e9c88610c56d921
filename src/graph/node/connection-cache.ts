/**
 * Caches the connections of one request by list, parent and arguments: fifty transactions of one ledger that select its
 * cards fetch these cards once.
 */
export class ConnectionCache {
  private readonly all: Map<string, unknown>[] = [];

  /** Wraps `list`, so that it returns the same connection for the same arguments. */
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
