import type { ExecutionResult, FormattedExecutionResult } from 'graphql';

/** Successive results, ready to be sent. */
export type Results = AsyncGenerator<FormattedExecutionResult, void, void>;

/** Maps each result. Unlike an async generator, return() also ends the source while next() is still pending. */
export function mapResults(
  results: AsyncGenerator<ExecutionResult, void, void>,
  change: (result: ExecutionResult) => FormattedExecutionResult,
): Results {
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

/** Observes the results: calls `each` per result, and `end` once, however the stream ends. */
export function endResults(
  results: Results,
  each: (result: FormattedExecutionResult) => void,
  end: () => void,
): Results {
  let ended = false;
  const endOnce = () => {
    if (!ended) end();
    ended = true;
  };
  const observed = async (next: Promise<IteratorResult<FormattedExecutionResult, void>>) => {
    try {
      const step = await next;
      if (step.done) endOnce();
      else each(step.value);
      return step;
    } catch (error) {
      endOnce();
      throw error;
    }
  };
  return {
    next: () => observed(results.next()),
    return: () => observed(results.return()),
    throw: (error) => observed(results.throw(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
