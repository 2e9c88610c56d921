import type { Attempt } from './attempt.js';
import { payload, problem, type OperationResult } from './result.js';
import type { ScaServices } from './sca-services.js';
import { longestWriteMilliseconds } from './transfers.js';

/** Looks for the transfer of an attempt whose answer was lost. */
export async function reconcileTransfer(
  { transfers, clock }: ScaServices,
  attempt: Omit<Attempt, 'headers'>,
  sentAt: number,
): Promise<OperationResult> {
  if (attempt.request.transfer === undefined) return problem('OutcomeUnknown');
  const window = { from: sentAt, to: Math.min(clock.now(), sentAt + longestWriteMilliseconds) };
  const search = await transfers.search(attempt, window, attempt.caller).catch(() => undefined);
  return typeof search === 'object' ? payload('Transaction', search.transactionId) : problem('OutcomeUnknown');
}
