import type { Caller } from '../../linkcy/client.js';
import type { OperationView } from '../operation.js';
import type { ScaServices } from '../sca-services.js';

/** How often to check whether the sender is still alive, and for how long at most. */
const lookAgainMilliseconds = 1_000;
const longestWaitMilliseconds = 40_000;
/** Answers this long before the request's own deadline, rather than being cut off. */
const lastMomentMilliseconds = 3_000;

/**
 * Waits for another submit to finish and returns the operation. If its process has died, the answer counts as lost and the
 * effect is looked for. Undefined if the operation no longer exists.
 */
export async function stateAfterOther(
  { store, gate, clock }: ScaServices,
  scaId: string,
  caller: Caller,
): Promise<OperationView | undefined> {
  const { deadline = Infinity } = caller;
  const until = Math.min(performance.now() + longestWaitMilliseconds, deadline - lastMomentMilliseconds);
  let wake = () => {};
  const unsubscribe = await store.subscribe(scaId, () => wake());
  try {
    for (;;) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const { operation, pendingBecause } = await gate.ask(scaId, caller, 'resume');
      if (pendingBecause !== 'held' || performance.now() >= until) return operation && { operation };
      const stopTimer = clock.after(lookAgainMilliseconds, wake);
      await woken;
      stopTimer();
    }
  } finally {
    unsubscribe();
  }
}
