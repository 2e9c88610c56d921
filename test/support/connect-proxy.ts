import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** What the proxy does with a CONNECT; a number is the status that it refuses with. */
export type ProxyBehaviour = 'tunnel' | 'hang up' | 'say nothing' | 'talk first' | number;

export interface ConnectProxy {
  readonly url: string;
  /** One for every CONNECT, with what it asked for. */
  readonly connects: readonly { readonly target: string; readonly host: string; readonly credentials: string }[];
  /** Tunnels and connections of clients open now. */
  readonly open: number;
  readonly connected: number;
  behaviour: ProxyBehaviour;
  close(): Promise<void>;
}

/** An HTTP proxy as it stands at the edge of a company's network: it knows CONNECT, and nothing else. */
export async function startConnectProxy(): Promise<ConnectProxy> {
  const connects: { target: string; host: string; credentials: string }[] = [];
  const sockets = new Set<Duplex>();
  const tunnels = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  server.on('connect', ({ url = '', headers }, client: Duplex) => {
    connects.push({ target: url, host: headers.host ?? '', credentials: headers['proxy-authorization'] ?? '' });
    const { behaviour } = proxy;
    if (behaviour === 'say nothing') return void client.resume().on('end', () => client.end());
    if (behaviour === 'hang up') return void client.destroy();
    if (typeof behaviour === 'number') {
      return void client.end(`HTTP/1.1 ${behaviour} No\r\ncontent-length: 2\r\n\r\nno`);
    }
    const { hostname, port } = new URL(`http://${url}`);
    const upstream = connect(Number(port || 80), hostname.replace(/^\[|\]$/g, ''), () => {
      client.write(`HTTP/1.1 200 Connection established\r\n\r\n${behaviour === 'talk first' ? 'hello' : ''}`);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    tunnels.add(upstream);
    const end = () => {
      tunnels.delete(upstream);
      upstream.destroy();
      client.destroy();
    };
    for (const side of [upstream, client]) side.on('close', end).on('error', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: ConnectProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connects,
    get open() {
      return tunnels.size;
    },
    get connected() {
      return sockets.size;
    },
    behaviour: 'tunnel',
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}
