import { LinkcyError } from '../../linkcy/error.js';
import type { KeptAttempt } from '../attempt.js';
import { signatureRequired, type Operation } from '../operation.js';
import { notStored } from '../not-stored.js';
import { isUnauthenticated } from '../problem-of.js';
import { problem, type Problem, type SignatureRequired } from '../result.js';
import type { ScaServices } from '../sca-services.js';
import { StoreUnavailable } from '../store/store.js';
import { currentOperation } from './current-operation.js';

/** How long a prepared operation waits for a signature. LinkCy accepts a signature for 30 seconds. */
const preparedMilliseconds = 5 * 60 * 1000;
/** Timers may fire a little early. */
const slackMilliseconds = 20;

/**
 * Stores a request byte for byte until the user's device has signed it. The write is not sent. The token is verified with
 * LinkCy first, so nothing is stored in somebody else's name. Throws the LinkcyRejection of a 401.
 */
export async function prepare(services: ScaServices, attempt: KeptAttempt): Promise<SignatureRequired | Problem> {
  const { store, clock, principals } = services;
  try {
    const principal = await principals.prove(attempt.caller);
    await store.ready(principal);
    const operation = await store.add(preparedOperation(attempt, principal, clock.now()), attempt.key);
    clock.after(preparedMilliseconds + slackMilliseconds, () => {
      // If this fails, the next read expires it.
      currentOperation(services, operation.scaId).catch(() => undefined);
    });
    return signatureRequired(operation);
  } catch (error) {
    if (error instanceof StoreUnavailable) return notStored(error, 'operation');
    if (error instanceof LinkcyError && !isUnauthenticated(error)) return problem('UpstreamUnavailable');
    throw error;
  }
}

function preparedOperation({ id, request, headers }: KeptAttempt, principal: string, now: number): Operation {
  const { mutation, payload, inputPaths, effect, write } = request;
  const expiresAt = now + preparedMilliseconds;
  return {
    ...{ scaId: id, principal, mutation, payload, inputPaths, effect },
    attempt: id,
    strategy: 'DATA_SIGNING',
    way: 'observe',
    ttlSeconds: preparedMilliseconds / 1000,
    ttlGiven: false,
    heldMilliseconds: 0,
    createdAt: now,
    expiresAt,
    endsAt: expiresAt,
    status: 'PENDING',
    write: { ...write, headers: { ...write.headers, ...headers } },
    signing: { stage: 'prepared', refusals: 0 },
  };
}
