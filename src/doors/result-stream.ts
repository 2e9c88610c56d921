import type { ExecutionResult } from 'graphql';

type Results = AsyncGenerator<ExecutionResult, void, void>;

/** A stream of a single result. */
export async function* oneResult(result: ExecutionResult): Results {
  yield result;
}

/**
 * Each result of a stream, changed. Ending it ends the stream behind it at once, also while a result is waited for;
 * an async generator function would only end after the next result.
 */
export function mapResults(results: Results, change: (result: ExecutionResult) => ExecutionResult): Results {
  const changed = async (next: Promise<IteratorResult<ExecutionResult, void>>) => {
    const { done, value } = await next;
    return done ? { done, value: undefined } : { done: false as const, value: change(value) };
  };
  return {
    next: () => changed(results.next()),
    return: () => changed(results.return()),
    throw: (error) => changed(results.throw(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
