import type { Caller, SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaPending } from '../linkcy/endpoints/sca.js';
import type { KeptAttempt, Times } from './attempt.js';
import type { MarkedAttempt } from './effect-markers.js';
import { baselineOf, type Baseline } from './observe/baseline.js';
import { isFinal, pendingApproval, type Operation } from './operation.js';
import { approvalMayCarryOut, type PendingApproval, type Problem } from './result.js';
import { replayHeaders } from './sca-headers.js';
import type { ScaServices } from './sca-services.js';
import { ttlOf } from './ttl.js';

/**
 * Handles a 202: from here on the operation finishes by itself, or waits for its owner if the answer is a secret. It is
 * stored first; then the baseline is read once, if the effect will be observed. An operation that cannot be stored may still
 * be carried out: since 1.114 the approval alone does that.
 */
export async function storePending(
  services: ScaServices,
  attempt: KeptAttempt,
  approval: ScaPending,
  times: Times,
): Promise<PendingApproval | Problem> {
  const { store, markers, approvals } = services;
  const principal = await ownerOf(services, attempt);
  if (principal === undefined) return approvalNotStored(services, attempt, approval, times);
  try {
    const waiting = operationOf(attempt, principal, approval, times);
    // Before the operation is stored: whoever finds a row meanwhile must know about it.
    const [way] = await Promise.all([approvals.of(approval.ttl), markers.pending(waiting)]);
    const stored = await store.add({ ...waiting, way }, attempt.key);
    if (stored.attempt !== attempt.id) return approvalNotStored(services, attempt, approval, times);
    await watchFromBaseline(services, stored, attempt.caller);
    return pendingApproval(stored);
  } catch {
    return approvalNotStored(services, attempt, approval, times);
  }
}

/**
 * As `storePending`, for a 202 to a signed request: the operation continues under the id that its owner knows. Undefined if it
 * cannot be stored.
 *
 * @param submit id of the submit that sent it
 */
export async function storeAsked(
  services: ScaServices,
  signed: Operation,
  submit: string,
  approval: ScaPending,
  times: Times,
  caller: Caller,
): Promise<Operation | undefined> {
  const { store, markers, approvals } = services;
  try {
    const waiting = { ...signed, ...askedOf(approval, times), signing: undefined, approvalId: approval.scaId };
    const [way] = await Promise.all([approvals.of(approval.ttl), markers.pending(waiting)]);
    const stored = await store.sign(signed.scaId, { to: 'asked', submit, operation: { ...waiting, way } });
    if (stored === undefined || isFinal(stored) || stored.signing !== undefined) return undefined;
    await watchFromBaseline(services, stored, caller);
    return stored;
  } catch {
    return undefined;
  }
}

async function watchFromBaseline(services: ScaServices, operation: Operation, caller: Caller): Promise<void> {
  services.lifecycle.began(operation, caller);
  const { watcher, transport } = services;
  const { effect, way } = operation;
  const baseline = way === 'observe' && effect !== undefined ? await baselineOf(transport, effect, caller) : undefined;
  watcher.watch(baseline === undefined ? operation : await storeBaseline(services, operation, baseline), caller);
}

/** Returns the operation as it stands. If this fails, only what LinkCy dates after the 202 counts. */
async function storeBaseline(
  { store, markers }: ScaServices,
  operation: Operation,
  baseline: Baseline,
): Promise<Operation> {
  try {
    const marked = markers.pending({ ...operation, baseline });
    // One round trip of the store, which takes them in this order.
    const [stored] = await Promise.all([store.setBaseline(operation.scaId, baseline), marked]);
    // Another process has found the end meanwhile, and its marker must not be replaced by ours.
    if (stored !== undefined && isFinal(stored)) await markers.finalize(stored);
    return stored ?? operation;
  } catch {
    return operation;
  }
}

/** Whether LinkCy's answer to this request proves its token. */
export function provesToken(write: WriteRequest | SecretRead): boolean {
  return write.anonymous !== true;
}

/** LinkCy has asked the user, but the operation is not stored. */
export async function approvalNotStored(
  { markers }: ScaServices,
  attempt: MarkedAttempt,
  { ttl }: ScaPending,
  { sentAt, answeredAt, date }: Times,
): Promise<Problem> {
  const endsAt = answeredAt + ttlOf(ttl).milliseconds;
  await markers.lost(attempt, { sentAt, date, endsAt }).catch(() => undefined);
  return approvalMayCarryOut();
}

/** The caller, whom LinkCy has just answered. A request that needs no token does not prove one. */
async function ownerOf({ principals }: ScaServices, { caller, request }: KeptAttempt): Promise<string | undefined> {
  if (caller.authorization === undefined) return undefined;
  const isProven = provesToken(request.write);
  if (isProven) principals.accept(caller.authorization);
  const owner = isProven ? principals.principalOf(caller.authorization) : principals.prove(caller);
  return owner.catch(() => undefined);
}

function operationOf(
  { id, request, headers }: KeptAttempt,
  principal: string,
  approval: ScaPending,
  times: Times,
): Omit<Operation, 'way'> {
  const { mutation, payload, inputPaths, effect, write } = request;
  return {
    ...{ scaId: approval.scaId, principal, mutation, payload, inputPaths, effect },
    ...askedOf(approval, times),
    attempt: id,
    strategy: request.sca?.strategy ?? 'PUSH_NOTIFICATION',
    status: 'PENDING',
    write: { ...write, headers: { ...write.headers, ...replayHeaders(headers) } },
  };
}

/** What the 202 says of an operation, and what follows from it. */
function askedOf({ ttl, joinCode, scaDeviceId }: ScaPending, { sentAt, answeredAt, date }: Times) {
  const { milliseconds, given } = ttlOf(ttl);
  return {
    ...{ date, joinCode, scaDeviceId },
    ttlSeconds: Math.floor(milliseconds / 1000),
    ttlGiven: given,
    heldMilliseconds: answeredAt - sentAt,
    createdAt: sentAt,
    expiresAt: sentAt + milliseconds,
    endsAt: answeredAt + milliseconds,
  };
}
