import { createHash } from 'node:crypto';
import type { Caller } from '../linkcy/client.js';
import { LinkcyError } from '../linkcy/error.js';
import { isObject } from '../linkcy/json/shape.js';
import type { Attempt } from './attempt.js';
import { endedUnsigned, mayStillComplete, openOperation } from './operation.js';
import { notKept } from './not-kept.js';
import type { OperationRequest } from './operation-request.js';
import { isUnauthenticated } from './problem-of.js';
import { isOutcomeUnknown, isRepeatable, problem, type OperationResult, type Problem } from './result.js';
import type { ScaServices } from './sca-services.js';
import { resultOfSearch } from './send-once.js';
import { currentOperation } from './signing/current-operation.js';
import { provesToken } from './store-pending.js';
import type { Occupant } from './store/shares.js';
import {
  StoreShareFull,
  StoreUnavailable,
  type AttemptOutcome,
  type IdempotencyRecord,
  type PlaceChange,
} from './store/store.js';

export const longestIdempotencyKey = 255;

/**
 * How long repeats wait for the first request, counted from its beginning: as long as a write and the search for its
 * effect may take. After that it counts as dead, and what it did as unknown; should it live, its result replaces that.
 */
const waitMilliseconds = 45_000;
/** How long a key is kept that nobody is proven to own, after a request that certainly did nothing. */
const unprovenMilliseconds = 2 * 60 * 1000;
/** A repeat whose own time is nearly over answers rather than to be cut off. Longer than a search for the effect. */
const lastMomentMilliseconds = 5_000;

/**
 * Sends at most once for all requests of the principal with the same mutation, key and input, whichever of the principal's
 * tokens they have:
 * - a new key needs no proof of the token: the write itself is one, and LinkCy's own 401 leaves the key free
 * - what already stands under a key is told, and waited for, only once LinkCy has accepted the token of whoever asks
 * - a repeat gets what the first one got, or the present state of its operation; while the first is under way it waits
 * - what LinkCy refused stays refused under the key: another try needs another key
 * - what certainly was not sent (UpstreamUnavailable, a 401) leaves the key free: the next request is carried out
 * - what no signature came for in time leaves it free, too
 * - what may have been carried out is never sent again; a repeat looks once more for the transfer
 *
 * Throws the LinkcyRejection of a 401.
 */
export async function performOnce(
  services: ScaServices,
  attempt: Attempt,
  key: string,
  send: (attempt: Attempt) => Promise<OperationResult>,
): Promise<OperationResult> {
  const { caller, request } = attempt;
  const fingerprint = fingerprintOf(request);
  for (;;) {
    let name: string;
    let standing: IdempotencyRecord;
    let occupant: Occupant;
    try {
      const owner = await ownerOf(services, attempt);
      name = hash(JSON.stringify([owner ?? ['nobody', fingerprint], request.mutation, key]));
      const record = { fingerprint, attempt: attempt.id, startedAt: services.clock.now() };
      ({ standing, occupant } = await begin(services, caller, owner, name, record));
    } catch (error) {
      return notBegun(error);
    }
    if (standing.attempt === attempt.id)
      return sendAndFinish(services, name, { ...attempt, key: name }, occupant, send);
    if (caller.authorization !== undefined) {
      const doubt = await services.principals.verify(caller).catch(unproven);
      if (doubt !== undefined) return doubt;
    }
    if (await freed(services, name, standing)) continue;
    if (standing.fingerprint !== fingerprint) {
      return problem(
        'Conflict',
        'IDEMPOTENCY_KEY_REUSED',
        'This idempotencyKey was used for another input. Nothing was carried out.',
      );
    }
    const outcome = await outcomeOf(services, name, standing, caller).catch(unreadable);
    if (outcome === 'in flight') return problem('OutcomeUnknown', 'REQUEST_UNDER_WAY', inFlightMessage);
    if (typeof outcome === 'object' && 'kind' in outcome) return outcome;
    if (outcome !== 'abandoned') return repeat(services, name, attempt, standing, outcome);
  }
}

/**
 * Whose key it is; undefined for a request without a token: as nobody can say who sends it, another input under the same key
 * is another request, not a conflict. Where LinkCy takes the write from anybody, the write proves nothing.
 */
async function ownerOf({ principals }: ScaServices, { caller, request }: Attempt): Promise<string | undefined> {
  const { authorization } = caller;
  if (authorization === undefined) return undefined;
  return provesToken(request.write) ? principals.principalOf(authorization) : principals.prove(caller);
}

/** Whether the key was free again: what it stood for has ended, and was never carried out. */
async function freed(services: ScaServices, name: string, { attempt, outcome }: IdempotencyRecord): Promise<boolean> {
  if (outcome === undefined || !('scaId' in outcome)) return false;
  const operation = await currentOperation(services, outcome.scaId).catch(() => undefined);
  if (operation === undefined || !endedUnsigned(operation)) return false;
  const owner = { principal: operation.principal, proven: true };
  return services.store.abandon(name, attempt, owner).then(
    () => true,
    () => false,
  );
}

/** Who takes the key's place: the principal only once LinkCy has accepted the token. */
function occupantOf({ principals }: ScaServices, caller: Caller, principal: string | undefined): Occupant {
  const { authorization, address } = caller;
  return { principal, address, proven: authorization !== undefined && principals.isAccepted(authorization) };
}

/** Where strangers have filled the share of an address, whoever has a token gets a place by proving it. */
async function begin(
  services: ScaServices,
  caller: Caller,
  owner: string | undefined,
  name: string,
  record: IdempotencyRecord,
): Promise<{ readonly standing: IdempotencyRecord; readonly occupant: Occupant }> {
  const { store, principals } = services;
  const occupant = occupantOf(services, caller, owner);
  try {
    return { occupant, standing: await store.begin(name, record, occupant) };
  } catch (error) {
    if (!(error instanceof StoreShareFull) || occupant.proven || caller.authorization === undefined) throw error;
    await principals.verify(caller);
    const proven = { ...occupant, proven: true };
    return { occupant: proven, standing: await store.begin(name, record, proven) };
  }
}

function notBegun(error: unknown): Problem {
  if (error instanceof LinkcyError && !isUnauthenticated(error)) return problem('UpstreamUnavailable');
  if (!(error instanceof StoreUnavailable)) throw error;
  return notKept(error, 'idempotency key');
}

/** Something stands under the key, and whether it is the caller's cannot be told: this request sends nothing. */
function unproven(error: unknown): Problem {
  if (!(error instanceof LinkcyError) || isUnauthenticated(error)) throw error;
  return problem('OutcomeUnknown');
}

async function sendAndFinish(
  services: ScaServices,
  name: string,
  attempt: Attempt,
  occupant: Occupant,
  send: (attempt: Attempt) => Promise<OperationResult>,
): Promise<OperationResult> {
  const { store } = services;
  const { id, caller } = attempt;
  const finish = async (result: OperationResult) => {
    const change = placeChange(services, caller, occupant, result);
    const outcome = attemptOutcome(result);
    // An operation became the outcome of its key when it was stored.
    if (!('scaId' in outcome) || change !== undefined) await store.finish(name, id, outcome, change);
  };
  try {
    const result = await send(attempt);
    // The result is worth more than the record: without an outcome in it, a repeat finds an unknown one, and sends nothing.
    await finish(result).catch(() => undefined);
    return result;
  } catch (error) {
    const over = isUnauthenticated(error) ? store.abandon(name, id, occupant) : finish(problem('OutcomeUnknown'));
    await over.catch(() => undefined);
    throw error;
  }
}

/**
 * The write has proven whose token it is, and the key's place is the principal's from now on. One that is still nobody's is
 * soon free again where nothing was done; what may have been done is kept as long as any other.
 */
function placeChange(
  services: ScaServices,
  caller: Caller,
  before: Occupant,
  result: OperationResult,
): PlaceChange | undefined {
  if (before.proven) return undefined;
  const after = occupantOf(services, caller, before.principal);
  const nothingDone = result.kind === 'problem' && !isOutcomeUnknown(result);
  return { from: before, to: after, keptMilliseconds: nothingDone && !after.proven ? unprovenMilliseconds : undefined };
}

function attemptOutcome(result: OperationResult): AttemptOutcome {
  if (result.kind === 'pending' || result.kind === 'signature') return { scaId: result.scaId };
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
    return operation.result ?? openOperation(operation);
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
