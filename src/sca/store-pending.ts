import type { Caller, SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaPending } from '../linkcy/endpoints/sca.js';
import type { KeptAttempt, Times } from './attempt.js';
import { baselineOf } from './observe/baseline.js';
import { isFinal, pendingApproval, type Operation } from './operation.js';
import { approvalMayCarryOut, type PendingApproval, type Problem } from './result.js';
import { replayHeaders } from './sca-headers.js';
import type { ScaServices } from './sca-services.js';
import { ttlOf } from './ttl.js';

/**
 * The 202: from here on the operation finishes itself, or waits for its owner where the answer will be a secret. It is
 * kept first; then what stands at LinkCy before the approval is read, once, where the effect will be looked for. What
 * cannot be kept may be carried out all the same: today's LinkCy needs us no more.
 */
export async function storePending(
  services: ScaServices,
  attempt: KeptAttempt,
  approval: ScaPending,
  times: Times,
): Promise<PendingApproval | Problem> {
  const { store, markers, approvals } = services;
  const principal = await ownerOf(services, attempt);
  if (principal === undefined) return notKept(services, attempt, approval, times);
  try {
    const waiting = operationOf(attempt, principal, approval, times);
    // Before the operation is: whoever finds a row meanwhile must know what it can be the effect of.
    const [way] = await Promise.all([approvals.of(approval.ttl), markers.pending(waiting)]);
    const stored = await store.add({ ...waiting, way }, attempt.key);
    if (stored.attempt !== attempt.id) return notKept(services, attempt, approval, times);
    await watchFromBaseline(services, stored, attempt.caller);
    return pendingApproval(stored);
  } catch {
    return notKept(services, attempt, approval, times);
  }
}

/**
 * As `storePending`, where the user is asked although the request was signed: it goes on under the id that its owner knows.
 * Undefined where that cannot be kept.
 *
 * @param submit the one that has sent it
 */
export async function keepAsked(
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
  const { store, markers, watcher, transport } = services;
  const { effect, way } = operation;
  const baseline = way === 'observe' && effect !== undefined ? await baselineOf(transport, effect, caller) : undefined;
  if (baseline !== undefined) {
    // Without it, only what LinkCy dates after the 202 counts.
    await Promise.allSettled([
      store.setBaseline(operation.scaId, baseline),
      markers.pending({ ...operation, baseline }),
    ]);
  }
  watcher.watch({ ...operation, baseline }, caller);
}

/** Whether an answer to the request proves that LinkCy has accepted its token. */
export function provesToken(write: WriteRequest | SecretRead): boolean {
  return write.anonymous !== true;
}

/** LinkCy has asked the user, and nobody here waits for the answer. */
async function notKept(
  { markers }: ScaServices,
  attempt: KeptAttempt,
  { ttl }: ScaPending,
  { sentAt, answeredAt, date }: Times,
): Promise<Problem> {
  const endsAt = answeredAt + ttlOf(ttl).milliseconds;
  await markers.lost(attempt, { sentAt, date, endsAt }).catch(() => undefined);
  return approvalMayCarryOut();
}

/** The caller, to whom LinkCy has just answered; but some requests are taken without a token, or with any. */
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
