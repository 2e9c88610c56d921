import type { Caller } from '../linkcy/client.js';
import { isFinal, isPrepared, type Operation, type OperationView } from './operation.js';
import { isSecretReference } from './operation-request.js';
import { graceMilliseconds } from './replay-step.js';
import type { ScaServices } from './sca-services.js';
import { currentOperation } from './signing/current-operation.js';
import { intervalAt } from './watch-times.js';

/** However news got lost on the way, nobody waits longer than this for what is in the store. */
const lookAgainMilliseconds = 10_000;
/** A timer may fire a little early. */
const justAfterMilliseconds = 20;

/** The operation does not exist, or the caller may not know of it. */
export class NoSuchOperation extends Error {
  constructor() {
    super('There is no such operation.');
    this.name = 'NoSuchOperation';
  }
}

/**
 * The operation once it is final: one event, then the end. It subscribes first, then reads, then waits, so that nothing
 * falls between. Where the answer is a secret, it asks LinkCy itself, because nobody else can hand it on. Throws
 * NoSuchOperation unless the operation is there and its principal the given one.
 */
export async function completionOf(
  services: ScaServices,
  scaId: string,
  principal: string,
  caller: Caller,
): Promise<AsyncIterableIterator<OperationView>> {
  const completion = new Completion(services, scaId, caller);
  await completion.open(principal);
  return completion;
}

/** Written out, because a generator that waits cannot be ended from outside before it has something to say. */
class Completion implements AsyncIterableIterator<OperationView> {
  private ended = false;
  private wake = () => {};
  private unsubscribe = () => {};
  /** LinkCy no longer takes the caller's token. */
  private refused = false;

  constructor(
    private readonly services: ScaServices,
    private readonly scaId: string,
    private readonly caller: Caller,
  ) {}

  async open(principal: string): Promise<void> {
    const { store, watcher } = this.services;
    this.unsubscribe = await store.subscribe(this.scaId, () => this.wake());
    try {
      const operation = await currentOperation(this.services, this.scaId);
      if (operation?.principal !== principal) throw new NoSuchOperation();
      watcher.watch(operation, this.caller);
    } catch (error) {
      this.end();
      throw error;
    }
  }

  async next(): Promise<IteratorResult<OperationView>> {
    while (!this.ended) {
      const news = new Promise<void>((resolve) => (this.wake = resolve));
      const told = await this.look().catch(() => 'unreadable' as const);
      if (this.ended) break;
      if (told === undefined) {
        this.end();
        throw new NoSuchOperation();
      }
      if (told !== 'unreadable' && isFinal(told.operation)) {
        this.end();
        return { value: told, done: false };
      }
      const operation = told === 'unreadable' ? told : told.operation;
      const stopTimer = this.services.clock.after(this.pauseAfter(operation), () => this.lookAgain(operation));
      await news;
      stopTimer();
    }
    return { value: undefined, done: true };
  }

  async return(): Promise<IteratorResult<OperationView>> {
    this.end();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** What stands in the store; after asking LinkCy, where only whoever asks is told. */
  private async look(): Promise<OperationView | undefined> {
    const { gate } = this.services;
    const operation = await currentOperation(this.services, this.scaId);
    if (operation === undefined) return undefined;
    if (isFinal(operation) || isPrepared(operation) || this.refused || !isSecretReference(operation.payload))
      return { operation };
    const asked = await gate.ask(this.scaId, this.caller, 'secret');
    this.refused = asked.pendingBecause === 'token';
    return { operation: asked.operation ?? operation, secret: asked.secret };
  }

  private pauseAfter(operation: Operation | 'unreadable'): number {
    if (operation !== 'unreadable' && isPrepared(operation)) {
      const left = operation.expiresAt - this.services.clock.now();
      return Math.min(Math.max(left, 0) + justAfterMilliseconds, lookAgainMilliseconds);
    }
    const asks = operation !== 'unreadable' && isSecretReference(operation.payload) && !this.refused;
    return asks ? intervalAt(this.services.clock.now() - operation.createdAt) : lookAgainMilliseconds;
  }

  /** The watcher sees to the operation's end; where it does not, because it watches as much as it can, this does. */
  private lookAgain(operation: Operation | 'unreadable'): void {
    const { gate, watcher, clock } = this.services;
    const over = operation !== 'unreadable' && clock.now() > operation.endsAt + graceMilliseconds;
    if (over || !watcher.isWatching(this.scaId)) gate.ask(this.scaId, this.caller).catch(() => undefined);
    this.wake();
  }

  private end(): void {
    this.ended = true;
    this.unsubscribe();
    this.wake();
  }
}
