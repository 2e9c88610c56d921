import { HeaderMap, type ApolloServer, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import { subscribe, type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult } from 'graphql';

export type AnyResult = ExecutionResult | FormattedExecutionResult;

/** An admitted operation, ready to run. */
export interface EngineOperation<Context extends object> {
  readonly text: string;
  readonly args: ExecutionArgs & { readonly contextValue: Context };
  /** The client's request headers, for plugins that read them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface EngineAnswer {
  /** A string is the JSON of a result without errors. */
  readonly result: string | AnyResult;
  /** Headers that plugins set, to be sent with the response over HTTP. */
  readonly headers?: ReadonlyMap<string, string>;
}

/** Answers without executing if possible. A string is the JSON of a result without errors; undefined: execute. */
type Shortcut = () => Promise<string | AnyResult | undefined>;

/**
 * Runs the operations of every transport. Without plugins, the shortcut is tried before Apollo executes, and a
 * subscription goes straight to graphql-js. With plugins, every operation passes through Apollo's pipeline: the
 * shortcut answers in `responseForOperation`, after the plugins were asked, and a subscription passes through once,
 * when it starts.
 */
export class Engine<Context extends object> {
  readonly apollo: ApolloServer<Context>;
  private readonly hasPlugins: boolean;
  /** Keyed by the variables object: Apollo copies requests and contexts, but passes this object on. */
  private readonly shortcuts = new WeakMap<object, () => Promise<AnyResult | undefined>>();

  /**
   * @param plugins the embedder's
   * @param createApollo makes Apollo Server with these plugins; `apollo` is to be started before the first operation
   */
  constructor(
    plugins: readonly ApolloServerPlugin<Context>[],
    createApollo: (plugins: readonly ApolloServerPlugin<Context>[]) => ApolloServer<Context>,
  ) {
    this.hasPlugins = plugins.length > 0;
    this.apollo = createApollo(this.hasPlugins ? [...plugins, this.answeringPlugin()] : []);
  }

  /** Runs a query or a mutation. */
  async execute(operation: EngineOperation<Context>, shortcut: Shortcut): Promise<EngineAnswer> {
    if (this.hasPlugins) return this.throughApollo(operation, async () => parsed(await shortcut()));
    const result = await shortcut();
    return result === undefined ? this.throughApollo(operation) : { result };
  }

  /** Starts a subscription. Returns a single result, instead of a stream, if it could not start. */
  async subscribe(
    operation: EngineOperation<Context>,
  ): Promise<AsyncGenerator<ExecutionResult, void, void> | AnyResult> {
    if (!this.hasPlugins) return subscribe(operation.args);
    let stream: AsyncGenerator<ExecutionResult, void, void> | undefined;
    try {
      const { result } = await this.throughApollo(operation, async () => {
        const begun = await subscribe(operation.args);
        if (!(Symbol.asyncIterator in begun)) return begun;
        stream = begun;
        return { data: null };
      });
      const answer = parsed(result);
      if (stream !== undefined && !answer.errors?.length) return stream;
      await stream?.return();
      return answer;
    } catch (error) {
      await stream?.return();
      throw error;
    }
  }

  private async throughApollo(
    { text, args, headers }: EngineOperation<Context>,
    shortcut?: () => Promise<AnyResult | undefined>,
  ): Promise<EngineAnswer> {
    const variables = { ...args.variableValues };
    if (shortcut !== undefined) this.shortcuts.set(variables, shortcut);
    const request = { query: text, operationName: args.operationName ?? undefined, variables };
    // GET was checked by the transport; Apollo would reject a subscription over GET.
    const http = {
      method: 'POST',
      headers: this.hasPlugins ? headerMapOf(headers) : noHeaders,
      search: '',
      body: undefined,
    };
    const response = await this.apollo.executeOperation({ ...request, http }, { contextValue: args.contextValue });
    if (response.body.kind !== 'single') throw new TypeError('Answers in several parts are not offered.');
    const { singleResult } = response.body;
    return this.hasPlugins ? { result: singleResult, headers: response.http.headers } : { result: singleResult };
  }

  private answeringPlugin(): ApolloServerPlugin<Context> {
    const responseFor = async (variables: object | undefined): Promise<GraphQLResponse | null> => {
      const result = variables && (await this.shortcuts.get(variables)?.());
      if (result === undefined) return null;
      return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult: result } };
    };
    return {
      requestDidStart: async () => ({ responseForOperation: ({ request }) => responseFor(request.variables) }),
    };
  }
}

const noHeaders = new HeaderMap();

function headerMapOf(headers: EngineOperation<object>['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name.toLowerCase(), typeof value === 'string' ? value : value.join(', '));
  }
  return map;
}

function parsed(result: string | AnyResult): AnyResult;
function parsed(result: string | AnyResult | undefined): AnyResult | undefined;
function parsed(result: string | AnyResult | undefined): AnyResult | undefined {
  return typeof result === 'string' ? (JSON.parse(result) as FormattedExecutionResult) : result;
}
