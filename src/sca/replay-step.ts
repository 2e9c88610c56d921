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

/** What a replay may have got back. Nothing at all: there was no token to ask with. */
export type ReplayAnswer = WriteAnswer | LinkcyError | undefined;

/** What follows from it. */
export type Step =
  | Finding
  /** It may have been carried out by a replay whose answer was lost: look for its effect; `otherwise` where there is none. */
  | { readonly to: 'reconcile'; readonly otherwise: Outcome };

/** Two clocks may differ a little: for so long after the end LinkCy is still asked, before ours ends the operation. */
export const graceMilliseconds = 3_000;
/** For so long after the end LinkCy is asked about an operation that may have been carried out. */
export const doubtMilliseconds = 60_000;

/**
 * From the answer to a replay to the next step: pure, and the only place that knows what the answers mean.
 *
 * @param askedAt when the replay was sent; `now`: when it was answered. Epoch milliseconds.
 *
 * LinkCy consumes an approval once, and its answers about the approval are believed: NOT_COMPLETED and DECLINED say that
 * nothing was carried out so far. Any other refusal says so only when no earlier replay is in doubt; an earlier one may
 * have succeeded, and be the very reason of the refusal (the money is gone, the beneficiary exists).
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
  // An answer is as old as its question: what was not approved then may be by now.
  if (!step.inDoubt && askedAt >= operation.endsAt + graceMilliseconds) {
    // Where the approval itself carries it out, a secret has come to nobody, and who approved cannot be seen.
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
      // Just after its 202 it may not be known everywhere at LinkCy.
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
  // This LinkCy does not take the scaId: every further question would ask the user to approve once more.
  return { to: 'observe', until: Math.max(operation.endsAt, now + ttlOf(read.approval.ttl).milliseconds) };
}

/** The approval was used, and only we have it. Where the object is known, it is done; a new object cannot be named. */
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
