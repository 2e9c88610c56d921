import { problem, type Problem } from './result.js';
import { StoreShareFull } from './store/store.js';

/** Why nothing was sent: the store is unavailable, or the caller's share is full. */
export function notStored(error: unknown, what: 'operation' | 'idempotency key'): Problem {
  if (!(error instanceof StoreShareFull)) {
    const message = `Nothing was carried out: no ${what} can be kept at the moment.`;
    return problem('UpstreamUnavailable', 'STORE_UNAVAILABLE', message);
  }
  if (what === 'operation') {
    const message =
      'Nothing was carried out: too many operations of yours wait for an approval, or were begun in the last 24 hours.';
    return problem('UpstreamUnavailable', 'TOO_MANY_OPERATIONS', message);
  }
  const message = 'Nothing was carried out: too many idempotency keys of yours are kept, each for 24 hours.';
  return problem('UpstreamUnavailable', 'TOO_MANY_KEYS', message);
}
