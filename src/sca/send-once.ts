import type { LinkcyClient, WriteRequest } from '../linkcy/client.js';
import { LinkcyBrokenAnswer, LinkcyError } from '../linkcy/error.js';
import { callName } from '../linkcy/http/transport.js';
import type { Attempt } from './attempt.js';
import { outcomeOfSearch } from './lost-effect.js';
import { notStored } from './not-stored.js';
import { provesAcceptance } from './principal-verifier.js';
import { isUnauthenticated, problemOf } from './problem-of.js';
import { isOutcomeUnknown, type OperationResult } from './result.js';
import type { ScaServices } from './sca-services.js';
import { provesToken, storePending } from './store-pending.js';
import { resultOfWrite } from './write-answer.js';

/**
 * Sends the write once and never again, because LinkCy has no idempotency key. Throws the LinkcyRejection of LinkCy's own
 * 401.
 */
export async function sendOnce(
  services: ScaServices,
  client: LinkcyClient,
  attempt: Attempt,
): Promise<OperationResult> {
  const { request, headers } = attempt;
  const { clock, markers } = services;
  try {
    await services.store.ready(await claimedBy(services, attempt));
    await markers.sending(attempt);
  } catch (error) {
    return notStored(error, 'operation');
  }
  const write: WriteRequest = { ...request.write, headers: { ...request.write.headers, ...headers } };
  const sentAt = clock.now();
  try {
    const said = await client.write(write);
    const answer = resultOfWrite(request.payload, said);
    if (answer === undefined) throw new LinkcyBrokenAnswer(callName(write), 'the answer has no id');
    if (answer.kind === 'approval') {
      return await storePending(services, attempt, answer.approval, {
        sentAt,
        answeredAt: clock.now(),
        date: said.date,
      });
    }
    const { authorization } = attempt.caller;
    if (authorization !== undefined && provesToken(write)) services.principals.accept(authorization);
    // Done. If this fails, an equal row is at worst UNKNOWN.
    await markers.done(attempt, answer.uuid).catch(() => undefined);
    return answer;
  } catch (error) {
    if (!(error instanceof LinkcyError)) throw error;
    return rejectedOrLost(services, attempt, error, sentAt);
  }
}

/** The principal that the token claims; LinkCy's answer to the write proves it. */
async function claimedBy({ principals }: ScaServices, { caller }: Attempt): Promise<string | undefined> {
  return caller.authorization === undefined ? undefined : principals.principalOf(caller.authorization);
}

async function rejectedOrLost(
  services: ScaServices,
  attempt: Attempt,
  error: LinkcyError,
  sentAt: number,
): Promise<OperationResult> {
  const { clock, markers, lostEffects } = services;
  const { inputPaths, write } = attempt.request;
  const { authorization } = attempt.caller;
  if (authorization !== undefined && provesToken(write) && provesAcceptance(error)) {
    services.principals.accept(authorization);
  }
  const rejected = isUnauthenticated(error) ? undefined : problemOf(error, inputPaths);
  if (rejected === undefined || !isOutcomeUnknown(rejected)) {
    await markers.cancel(attempt).catch(() => undefined);
    if (rejected === undefined) throw error;
    return rejected;
  }
  const lostAt = clock.now();
  await markers.lost(attempt, { sentAt }).catch(() => undefined);
  const search = await lostEffects.search(attempt, { sentAt, lostAt }, attempt.caller).catch(() => undefined);
  return outcomeOfSearch(search, rejected).result;
}
