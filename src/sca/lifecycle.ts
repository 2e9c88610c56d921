import type { Caller } from '../linkcy/client.js';
import type { Clock } from './clock.js';
import { isFinal, type Operation } from './operation.js';

/** An operation has ended, told by the process that found it out. */
export interface ScaEnd {
  readonly operation: Operation;
  /**
   * The longest that the approval, or whatever else ended it, can lie back: since the last inquiry here that found it
   * pending. LinkCy does not tell when the user approved. Undefined: this process has not inquired before.
   */
  readonly noticedWithinMilliseconds: number | undefined;
}

/** Told what becomes of operations that wait for an approval, for metrics and traces. Must not throw. */
export interface ScaListener {
  /** It waits from now on. */
  began?(operation: Operation, caller: Caller): void;
  /** An inquiry has found it pending. */
  stillPending?(operation: Operation): void;
  ended?(end: ScaEnd): void;
}

/** The life of operations in this process, as its listener is told. */
export class Lifecycle {
  private readonly pendingAt = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly listener: ScaListener = {},
  ) {}

  began(operation: Operation, caller: Caller): void {
    this.listener.began?.(operation, caller);
  }

  stillPending(operation: Operation): void {
    this.pendingAt.set(operation.scaId.toLowerCase(), this.clock.now());
    this.listener.stillPending?.(operation);
  }

  ended(operation: Operation): void {
    if (!isFinal(operation)) return;
    const id = operation.scaId.toLowerCase();
    const pendingAt = this.pendingAt.get(id);
    this.pendingAt.delete(id);
    const noticedWithinMilliseconds = pendingAt === undefined ? undefined : this.clock.now() - pendingAt;
    this.listener.ended?.({ operation, noticedWithinMilliseconds });
  }
}
