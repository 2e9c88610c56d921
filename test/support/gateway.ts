import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gateway {
  readonly url: string;
  close(): Promise<void>;
}

interface GatewayPackage {
  createGatewayRuntime(options: object): RequestListener & AsyncDisposable;
}

/** By name only, because its types change those of Node and of graphql everywhere. */
const packageName = '@graphql-hive/gateway-runtime';

/** Hive Gateway in front of the API, as a partner runs it: it knows the published schema and passes the token on. */
export async function startGateway(endpoint: string): Promise<Gateway> {
  const { createGatewayRuntime } = (await import(packageName)) as GatewayPackage;
  const gateway = createGatewayRuntime({
    proxy: { endpoint },
    schema: readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'),
    propagateHeaders: {
      fromClientToSubgraphs({ request }: { readonly request: Request }) {
        const authorization = request.headers.get('authorization');
        return authorization === null ? {} : { authorization };
      },
    },
    logging: false,
    maskedErrors: false,
  });
  const server = createServer(gateway).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async close() {
      server.close();
      server.closeAllConnections();
      await gateway[Symbol.asyncDispose]();
    },
  };
}
