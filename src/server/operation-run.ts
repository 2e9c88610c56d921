import type { IncomingHttpHeaders } from 'node:http';
import {
  GraphQLError,
  OperationTypeNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
} from 'graphql';
import type { AnyResult, EngineAnswer, EngineOperation } from '../execution/engine.js';
import { Context } from '../graph/context.js';
import type { RequestRejection } from './limits/request-rejection.js';
import { maskResult } from '../graph/problems/mask-error.js';
import type { Admitted } from './admission.js';
import { responseOf, responseOfJson, type OperationResponse, type Extensions } from './operation-response.js';
import { isProven, type Principal } from './principals.js';
import { networkOf } from './proxy-trust.js';
import type { ServerDeps } from './server-deps.js';
import type { RequestRecord } from './request-log.js';
import { mapResults, type Results } from './result-stream.js';

/** Who sent an operation, and for how long they want the response. */
interface OperationCaller {
  /** The client's own `Authorization`, unchanged. */
  readonly authorization: string | undefined;
  /** Fires when the client disconnects. */
  readonly signal: AbortSignal;
  /** The client's IP address. */
  readonly address: string | undefined;
  /** Whose share it counts towards. */
  readonly principal: Principal;
  /** Of the HTTP request, or of the one that opened the socket. */
  readonly headers: IncomingHttpHeaders;
}

/** An admitted operation with its own context, ready to run. */
export class OperationRun {
  readonly context: Context;
  readonly args: ExecutionArgs & { readonly contextValue: Context };
  /** In milliseconds, on the clock of performance.now(). */
  readonly deadline: number | undefined;
  private readonly signal: AbortSignal;
  /** The client's own token, not the fallback. */
  private readonly ownToken: string | undefined;

  constructor(
    private readonly deps: ServerDeps,
    private readonly admitted: Admitted,
    private readonly record: RequestRecord,
    private readonly caller: OperationCaller,
  ) {
    const { authorization = deps.fallbackAuthorization, signal, address, principal } = caller;
    this.ownToken = caller.authorization;
    const { operation, checked, variables } = admitted;
    const milliseconds = timeFor(operation.operation, deps);
    this.deadline = milliseconds === undefined ? undefined : performance.now() + milliseconds;
    this.signal = signal;
    const { requestId } = record;
    const { headers } = caller;
    const name = operation.name?.value;
    record.trace = deps.requestLog.tracing.operation({ name, type: operation.operation, cost: admitted.cost, headers });
    const network = address === undefined ? undefined : networkOf(address);
    const context = {
      authorization,
      requestId,
      signal,
      address: network,
      principal,
      deadline: this.deadline,
      tracer: record.trace.tracer,
    };
    this.context = new Context(deps.services, context);
    this.args = {
      schema: deps.schema,
      document: checked.document,
      operationName: name,
      variableValues: variables,
      contextValue: this.context,
    };
  }

  /** Runs a query or mutation within its time limit. Fields cut off by the deadline become errors; the others stay. */
  async result(): Promise<FormattedExecutionResult> {
    const { result } = await this.inTime();
    return this.formatResult(typeof result === 'string' ? (JSON.parse(result) as FormattedExecutionResult) : result);
  }

  /** The same, serialized. */
  async response(): Promise<OperationResponse> {
    const { result, headers } = await this.inTime();
    if (typeof result === 'string') return responseOfJson(result, this.extensions);
    return { ...responseOf(this.formatResult(result)), headers };
  }

  private async inTime(): Promise<EngineAnswer> {
    const deadline = this.deadline ?? Infinity;
    let timer: NodeJS.Timeout | undefined;
    try {
      // Calls to LinkCy observe the deadline themselves. This covers resolvers that wait for something else.
      const late = new Promise<EngineAnswer>((resolve) => {
        const milliseconds = deadline - performance.now() + graceMilliseconds;
        timer = setTimeout(() => resolve({ result: { errors: [outOfTime()] } }), milliseconds);
      });
      const response = await Promise.race([this.traced(() => this.execute()), late]);
      return this.isAbandoned ? { result: abandoned() } : response;
    } finally {
      clearTimeout(timer);
      if (this.admitted.operation.operation === OperationTypeNode.MUTATION)
        this.record.outcomes = this.context.outcomes;
      this.recordAcceptedToken();
    }
  }

  /** A token that LinkCy accepted gets its own share from now on, instead of its address's. */
  private recordAcceptedToken(): void {
    if (this.ownToken === undefined || !this.context.client.tokenAccepted || isProven(this.caller.principal)) return;
    this.deps.principals.prove(this.ownToken);
    this.deps.streams.proved(this.ownToken);
  }

  /** Starts a subscription. Its results are ready to be sent. */
  async results(): Promise<Results | FormattedExecutionResult> {
    const results = await this.traced(() => this.deps.engine.subscribe(this.operation));
    if (!(Symbol.asyncIterator in results)) return this.formatResult(results);
    return mapResults(results, (result) => this.formatResult(result));
  }

  /** Tries the compiled query first. Falls back to the executor if there is none, or if it bailed out. */
  private async execute(): Promise<EngineAnswer> {
    const { compiledQueries, engine } = this.deps;
    const { checked, operation, values } = this.admitted;
    const { document, fragments } = checked;
    const { context } = this;
    const executable = { document, operation, fragments, variables: values, context };
    let isExecuted = false;
    const response = await engine.execute(this.operation, async () => {
      const json = await compiledQueries.run(executable);
      if (json !== undefined) return json;
      if (this.isAbandoned) return abandoned();
      context.client.reuseResponses();
      isExecuted = true;
      return undefined;
    });
    if (isExecuted && this.ownToken !== undefined && context.client.tokenAccepted) compiledQueries.countRun(executable);
    return response;
  }

  private traced<Result>(task: () => Result): Result {
    return this.record.trace === undefined ? task() : this.record.trace.run(task);
  }

  private get operation(): EngineOperation<Context> {
    // Raw variables, because Apollo coerces them again.
    return { text: this.admitted.checked.text, args: this.args, headers: this.caller.headers };
  }

  /** Whether it is a query whose client has left. Its result is meaningless; a mutation's outcome always counts. */
  private get isAbandoned(): boolean {
    return this.signal.aborted && this.admitted.operation.operation === OperationTypeNode.QUERY;
  }

  private formatResult(result: AnyResult): FormattedExecutionResult {
    const { extensions } = this;
    if (extensions === undefined) return formatResult(this.deps, result, this.record);
    return formatResult(this.deps, { ...result, extensions: { ...result.extensions, ...extensions } }, this.record);
  }

  /** In development, responses report the cost. */
  private get extensions(): Extensions | undefined {
    if (!this.deps.development) return undefined;
    return { cost: { asked: this.admitted.cost, made: this.record.linkcyCalls } };
  }
}

/**
 * Prepares a result for the client: masks errors and adds the request id to each. Logs what is behind internal errors.
 */
export function formatResult(
  { requestLog }: ServerDeps,
  result: AnyResult,
  { requestId }: RequestRecord,
): FormattedExecutionResult {
  return maskResult(result, requestId, (cause) => requestLog.log.failure(cause, requestId));
}

export function formatRejection(
  deps: ServerDeps,
  { errors }: RequestRejection,
  record: RequestRecord,
): FormattedExecutionResult {
  return formatResult(deps, { errors }, record);
}

const graceMilliseconds = 1_000;

const outOfTime = () =>
  new GraphQLError('The operation took too long. Whether a mutation was carried out is not known.', {
    extensions: { code: 'UPSTREAM_TIMEOUT' },
  });

const abandoned = (): ExecutionResult => ({
  errors: [new GraphQLError('The client is gone.', { extensions: { code: 'CANCELLED' } })],
});

/** A subscription waits for the user, for as long as LinkCy lets them decide. */
function timeFor(type: OperationTypeNode, { limits }: ServerDeps): number | undefined {
  switch (type) {
    case OperationTypeNode.QUERY:
      return limits.queryMilliseconds;
    case OperationTypeNode.MUTATION:
      return limits.mutationMilliseconds;
    case OperationTypeNode.SUBSCRIPTION:
      return undefined;
  }
}
