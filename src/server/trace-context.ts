import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The client's position in a distributed trace (W3C Trace Context). */
interface TraceContext {
  readonly traceId: string;
  /** The two hexadecimal digits of `traceparent` with the sampled flag. */
  readonly flags: string;
  readonly state: string | undefined;
}

/** Parses the headers; undefined if they are missing or malformed. */
export function traceContextOf({ traceparent, tracestate }: IncomingHttpHeaders): TraceContext | undefined {
  if (typeof traceparent !== 'string') return undefined;
  const [, version = 'ff', traceId = '', parentId = '', flags = '', more] = traceparentForm.exec(traceparent) ?? [];
  // Later versions may have more fields; version ff is invalid.
  if (version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  if (/^0*$/.test(traceId) || /^0*$/.test(parentId)) return undefined;
  const state = typeof tracestate === 'string' && isState(tracestate) ? tracestate : undefined;
  return { traceId, flags, state };
}

const traceparentForm = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** The specification requires at least 512 characters to be passed on; longer text is dropped. */
const isState = (text: string) => text.length <= 512 && /^[\x20-\x7e]+$/.test(text);

/** Headers for our own calls in that trace. */
export function headersIn({ traceId, flags, state }: TraceContext): Readonly<Record<string, string>> {
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
  return state === undefined ? { traceparent } : { traceparent, tracestate: state };
}

/** The client's id of its request, if it is safe to log; otherwise undefined. */
export function requestIdOf({ 'x-request-id': id }: IncomingHttpHeaders): string | undefined {
  return typeof id === 'string' && /^[\w.:@/+=-]{1,128}$/.test(id) ? id : undefined;
}
