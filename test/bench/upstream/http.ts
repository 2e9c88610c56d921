import { createServer, type Server, type Socket } from 'node:net';
import type { Answer } from './answers.js';

export interface UpstreamRequest {
  readonly method: string;
  readonly target: string;
  readonly body: string;
  header(name: string): string | undefined;
}

const reasons: Readonly<Record<number, string>> = { 200: 'OK', 201: 'Created', 202: 'Accepted', 404: 'Not Found' };

/** An answer as it goes over the wire. */
export function bytesOf({ status, body }: Answer): Buffer {
  const text = Buffer.from(JSON.stringify(body));
  const head = `HTTP/1.1 ${status} ${reasons[status] ?? 'Refused'}\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), text]);
}

/**
 * As much of HTTP/1.1 as the contestants' clients speak to a REST API: one request after the other on a connection, bodies
 * with their length. Several times faster than node:http, so that the upstream, which shares two cores with all others,
 * is never what is measured.
 */
export function createFastServer(answer: (request: UpstreamRequest) => Buffer, latencyMilliseconds: number): Server {
  return createServer({ noDelay: true }, (socket) => {
    let received = '';
    socket.setEncoding('latin1');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: string) => {
      received += chunk;
      for (;;) {
        const end = received.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = received.slice(0, end);
        const bodyEnd = end + 4 + (head.startsWith('GET') ? 0 : Number(headerOf(head, 'content-length') ?? 0));
        if (received.length < bodyEnd) return;
        const request = requestOf(head, received.slice(end + 4, bodyEnd));
        received = received.slice(bodyEnd);
        if (latencyMilliseconds === 0) send(socket, answer(request), head);
        else setTimeout(() => send(socket, answer(request), head), latencyMilliseconds);
      }
    });
  });
}

function send(socket: Socket, bytes: Buffer, head: string): void {
  if (!socket.writable) return;
  socket.write(bytes);
  if (headerOf(head, 'connection') === 'close') socket.end();
}

function requestOf(head: string, body: string): UpstreamRequest {
  const [method = '', target = ''] = head.slice(0, head.indexOf('\r\n')).split(' ', 2);
  return { method, target, body: Buffer.from(body, 'latin1').toString(), header: (name) => headerOf(head, name) };
}

function headerOf(head: string, name: string): string | undefined {
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.toLowerCase();
}
