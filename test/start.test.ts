import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import {
  buildClientSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { program } from './support/program.js';

const started = new Set<ChildProcess>();

/** The program as a process, in an environment of its own. */
class Program {
  readonly process: ChildProcess;
  output = '';
  errors = '';

  constructor(settings: Readonly<Record<string, string>>) {
    const { PATH = '' } = process.env;
    const env = { PATH, PORT: '0', SIMULATOR_PORT: '0', ...settings };
    this.process = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.process.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    started.add(this.process);
  }

  /** Resolves as soon as what was printed matches. */
  async printed(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.output)) {
      if (this.process.exitCode !== null) throw new Error(`The program ended:\n${this.output}\n${this.errors}`);
      await Promise.race([once(this.process.stdout!, 'data'), once(this.process, 'exit')]);
    }
  }

  /** The exit code, once everything that was printed has arrived. */
  async end(): Promise<number | null> {
    await once(this.process, 'close');
    started.delete(this.process);
    return this.process.exitCode;
  }
}

describe.concurrent('the program', { timeout: 60_000 }, () => {
  let taken: Server;
  let takenPort: string;
  let closedPort: string;

  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    takenPort = portOf(taken);
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    closedPort = portOf(closed);
    closed.close();
    await once(closed, 'close');
  });

  afterAll(() => {
    taken.close();
    for (const left of started) left.kill('SIGKILL');
  });

  test('serves the schema that is committed, each type by its name', async () => {
    const api = new Program({});
    await api.printed(/curl .*\n/);
    const [, url = ''] = /curl -s (\S+)/.exec(api.output) ?? [];
    const headers = { 'content-type': 'application/json' };
    const query = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true });
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data } = (await answer.json()) as { data: IntrospectionQuery };
    const committed = readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8');
    expect(`${printSchema(lexicographicSortSchema(buildClientSchema(data)))}\n`).toBe(committed);
    api.process.kill('SIGTERM');
    expect(await api.end()).toBe(0);
  });

  test('says where everything is, answers the query that it prints, and ends with SIGTERM', async () => {
    const api = new Program({});
    await api.printed(/curl .*\n/);
    expect(api.output).toMatch(/^GraphQL {5}http:\/\/127\.0\.0\.1:\d+\/graphql$/m);
    expect(api.output).toMatch(/^Explorer {4}http:\/\/127\.0\.0\.1:\d+\/explorer in a browser$/m);
    expect(api.output).toMatch(/^LinkCy {6}http:\/\/127\.0\.0\.1:\d+ \(the local simulator\)$/m);
    const [, url = '', header = '', body = ''] = /curl -s (\S+) -H '([^']+)' -d '([^']+)'/.exec(api.output) ?? [];
    const [name = '', value = ''] = header.split(': ');
    const answer = await fetch(url, { method: 'POST', headers: { [name]: value }, body });
    expect(await answer.json()).toMatchObject({
      data: {
        consumers: { totalCount: expect.any(Number), nodes: [{}, {}, { lastName: expect.stringMatching(/\w/) }] },
      },
    });
    api.process.kill('SIGTERM');
    expect(await api.end()).toBe(0);
    expect(api.errors).toBe('');
  });

  test('lends its demo token in development only, and to nobody but its own simulator', async () => {
    const production = new Program({ NODE_ENV: 'production' });
    await production.printed(/^LinkCy .*\n/m);
    const [, linkcyUrl = ''] = /^LinkCy +(\S+)/m.exec(production.output) ?? [];
    const elsewhere = new Program({ LINKCY_URL: linkcyUrl });
    await elsewhere.printed(/^LinkCy .*\n/m);
    for (const api of [production, elsewhere]) {
      expect(api.output).not.toContain('curl');
      const [, url = ''] = /^GraphQL +(\S+)/m.exec(api.output) ?? [];
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url, { method: 'POST', headers, body: '{"query":"{ cards { totalCount } }"}' });
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      api.process.kill('SIGINT');
      expect(await api.end()).toBe(0);
    }
  });

  test.each<[string, () => Record<string, string>, RegExp]>([
    ['PORT is in use', () => ({ PORT: takenPort }), /^PORT: port \d+ is in use\..*\n$/],
    ['SIMULATOR_PORT is in use', () => ({ SIMULATOR_PORT: takenPort }), /^SIMULATOR_PORT: port \d+ is in use\..*\n$/],
    ['a setting is wrong', () => ({ PORT: 'eighty' }), /^PORT must be a port.*\n$/],
    [
      'LinkCy is not to be reached',
      () => ({ LINKCY_URL: `http://127.0.0.1:${closedPort}` }),
      /^LINKCY_URL: nothing answers at .*\n$/,
    ],
  ])('ends with code 1 and one line that names the setting where %s', async (_, settings, line) => {
    const api = new Program(settings());
    expect(await api.end()).toBe(1);
    expect(api.errors).toMatch(line);
    expect(api.output).toBe('');
  });
});

function portOf(server: Server): string {
  return String((server.address() as AddressInfo).port);
}
