import { LinkcyBrokenAnswer, LinkcyError, LinkcyRefusal, LinkcyUnreachable } from '../linkcy/error.js';
import type { SecretRead, Write } from '../linkcy/client.js';
import type { TransportAnswer } from '../linkcy/http/transport.js';
import { isUnauthenticated, problemOf } from '../graph/problems/problem-of.js';
import { Conflict, OutcomeUnknown, ScaRefused } from '../graph/problems/problem.type.js';
import type { Operation, Outcome } from './operation.js';
import { payloadOf } from '../graph/sca/payload.type.js';
import { dataOf } from './result.js';
import { isSecretReference, type SecretPayload } from '../graph/sca/secret.type.js';
import { readSecretAnswer, readWriteAnswer } from './write-answer.js';

/** What a replay may have got back. Nothing at all: there was no token to ask with. */
export type ReplayAnswer = TransportAnswer | LinkcyError | undefined;

/** What follows from it. */
export type Step =
  /** It is over. secret: the answer, which only whoever asked may see. */
  | { readonly to: 'settle'; readonly outcome: Outcome; readonly secret?: SecretPayload }
  /** It may have been carried out by a replay whose answer was lost: look for its effect; `otherwise` where there is none. */
  | { readonly to: 'reconcile'; readonly otherwise: Outcome }
  /** Ask again later. inDoubt: whether a replay may now have been carried out without our knowing. */
  | {
      readonly to: 'wait';
      readonly inDoubt: boolean;
      readonly reason: 'not approved' | 'no answer' | 'token' | 'no token';
    };

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
  write: Write | SecretRead,
  answer: ReplayAnswer,
  askedAt: number,
  now: number,
): Step {
  const step = stepOf(operation, write, answer, now);
  if (step.to !== 'wait') return step;
  // An answer is as old as its question: what was not approved then may be by now.
  if (!step.inDoubt && askedAt >= operation.endsAt + graceMilliseconds) return { to: 'settle', outcome: expired() };
  if (step.inDoubt && askedAt >= operation.endsAt + doubtMilliseconds) return { to: 'reconcile', otherwise: unknown() };
  return step;
}

function stepOf(operation: Operation, write: Write | SecretRead, answer: ReplayAnswer, now: number): Step {
  const doubted = operation.inDoubtSince !== undefined;
  if (answer === undefined) return { to: 'wait', inDoubt: doubted, reason: 'no token' };
  if (!(answer instanceof LinkcyError)) return stepAfterSuccess(operation, write, answer);
  if (answer instanceof LinkcyUnreachable) return { to: 'wait', inDoubt: doubted, reason: 'no answer' };
  if (!(answer instanceof LinkcyRefusal)) return { to: 'wait', inDoubt: true, reason: 'no answer' };
  if (isUnauthenticated(answer)) return { to: 'wait', inDoubt: doubted, reason: 'token' };
  if (answer.status === 408) return { to: 'wait', inDoubt: true, reason: 'no answer' };
  if (answer.status === 425 || answer.status === 429) return { to: 'wait', inDoubt: doubted, reason: 'no answer' };
  const over = now >= operation.expiresAt;
  switch (answer.code) {
    case 'SCA_INTERACTION_NOT_COMPLETED':
      return { to: 'wait', inDoubt: false, reason: 'not approved' };
    case 'SCA_INTERACTION_DECLINED':
      return { to: 'settle', outcome: over ? expired(answer.code) : declined(answer) };
    case 'SCA_INTERACTION_ALREADY_CONSUMED':
      return { to: 'reconcile', otherwise: afterConsumption(operation) };
    case 'SCA_INTERACTION_NOT_FOUND':
      if (over && !doubted) return { to: 'settle', outcome: expired(answer.code) };
      break;
    default:
  }
  if (doubted) return { to: 'reconcile', otherwise: unknown() };
  const problem = problemOf(answer, { inputPaths: operation.inputPaths, body: write.body });
  return { to: 'settle', outcome: { status: 'FAILED', result: dataOf(problem) } };
}

function stepAfterSuccess(operation: Operation, write: Write | SecretRead, answer: TransportAnswer): Step {
  const { payload } = operation;
  try {
    const read = isSecretReference(payload)
      ? readSecretAnswer(write, payload, answer)
      : readWriteAnswer(write, payload, answer);
    if ('secret' in read) return { to: 'settle', outcome: shown(), secret: read.secret };
    if ('payload' in read) return { to: 'settle', outcome: { status: 'COMPLETED', result: dataOf(read.payload) } };
    const same = read.pending.scaId.toLowerCase() === operation.scaId.toLowerCase();
    if (same) return { to: 'wait', inDoubt: false, reason: 'not approved' };
    // This LinkCy does not take the scaId: every further question would ask the user to approve once more.
    return { to: 'settle', outcome: unknown('SCA_NOT_RESUMABLE') };
  } catch (error) {
    if (error instanceof LinkcyBrokenAnswer) return { to: 'wait', inDoubt: true, reason: 'no answer' };
    throw error;
  }
}

/** The approval was used, and only we have it. Where the object is known, it is done; a new object cannot be named. */
function afterConsumption({ payload }: Operation): Outcome {
  if (isSecretReference(payload)) return shown();
  if (payload.id === 'created') return unknown();
  return { status: 'COMPLETED', result: dataOf(payloadOf(payload.type, payload.id)) };
}

/** What stands for a secret after it was told. */
const shown = (): Outcome => ({
  status: 'COMPLETED',
  result: dataOf(
    new Conflict(
      'SHOWN_ONCE',
      'The user approved, and the answer was given once, to the first who asked. It is a secret and was not kept: send the mutation again for another.',
    ),
  ),
});
const declined = (refusal: LinkcyRefusal): Outcome => ({ status: 'DECLINED', result: dataOf(problemOf(refusal)) });
const unknown = (code?: string): Outcome => ({ status: 'UNKNOWN', result: dataOf(new OutcomeUnknown(code)) });
const expired = (code = 'SCA_INTERACTION_EXPIRED'): Outcome => ({
  status: 'EXPIRED',
  result: dataOf(new ScaRefused(code, 'The time to approve ran out.')),
});
