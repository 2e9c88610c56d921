import type { Caller } from '../linkcy/client.js';
import { graphqlErrorOf } from '../problems/query-error.js';
import { isFinal, type Operation } from './operation.js';
import { graceMilliseconds } from './replay-step.js';
import type { ScaServices } from './sca-services.js';

/** However news got lost on the way, nobody waits longer than this for what is in the store. */
const lookAgainMilliseconds = 10_000;

/** To whoever may not know of an operation it does not exist. */
export const noSuchOperation = () => graphqlErrorOf({ code: 'NOT_FOUND', message: 'There is no such operation.' });

/**
 * The operation once it is final: one event, then the end. It subscribes first, then reads, then waits, so that nothing
 * falls between. Throws NOT_FOUND unless the operation is there and its principal the given one.
 */
export async function completionOf(
  services: ScaServices,
  scaId: string,
  principal: string,
  caller: Caller,
): Promise<AsyncIterableIterator<Operation>> {
  const completion = new Completion(services, scaId, caller);
  await completion.open(principal);
  return completion;
}

/** Written out, because a generator that waits cannot be ended from outside before it has something to say. */
class Completion implements AsyncIterableIterator<Operation> {
  private ended = false;
  private wake = () => {};
  private unsubscribe = () => {};

  constructor(
    private readonly services: ScaServices,
    private readonly scaId: string,
    private readonly caller: Caller,
  ) {}

  async open(principal: string): Promise<void> {
    const { store, watcher } = this.services;
    this.unsubscribe = await store.subscribe(this.scaId, () => this.wake());
    try {
      const operation = await store.read(this.scaId);
      if (operation?.principal !== principal) throw noSuchOperation();
      watcher.watch(operation, this.caller);
    } catch (error) {
      this.end();
      throw error;
    }
  }

  async next(): Promise<IteratorResult<Operation>> {
    while (!this.ended) {
      const news = new Promise<void>((resolve) => (this.wake = resolve));
      const operation = await this.services.store.read(this.scaId).catch(() => 'unreadable' as const);
      if (this.ended) break;
      if (operation === undefined) {
        this.end();
        throw noSuchOperation();
      }
      if (operation !== 'unreadable' && isFinal(operation)) {
        this.end();
        return { value: operation, done: false };
      }
      const stopTimer = this.services.clock.after(lookAgainMilliseconds, () => this.lookAgain(operation));
      await news;
      stopTimer();
    }
    return { value: undefined, done: true };
  }

  async return(): Promise<IteratorResult<Operation>> {
    this.end();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The watcher sees to the operation's end; where it does not, because it watches as much as it can, this does. */
  private lookAgain(operation: Operation | 'unreadable'): void {
    const { replays, watcher, clock } = this.services;
    const over = operation !== 'unreadable' && clock.now() > operation.endsAt + graceMilliseconds;
    if (over || !watcher.isWatching(this.scaId)) replays.ask(this.scaId, this.caller).catch(() => undefined);
    this.wake();
  }

  private end(): void {
    this.ended = true;
    this.unsubscribe();
    this.wake();
  }
}
