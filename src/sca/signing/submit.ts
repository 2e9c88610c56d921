import { randomUUID } from 'node:crypto';
import type { Caller, LinkcyClient } from '../../linkcy/client.js';
import { ScaHeader, type ScaPending } from '../../linkcy/endpoints/sca.js';
import { LinkcyBrokenAnswer, LinkcyError } from '../../linkcy/error.js';
import { callName } from '../../linkcy/http/transport.js';
import type { Times } from '../attempt.js';
import { keepRenewing, leaseMilliseconds } from '../leases.js';
import { attemptOf } from '../effect-markers.js';
import type { Operation, OperationView, Outcome } from '../operation.js';
import { isSecretReference } from '../operation-request.js';
import { isSignatureRefusal, isUnauthenticated, problemOf } from '../problem-of.js';
import { isOutcomeUnknown, isRepeatable, problem, shownOnce, type Problem } from '../result.js';
import type { ScaServices } from '../sca-services.js';
import { approvalNotStored, storeAsked } from '../store-pending.js';
import { resultOfWrite, secretOfRead } from '../write-answer.js';
import { outcomeOfSearch } from '../lost-effect.js';
import { currentOperation } from './current-operation.js';
import { stateAfterOther } from './other-submit.js';

/** This refusal ends the operation: failed signatures can lock the device. */
const maxRefusals = 3;

/** One attempt to send a signed request. */
interface Submit {
  readonly services: ScaServices;
  readonly client: LinkcyClient;
  readonly caller: Caller;
  /** In stage `sent`: nobody else sends it. */
  readonly operation: Operation;
  readonly id: string;
  readonly sentAt: number;
}

/**
 * Sends the prepared request byte for byte with the signature and the caller's token, at most once. If the operation no longer
 * waits for a signature, nothing is sent and its state is returned. Throws the LinkcyRejection of LinkCy's own 401, and
 * StoreUnavailable if nothing was sent.
 *
 * @param caller the verified owner
 */
export async function submitSignature(
  services: ScaServices,
  client: LinkcyClient,
  caller: Caller,
  prepared: Operation,
  signature: string,
): Promise<OperationView | undefined> {
  const { store, clock } = services;
  const { scaId } = prepared;
  const id = randomUUID();
  const sentAt = clock.now();
  const step = { to: 'sent', submit: id, sentAt, leaseMilliseconds } as const;
  const operation = await store.sign(scaId, step).catch((error: unknown) => {
    // The step may have been done although its answer was lost.
    void store.sign(scaId, unsent(id, prepared)).catch(() => undefined);
    throw error;
  });
  if (operation?.signing?.submit !== id) return stateAfterOther(services, scaId, caller);
  const stopRenewing = keepRenewing(store, clock, scaId, id);
  try {
    return await send({ services, client, caller, operation, id, sentAt }, signature);
  } finally {
    stopRenewing();
  }
}

async function send(submit: Submit, signature: string): Promise<OperationView> {
  const { services, client, operation, sentAt } = submit;
  const { markers, clock } = services;
  const { write, payload: reference } = operation;
  if (write === undefined) throw new Error('A prepared operation has lost its request.');
  try {
    await markers.sending(attemptOf(operation));
  } catch {
    return undo(submit, storeUnavailable());
  }
  try {
    const said = await client.write({ ...write, headers: { ...write.headers, [ScaHeader.signature]: signature } });
    const answer = isSecretReference(reference) ? secretOfRead(reference, said) : resultOfWrite(reference, said);
    if (answer === undefined) throw new LinkcyBrokenAnswer(callName(write), 'the answer has no id, or no secret');
    if (answer.kind === 'approval') {
      return await continueAsPending(submit, answer.approval, { sentAt, answeredAt: clock.now(), date: said.date });
    }
    if (answer.kind === 'secret') {
      return { ...(await end(submit, { status: 'COMPLETED', result: shownOnce() })), secret: answer.secret };
    }
    // Done. If this fails, an equal row is at worst UNKNOWN.
    await markers.done(attemptOf(operation), answer.uuid).catch(() => undefined);
    return await end(submit, { status: 'COMPLETED', result: answer });
  } catch (error) {
    if (!(error instanceof LinkcyError)) throw error;
    return rejectedOrLost(submit, error);
  }
}

async function rejectedOrLost(submit: Submit, error: LinkcyError): Promise<OperationView> {
  const { services, operation, sentAt } = submit;
  const { markers, lostEffects, clock } = services;
  if (isUnauthenticated(error)) {
    await undo(submit);
    throw error;
  }
  const refusal = problemOf(error, operation.inputPaths);
  if (isRepeatable(refusal)) return undo(submit, refusal);
  if (!isOutcomeUnknown(refusal)) {
    const refusals = (operation.signing?.refusals ?? 0) + 1;
    if (isSignatureRefusal(error) && refusals < maxRefusals) return undo(submit, refusal, refusals);
    return end(submit, { status: 'FAILED', result: refusal });
  }
  const attempt = attemptOf(operation);
  const lostAt = clock.now();
  await markers.lost(attempt, { sentAt }).catch(() => undefined);
  const search = await lostEffects.search(attempt, { sentAt, lostAt }, submit.caller).catch(() => undefined);
  return end(submit, outcomeOfSearch(search, refusal));
}

/** Nothing was carried out: back to `prepared`, and another signature may be tried. */
async function undo(submit: Submit, refusal?: Problem, refusals?: number): Promise<OperationView> {
  const { services, operation, id } = submit;
  await services.markers.cancel(attemptOf(operation)).catch(() => undefined);
  const step = unsent(id, operation, refusals);
  const prepared = await services.store.sign(operation.scaId, step).catch(() => undefined);
  // It may have expired meanwhile.
  const now = prepared && (await currentOperation(services, operation.scaId).catch(() => undefined));
  return { operation: now ?? operation, refusal };
}

function unsent(submit: string, { signing }: Operation, refusals = signing?.refusals ?? 0) {
  return { to: 'prepared', submit, refusals } as const;
}

async function end({ services, operation }: Submit, outcome: Outcome): Promise<OperationView> {
  return { operation: await services.gate.conclude(operation, outcome) };
}

/** LinkCy has asked the user although the request was signed: continues as after any 202. */
async function continueAsPending(submit: Submit, approval: ScaPending, times: Times): Promise<OperationView> {
  const { services, operation, caller, id } = submit;
  const asked = await storeAsked(services, operation, id, approval, times, caller);
  if (asked !== undefined) return { operation: asked };
  const result = await approvalNotStored(services, attemptOf(operation), approval, times);
  return end(submit, { status: 'UNKNOWN', result });
}

const storeUnavailable = () =>
  problem(
    'UpstreamUnavailable',
    'STORE_UNAVAILABLE',
    'Nothing was sent: the store of operations cannot be used at the moment.',
  );
