import type { ExecutionArgs, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { codesOf } from './operation-response.js';
import type { Socket } from './socket.js';
import type { RequestRecord } from './request-log.js';
import { endResults, type Results } from './result-stream.js';
import type { OperationRun } from './operation-run.js';

/** Carries an admitted operation from graphql-ws's onSubscribe hook to its execute/subscribe hook. */
export class SocketOperation implements ExecutionArgs {
  readonly schema: GraphQLSchema;
  readonly document: ExecutionArgs['document'];
  readonly operationName: ExecutionArgs['operationName'];
  readonly contextValue: unknown;
  readonly rootValue = undefined;

  constructor(
    private readonly connection: Socket,
    private readonly run: OperationRun,
    private readonly record: RequestRecord,
    /** Releases its slot among the requests in flight. */
    private readonly leave: () => void,
  ) {
    const { schema, document, operationName, contextValue } = run.args;
    this.schema = schema;
    this.document = document;
    this.operationName = operationName;
    this.contextValue = contextValue;
    // Counted immediately, so that messages that arrive together cannot exceed the limit.
    if (this.isSubscription) connection.subscriptions += 1;
  }

  /** Whether it may wait forever, so that shutdown does not wait for it. */
  get isSubscription(): boolean {
    return this.run.deadline === undefined;
  }

  /** Runs a query or mutation when its turn has come. */
  async execute(): Promise<FormattedExecutionResult> {
    const { semaphore, gone } = this.connection;
    // An operation that waited until its deadline runs all the same: each of its fields then reports the timeout.
    const hasPlace =
      semaphore.enter() || (await semaphore.wait({ signal: gone, deadline: this.run.deadline })) === 'permit';
    try {
      const result = await this.run.result();
      this.record.end(codesOf(result));
      return result;
    } finally {
      this.record.end(['INTERNAL_SERVER_ERROR']);
      if (hasPlace) semaphore.leave();
      this.leave();
    }
  }

  /** Starts a subscription. */
  async subscribe(): Promise<Results | FormattedExecutionResult> {
    const codes: string[] = [];
    const end = () => {
      this.connection.subscriptions -= 1;
      this.record.end(codes);
    };
    try {
      const results = await this.run.results();
      if (Symbol.asyncIterator in results) return endResults(results, (result) => codes.push(...codesOf(result)), end);
      codes.push(...codesOf(results));
      end();
      return results;
    } catch (error) {
      codes.push('INTERNAL_SERVER_ERROR');
      end();
      throw error;
    } finally {
      // From here on it waits for a user, which may take minutes.
      this.leave();
    }
  }
}
