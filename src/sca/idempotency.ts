import type { Caller } from '../linkcy/client.js';
import { LinkcyError } from '../linkcy/error.js';
import { isObject } from '../linkcy/json/shape.js';
import type { Attempt } from './attempt.js';
import { jsonHash } from './json-hash.js';
import { outcomeOfSearch } from './lost-effect.js';
import { endedUnsigned, mayStillComplete, openOperation } from './operation.js';
import { notStored } from './not-stored.js';
import type { OperationRequest } from './operation-request.js';
import { isUnauthenticated } from './problem-of.js';
import { isOutcomeUnknown, isRepeatable, problem, type OperationResult, type Problem } from './result.js';
import type { ScaServices } from './sca-services.js';
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
 * How long repeats wait for the first request, counted from its start: as long as a write and the search for its effect may
 * take. After that the first counts as dead and its outcome as unknown. If it is alive after all, its result replaces that.
 */
const waitMilliseconds = 45_000;
/** How long a key without a proven owner is kept after a request that provably did nothing. */
const unprovenMilliseconds = 2 * 60 * 1000;
/** A repeat answers this long before its own deadline, rather than being cut off. */
const lastMomentMilliseconds = 5_000;

/**
 * Sends at most once for all requests of a principal with the same mutation, key and input, whichever of the principal's
 * tokens they carry:
 * - A new key needs no proof of the token: the write itself proves it, and LinkCy's own 401 frees the key.
 * - The state behind a key is shown only to callers whose token LinkCy has accepted.
 * - A repeat gets the first result or the operation's current state; while the first is in flight, it waits.
 * - A refusal of LinkCy's stands: another try needs another key.
 * - If nothing was sent (UpstreamUnavailable, 401) or no signature came in time, the key is free again.
 * - If it may have been carried out, it is never sent again; a repeat looks for its effect once more.
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
      name = jsonHash([owner ?? ['nobody', fingerprint], request.mutation, key]);
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
 * Owner of the key; undefined for a request without a token. As its sender is unknown, another input under the same key is
 * then another request, not a conflict. A write that LinkCy accepts without a token proves nothing about one.
 */
async function ownerOf({ principals }: ScaServices, { caller, request }: Attempt): Promise<string | undefined> {
  const { authorization } = caller;
  if (authorization === undefined) return undefined;
  return provesToken(request.write) ? principals.principalOf(authorization) : principals.prove(caller);
}

/** Frees the key if its operation expired without a signature. Returns whether it did. */
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

/** Whose share the key counts against: the principal's only if LinkCy has accepted the token. */
function occupantOf({ principals }: ScaServices, caller: Caller, principal: string | undefined): Occupant {
  const { authorization, address } = caller;
  return { principal, address, proven: authorization !== undefined && principals.isAccepted(authorization) };
}

/** If the address's share is full, a caller with a token can still get in by proving the token. */
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
  return notStored(error, 'idempotency key');
}

/** The key is in use, and the caller cannot be verified now: nothing is sent. */
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
    // If this fails, a repeat finds no outcome and answers OutcomeUnknown; it sends nothing.
    await finish(result).catch(() => undefined);
    return result;
  } catch (error) {
    const over = isUnauthenticated(error) ? store.abandon(name, id, occupant) : finish(problem('OutcomeUnknown'));
    await over.catch(() => undefined);
    throw error;
  }
}

/**
 * The write may have proven the token: then the key moves to the principal's share. A key that is still unproven is kept only
 * briefly if nothing was done, and as long as any other if something may have been.
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
    // The effect may be visible by now.
    const again = mayStillComplete(stored) ? await gate.ask(stored.scaId, caller).catch(() => undefined) : undefined;
    const operation = again?.operation ?? stored;
    return operation.result ?? openOperation(operation);
  }
  if (outcome !== undefined && !isOutcomeUnknown(outcome.result)) return outcome.result;
  const lostAttempt = { id: attempt, request };
  const loss = await markers.lossOf(lostAttempt).catch(() => undefined);
  const search = loss && (await lostEffects.search(lostAttempt, loss, caller).catch(() => undefined));
  const found = outcomeOfSearch(search).result;
  await store.finish(name, attempt, attemptOutcome(found)).catch(() => undefined);
  return found;
}

/** The store failed while a repeat was waiting. Nothing is sent. */
function unreadable(error: unknown): Problem {
  if (!(error instanceof StoreUnavailable)) throw error;
  return problem('OutcomeUnknown', 'STORE_UNAVAILABLE', unreadableMessage);
}

const unreadableMessage =
  'What became of the first request with this idempotencyKey cannot be looked up at the moment. Repeat it with the same key to learn it.';

const inFlightMessage =
  'The first request with this idempotencyKey is still under way. Repeat it with the same key to learn what became of it.';

/** The outcome of the attempt behind a record, once known; undefined if the attempt counts as dead. */
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
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const record = await store.record(name);
      if (record?.attempt !== attempt) return 'abandoned';
      if (record.outcome !== undefined) return record.outcome;
      const left = deadline - performance.now() - lastMomentMilliseconds;
      if (left <= 0) return 'in flight';
      const life = startedAt + waitMilliseconds - clock.now();
      if (life <= 0) return undefined;
      const stopTimer = clock.after(Math.min(life, left), wake);
      await woken;
      stopTimer();
    }
  } finally {
    unsubscribe();
  }
}

/**
 * Taken from what goes over the wire, not from the GraphQL input: another spelling of an id, 12.5 and 12.50, another order of
 * fields or a spelled-out default are the same request.
 */
function fingerprintOf({ mutation, write }: OperationRequest): string {
  const body: unknown = write.body === undefined ? null : JSON.parse(write.body);
  return jsonHash([mutation, write.method, write.route.path, sorted(body)]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  // Pairs, because an object always lists integer-like names first.
  return { pairs: names.map((name) => [name, sorted(value[name])]) };
}
