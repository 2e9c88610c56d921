import { createServer, type Server, type ServerOptions } from '../../src/server/server.js';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../src/simulator/simulator.js';
import { executor } from './executor.js';
import type { TypedDocumentString } from './graphql/graphql.js';
import { patientLimits } from './patience.js';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string; readonly linkcyCode?: string };
}

export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly GraphqlError[];
}

/** The whole product, running: the API on a port of its own over a simulator on a port of its own. */
export interface Api {
  readonly url: string;
  readonly simulator: Simulator;
  readonly server: Server;
  /** Sends a typed document over HTTP. Throws where the answer has errors, so that a test cannot overlook them. */
  query<Data, Variables>(document: TypedDocumentString<Data, Variables>, ...rest: Rest<Variables>): Promise<Data>;
  /** Sends any text as a query and gives the answer as it is. */
  send(query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<GraphqlAnswer<any>>;
  close(): Promise<void>;
}

type Rest<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, token?: string]
    : [variables: Variables, token?: string];

export interface ApiOptions {
  readonly simulator?: SimulatorOptions;
  readonly development?: boolean;
  readonly sandbox?: boolean;
  /** Whether requests without a token get the demo partner's; true unless it is said. */
  readonly lendsToken?: boolean;
  /** Whether the explorer has the simulator's ids, and leads to its phone. */
  readonly exploresSimulator?: boolean;
  /** Another LinkCy than the simulator. */
  readonly linkcyUrl?: string;
  /** Whatever else the server is to be told. */
  readonly server?: Partial<ServerOptions>;
}

export async function startApi(options: ApiOptions = {}): Promise<Api> {
  const simulator = await startSimulator(options.simulator);
  const server = await createServer({
    host: '127.0.0.1',
    port: 0,
    linkcyUrl: options.linkcyUrl ?? simulator.url,
    development: options.development ?? true,
    sandbox: options.sandbox ?? true,
    demoToken: options.lendsToken === false ? undefined : simulator.demoToken(),
    ...executor,
    localLinkcy: options.exploresSimulator
      ? { phoneUrl: `${simulator.url}/device`, exampleTransfer: () => simulator.exampleTransfer() }
      : undefined,
    ...options.server,
    limits: { ...patientLimits, ...options.server?.limits },
  });
  const send: Api['send'] = async (query, variables, headers = {}) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as object) } as GraphqlAnswer<any>;
  };
  return {
    url: server.url,
    simulator,
    server,
    send,
    async query(document, ...[variables, token]) {
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const { data, errors } = await send(document.toString(), variables as object | undefined, headers);
      if (errors) throw new Error(`The answer has errors: ${JSON.stringify(errors)}`);
      return data;
    },
    async close() {
      await server.close();
      await simulator.close();
    },
  };
}
