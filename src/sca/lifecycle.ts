import type { Caller } from '../linkcy/client.js';
import type { Clock } from './clock.js';
import { isFinal, type Operation } from './operation.js';

/** An operation has ended; reported by the process that found the end. */
export interface ScaEnd {
  readonly operation: Operation;
  /**
   * Upper bound of the time since the approval (or other end): since the last inquiry here that found it pending. LinkCy does
   * not say when the user approved. Undefined if this process has not inquired before.
   */
  readonly noticedWithinMilliseconds: number | undefined;
}

/** Receives the events of pending operations, for metrics and traces. Must not throw. */
export interface ScaListener {
  /** The operation is pending from now on. */
  began?(operation: Operation, caller: Caller): void;
  /** An inquiry found it pending. */
  stillPending?(operation: Operation): void;
  ended?(end: ScaEnd): void;
}

/** Reports the events of operations in this process to the listener. */
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
