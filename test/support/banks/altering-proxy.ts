import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What LinkCy answered, as it goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The request line that an answer belongs to, without the host. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly search: string;
}

export type Alter = (answer: Answer, asked: Asked) => Answer;

/** Stands before a LinkCy that does not change, remembers what it answers, and alters it where it is told to. */
export interface AlteringProxy {
  readonly url: string;
  /** How many requests came since `alter` was called last. */
  readonly calls: number;
  /** What was answered last to requests whose path this is, unaltered. */
  answersTo(path: string): readonly Answer[];
  alter(alter: Alter | undefined): void;
  close(): Promise<void>;
}

export async function startAlteringProxy(upstream: string): Promise<AlteringProxy> {
  const known = new Map<string, Promise<Answer>>();
  const byPath = new Map<string, Answer[]>();
  let standing: Alter | undefined;
  let calls = 0;

  const answerTo = async ({ method, path, search }: Asked, { headers }: IncomingMessage): Promise<Answer> => {
    if (method !== 'GET') throw new Error('The robot only reads.');
    const response = await fetch(`${upstream}${path}${search}`, {
      headers: { authorization: headers.authorization ?? '' },
    });
    const answer = {
      status: response.status,
      headers: { 'content-type': response.headers.get('content-type') ?? '' },
      body: Buffer.from(await response.arrayBuffer()),
    };
    byPath.set(path, [...(byPath.get(path) ?? []), answer]);
    return answer;
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    calls += 1;
    const [path = '', query] = (request.url ?? '').split('?');
    const asked = { method: request.method ?? '', path, search: query === undefined ? '' : `?${query}` };
    const name = `${asked.method} ${asked.path}${asked.search}`;
    const answer = known.get(name) ?? answerTo(asked, request);
    known.set(name, answer);
    answer.then(
      (unaltered) => {
        const { status, headers, body } = standing?.(unaltered, asked) ?? unaltered;
        response.writeHead(status, { ...headers, 'content-length': body.length });
        response.end(body);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get calls() {
      return calls;
    },
    answersTo: (path) => byPath.get(path) ?? [],
    alter(alter) {
      standing = alter;
      calls = 0;
    },
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
