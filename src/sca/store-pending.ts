import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaPending } from '../linkcy/endpoints/sca.js';
import type { KeptAttempt, Times } from './attempt.js';
import { baselineOf } from './observe/baseline.js';
import { pendingApproval, type Operation, type Way } from './operation.js';
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
  const { store, markers, watcher, approvals, transport } = services;
  const principal = await ownerOf(services, attempt);
  if (principal === undefined) return notKept(services, attempt, approval, times);
  try {
    const operation = operationOf(attempt, principal, approval, times, await approvals.of(approval.ttl));
    // Before the operation is: whoever finds a row meanwhile must know what it can be the effect of.
    await markers.pending(operation);
    const stored = await store.add(operation);
    if (stored.attempt !== attempt.id) return notKept(services, attempt, approval, times);
    const { effect, way } = operation;
    const baseline =
      way === 'observe' && effect !== undefined ? await baselineOf(transport, effect, attempt.caller) : undefined;
    if (baseline !== undefined) {
      // Without it, only what LinkCy dates after the 202 counts.
      await store.setBaseline(operation.scaId, baseline).catch(() => undefined);
      await markers.pending({ ...operation, baseline }).catch(() => undefined);
    }
    watcher.watch({ ...stored, baseline }, attempt.caller);
    return pendingApproval(stored);
  } catch {
    return notKept(services, attempt, approval, times);
  }
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
  { scaId, ttl, joinCode, scaDeviceId }: ScaPending,
  { sentAt, answeredAt, date }: Times,
  way: Way,
): Operation {
  const { milliseconds, given } = ttlOf(ttl);
  const { mutation, payload, inputPaths, effect, write } = request;
  return {
    ...{ scaId, principal, mutation, payload, inputPaths, effect, way, date },
    attempt: id,
    strategy: request.sca?.strategy ?? 'PUSH_NOTIFICATION',
    joinCode,
    scaDeviceId,
    ttlSeconds: Math.floor(milliseconds / 1000),
    ttlGiven: given,
    heldMilliseconds: answeredAt - sentAt,
    createdAt: sentAt,
    expiresAt: sentAt + milliseconds,
    endsAt: answeredAt + milliseconds,
    status: 'PENDING',
    write: { ...write, headers: { ...write.headers, ...replayHeaders(headers) } },
  };
}
