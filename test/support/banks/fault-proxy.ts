import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { linkcyError } from './linkcy-error.js';

/** What can go wrong between us and LinkCy. The first two happen to connections, the others to requests. */
export const faults = [
  'refuse',
  'accept and reset',
  'read and reset',
  'FIN after the request',
  'half a status line',
  'truncated body',
  'stall after headers',
  'one byte per 200 ms',
  'black hole',
  '201 with an empty body',
  '200 with HTML',
  '502',
  '503 with Retry-After',
  '302 elsewhere',
] as const;
const foreignStatuses = [400, 401, 403, 404, 405, 409, 413, 421, 499] as const;

/** What somebody else answers in LinkCy's place: an ingress, a firewall, a gateway, a page of maintenance. */
export const foreignAnswers = [
  ...foreignStatuses.flatMap((status) => [`${status} with HTML`, `${status} with JSON`] as const),
  '200 with JSON',
  '200 with {}',
  "200 with another object's id",
  "200 with LinkCy's 404",
] as const;

export type Fault = (typeof faults | typeof foreignAnswers)[number];

export interface FaultOptions {
  /** Whether the request reaches LinkCy before its answer is spoilt. Standard: yes, which is the worse case. */
  readonly reachesLinkcy?: boolean;
  /** Only requests whose first line ("POST /api/partner/cards HTTP/1.1") fits. */
  readonly only?: RegExp;
}

/** Stands between a client and an HTTP server and spoils what it is told to spoil. */
export interface FaultProxy {
  readonly url: string;
  /** The first lines of the requests that came whole, and of those of them that were passed on, in order. */
  readonly requests: readonly string[];
  readonly passedOn: readonly string[];
  /** Connections that were opened so far, and those open now. */
  readonly connections: { readonly opened: number; readonly open: number };
  /** The next fitting request, or connection, goes wrong. One-shot faults come before the standing one, in their order. */
  once(fault: Exclude<Fault, 'refuse'>, options?: FaultOptions): void;
  /**
   * Everything that fits goes wrong, from now on, or, for 'refuse', once the promise is kept. For faults of connections,
   * those that are open are cut.
   */
  always(fault: Fault, options?: FaultOptions): Promise<void>;
  /** From now on everything goes well. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export interface FaultProxyOptions {
  /** Where everything is passed on to, for instance the simulator's url. */
  readonly upstream: string;
  readonly dripMilliseconds?: number;
  /** A number of seconds or a date. */
  readonly retryAfter?: string;
  /** Where '302 elsewhere' points. */
  readonly elsewhere?: string;
}

interface Planned extends FaultOptions {
  readonly fault: Fault;
}

export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const upstream = new URL(options.upstream);
  const open = new Set<Socket>();
  const requests: string[] = [];
  const passedOn: string[] = [];
  let oneShots: Planned[] = [];
  let standing: Planned | undefined;
  let opened = 0;

  const take = (line?: string): Planned | undefined => {
    const fits = ({ fault, only }: Planned) =>
      (fault === 'accept and reset') === (line === undefined) && (only?.test(line ?? '') ?? true);
    const planned = oneShots.find(fits);
    oneShots = oneShots.filter((one) => one !== planned);
    return planned ?? (standing !== undefined && fits(standing) ? standing : undefined);
  };

  /** Gives the connection to the upstream that the request went on, if any. */
  const answer = (client: Socket, request: Buffer): Socket | undefined => {
    const line = request.toString('latin1', 0, request.indexOf('\r\n'));
    requests.push(line);
    const planned = take(line);
    const spoil = () => planned && spoilerOf(planned.fault, options)?.(client);
    if (planned?.reachesLinkcy === false) {
      spoil();
      return undefined;
    }
    passedOn.push(line);
    const server = connect(Number(upstream.port), upstream.hostname);
    server.on('error', () => client.destroy());
    server.write(request);
    if (planned === undefined) server.on('data', (chunk) => client.write(chunk)).on('end', () => client.end());
    else server.once('data', spoil);
    return server;
  };

  const server = createServer((client) => {
    opened += 1;
    open.add(client.on('error', () => client.destroy()).on('close', () => open.delete(client)));
    if (take() !== undefined) return void client.resetAndDestroy();
    let received: Buffer = Buffer.alloc(0);
    let onwards: Socket | undefined;
    client.on('close', () => onwards?.destroy());
    client.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const length = requestLength(received);
      if (length === undefined) return;
      const request = received.subarray(0, length);
      received = received.subarray(length);
      onwards?.destroy();
      onwards = answer(client, request);
    });
  });
  const cut = () => open.forEach((client) => client.destroy());
  const listen = (port: number) => once(server.listen(port, '127.0.0.1'), 'listening');
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    passedOn,
    connections: {
      get opened() {
        return opened;
      },
      get open() {
        return open.size;
      },
    },
    once: (fault, faultOptions) => void oneShots.push({ ...faultOptions, fault }),
    async always(fault, faultOptions) {
      standing = { ...faultOptions, fault };
      if (fault === 'refuse') server.close();
      if (fault === 'refuse' || fault === 'accept and reset') cut();
      if (fault === 'refuse') await untilRefused(port);
    },
    async clear() {
      oneShots = [];
      standing = undefined;
      if (!server.listening) await listen(port);
    },
    async close() {
      cut();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * A closed port still accepts for milliseconds where this process is just starting a program: until that program runs,
 * it holds a copy of every socket. What was accepted in that time is reset with it.
 */
async function untilRefused(port: number): Promise<void> {
  const isRefused = () =>
    new Promise<boolean>((resolve) => {
      const probe = connect(port, '127.0.0.1');
      probe.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
      probe.on('close', () => resolve(false));
    });
  while (!(await isRefused()));
}

/** The bytes of the first request, head and body; undefined as long as it is not complete. */
function requestLength(received: Buffer): number | undefined {
  const head = received.indexOf('\r\n\r\n');
  if (head === -1) return undefined;
  const bodyLength = /\r\ncontent-length: *(\d+)/i.exec(received.toString('latin1', 0, head))?.[1] ?? '0';
  const length = head + 4 + Number(bodyLength);
  return received.length < length ? undefined : length;
}

type Spoiler = (client: Socket) => void;

function spoilerOf(fault: Fault, options: FaultProxyOptions): Spoiler | undefined {
  const { dripMilliseconds = 200, retryAfter = '1', elsewhere = '' } = options;
  const json = 'content-type: application/json';
  const send =
    (status: string, headers: readonly string[], body: string, length = body.length): Spoiler =>
    (client) =>
      client.write([`HTTP/1.1 ${status}`, ...headers, `content-length: ${length}`, '', body].join('\r\n'));
  const byFault: Partial<Record<Fault, Spoiler>> = {
    'read and reset': (client) => client.resetAndDestroy(),
    'FIN after the request': (client) => client.end(),
    'half a status line': (client) => client.end('HTTP/1.1 20'),
    'truncated body': (client) => {
      send('200 OK', [json], '{"content":[', 500)(client);
      client.end();
    },
    'stall after headers': send('200 OK', [json], '', 500),
    'one byte per 200 ms': (client) => {
      send('200 OK', [json], '', 500)(client);
      const timer = setInterval(() => client.write(' '), dripMilliseconds);
      client.on('close', () => clearInterval(timer));
    },
    'black hole': () => undefined,
    '201 with an empty body': send('201 Created', [], ''),
    '200 with {}': send('200 OK', [json], '{}'),
    "200 with another object's id": send('200 OK', [json], `{"id":"${randomUUID()}"}`),
    "200 with LinkCy's 404": send('200 OK', [json], JSON.stringify(linkcyError(404).body)),
    '502': send('502 Bad Gateway', [], ''),
    '503 with Retry-After': send('503 Service Unavailable', [`retry-after: ${retryAfter}`], ''),
    '302 elsewhere': send('302 Found', [`location: ${elsewhere}`], ''),
  };
  const [, status, language] = /^(\d+) with (HTML|JSON)$/.exec(fault) ?? [];
  if (status === undefined) return byFault[fault];
  return language === 'JSON'
    ? send(`${status} Foreign`, [json], '{"message":"Somebody else has answered"}')
    : send(`${status} Foreign`, ['content-type: text/html'], '<html><body>Somebody else has answered</body></html>');
}
