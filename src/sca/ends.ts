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

/** Tells of ends, for metrics and traces. What listens must not throw. */
export class Ends {
  private readonly pendingAt = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly told: (end: ScaEnd) => void = () => {},
  ) {}

  /** An inquiry has found it pending. */
  pending({ scaId }: Operation): void {
    this.pendingAt.set(scaId.toLowerCase(), this.clock.now());
  }

  ended(operation: Operation): void {
    if (!isFinal(operation)) return;
    const id = operation.scaId.toLowerCase();
    const pendingAt = this.pendingAt.get(id);
    this.pendingAt.delete(id);
    this.told({
      operation,
      noticedWithinMilliseconds: pendingAt === undefined ? undefined : this.clock.now() - pendingAt,
    });
  }
}
