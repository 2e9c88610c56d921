import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that LinkCy did not give, whoever did. */
export interface ForeignAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Plan {
  /** Fits method and path, for instance /^GET .*transactions/. */
  readonly only: RegExp;
  readonly answer: ForeignAnswer;
  /** How often; for ever unless given. */
  readonly times?: number;
  /** The request reaches LinkCy, and only its answer is replaced. */
  readonly carriedOut?: boolean;
}

/** Stands before LinkCy and answers in its place what was planned for a token: trials side by side do not meet. */
export interface AnsweringProxy {
  readonly url: string;
  /** Returns how often it has answered so far. */
  plan(token: string, plan: Plan): () => number;
  clear(token: string): void;
  close(): Promise<void>;
}

export async function startAnsweringProxy(upstream: string): Promise<AnsweringProxy> {
  const plans = new Map<string, { plan: Plan; answered: number }[]>();
  const server = createServer((request, response) => {
    void answer(request)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage) {
    const { method = '', url = '', headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    const planned = plans
      .get(token)
      ?.find(({ plan, answered }) => plan.only.test(`${method} ${url}`) && answered < (plan.times ?? Infinity));
    if (planned !== undefined) planned.answered += 1;
    const passes = planned === undefined || planned.plan.carriedOut === true;
    const real = passes ? await passedOn(method, url, headers, Buffer.concat(chunks)) : undefined;
    return planned === undefined && real !== undefined ? real : written(planned?.plan.answer ?? { status: 500 });
  }

  async function passedOn(method: string, url: string, headers: IncomingMessage['headers'], body: Buffer) {
    const { host: _own, connection: _hop, 'content-length': _counted, 'transfer-encoding': _coded, ...rest } = headers;
    const kept = Object.entries(rest).map(([name, value]) => [name, String(value)] as [string, string]);
    const response = await fetch(upstream + url, { method, headers: kept, body: body.length > 0 ? body : undefined });
    const told = ['content-type', 'date', 'retry-after'].flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    return {
      status: response.status,
      headers: Object.fromEntries(told),
      body: Buffer.from(await response.arrayBuffer()),
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    plan(token, plan) {
      const planned = { plan, answered: 0 };
      plans.set(token, [...(plans.get(token) ?? []), planned]);
      return () => planned.answered;
    },
    clear: (token) => void plans.delete(token),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function written({ status, body, text, headers = {} }: ForeignAnswer) {
  const type = { 'content-type': body === undefined ? 'text/html' : 'application/json' };
  return {
    status,
    headers: { ...type, ...headers },
    body: Buffer.from(text ?? (body === undefined ? '' : JSON.stringify(body))),
  };
}
