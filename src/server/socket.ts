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
/** How long a client may take to answer a close frame. */
const goodbyeMilliseconds = 1_000;

type Protocol = ProtocolServer<SocketExtra>;

/** The context that graphql-ws passes on with a socket. */
export interface SocketExtra extends Record<PropertyKey, unknown> {
  readonly connection: Socket;
}

/** One WebSocket and its limits. */
export class Socket {
  /** The client's own `Authorization`. */
  authorization: string | undefined;
  /** Number of open subscriptions. */
  subscriptions = 0;
  /** Limits concurrent queries and mutations to the number of subscriptions allowed. */
  readonly semaphore: Semaphore;
  private readonly closed = new AbortController();
  private readonly ends: (() => void)[] = [];
  private unsent = 0;
  /** The text of the message being handled, until its operation starts. */
  private received = '';
  private readonly awaited = new Set<string>();
  private draining = false;

  constructor(
    private readonly deps: ServerDeps,
    private readonly socket: WebSocket,
    /** The client's IP address. */
    readonly address: string | undefined,
    /**
     * Of the HTTP request that opened the socket. Programs and proxies can send an `Authorization` in it, browsers
     * cannot.
     */
    readonly headers: IncomingHttpHeaders,
    private readonly stream: OpenStream,
  ) {
    this.semaphore = new Semaphore(deps.limits.socketSubscriptions);
    // Every operation and each of its calls adds a listener; that is no leak.
    setMaxListeners(0, this.closed.signal);
  }

  /** Fires when the socket is closed: reads for it are aborted. */
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
              // The error may contain what the client sent, so the client is only told that there was one.
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
      this.stream.leave();
      this.ends.splice(0).forEach((end) => end());
      closed(code, reason.toString('utf8')).catch((error: unknown) => this.deps.requestLog.log.failure(error));
    });
  }

  /** Reads the token of connection_init. Returns false if the socket is being closed instead. */
  open(parameters: Readonly<Record<string, unknown>> | undefined): boolean {
    if (this.gone.aborted) return false;
    const authorization = authorizationOf(parameters, this.headers.authorization);
    if (authorization === null) {
      return this.close(CloseCode.BadRequest, 'connectionParams.authorization must be "Bearer <token>"');
    }
    const end = timeOfEnd(authorization);
    if (isOver(end)) return this.close(CloseCode.Forbidden, tokenExpired);
    if (!this.stream.identify(authorization ?? this.deps.fallbackAuthorization)) {
      return this.close(CloseCode.TooManyInitialisationRequests, 'Too many sockets');
    }
    this.ends.push(at(end, () => this.close(CloseCode.Forbidden, tokenExpired)));
    this.authorization = authorization;
    return true;
  }

  /** The payload of the message being handled, with the digits of long numbers, which graphql-ws has rounded. */
  exact(payload: unknown): unknown {
    if (!requestJson.mayRound(this.received)) return payload;
    const message = requestJson.parse(this.received);
    return typeof message === 'object' && message !== null && 'payload' in message ? message.payload : payload;
  }

  /** The client waits for the response to this operation. */
  awaits(id: string): void {
    this.awaited.add(id);
  }

  /** Called once the operation's last message has been queued on the socket (or will be in this tick). */
  completed(id: string): void {
    this.awaited.delete(id);
    if (this.draining) setImmediate(() => this.drain());
  }

  /**
   * Starts nothing new, and closes the socket as soon as no query or mutation is in flight. Does not wait for
   * subscriptions.
   */
  drain(): void {
    this.draining = true;
    if (this.awaited.size === 0) this.close(closeCodeGoingAway, 'Going away');
  }

  /**
   * Closes the socket without a close frame if it is idle, so that its client reconnects. Returns false if it is busy.
   */
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
    // A client that does not read does not answer the close frame either.
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

  /** Pings the client regularly, and terminates the connection if it does not answer. */
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

/** The socket's token; undefined for a client without one. null, so rejected, if it is malformed or if two differ. */
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
