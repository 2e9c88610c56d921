import { isFieldValue } from '../linkcy/http/header.js';
import { processClock } from '../sca/clock.js';
import { claimsOf, tokenOf } from '../sca/token-claims.js';

/** Monotonic, so that setting the system clock does not end open sockets and streams. */
const clock = processClock();

const longestCredentials = 8_192;

/** Whether a text can be sent on as `Authorization`: a field value in ASCII, of a length that HTTP servers take. */
export function isCredentials(text: string): boolean {
  return text.length <= longestCredentials && isFieldValue(text) && !/[\x80-\xff]/.test(text);
}

/**
 * When a JSON web token expires according to its `exp` claim, in epoch milliseconds; Infinity for any other token. The
 * claim is not verified: a client that forges it only shortens its own time or gets LinkCy's 401.
 */
function expiryOf(authorization = ''): number {
  const { exp } = claimsOf(tokenOf(authorization));
  return typeof exp === 'number' ? exp * 1_000 : Infinity;
}

/** Clocks differ: LinkCy may still accept a token that has expired by ours. */
const leewayMilliseconds = 30_000;

/**
 * When a socket or stream opened with a token has to end, in epoch milliseconds; Infinity for never. An expired token
 * gets some leeway, so that it opens a socket as long as LinkCy accepts it in requests.
 */
export function timeOfEnd(authorization: string | undefined): number {
  const expiry = expiryOf(authorization);
  return expiry > clock.now() ? expiry : expiry + leewayMilliseconds;
}

/** Whether a time returned by `timeOfEnd` has passed. */
export const isOver = (epochMilliseconds: number): boolean => epochMilliseconds <= clock.now();

/** setTimeout's maximum delay, about 24.8 days. */
const longestTimer = 2 ** 31 - 1;

/**
 * Runs the callback at the given time (epoch milliseconds), even beyond setTimeout's 24.8-day limit; immediately if it
 * has passed. Returns a cancel function.
 */
export function at(epochMilliseconds: number, callback: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    const left = epochMilliseconds - clock.now();
    if (left === Infinity) return;
    timer = setTimeout(left > longestTimer ? wait : callback, Math.min(Math.max(left, 0), longestTimer));
    timer.unref();
  };
  wait();
  return () => clearTimeout(timer);
}
