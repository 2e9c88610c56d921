import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * Stands between one instance and Redis, and can hold a step of the shared store at an exact point. Steps go by the name
 * in the first line of their script: "begin", "add", "claim", "settle" and so on.
 */
export interface RedisProxy {
  readonly url: string;
  /** How often something was asked after all before was answered. */
  readonly roundTrips: number;
  /** Runs when the step is about to reach Redis, and holds it until then. Returns how to end it. */
  before(step: string, hook: Hook): () => void;
  /** Runs when Redis has done the step, and holds the answer until then. */
  after(step: string, hook: Hook): () => void;
  /** Cuts all connections; new ones are taken. */
  cut(): void;
  close(): Promise<void>;
}

export type Hook = () => void | Promise<void>;

type Point = 'before' | 'after';

export async function startRedisProxy(redisUrl: string): Promise<RedisProxy> {
  const upstream = new URL(redisUrl);
  const open = new Set<Socket>();
  let roundTrips = 0;
  const hooks = new Set<{ readonly point: Point; readonly step: string; readonly hook: Hook }>();
  const run = async (point: Point, step: string | undefined) => {
    for (const one of [...hooks]) if (one.point === point && one.step === step) await one.hook();
  };
  const add = (point: Point, step: string, hook: Hook) => {
    const added = { point, step, hook };
    hooks.add(added);
    return () => void hooks.delete(added);
  };

  const server = createServer((client) => {
    const redis = connect(Number(upstream.port), upstream.hostname);
    for (const [one, other] of [
      [client, redis],
      [redis, client],
    ] as const) {
      open.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    // Redis answers in the order of the questions, which a subscriber's connection leaves; nothing is held there.
    const asked: (string | undefined)[] = [];
    let listening = false;
    let isAnswered = true;
    inOrder(client, async (message) => {
      const words = wordsOf(message);
      listening ||= words[0] === 'subscribe';
      const step = /^-- (\w+)/.exec(words[1] ?? '')?.[1];
      asked.push(step);
      if (isAnswered) roundTrips += 1;
      isAnswered = false;
      await run('before', step);
      redis.write(message);
    });
    inOrder(redis, async (message) => {
      if (!listening) await run('after', asked.shift());
      isAnswered = true;
      client.write(message);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cut = () => open.forEach((socket) => socket.destroy());
  return {
    url: Object.assign(new URL(redisUrl), { port: String((server.address() as AddressInfo).port) }).href,
    get roundTrips() {
      return roundTrips;
    },
    before: (step, hook) => add('before', step, hook),
    after: (step, hook) => add('after', step, hook),
    cut,
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Gives one message of Redis's protocol after the other; the next one waits until this one is dealt with. */
function inOrder(socket: Socket, take: (message: Buffer) => Promise<void>): void {
  let received: Buffer = Buffer.alloc(0);
  let before: Promise<unknown> = Promise.resolve();
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = endOf(received, 0);
      if (end === undefined) return;
      const message = received.subarray(0, end);
      received = received.subarray(end);
      before = before.then(() => take(message));
    }
  });
}

/** Where the value that begins here ends; undefined as long as that has not come. */
function endOf(bytes: Buffer, begin: number): number | undefined {
  const lineEnd = bytes.indexOf('\r\n', begin);
  if (lineEnd === -1) return undefined;
  const kind = String.fromCharCode(bytes[begin] ?? 0);
  const next = lineEnd + 2;
  if (kind !== '$' && kind !== '*') return next;
  const count = Number(bytes.toString('latin1', begin + 1, lineEnd));
  if (count < 0) return next;
  if (kind === '$') return bytes.length >= next + count + 2 ? next + count + 2 : undefined;
  let end: number | undefined = next;
  for (let index = 0; index < count && end !== undefined; index += 1) end = endOf(bytes, end);
  return end;
}

/** The words of a command, which is a list of texts. */
function wordsOf(message: Buffer): readonly string[] {
  const words: string[] = [];
  for (let at = message.indexOf('\r\n') + 2; at < message.length;) {
    const lineEnd = message.indexOf('\r\n', at);
    const length = Number(message.toString('latin1', at + 1, lineEnd));
    words.push(message.toString('utf8', lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
  return words;
}
