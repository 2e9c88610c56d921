import type { Caller } from '../linkcy/client.js';
import { isFinal, isPrepared, type Operation, type OperationView } from './operation.js';
import { isSecretReference } from './operation-request.js';
import { graceMilliseconds } from './replay-step.js';
import type { ScaServices } from './sca-services.js';
import { currentOperation } from './signing/current-operation.js';
import { intervalAt } from './watch-times.js';

/** Reads the store at least this often, in case a notification was lost. */
const lookAgainMilliseconds = 10_000;
/** Timers may fire a little early. */
const justAfterMilliseconds = 20;

/** The operation does not exist, or belongs to somebody else. */
export class NoSuchOperation extends Error {
  constructor() {
    super('There is no such operation.');
    this.name = 'NoSuchOperation';
  }
}

/**
 * Emits the operation once it is final, then ends. Subscribes first, then reads, then waits, so no notification is missed.
 * For a secret answer it asks LinkCy itself, because nobody else could pass it on. Throws NoSuchOperation unless the
 * operation exists and belongs to the principal.
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

/** Not an async generator: return() of one would wait until the pending next() has settled. */
class Completion implements AsyncIterableIterator<OperationView> {
  private ended = false;
  private wake = () => {};
  private unsubscribe = () => {};
  /** LinkCy has refused the caller's token. */
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
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      const view = await this.look().catch(() => 'unreadable' as const);
      if (this.ended) break;
      if (view === undefined) {
        this.end();
        throw new NoSuchOperation();
      }
      if (view !== 'unreadable' && isFinal(view.operation)) {
        this.end();
        return { value: view, done: false };
      }
      const operation = view === 'unreadable' ? view : view.operation;
      const stopTimer = this.services.clock.after(this.pauseAfter(operation), () => this.lookAgain(operation));
      await woken;
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

  /** Reads the store; for a secret answer, asks LinkCy first. */
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

  /** The watcher normally finds the end. If it is full and does not watch this operation, ask here. */
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
