import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { NotedOutcome } from '../graph/sca/noted-outcome.js';
import { version } from './version.js';

/** The fields logged for a request. None of them can hold a value that a client or LinkCy has sent. */
export interface RequestLine {
  readonly requestId: string;
  /** Of the trace that the client's `traceparent` names. */
  readonly traceId?: string | undefined;
  readonly transport: 'http' | 'websocket' | 'sse';
  /**
   * The client's IP address, as far as trusted proxies tell it. Logged only with errors, so that abuse can be traced.
   */
  readonly address?: string;
  /** The operation's name in the document. */
  readonly operation: string | undefined;
  readonly type: string | undefined;
  /** Whether the document is trusted; undefined if TRUSTED_DOCUMENTS_MODE is off. */
  readonly trusted: boolean | undefined;
  readonly milliseconds: number;
  readonly linkcyCalls: number;
  /** Of the HTTP response. */
  readonly status: number | undefined;
  /** Of the errors in the response, each once. */
  readonly codes: readonly string[];
  /** The outcome of each mutation that answered with data: payload, pending, unsigned, or the code of a Problem. */
  readonly outcomes?: readonly NotedOutcome[] | undefined;
}

export interface Log {
  request(line: RequestLine): void;
  /** Logs what is behind an INTERNAL_SERVER_ERROR: the kind of error and where it was thrown, not its message. */
  failure(cause: unknown, requestId?: string): void;
  /**
   * Logs an event of the server as a whole, in our own words. `facts` become fields of the JSON line and are left out
   * of the text form.
   */
  event(message: string, level?: 'info' | 'warn' | 'error', facts?: Readonly<Record<string, string>>): void;
}

/** The log of a whole process. */
interface ProgramLog extends Log {
  /** Logs a warning of Node's, as `failure` logs an error. */
  warning(cause: Error): void;
}

interface LogOptions {
  readonly level: 'info' | 'warn' | 'error' | 'silent';
  /** JSON for machines, a line of text for people. */
  readonly form: 'json' | 'text';
  /** Standard output by default. */
  readonly output?: Writable;
}

/** One line per request. An allow-list of fields, so no redaction is needed. */
export function createLog({ level, form, output }: LogOptions): ProgramLog {
  const options = { level, base: form === 'json' ? { version } : undefined, timestamp: isoTime() };
  const logger = pino(
    { ...options, formatters: { level: (label) => ({ level: label }) } },
    form === 'text' ? textInto(output ?? process.stdout) : (output ?? pino.destination({ dest: 1, sync: true })),
  );
  return {
    request(request) {
      const { codes } = request;
      const line = {
        requestId: request.requestId,
        traceId: request.traceId,
        transport: request.transport,
        address: codes.length > 0 ? request.address : undefined,
        operation: request.operation,
        type: request.type,
        trusted: request.trusted,
        outcomes: request.outcomes,
        milliseconds: request.milliseconds,
        linkcyCalls: request.linkcyCalls,
        status: request.status,
        codes,
      };
      if (codes.includes('INTERNAL_SERVER_ERROR')) logger.error(line, 'request');
      else logger.info(line, 'request');
    },
    failure(cause, requestId) {
      logger.error({ requestId, ...traceOf(cause) }, 'failure');
    },
    warning(cause) {
      logger.warn({ ...traceOf(cause), error: [cause.name, ...codeOf(cause)].join(' ') }, 'warning');
    },
    event(message, level = 'info', facts = {}) {
      logger[level](facts, message);
    },
  };
}

/** The time as pino's JSON. Cached per millisecond, as several lines may share it. */
function isoTime(): () => string {
  let last = 0;
  let text = '';
  return () => {
    const now = Date.now();
    if (now !== last) text = `,"time":"${new Date(now).toISOString()}"`;
    last = now;
    return text;
  };
}

/**
 * The kind of an error and its stack frames, including its causes. Messages are omitted, because they may contain
 * values.
 */
function traceOf(cause: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(cause instanceof Error)) return { error: typeof cause, at: [] };
  const { stack = '', message } = cause;
  // The stack begins with the message.
  const frames = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  const at = frames.split('\n').flatMap((line) => /^ {4}at (.+)$/.exec(line)?.[1] ?? []);
  const kind = [cause.constructor.name, ...codeOf(cause)].join(' ');
  const inner = cause.cause === undefined ? undefined : traceOf(cause.cause);
  return {
    error: inner === undefined ? kind : `${kind} < ${inner.error}`,
    at: at.slice(0, 8),
  };
}

/** What Node or a package calls the error, if that is a name and no text. */
function codeOf(cause: Error): readonly string[] {
  const isName = 'code' in cause && typeof cause.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(cause.code);
  return isName ? [String(cause.code)] : [];
}

/** "12:00:01 query Cards 200 12 ms 3 calls". */
function textInto(output: Writable): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const line = JSON.parse(chunk.toString('utf8')) as Readonly<Record<string, unknown>>;
      output.write(`${textOf(line)}\n`, () => done());
    },
  });
}

function textOf({ time, msg, ...line }: Readonly<Record<string, unknown>>): string {
  const clock = String(time).slice(11, 19);
  if (msg === 'failure' || msg === 'warning') {
    return [words([clock, msg, line.requestId, line.error]), ...texts(line.at)].join('\n  ');
  }
  if (msg !== 'request') return `${clock} ${String(msg)}`;
  const parts = [
    line.transport,
    line.type ?? 'request',
    line.operation,
    line.status,
    `${String(line.milliseconds)} ms`,
    `${String(line.linkcyCalls)} calls`,
    ...texts(line.codes),
    ...outcomesIn(line.outcomes),
    line.trusted === false ? 'not published' : undefined,
    texts(line.codes).length > 0 ? line.requestId : undefined,
  ];
  return words([clock, ...parts]);
}

/** "createTransfer pending". */
function outcomesIn(outcomes: unknown): string[] {
  if (!Array.isArray(outcomes)) return [];
  return outcomes.map(({ mutation, outcome }: NotedOutcome) => `${mutation} ${outcome}`);
}

const words = (parts: readonly unknown[]): string =>
  parts
    .filter((part) => part !== undefined)
    .map(String)
    .join(' ');

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export const silentLog: Log = { request() {}, failure() {}, event() {} };
