// type-graphql's decorators need it, so it must come before any of them.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApollo } from './apollo.js';
import type { Services } from './context.js';
import { answerGraphql, refuse, type HttpDoor } from './doors/http.js';
import type { StreamingDoor } from './doors/operation.js';
import { createEventStreamHandler } from './doors/server-sent-events.js';
import { openWebSocketDoor } from './doors/websocket.js';
import { createTransport, defaultTransportOptions } from './linkcy/transport.js';
import { createCursorCodec } from './pagination/cursor.js';
import { derivedKey } from './sca/derived-key.js';
import { openRedisStore } from './sca/redis/redis-store.js';
import { createScaServices } from './sca/sca-services.js';
import { createSchema } from './schema.js';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  /** Where LinkCy is. */
  readonly linkcyUrl: string;
  /** Explorers, introspection and suggestions of field names. */
  readonly development: boolean;
  /** Whether that is LinkCy's sandbox or the simulator: approvals may be bypassed. */
  readonly sandbox: boolean;
  /** What several instances share: pending approvals and idempotency keys. Absent: this one keeps them in memory. */
  readonly redisUrl?: string;
  /** 32 bytes, the same for all instances; needed with redisUrl. Absent: cursors are good at this instance only. */
  readonly encryptionKey?: Uint8Array;
  /** A token for requests that have none; only the local simulator in development lends one. */
  readonly lentToken?: string;
}

export interface Server {
  /** Where GraphQL is answered. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The path of all GraphQL doors. */
export const graphqlPath = '/graphql';

/**
 * Starts the API and resolves when it answers. Reads no environment and listens to no signal. Rejects with a
 * RedisSetupError of one line where the shared store cannot be used.
 */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { development, sandbox, redisUrl, encryptionKey } = options;
  const store =
    redisUrl === undefined || encryptionKey === undefined
      ? undefined
      : await openRedisStore({ url: redisUrl, encryptionKey });
  const transport = createTransport({ ...defaultTransportOptions, origin: options.linkcyUrl });
  const services: Services = {
    transport,
    cursors: createCursorCodec(encryptionKey === undefined ? randomBytes(32) : derivedKey(encryptionKey, 'cursors')),
    sca: createScaServices({ transport, sandbox, store }),
  };
  const schema = createSchema();
  const apollo = createApollo({ schema, development });
  await apollo.start();
  const lentAuthorization = options.lentToken === undefined ? undefined : `Bearer ${options.lentToken}`;
  const streaming: StreamingDoor = { schema, services, development, lentAuthorization };
  const door: HttpDoor = { apollo, services, lentAuthorization, eventStreams: createEventStreamHandler(streaming) };
  const http = createHttpServer((request, response) => {
    answer(door, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Something went wrong here.', '');
    });
  });
  const websockets = openWebSocketDoor(http, graphqlPath, streaming);
  const port = await listen(http, options);
  return {
    port,
    url: `http://${hostInUrl(options.host)}:${port}${graphqlPath}`,
    async close() {
      http.closeIdleConnections();
      await websockets.close();
      await new Promise<void>((resolve) => http.close(() => resolve()));
      await apollo.stop();
      await services.sca.close();
      await transport.close();
    },
  };
}

async function answer(door: HttpDoor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.split('?', 1)[0];
  if (path === graphqlPath) return answerGraphql(door, request, response);
  if (path === '/') {
    response.writeHead(302, { location: graphqlPath }).end();
    return;
  }
  response
    .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    .end(`Nothing here. GraphQL is at ${graphqlPath}.\n`);
}

function listen(http: HttpServer, { host, port }: ServerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
