import { LinkcyError, LinkcyRejection, LinkcyUnreachable } from '../linkcy/error.js';
import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { WriteAnswer } from '../linkcy/write-answer.js';
import type { Finding } from './inquiry.js';
import { unseen } from './observe/ending.js';
import { approvalIdOf, type Operation, type Outcome } from './operation.js';
import { isSecretReference } from './operation-request.js';
import { isUnauthenticated, problemOf } from './problem-of.js';
import { payload, problem, shownOnce } from './result.js';
import { ttlOf } from './ttl.js';
import { resultOfWrite, secretOfRead } from './write-answer.js';

/** Answer to a replay; undefined if there was no token to send it with. */
export type ReplayAnswer = WriteAnswer | LinkcyError | undefined;

/** What to do next. */
export type Step =
  | Finding
  /** A replay whose answer was lost may have carried it out: look for the effect, else end with `otherwise`. */
  | { readonly to: 'reconcile'; readonly otherwise: Outcome };

/** How long after the end LinkCy is still asked, as two clocks may differ. */
export const graceMilliseconds = 3_000;
/** The same for an operation in doubt. */
export const doubtMilliseconds = 60_000;

/**
 * Maps the answer to a replay to the next step. Pure, and the only place that knows what these answers mean.
 *
 * LinkCy uses an approval once, and its answers about the approval are facts: NOT_COMPLETED and DECLINED say that nothing has
 * been carried out. Any other refusal says so only if no earlier replay is in doubt: an earlier one may have succeeded and
 * caused the refusal (the money is gone, the beneficiary exists).
 *
 * @param askedAt when the replay was sent, in epoch milliseconds; `now`: when it was answered
 */
export function stepAfter(
  operation: Operation,
  write: WriteRequest | SecretRead,
  answer: ReplayAnswer,
  askedAt: number,
  now: number,
): Step {
  const step = stepOf(operation, write, answer, now);
  if (step.to !== 'wait') return step;
  // The answer describes the moment of asking: it may have been approved since.
  if (!step.inDoubt && askedAt >= operation.endsAt + graceMilliseconds) {
    // Observed: whether the user approved cannot be seen.
    const isObserved = operation.way === 'observe' || operation.observeUntil !== undefined;
    return { to: 'finalize', outcome: isObserved ? unseen('invisible') : expired() };
  }
  if (step.inDoubt && askedAt >= operation.endsAt + doubtMilliseconds) return { to: 'reconcile', otherwise: unknown() };
  return step;
}

function stepOf(operation: Operation, write: WriteRequest | SecretRead, answer: ReplayAnswer, now: number): Step {
  const doubted = operation.inDoubtSince !== undefined;
  if (answer === undefined) return { to: 'wait', inDoubt: doubted, reason: 'no token' };
  if (!(answer instanceof LinkcyError)) return stepAfterSuccess(operation, answer, now);
  if (answer instanceof LinkcyUnreachable) return { to: 'wait', inDoubt: doubted, reason: 'no answer' };
  if (!(answer instanceof LinkcyRejection)) return { to: 'wait', inDoubt: true, reason: 'no answer' };
  if (isUnauthenticated(answer)) return { to: 'wait', inDoubt: doubted, reason: 'token' };
  if (answer.status === 408) return { to: 'wait', inDoubt: true, reason: 'no answer' };
  if (answer.status === 425 || answer.status === 429) return { to: 'wait', inDoubt: doubted, reason: 'no answer' };
  const over = now >= operation.expiresAt;
  switch (answer.code) {
    case 'SCA_INTERACTION_NOT_COMPLETED':
      return { to: 'wait', inDoubt: false, reason: 'not approved' };
    case 'SCA_INTERACTION_DECLINED':
      return { to: 'finalize', outcome: over ? expired(answer.code) : declined(answer) };
    case 'SCA_INTERACTION_ALREADY_CONSUMED':
      return { to: 'reconcile', otherwise: afterConsumption(operation) };
    case 'SCA_INTERACTION_NOT_FOUND':
      // Right after the 202, LinkCy may not know it everywhere.
      if (!over) return { to: 'wait', inDoubt: doubted, reason: 'not approved' };
      if (!doubted) return { to: 'finalize', outcome: expired(answer.code) };
      break;
    default:
  }
  if (doubted) return { to: 'reconcile', otherwise: unknown() };
  // The approval may have carried it out: a device that is registered already is the very reason of this refusal.
  if (operation.way === 'observe' && write.method !== 'GET') return { to: 'finalize', outcome: unseen('invisible') };
  const refused = problemOf(answer, operation.inputPaths);
  return { to: 'finalize', outcome: { status: 'FAILED', result: refused } };
}

function stepAfterSuccess(operation: Operation, answer: WriteAnswer, now: number): Step {
  const { payload: reference } = operation;
  const read = isSecretReference(reference) ? secretOfRead(reference, answer) : resultOfWrite(reference, answer);
  if (read === undefined) return { to: 'wait', inDoubt: true, reason: 'no answer' };
  if (read.kind === 'secret') return { to: 'finalize', outcome: shown(), secret: read.secret };
  if (read.kind === 'payload') return { to: 'finalize', outcome: { status: 'COMPLETED', result: read } };
  const same = read.approval.scaId.toLowerCase() === approvalIdOf(operation).toLowerCase();
  if (same) return { to: 'wait', inDoubt: false, reason: 'not approved' };
  // LinkCy ignored the scaId: every further replay would ask the user again.
  return { to: 'observe', until: Math.max(operation.endsAt, now + ttlOf(read.approval.ttl).milliseconds) };
}

/** The approval was used, and only by us. A known object is done; the id of a created one is unknown. */
function afterConsumption({ payload: reference }: Operation): Outcome {
  if (isSecretReference(reference)) return shown();
  if (reference.id === 'created') return unknown();
  return { status: 'COMPLETED', result: payload(reference.type, reference.id) };
}

const shown = (): Outcome => ({ status: 'COMPLETED', result: shownOnce() });
const declined = (refusal: LinkcyRejection): Outcome => ({ status: 'DECLINED', result: problemOf(refusal) });
const unknown = (code?: string): Outcome => ({ status: 'UNKNOWN', result: problem('OutcomeUnknown', code) });
const expired = (code = 'SCA_INTERACTION_EXPIRED'): Outcome => ({
  status: 'EXPIRED',
  result: problem('ScaRefused', code, 'The time to approve ran out.'),
});
