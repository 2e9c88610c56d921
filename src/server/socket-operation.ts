import type { ExecutionArgs, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { codesOf } from './operation-response.js';
import type { Socket } from './socket.js';
import type { RequestRecord } from './request-log.js';
import { endResults, type Results } from './result-stream.js';
import type { OperationRun } from './operation-run.js';

/** An operation on a socket, between the hook of graphql-ws that begins it and the one that runs it. */
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
    /** It is no longer under way. */
    private readonly leave: () => void,
  ) {
    const { schema, document, operationName, contextValue } = run.args;
    this.schema = schema;
    this.document = document;
    this.operationName = operationName;
    this.contextValue = contextValue;
    // From here on, so that none of several messages at once slips past the limit.
    if (this.isSubscription) connection.subscriptions += 1;
  }

  /** A subscription waits for something that may never come; nobody waits for its end. */
  get isSubscription(): boolean {
    return this.run.deadline === undefined;
  }

  /** Runs a query or mutation when it is its turn. */
  async execute(): Promise<FormattedExecutionResult> {
    const { semaphore, gone } = this.connection;
    // Who waits too long runs all the same, and is told at every field that the time is over.
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

  /** Begins a subscription, one of as many as a socket may have. */
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
      // From here on it waits for a user, who may take minutes.
      this.leave();
    }
  }
}
