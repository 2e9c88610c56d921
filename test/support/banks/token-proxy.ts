import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the simulator and gives it tokens of any form, for LinkCy documents no form. */
export interface TokenProxy {
  readonly url: string;
  /** This token is good, and stands for the simulator's. */
  know(token: string, standsFor: string): void;
  /** What POST /refresh answers for this refresh token. */
  renew(refreshToken: string, answer: object): void;
  close(): Promise<void>;
}

export async function startTokenProxy(upstream: string): Promise<TokenProxy> {
  const tokens = new Map<string, string>();
  const renewals = new Map<string, object>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (request.url === '/api/partner/refresh') {
      const { refreshToken } = JSON.parse(body.toString()) as { refreshToken: string };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(renewals.get(refreshToken)));
      return;
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const headers = { ...request.headers, authorization: `Bearer ${tokens.get(token) ?? token}` };
    const forwarded = ask(`${upstream}${request.url}`, { method: request.method, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    forwarded.end(body);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    know: (token, standsFor) => void tokens.set(token, standsFor),
    renew: (refreshToken, given) => void renewals.set(refreshToken, given),
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
