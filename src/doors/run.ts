import {
  execute,
  GraphQLError,
  OperationTypeNode,
  subscribe,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
} from 'graphql';
import { createContext, type Context } from '../context.js';
import type { Refusal } from '../limits/refusal.js';
import type { CancelSignal } from '../linkcy/cancellation.js';
import { maskResult } from '../problems/mask-error.js';
import type { Admitted } from './admit.js';
import type { Door } from './door.js';
import type { RequestRecord } from './records.js';
import { mapResults, type Results } from './result-stream.js';

/** Who sends an operation, and until when they want an answer. */
export interface OperationCaller {
  /** The client's own `Authorization`, unchanged. */
  readonly authorization: string | undefined;
  /** Fires when the client is gone. */
  readonly signal: CancelSignal;
  /** Where the client's connection comes from. */
  readonly address: string | undefined;
}

type AnyResult = ExecutionResult | FormattedExecutionResult;
type Executor = (args: ExecutionArgs) => AnyResult | Promise<AnyResult>;

/** An operation with a context of its own, ready to run. */
export class Run {
  readonly context: Context;
  readonly args: ExecutionArgs;
  /** On the clock of performance.now(), in milliseconds. */
  readonly deadline: number | undefined;

  constructor(
    private readonly door: Door,
    private readonly admitted: Admitted,
    private readonly record: RequestRecord,
    { authorization = door.lentAuthorization, signal, address }: OperationCaller,
  ) {
    const { operation, checked, variables } = admitted;
    const milliseconds = timeFor(operation.operation, door);
    this.deadline = milliseconds === undefined ? undefined : performance.now() + milliseconds;
    const { requestId } = record;
    this.context = createContext(door.services, { authorization, requestId, signal, address, deadline: this.deadline });
    this.args = {
      schema: door.schema,
      document: checked.document,
      operationName: operation.name?.value,
      variableValues: variables,
      contextValue: this.context,
    };
  }

  /** Runs a query or mutation in time. What the deadline cuts off are errors on their fields; the rest stays. */
  async result(executor: Executor = execute): Promise<FormattedExecutionResult> {
    const deadline = this.deadline ?? Infinity;
    let timer: NodeJS.Timeout | undefined;
    try {
      // Calls to LinkCy keep the deadline by themselves; this is for a resolver that waits for something else.
      const late = new Promise<ExecutionResult>((resolve) => {
        const milliseconds = deadline - performance.now() + graceMilliseconds;
        timer = setTimeout(() => resolve({ errors: [outOfTime()] }), milliseconds);
      });
      return this.present(await Promise.race([this.execute(executor), late]));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Begins a subscription. What it sends is ready to leave. */
  async results(): Promise<Results | FormattedExecutionResult> {
    const results = await subscribe(this.args);
    if (!(Symbol.asyncIterator in results)) return this.present(results);
    return mapResults(results, (result) => this.present(result));
  }

  /** What is not compiled, or not without a flaw, is for the executor. */
  private async execute(executor: Executor): Promise<AnyResult> {
    const result = await this.door.compiledQueries(this.args);
    if (result !== undefined) return result;
    this.context.client.repeatAnswers();
    return executor(this.args);
  }

  private present(result: AnyResult): FormattedExecutionResult {
    if (!this.door.development) return present(this.door, result, this.record);
    const cost = { asked: this.admitted.cost, made: this.record.linkcyCalls };
    return present(this.door, { ...result, extensions: { ...result.extensions, cost } }, this.record);
  }
}

/** A result as it may leave: errors masked, each with the request's id; what is behind the unreadable ones is logged. */
export function present({ records }: Door, result: AnyResult, { requestId }: RequestRecord): FormattedExecutionResult {
  return maskResult(result, requestId, (cause) => records.log.failure(cause, requestId));
}

export function presentRefusal(door: Door, { errors }: Refusal, record: RequestRecord): FormattedExecutionResult {
  return present(door, { errors }, record);
}

/** The codes of the errors in a result. */
export function codesOf({ errors = [] }: FormattedExecutionResult): string[] {
  return errors.map(({ extensions }) => String(extensions?.code));
}

const graceMilliseconds = 1_000;

const outOfTime = () =>
  new GraphQLError('The operation took too long. Whether a mutation was carried out is not known.', {
    extensions: { code: 'UPSTREAM_TIMEOUT' },
  });

/** A subscription waits for the user, who has as long as LinkCy gives them. */
function timeFor(type: OperationTypeNode, { limits }: Door): number | undefined {
  switch (type) {
    case OperationTypeNode.QUERY:
      return limits.queryMilliseconds;
    case OperationTypeNode.MUTATION:
      return limits.mutationMilliseconds;
    case OperationTypeNode.SUBSCRIPTION:
      return undefined;
  }
}
