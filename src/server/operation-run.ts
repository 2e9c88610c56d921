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
import { networkOf } from './proxy-trust.js';
import type { ServerDeps } from './server-deps.js';
import type { RequestRecord } from './request-log.js';
import { mapResults, type Results } from './result-stream.js';

/** Who sends an operation, and until when they want an answer. */
export interface OperationCaller {
  /** The client's own `Authorization`, unchanged. */
  readonly authorization: string | undefined;
  /** Fires when the client is gone. */
  readonly signal: AbortSignal;
  /** Where the client's connection comes from. */
  readonly address: string | undefined;
  /** Of the request, or of the one that opened the socket. */
  readonly headers: IncomingHttpHeaders;
}

/** An operation with a context of its own, ready to run. */
export class OperationRun {
  readonly context: Context;
  readonly args: ExecutionArgs & { readonly contextValue: Context };
  /** On the clock of performance.now(), in milliseconds. */
  readonly deadline: number | undefined;
  private readonly signal: AbortSignal;
  /** Of the client, and not one that it was lent. */
  private readonly ownToken: string | undefined;

  constructor(
    private readonly deps: ServerDeps,
    private readonly admitted: Admitted,
    private readonly record: RequestRecord,
    private readonly caller: OperationCaller,
  ) {
    const { authorization = deps.fallbackAuthorization, signal, address } = caller;
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
    const principal = deps.principals.of(caller.authorization, address);
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

  /** Runs a query or mutation in time. What the deadline cuts off are errors on their fields; the rest stays. */
  async result(): Promise<FormattedExecutionResult> {
    const { result } = await this.inTime();
    return this.formatResult(typeof result === 'string' ? (JSON.parse(result) as FormattedExecutionResult) : result);
  }

  /** The same, ready to be sent. */
  async response(): Promise<OperationResponse> {
    const { result, headers } = await this.inTime();
    if (typeof result === 'string') return responseOfJson(result, this.extensions);
    return { ...responseOf(this.formatResult(result)), headers };
  }

  private async inTime(): Promise<EngineAnswer> {
    const deadline = this.deadline ?? Infinity;
    let timer: NodeJS.Timeout | undefined;
    try {
      // Calls to LinkCy keep the deadline by themselves; this is for a resolver that waits for something else.
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

  /** A token that LinkCy has accepted has a share of its own from now on, and no longer one of its address. */
  private recordAcceptedToken(): void {
    const { principals, streams } = this.deps;
    if (this.ownToken === undefined || !this.context.client.tokenAccepted || principals.isProven(this.ownToken)) return;
    principals.prove(this.ownToken);
    streams.proved(this.ownToken);
  }

  /** Begins a subscription. What it sends is ready to leave. */
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
    // Variables as the client gave them: Apollo coerces them again.
    return { text: this.admitted.checked.text, args: this.args, headers: this.caller.headers };
  }

  /** Whether it is a query whose client is gone. What it came to then says nothing; a mutation's outcome always counts. */
  private get isAbandoned(): boolean {
    return this.signal.aborted && this.admitted.operation.operation === OperationTypeNode.QUERY;
  }

  private formatResult(result: AnyResult): FormattedExecutionResult {
    const { extensions } = this;
    if (extensions === undefined) return formatResult(this.deps, result, this.record);
    return formatResult(this.deps, { ...result, extensions: { ...result.extensions, ...extensions } }, this.record);
  }

  /** In development, answers say what they cost. */
  private get extensions(): Extensions | undefined {
    if (!this.deps.development) return undefined;
    return { cost: { asked: this.admitted.cost, made: this.record.linkcyCalls } };
  }
}

/** A result as it may leave: errors masked, each with the request's id; what is behind the unreadable ones is logged. */
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

/** A subscription waits for the user, who has as long as LinkCy gives them. */
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
