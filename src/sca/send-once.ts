import type { LinkcyClient, WriteRequest } from '../linkcy/client.js';
import { LinkcyBrokenAnswer, LinkcyError } from '../linkcy/error.js';
import { callName } from '../linkcy/http/transport.js';
import type { Attempt } from './attempt.js';
import { isUnauthenticated, problemOf } from './problem-of.js';
import { isOutcomeUnknown, problem, type OperationResult } from './result.js';
import { reconcileTransfer } from './reconcile.js';
import type { ScaServices } from './sca-services.js';
import { provesToken, storePending } from './store-pending.js';
import { longestWriteMilliseconds } from './transfers.js';
import { resultOfWrite } from './write-answer.js';

/**
 * Sends the write once, and never again: LinkCy has no idempotency key, and only a 202 gives an id that fences what
 * follows. Throws the LinkcyRejection of a 401.
 */
export async function sendOnce(
  services: ScaServices,
  client: LinkcyClient,
  attempt: Attempt,
): Promise<OperationResult> {
  const { request, headers } = attempt;
  const { clock, transfers } = services;
  try {
    await services.store.ready();
    await transfers.expect(attempt, clock.now() + longestWriteMilliseconds);
  } catch {
    return problem(
      'UpstreamUnavailable',
      'STORE_UNAVAILABLE',
      'Nothing was carried out: no operation can be kept at the moment.',
    );
  }
  const write: WriteRequest = { ...request.write, headers: { ...request.write.headers, ...headers } };
  const sentAt = clock.now();
  try {
    const answer = resultOfWrite(request.payload, await client.write(write));
    if (answer === undefined) throw new LinkcyBrokenAnswer(callName(write), 'the answer has no id');
    if (answer.kind === 'approval') {
      return await storePending(services, attempt, answer.approval, { sentAt, answeredAt: clock.now() });
    }
    const { authorization } = attempt.caller;
    if (authorization !== undefined && provesToken(write)) services.principals.accept(authorization);
    // It is done; without the marker, another transfer with this fingerprint is at worst unknown.
    await transfers.found(attempt, answer.uuid).catch(() => undefined);
    return answer;
  } catch (error) {
    if (!(error instanceof LinkcyError)) throw error;
    return refusedOrLost(services, attempt, error, sentAt);
  }
}

async function refusedOrLost(
  services: ScaServices,
  attempt: Attempt,
  error: LinkcyError,
  sentAt: number,
): Promise<OperationResult> {
  const { clock, transfers } = services;
  const { inputPaths, write } = attempt.request;
  const refused = isUnauthenticated(error) ? undefined : problemOf(error, { inputPaths, body: write.body });
  if (refused === undefined || !isOutcomeUnknown(refused)) {
    await transfers.cancel(attempt).catch(() => undefined);
    if (refused === undefined) throw error;
    return refused;
  }
  await transfers.expect(attempt, clock.now()).catch(() => undefined);
  const found = await reconcileTransfer(services, attempt, sentAt);
  return isOutcomeUnknown(found) ? refused : found;
}
