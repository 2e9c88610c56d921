import { once } from 'node:events';
import { createSecureServer, type Http2ServerRequest, type SecureServerOptions } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';

export interface SecureLinkcy {
  readonly origin: string;
  /** The requests that came, in order, each with the number of its connection and the protocol agreed on there. */
  readonly requests: readonly { readonly line: string; readonly connection: number; readonly protocol: string }[];
  /** The name in the certificate of each request's client; undefined: it showed none. */
  readonly clients: readonly (string | undefined)[];
  /** Of each connection: whether it goes on with the session of an earlier one. */
  readonly resumed: readonly boolean[];
  /** Instead of an answer, the connection is reset. */
  resets: boolean;
  close(): Promise<void>;
}

/** A TLS server that offers HTTP/2 first, as most gateways do today, and HTTP/1.1. It answers everything with 200 {}. */
export async function startSecureLinkcy(options: SecureServerOptions): Promise<SecureLinkcy> {
  const requests: { line: string; connection: number; protocol: string }[] = [];
  const clients: (string | undefined)[] = [];
  const connections: TLSSocket[] = [];
  const resumed: boolean[] = [];
  const server = createSecureServer({ allowHTTP1: true, ...options });
  server.on('secureConnection', (socket: TLSSocket) => {
    connections.push(socket);
    resumed.push(socket.isSessionReused());
    socket.on('error', () => undefined);
  });
  server.on('request', (request: Http2ServerRequest, response) => {
    const { socket } = request.stream?.session ?? request;
    // The last one: a port may have been an earlier connection's.
    const number = connections.findLastIndex((one) => one.remotePort === socket.remotePort);
    const { alpnProtocol } = connections[number]!;
    requests.push({
      line: `${request.method} ${request.url}`,
      connection: number,
      protocol: alpnProtocol || 'none agreed on',
    });
    const subject = connections[number]!.getPeerCertificate().subject as { CN?: string } | undefined;
    clients.push(subject?.CN);
    if (linkcy.resets) return void connections[number]!.destroy();
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const linkcy: SecureLinkcy = {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    clients,
    resumed,
    resets: false,
    async close() {
      for (const socket of connections) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return linkcy;
}
