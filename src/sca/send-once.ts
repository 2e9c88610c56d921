import { LinkcyError } from '../linkcy/error.js';
import type { Caller, LinkcyClient, SecretRead, Write } from '../linkcy/client.js';
import type { ScaPending as WirePending } from '../linkcy/endpoints/sca.js';
import { isUnauthenticated, problemOf, type OperationProblem } from '../graph/problems/problem-of.js';
import { OutcomeUnknown, ScaRefused, UpstreamUnavailable } from '../graph/problems/problem.type.js';
import { timeText } from './clock.js';
import type { Operation } from './operation.js';
import type { KeptRequest, OperationRequest, OperationResult } from './operation-request.js';
import { payloadOf } from '../graph/sca/payload.type.js';
import { replayHeaders } from './sca-headers.js';
import { ScaPending } from '../graph/sca/sca-pending.type.js';
import type { ScaServices } from './sca-services.js';
import { keptMilliseconds } from './store/store.js';
import { ttlMilliseconds, readWriteAnswer, type WriteAnswer } from './write-answer.js';

/** How long a write may be under way at most, its wait in line included. */
const longestWriteMilliseconds = 60_000;

/** One request of one mutation, as far as it can be kept. */
export interface KeptAttempt {
  readonly id: string;
  readonly caller: Caller;
  readonly request: KeptRequest;
  /** Of `request.sca`, checked. */
  readonly headers: Readonly<Record<string, string>>;
}

/** One request of one mutation. */
export interface Attempt extends KeptAttempt {
  readonly request: OperationRequest;
}

export interface Times {
  readonly sentAt: number;
  readonly answeredAt: number;
}

/**
 * Sends the write once, and never again: LinkCy has no idempotency key, and only a 202 gives an id that fences what
 * follows. Throws the LinkcyRefusal of a 401.
 */
export async function sendFirst(
  services: ScaServices,
  client: LinkcyClient,
  attempt: Attempt,
): Promise<OperationResult> {
  const { request, headers } = attempt;
  const { clock } = services;
  try {
    await services.store.ready();
    await expectTransfer(services, attempt, clock.now() + longestWriteMilliseconds);
  } catch {
    return new UpstreamUnavailable(
      'STORE_UNAVAILABLE',
      'Nothing was carried out: no operation can be kept at the moment.',
    );
  }
  const write: Write = { ...request.write, headers: { ...request.write.headers, ...headers } };
  const sentAt = clock.now();
  try {
    const answer = await client.write(write);
    const times = { sentAt, answeredAt: clock.now() };
    return await accepted(services, attempt, readWriteAnswer(write, request.payload, answer), times);
  } catch (error) {
    if (!(error instanceof LinkcyError)) throw error;
    return refusedOrLost(services, attempt, error, sentAt);
  }
}

/** Looks for the transfer of an attempt whose answer was lost. */
export async function findLost(
  { transfers, clock }: ScaServices,
  { id, caller, request }: Omit<Attempt, 'headers'>,
  sentAt: number,
): Promise<OperationResult> {
  if (request.transfer === undefined) return new OutcomeUnknown();
  const window = { from: sentAt, to: Math.min(clock.now(), sentAt + longestWriteMilliseconds) };
  const transfer = { trace: request.transfer, attempt: id };
  const search = await transfers.search(transfer, window, caller).catch(() => undefined);
  return typeof search === 'object' ? payloadOf('Transaction', search.transactionId) : new OutcomeUnknown();
}

async function accepted(
  services: ScaServices,
  attempt: Attempt,
  answer: WriteAnswer,
  times: Times,
): Promise<OperationResult> {
  if ('pending' in answer) return keep(services, attempt, answer.pending, times);
  const { transfer, write } = attempt.request;
  const { authorization } = attempt.caller;
  if (authorization !== undefined && provesToken(write)) services.principals.accept(authorization);
  // It is done; without the note, another transfer of the same look is at worst unknown.
  if (transfer !== undefined) {
    await services.transfers
      .found({ trace: transfer, attempt: attempt.id }, answer.payload.uuid)
      .catch(() => undefined);
  }
  return answer.payload;
}

async function refusedOrLost(
  services: ScaServices,
  attempt: Attempt,
  error: LinkcyError,
  sentAt: number,
): Promise<OperationResult> {
  const { inputPaths, write } = attempt.request;
  const problem = isUnauthenticated(error) ? undefined : problemOf(error, { inputPaths, body: write.body });
  if (!(problem instanceof OutcomeUnknown)) {
    await cancelTransfer(services, attempt);
    if (problem === undefined) throw error;
    return problem;
  }
  await expectTransfer(services, attempt, services.clock.now()).catch(() => undefined);
  const found = await findLost(services, attempt, sentAt);
  return found instanceof OutcomeUnknown ? problem : found;
}

/** The 202: from here on the operation finishes itself, or waits for its owner where the answer will be a secret. */
export async function keep(
  services: ScaServices,
  attempt: KeptAttempt,
  pending: WirePending,
  times: Times,
): Promise<ScaPending | OperationProblem> {
  const principal = await ownerOf(services, attempt);
  if (principal === undefined) {
    await cancelTransfer(services, attempt);
    return new ScaRefused('SCA_NEEDS_TOKEN', 'A user must approve this, but the request has no token that says which.');
  }
  const operation = operationOf(attempt, principal, pending, times);
  try {
    // Not only while it can be approved: an approval in time may be used later, should nobody have asked meanwhile.
    await expectTransfer(services, attempt, operation.createdAt + keptMilliseconds);
    const kept = await services.store.add(operation);
    if (kept.attempt !== attempt.id) await cancelTransfer(services, attempt);
    if (kept.principal !== principal || !sameWrite(kept, operation)) return new OutcomeUnknown();
    services.watcher.watch(kept, attempt.caller);
    return pendingOf(kept);
  } catch {
    // The approval leads to nothing without a replay, and nobody has what a replay needs.
    return new UpstreamUnavailable(
      'STORE_UNAVAILABLE',
      'Nothing was carried out: the operation could not be kept for its approval.',
    );
  }
}

/** The caller, to whom LinkCy has just answered; but some requests are taken without a token, or with any. */
async function ownerOf({ principals }: ScaServices, { caller, request }: KeptAttempt): Promise<string | undefined> {
  if (caller.authorization === undefined) return undefined;
  if (provesToken(request.write)) return principals.accept(caller.authorization);
  return principals.prove(caller).catch(() => undefined);
}

/** Whether an answer to the request proves that LinkCy has accepted its token. */
function provesToken(write: Write | SecretRead): boolean {
  return write.anonymous !== true;
}

function operationOf(
  { id, request, headers }: KeptAttempt,
  principal: string,
  pending: WirePending,
  { sentAt, answeredAt }: Times,
): Operation {
  const ttl = ttlMilliseconds(pending.ttl);
  const { mutation, payload, inputPaths, transfer, write } = request;
  return {
    scaId: pending.scaId,
    principal,
    mutation,
    payload,
    inputPaths,
    transfer,
    attempt: id,
    strategy: request.sca?.strategy ?? 'PUSH_NOTIFICATION',
    joinCode: pending.joinCode,
    scaDeviceId: pending.scaDeviceId,
    ttlSeconds: Math.floor(ttl / 1000),
    createdAt: sentAt,
    expiresAt: sentAt + ttl,
    endsAt: answeredAt + ttl,
    status: 'PENDING',
    write: { ...write, headers: { ...write.headers, ...replayHeaders(headers) } },
  };
}

/** What the client sees of a pending operation. */
export function pendingOf({ scaId, strategy, joinCode, scaDeviceId, ttlSeconds, expiresAt }: Operation): ScaPending {
  return new ScaPending({ scaId, strategy, joinCode, scaDeviceId, ttlSeconds, expiresAt: timeText(expiresAt) });
}

function sameWrite({ write: one }: Operation, { write: other }: Operation): boolean {
  return one?.method === other?.method && one?.route.path === other?.route.path && one?.body === other?.body;
}

async function expectTransfer({ transfers }: ScaServices, { id, request }: KeptAttempt, until: number): Promise<void> {
  if (request.transfer !== undefined) await transfers.expect({ trace: request.transfer, attempt: id }, until);
}

async function cancelTransfer({ transfers }: ScaServices, { id, request }: KeptAttempt): Promise<void> {
  if (request.transfer !== undefined)
    await transfers.cancel({ trace: request.transfer, attempt: id }).catch(() => undefined);
}
