import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaPending } from '../linkcy/endpoints/sca.js';
import type { KeptAttempt, Times } from './attempt.js';
import { pendingApproval, type Operation } from './operation.js';
import { problem, type PendingApproval, type Problem } from './result.js';
import { replayHeaders } from './sca-headers.js';
import type { ScaServices } from './sca-services.js';
import { keptMilliseconds } from './store/store.js';
import { ttlMilliseconds } from './write-answer.js';

/** The 202: from here on the operation finishes itself, or waits for its owner where the answer will be a secret. */
export async function storePending(
  services: ScaServices,
  attempt: KeptAttempt,
  approval: ScaPending,
  times: Times,
): Promise<PendingApproval | Problem> {
  const { store, transfers, watcher } = services;
  const principal = await ownerOf(services, attempt);
  if (principal === undefined) {
    await transfers.cancel(attempt).catch(() => undefined);
    return problem(
      'ScaRefused',
      'SCA_NEEDS_TOKEN',
      'A user must approve this, but the request has no token that says which.',
    );
  }
  const operation = operationOf(attempt, principal, approval, times);
  try {
    // Not only while it can be approved: an approval in time may be used later, should nobody have asked meanwhile.
    await transfers.expect(attempt, operation.createdAt + keptMilliseconds);
    const stored = await store.add(operation);
    if (stored.attempt !== attempt.id) await transfers.cancel(attempt).catch(() => undefined);
    if (stored.principal !== principal || !sameWrite(stored, operation)) return problem('OutcomeUnknown');
    watcher.watch(stored, attempt.caller);
    return pendingApproval(stored);
  } catch {
    // The approval leads to nothing without a replay, and nobody has what a replay needs.
    return problem(
      'UpstreamUnavailable',
      'STORE_UNAVAILABLE',
      'Nothing was carried out: the operation could not be kept for its approval.',
    );
  }
}

/** Whether an answer to the request proves that LinkCy has accepted its token. */
export function provesToken(write: WriteRequest | SecretRead): boolean {
  return write.anonymous !== true;
}

/** The caller, to whom LinkCy has just answered; but some requests are taken without a token, or with any. */
async function ownerOf({ principals }: ScaServices, { caller, request }: KeptAttempt): Promise<string | undefined> {
  if (caller.authorization === undefined) return undefined;
  if (provesToken(request.write)) return principals.accept(caller.authorization);
  return principals.prove(caller).catch(() => undefined);
}

function operationOf(
  { id, request, headers }: KeptAttempt,
  principal: string,
  approval: ScaPending,
  { sentAt, answeredAt }: Times,
): Operation {
  const ttl = ttlMilliseconds(approval.ttl);
  const { mutation, payload, inputPaths, transfer, write } = request;
  return {
    scaId: approval.scaId,
    principal,
    mutation,
    payload,
    inputPaths,
    transfer,
    attempt: id,
    strategy: request.sca?.strategy ?? 'PUSH_NOTIFICATION',
    joinCode: approval.joinCode,
    scaDeviceId: approval.scaDeviceId,
    ttlSeconds: Math.floor(ttl / 1000),
    createdAt: sentAt,
    expiresAt: sentAt + ttl,
    endsAt: answeredAt + ttl,
    status: 'PENDING',
    write: { ...write, headers: { ...write.headers, ...replayHeaders(headers) } },
  };
}

function sameWrite({ write: one }: Operation, { write: other }: Operation): boolean {
  return one?.method === other?.method && one?.route.path === other?.route.path && one?.body === other?.body;
}
