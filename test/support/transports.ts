import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { GraphqlError } from './api.js';

export interface Question {
  readonly query?: string;
  readonly variables?: unknown;
  readonly operationName?: string;
  readonly extensions?: unknown;
  readonly documentId?: string;
}

/** What came back, whichever transport it was. */
export interface DoorAnswer {
  readonly data?: any;
  readonly errors?: readonly GraphqlError[];
  readonly extensions?: any;
  /** Of HTTP. */
  readonly status?: number;
  /** Of a socket that was closed instead of an answer. */
  readonly closeCode?: number;
}

export type Ask = (url: string, question: Question, authorization?: string) => Promise<DoorAnswer>;

/** One question at each of the transports, over the wire. */
export const transports: Readonly<Record<'HTTP' | 'server-sent events' | 'WebSocket', Ask>> = {
  HTTP: (url, question, authorization) => post(url, question, 'application/graphql-response+json', authorization),
  'server-sent events': (url, question, authorization) => post(url, question, 'text/event-stream', authorization),
  WebSocket: askSocket,
};

export const transportNames = Object.keys(transports) as (keyof typeof transports)[];

async function post(url: string, question: Question, accept: string, authorization?: string): Promise<DoorAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept,
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: JSON.stringify(question),
  });
  const text = await response.text();
  const [, event] = /^event: next\ndata: (.*)$/m.exec(text) ?? [];
  return { status: response.status, ...JSON.parse(event ?? text) };
}

async function askSocket(url: string, question: Question, authorization?: string): Promise<DoorAnswer> {
  const socket = await openSocket(url, authorization === undefined ? {} : { authorization });
  socket.send({ id: '1', type: 'subscribe', payload: { query: '', ...question } });
  const message = await socket.next();
  socket.socket.terminate();
  if (message === undefined) return { closeCode: socket.closeCode };
  return message.type === 'error' ? { errors: message.payload } : message.payload;
}

/** A socket at the level of messages. */
export interface RawSocket {
  readonly socket: WebSocket;
  closeCode: number | undefined;
  send(message: object | string): void;
  /** The next message; undefined: the socket is closed. */
  next(): Promise<any>;
  closed(): Promise<number>;
}

/** Connects, and says nothing. */
export async function connectSocket(
  url: string,
  protocol: string | string[] = 'graphql-transport-ws',
  origin?: string,
  headers?: Readonly<Record<string, string>>,
): Promise<RawSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), protocol, { origin, headers });
  const messages: unknown[] = [];
  let news: (() => void)[] = [];
  const tell = () => {
    news.forEach((resolve) => resolve());
    news = [];
  };
  const raw: RawSocket = {
    socket,
    closeCode: undefined,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async next() {
      while (messages.length === 0 && raw.closeCode === undefined) {
        await new Promise<void>((resolve) => news.push(resolve));
      }
      return messages.shift();
    },
    async closed() {
      while (raw.closeCode === undefined) await new Promise<void>((resolve) => news.push(resolve));
      return raw.closeCode;
    },
  };
  socket.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString()));
    tell();
  });
  socket.on('close', (code) => {
    raw.closeCode = code;
    tell();
  });
  await once(socket, 'open');
  return raw;
}

/** Connects and says who it is. */
export async function openSocket(url: string, connectionParams: object = {}): Promise<RawSocket> {
  const raw = await connectSocket(url);
  raw.send({ type: 'connection_init', payload: connectionParams });
  const message = await raw.next();
  if (message?.type !== 'connection_ack') throw new Error(`The socket was not accepted: ${raw.closeCode}`);
  return raw;
}
