import { isFieldValue } from '../linkcy/http/header.js';
import { processClock } from '../sca/clock.js';
import { claimsOf, tokenOf } from '../sca/token-claims.js';

/** A clock that is set while a socket or a stream is open must not end it. */
const clock = processClock();

const longestCredentials = 8_192;

/** Whether a text can be sent on as `Authorization`: a field value in ASCII, of a length that HTTP servers take. */
export function isCredentials(text: string): boolean {
  return text.length <= longestCredentials && isFieldValue(text) && !/[\x80-\xff]/.test(text);
}

/**
 * When a JSON web token runs out by its own account, in epoch milliseconds; Infinity for any other token. The claim is
 * not proven, but a client that lies about it only shortens its own time or meets LinkCy's 401.
 */
function expiryOf(authorization = ''): number {
  const { exp } = claimsOf(tokenOf(authorization));
  return typeof exp === 'number' ? exp * 1_000 : Infinity;
}

/** Clocks differ: LinkCy may still take a token that has run out by ours. */
const leewayMilliseconds = 30_000;

/**
 * When what is opened with a token has to end, in epoch milliseconds; Infinity: never. A token that has run out already
 * is given some leeway, so that a socket is opened with it as long as LinkCy takes it with a request.
 */
export function timeOfEnd(authorization: string | undefined): number {
  const expiry = expiryOf(authorization);
  return expiry > clock.now() ? expiry : expiry + leewayMilliseconds;
}

/** Whether a time of `timeOfEnd` has come. */
export const isOver = (epochMilliseconds: number): boolean => epochMilliseconds <= clock.now();

/** A timer cannot run for longer. */
const longestTimer = 2 ** 31 - 1;

/** Calls back at a time, however far it is, and at once where it is over. Returns how to call it off. */
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
