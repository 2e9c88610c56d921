import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';

export interface ReverseProxy {
  readonly url: string;
  /** Method and `Accept` of every request that went through. */
  readonly seen: readonly string[];
  close(): void;
}

type Hand = (answer: IncomingMessage, outgoing: ServerResponse) => void;

const ways = {
  'as it comes': plainly,
  /** As CDNs and `gzip on` do: everything but what is marked with no-transform. */
  compressed(answer, outgoing) {
    if (String(answer.headers['cache-control']).includes('no-transform')) return plainly(answer, outgoing);
    const { 'content-length': _length, ...headers } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-encoding': 'gzip' });
    answer.pipe(createGzip()).pipe(outgoing);
  },
  /** As nginx with its defaults: the whole answer, unless the answer itself says otherwise. */
  buffered(answer, outgoing) {
    if (answer.headers['x-accel-buffering'] === 'no') return plainly(answer, outgoing);
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.end(Buffer.concat(chunks));
    });
  },
} satisfies Readonly<Record<string, Hand>>;

function plainly(answer: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(outgoing);
}

/** Stands between a client and the API, as proxies and CDNs do, and hands answers on in its own way. */
export async function startReverseProxy(upstream: string, way: keyof typeof ways): Promise<ReverseProxy> {
  const seen: string[] = [];
  const { hostname, port } = new URL(upstream);
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url: path, headers } = incoming;
    seen.push(`${method} ${headers.accept ?? ''}`);
    const sent = request({ hostname, port, path, method, headers });
    incoming.pipe(sent);
    sent.on('response', (answer) => ways[way](answer, outgoing));
    sent.on('error', () => outgoing.destroy());
    outgoing.on('close', () => sent.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    seen,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
