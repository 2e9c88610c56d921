import type { Caller } from '../../linkcy/client.js';
import type { OperationView } from '../operation.js';
import type { ScaServices } from '../sca-services.js';

/** How often it is looked whether the one who sends is still alive, and how long at most. */
const lookAgainMilliseconds = 1_000;
const patienceMilliseconds = 40_000;
/** A request whose own time is nearly over answers rather than to be cut off. */
const lastMomentMilliseconds = 3_000;

/**
 * The state that another submit has left behind, as soon as it has: one that has died counts as lost, and its effect is
 * looked for. Undefined where there is no such operation any more.
 */
export async function stateAfterOther(
  { store, gate, clock }: ScaServices,
  scaId: string,
  caller: Caller,
): Promise<OperationView | undefined> {
  const { deadline = Infinity } = caller;
  const until = Math.min(performance.now() + patienceMilliseconds, deadline - lastMomentMilliseconds);
  let wake = () => {};
  const unsubscribe = await store.subscribe(scaId, () => wake());
  try {
    for (;;) {
      const news = new Promise<void>((resolve) => (wake = resolve));
      const { operation, pendingBecause } = await gate.ask(scaId, caller, 'resume');
      if (pendingBecause !== 'held' || performance.now() >= until) return operation && { operation };
      const stopTimer = clock.after(lookAgainMilliseconds, wake);
      await news;
      stopTimer();
    }
  } finally {
    unsubscribe();
  }
}
