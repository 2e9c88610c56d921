import type { IncomingHttpHeaders } from 'node:http';
import { setMaxListeners } from 'node:events';
import { CloseCode, type Server as ProtocolServer } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { Semaphore } from '../linkcy/http/semaphore.js';
import { requestJson } from '../graph/scalars/request-json.js';
import { at, isCredentials, isOver, timeOfEnd } from './authorization.js';
import type { ServerDeps } from './server-deps.js';
import type { OpenStream } from './stream-quota.js';

/** RFC 6455: the server is going down. */
const closeCodeGoingAway = 1001;
/** How long a client may take to answer a goodbye. */
const goodbyeMilliseconds = 1_000;

export type Protocol = ProtocolServer<SocketExtra>;

/** What graphql-ws carries along with a socket. */
export interface SocketExtra extends Record<PropertyKey, unknown> {
  readonly connection: Socket;
}

/** One socket and everything that is limited about it. */
export class Socket {
  /** The client's own `Authorization`. */
  authorization: string | undefined;
  /** Subscriptions that are open. */
  subscriptions = 0;
  /** Lets as many queries and mutations run at once as there may be subscriptions. */
  readonly semaphore: Semaphore;
  private readonly closed = new AbortController();
  private readonly ends: (() => void)[] = [];
  private unsent = 0;
  /** The text of the message that is being handled, until its operation has begun. */
  private received = '';
  private readonly awaited = new Set<string>();
  private draining = false;

  constructor(
    private readonly deps: ServerDeps,
    private readonly socket: WebSocket,
    /** Of the client. */
    readonly address: string | undefined,
    /** Of the request that opened the socket. Programs and proxies can send an `Authorization`, browsers cannot. */
    readonly headers: IncomingHttpHeaders,
    private readonly place: OpenStream,
  ) {
    this.semaphore = new Semaphore(deps.limits.socketSubscriptions);
    // Every operation and every call for one listens, and that is no leak.
    setMaxListeners(0, this.closed.signal);
  }

  /** Fires when the socket is gone: reads for it are given up. */
  get gone(): AbortSignal {
    return this.closed.signal;
  }

  serve(protocol: Protocol): void {
    const { socket } = this;
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (message) => this.send(message),
        close: (code, reason) => void this.close(code ?? CloseCode.InternalServerError, reason ?? ''),
        onMessage: (receive) =>
          socket.on('message', (message: Buffer) => {
            this.received = message.toString('utf8');
            const handled = receive(this.received);
            this.received = '';
            handled.catch((error: unknown) => {
              this.deps.requestLog.log.failure(error);
              // What went wrong may hold what the client sent; the client is only told that something did.
              this.close(CloseCode.InternalServerError, 'Internal error');
            });
          }),
      },
      { connection: this },
    );
    this.ends.push(this.ping());
    socket.on('ping', () => this.checkUnsent());
    socket.on('error', () => socket.terminate());
    socket.once('close', (code, reason) => {
      this.closed.abort();
      this.place.leave();
      this.ends.splice(0).forEach((end) => end());
      closed(code, reason.toString('utf8')).catch((error: unknown) => this.deps.requestLog.log.failure(error));
    });
  }

  /** Takes the token of connection_init; false: the socket is being closed. */
  open(parameters: Readonly<Record<string, unknown>> | undefined): boolean {
    if (this.gone.aborted) return false;
    const authorization = authorizationOf(parameters, this.headers.authorization);
    if (authorization === null) {
      return this.close(CloseCode.BadRequest, 'connectionParams.authorization must be "Bearer <token>"');
    }
    const end = timeOfEnd(authorization);
    if (isOver(end)) return this.close(CloseCode.Forbidden, tokenExpired);
    if (!this.place.identify(authorization ?? this.deps.fallbackAuthorization)) {
      return this.close(CloseCode.TooManyInitialisationRequests, 'Too many sockets');
    }
    this.ends.push(at(end, () => this.close(CloseCode.Forbidden, tokenExpired)));
    this.authorization = authorization;
    return true;
  }

  /** The payload of the message that is being handled, with the long numbers that graphql-ws has rounded. */
  exact(payload: unknown): unknown {
    if (!requestJson.mayRound(this.received)) return payload;
    const message = requestJson.parse(this.received);
    return typeof message === 'object' && message !== null && 'payload' in message ? message.payload : payload;
  }

  /** The client waits for the answer to this operation. */
  awaits(id: string): void {
    this.awaited.add(id);
  }

  /** Everything about this operation has been handed to the socket, or is being handed to it in this turn. */
  completed(id: string): void {
    this.awaited.delete(id);
    if (this.draining) setImmediate(() => this.drain());
  }

  /** Begins nothing more, and says goodbye as soon as nothing is under way. Subscriptions are not waited for. */
  drain(): void {
    this.draining = true;
    if (this.awaited.size === 0) this.close(closeCodeGoingAway, 'Going away');
  }

  /** Ends at once if nothing is asked for on it, so that a client comes back; false: it stays. */
  giveWay(): boolean {
    if (this.awaited.size > 0 || this.subscriptions > 0) return false;
    this.socket.terminate();
    return true;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  close(code: number, reason: string): false {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    this.socket.close(code, reason);
    // Who does not read does not answer the goodbye either.
    const timer = setTimeout(() => this.socket.terminate(), goodbyeMilliseconds);
    this.socket.once('close', () => clearTimeout(timer));
    return false;
  }

  private send(message: string): Promise<void> {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return Promise.resolve();
    this.unsent += 1;
    const sent = new Promise<void>((resolve) => {
      socket.send(message, () => {
        this.unsent -= 1;
        resolve();
      });
    });
    this.checkUnsent();
    return sent;
  }

  private checkUnsent(): void {
    const { socketMaxBufferedMessages, socketMaxBufferedBytes } = this.deps.limits;
    const isSlow = this.unsent > socketMaxBufferedMessages || this.socket.bufferedAmount > socketMaxBufferedBytes;
    if (isSlow && this.socket.readyState === this.socket.OPEN) {
      this.close(CloseCode.TooManyInitialisationRequests, 'Too many unread messages');
    }
  }

  /** Asks again and again whether the client is still there, and ends the connection when it is not. */
  private ping(): () => void {
    let answered = true;
    this.socket.on('pong', () => (answered = true));
    const timer = setInterval(() => {
      if (!answered) return this.socket.terminate();
      answered = false;
      this.socket.ping();
    }, this.deps.limits.socketPingMilliseconds);
    return () => clearInterval(timer);
  }
}

const tokenExpired = 'The token has expired';

/**
 * The token of a socket. One without a token is of a client without a token; one with two different ones, or with a broken
 * one, is nobody's: null.
 */
function authorizationOf(
  parameters: Readonly<Record<string, unknown>> = {},
  header: string | undefined,
): string | null | undefined {
  const given = ['authorization', 'Authorization'].flatMap((name) =>
    Object.hasOwn(parameters, name) && parameters[name] != null ? [parameters[name]] : [],
  );
  if (given.length > 1) return null;
  const [authorization = header] = given;
  if (authorization === undefined) return undefined;
  const isContradicted = header !== undefined && header !== authorization;
  if (isContradicted || typeof authorization !== 'string') return null;
  return isCredentials(authorization) ? authorization : null;
}
