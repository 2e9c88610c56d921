import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Where a request belongs in a distributed trace, as the client says (W3C Trace Context). */
export interface TraceContext {
  readonly traceId: string;
  /** The two digits of `traceparent` that say, for one, whether the trace is recorded. */
  readonly flags: string;
  readonly state: string | undefined;
}

/** What the headers say; undefined: nothing that is well-formed. */
export function traceContextOf({ traceparent, tracestate }: IncomingHttpHeaders): TraceContext | undefined {
  if (typeof traceparent !== 'string') return undefined;
  const [, version = 'ff', traceId = '', parentId = '', flags = '', more] = traceparentForm.exec(traceparent) ?? [];
  // Later versions may have more fields; version ff is none.
  if (version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  if (/^0*$/.test(traceId) || /^0*$/.test(parentId)) return undefined;
  const state = typeof tracestate === 'string' && isState(tracestate) ? tracestate : undefined;
  return { traceId, flags, state };
}

const traceparentForm = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** The specification has it pass on 512 characters at least; what is longer is not passed on. */
const isState = (text: string) => text.length <= 512 && /^[\x20-\x7e]+$/.test(text);

/** Headers for calls of our own in that trace. */
export function headersIn({ traceId, flags, state }: TraceContext): Readonly<Record<string, string>> {
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
  return state === undefined ? { traceparent } : { traceparent, tracestate: state };
}

/** The client's own name for its request where it is one that can stand in a log; otherwise undefined. */
export function requestIdOf({ 'x-request-id': id }: IncomingHttpHeaders): string | undefined {
  return typeof id === 'string' && /^[\w.:@/+=-]{1,128}$/.test(id) ? id : undefined;
}
