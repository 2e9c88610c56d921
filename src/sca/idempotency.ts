import { createHash } from 'node:crypto';
import type { Caller } from '../linkcy/client.js';
import { isObject } from '../linkcy/json/shape.js';
import type { Attempt } from './attempt.js';
import { mayStillComplete, pendingApproval } from './operation.js';
import type { OperationRequest } from './operation-request.js';
import { isUnauthenticated } from './problem-of.js';
import { isOutcomeUnknown, isRepeatable, problem, type OperationResult, type Problem } from './result.js';
import type { ScaServices } from './sca-services.js';
import { resultOfSearch } from './send-once.js';
import { StoreUnavailable, type AttemptOutcome, type IdempotencyRecord } from './store/store.js';

export const longestIdempotencyKey = 255;

/**
 * How long repeats wait for the first request, counted from its beginning: as long as a write and the search for its
 * effect may take. After that it counts as dead, and what it did as unknown; should it live, its result replaces that.
 */
const waitMilliseconds = 45_000;
/** A repeat whose own time is nearly over answers rather than to be cut off. Longer than a search for the effect. */
const lastMomentMilliseconds = 5_000;

/**
 * Sends at most once for all requests of the principal with the same mutation, key and input:
 * - a repeat gets what the first one got, or the present state of its operation; while the first is under way it waits
 * - what LinkCy refused stays refused under the key: another try needs another key
 * - what certainly was not sent (UpstreamUnavailable, a 401) leaves the key free: the next request is carried out
 * - what may have been carried out is never sent again; a repeat looks once more for the transfer
 *
 * @param principal undefined for a request without a token: as nobody can say who sends it, another input under the same
 *   key is another request, not a conflict
 */
export async function performOnce(
  services: ScaServices,
  attempt: Attempt,
  principal: string | undefined,
  key: string,
  send: () => Promise<OperationResult>,
): Promise<OperationResult> {
  const fingerprint = fingerprintOf(attempt.request);
  const name = hash(JSON.stringify([principal ?? ['nobody', fingerprint], attempt.request.mutation, key]));
  for (;;) {
    let standing: IdempotencyRecord;
    try {
      standing = await services.store.begin(name, {
        fingerprint,
        attempt: attempt.id,
        startedAt: services.clock.now(),
      });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return problem(
        'UpstreamUnavailable',
        'STORE_UNAVAILABLE',
        'Nothing was carried out: no idempotency key can be kept at the moment.',
      );
    }
    if (standing.fingerprint !== fingerprint) {
      return problem(
        'Conflict',
        'IDEMPOTENCY_KEY_REUSED',
        'This idempotencyKey was used for another input. Nothing was carried out.',
      );
    }
    if (standing.attempt === attempt.id) return sendAndFinish(services, name, attempt.id, send);
    const outcome = await outcomeOf(services, name, standing, attempt.caller).catch(unreadable);
    if (outcome === 'in flight') return problem('OutcomeUnknown', 'REQUEST_UNDER_WAY', inFlightMessage);
    if (typeof outcome === 'object' && 'kind' in outcome) return outcome;
    if (outcome !== 'abandoned') return repeat(services, name, attempt, standing, outcome);
  }
}

async function sendAndFinish(
  { store }: ScaServices,
  name: string,
  id: string,
  send: () => Promise<OperationResult>,
): Promise<OperationResult> {
  try {
    const result = await send();
    // The result is worth more than the record: without an outcome in it, a repeat finds an unknown one, and sends nothing.
    await store.finish(name, id, attemptOutcome(result)).catch(() => undefined);
    return result;
  } catch (error) {
    const over = isUnauthenticated(error)
      ? store.abandon(name, id)
      : store.finish(name, id, attemptOutcome(problem('OutcomeUnknown')));
    await over.catch(() => undefined);
    throw error;
  }
}

function attemptOutcome(result: OperationResult): AttemptOutcome {
  if (result.kind === 'pending') return { scaId: result.scaId };
  return { result, repeatable: isRepeatable(result) };
}

async function repeat(
  services: ScaServices,
  name: string,
  { caller, request }: Attempt,
  { attempt }: IdempotencyRecord,
  outcome: AttemptOutcome | undefined,
): Promise<OperationResult> {
  const { store, watcher, gate, lostEffects, markers } = services;
  if (outcome !== undefined && 'scaId' in outcome) {
    const stored = await store.read(outcome.scaId).catch(() => undefined);
    if (stored === undefined) return problem('OutcomeUnknown');
    watcher.watch(stored, caller);
    // What was not seen by its end may be seen now.
    const again = mayStillComplete(stored) ? await gate.ask(stored.scaId, caller).catch(() => undefined) : undefined;
    const operation = again?.operation ?? stored;
    return operation.result ?? pendingApproval(operation);
  }
  if (outcome !== undefined && !isOutcomeUnknown(outcome.result)) return outcome.result;
  const lostAttempt = { id: attempt, request };
  const loss = await markers.lossOf(lostAttempt).catch(() => undefined);
  const search = loss && (await lostEffects.search(lostAttempt, loss, caller).catch(() => undefined));
  const found = resultOfSearch({ request }, search);
  await store.finish(name, attempt, attemptOutcome(found)).catch(() => undefined);
  return found;
}

/** The store fails while a repeat waits: what the first request does is not known, and this one sends nothing. */
function unreadable(error: unknown): Problem {
  if (!(error instanceof StoreUnavailable)) throw error;
  return problem('OutcomeUnknown', 'STORE_UNAVAILABLE', unreadableMessage);
}

const unreadableMessage =
  'What became of the first request with this idempotencyKey cannot be looked up at the moment. Repeat it with the same key to learn it.';

const inFlightMessage =
  'The first request with this idempotencyKey is still under way. Repeat it with the same key to learn what became of it.';

/** What became of the attempt behind a record, as soon as it is known; undefined when nobody will say any more. */
async function outcomeOf(
  { store, clock }: ScaServices,
  name: string,
  { attempt, startedAt, outcome }: IdempotencyRecord,
  { deadline = Infinity }: Caller,
): Promise<AttemptOutcome | 'abandoned' | 'in flight' | undefined> {
  if (outcome !== undefined) return outcome;
  let wake = () => {};
  const unsubscribe = await store.subscribe(name, () => wake());
  try {
    for (;;) {
      const news = new Promise<void>((resolve) => (wake = resolve));
      const record = await store.record(name);
      if (record?.attempt !== attempt) return 'abandoned';
      if (record.outcome !== undefined) return record.outcome;
      const patience = deadline - performance.now() - lastMomentMilliseconds;
      if (patience <= 0) return 'in flight';
      const life = startedAt + waitMilliseconds - clock.now();
      if (life <= 0) return undefined;
      const stopTimer = clock.after(Math.min(life, patience), wake);
      await news;
      stopTimer();
    }
  } finally {
    unsubscribe();
  }
}

/**
 * Of what goes over the wire, not of the GraphQL input: two spellings of an id, 12.5 and 12.50, another order of fields
 * and a default that is written out are the same request.
 */
function fingerprintOf({ mutation, write }: OperationRequest): string {
  const body: unknown = write.body === undefined ? null : JSON.parse(write.body);
  return hash(JSON.stringify([mutation, write.method, write.route.path, sorted(body)]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  // Pairs, because an object puts names that look like numbers first, in whatever order they are set.
  return { pairs: names.map((name) => [name, sorted(value[name])]) };
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
