import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as secureServer, type TlsOptions } from 'node:tls';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { certificate, key } from '../support/certificate.js';
import { urlIn } from '../support/instance.js';
import { startConnectProxy } from '../support/connect-proxy.js';
import { program } from '../support/program.js';
import { startSecureLinkcy } from '../support/banks/secure-linkcy.js';
import { startSimulator } from '../../src/simulator/simulator.js';
import { patiently } from '../support/patience.js';

const certificateFile = join(mkdtempSync(join(tmpdir(), 'certificate-')), 'certificate.pem');
writeFileSync(certificateFile, certificate);

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;
interface Manifest {
  readonly version: string;
}

/** A module in which something happens at the signal. What its messages say stands in no path. */
const atSignal = (code: string) =>
  `--import=data:text/javascript,${encodeURIComponent(`process.on('SIGUSR2', () => { ${code} })`)}`;
const crash = atSignal("throw new TypeError('sec' + 'ret')");
const warn = atSignal("process.emitWarning('sec' + 'ret', { type: 'X', code: 'DEP0' })");

const started = new Set<ChildProcess>();

/** The program as a process, in an environment of its own. */
class Program {
  readonly process: ChildProcess;
  output = '';
  errors = '';

  constructor(settings: Readonly<Record<string, string>>, ...args: readonly string[]) {
    const { PATH = '' } = process.env;
    const env = { PATH, PORT: '0', SIMULATOR_PORT: '0', ...settings };
    this.process = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
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

describe.concurrent('the program', () => {
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
    const query = getIntrospectionQuery({
      ...{ specifiedByUrl: true, inputValueDeprecation: true, schemaDescription: true },
    });
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data } = (await answer.json()) as { data: IntrospectionQuery };
    const committed = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    // Introspection does not say where @semanticNonNull stands, and neither does printSchema.
    const printed = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema));
    expect(printed(buildClientSchema(data))).toBe(printed(buildSchema(committed)));
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

  test('takes a setting by its former name, and says the new one in its log', async () => {
    const api = new Program({ OPERATION_CALLS: '1' });
    await api.printed(/curl .*\n/);
    await api.printed(/OPERATION_CALLS is called MAX_OPERATION_COST now/);
    const [, url = ''] = /curl -s (\S+)/.exec(api.output) ?? [];
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ cards { nodes { ledger { id } } } }' });
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'OPERATION_TOO_EXPENSIVE', cost: { limit: 1 } } }],
    });
    api.process.kill('SIGTERM');
    expect(await api.end()).toBe(0);
  });

  test('lends its demo token in development only, and to nobody but its own simulator', async () => {
    const production = new Program({ NODE_ENV: 'production', LINKCY_URL: 'simulator' });
    await production.printed(/"linkcy":.*\n/);
    const [, linkcyUrl = ''] = /"linkcy":"([^"]+)"/.exec(production.output) ?? [];
    const elsewhere = new Program({ LINKCY_URL: linkcyUrl });
    await elsewhere.printed(/^LinkCy .*\n/m);
    for (const api of [production, elsewhere]) {
      expect(api.output).not.toContain('curl');
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(urlIn(api.output)!, {
        method: 'POST',
        headers,
        body: '{"query":"{ cards { totalCount } }"}',
      });
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
      'MANAGEMENT_PORT is in use',
      () => ({ MANAGEMENT_PORT: takenPort }),
      /^MANAGEMENT_PORT: port \d+ is in use\..*\n$/,
    ],
    [
      'it is for production and LinkCy is not said',
      () => ({ NODE_ENV: 'production' }),
      /^\{"level":"error",.*"msg":"LINKCY_URL must be set in production.*"\}\n$/,
    ],
  ])('ends with code 1 and one line that names the setting where %s', async (_, settings, line) => {
    const api = new Program(settings());
    expect(await api.end()).toBe(1);
    expect(api.errors).toMatch(line);
    expect(api.output).toBe('');
  });

  test.each<[string, readonly string[], number, RegExp, RegExp]>([
    ['--version', ['--version'], 0, new RegExp(`^${version}\n$`), /^$/],
    ['--help', ['--help'], 0, /linkcy-graphql simulator .*PORT=4000\n +port of the API.*Limits:/s, /^$/],
    ['simulator --help', ['simulator', '--help'], 0, /linkcy-graphql probe/, /^$/],
    ['an unknown argument', ['--port', '80'], 2, /^$/, /^"--port" is not an argument; .* See --help\.\n$/],
    ['an unknown command', ['start'], 2, /^$/, /^"start" is not an argument; .* See --help\.\n$/],
    ['an argument too many', ['simulator', '80'], 2, /^$/, /^"80" is not an argument; .* See --help\.\n$/],
  ])('answers %s, and starts nothing', async (_, args, code, output, errors) => {
    const api = new Program({}, ...args);
    expect(await api.end()).toBe(code);
    expect(api.output).toMatch(output);
    expect(api.errors).toMatch(errors);
  });

  test('is the local LinkCy alone where it is asked for', async () => {
    const linkcy = new Program({}, 'simulator');
    await linkcy.printed(/curl .*\n/);
    expect(linkcy.output).toMatch(/^The local LinkCy [\d.]+ listens on http:\/\/127\.0\.0\.1:\d+$/m);
    linkcy.process.kill('SIGTERM');
    expect(await linkcy.end()).toBe(0);
  });

  describe('in production', () => {
    const linesOf = ({ output, errors }: Program) =>
      `${output}${errors}`
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object);

    test.each<[string, Record<string, string>, readonly object[]]>([
      ['a start', {}, [{ level: 'info', msg: 'The server listens.', graphql: expect.stringContaining('/graphql') }]],
      ['a crash', { NODE_OPTIONS: crash }, [{ level: 'error', msg: 'failure', error: 'TypeError' }]],
      ['a warning of Node', { NODE_OPTIONS: warn }, [{ level: 'warn', msg: 'warning', error: 'X DEP0' }]],
    ])('%s is told in JSON, a line each', async (_, settings, expected) => {
      const api = new Program({ NODE_ENV: 'production', LINKCY_URL: 'simulator', ...settings });
      await api.printed(/"graphql".*\n/);
      if (settings.NODE_OPTIONS !== undefined) {
        api.process.kill('SIGUSR2');
        await api.printed(/failure|warning/);
      }
      api.process.kill('SIGINT');
      await api.end();
      const lines = linesOf(api);
      expect(lines).toMatchObject(lines.map(() => ({ time: expect.any(String), version })));
      for (const line of expected) expect(lines).toContainEqual(expect.objectContaining(line));
      expect(JSON.stringify(lines)).not.toContain('secret');
    });

    test('each wrong setting is', async () => {
      const api = new Program({ NODE_ENV: 'production', LINKCY_URL: 'simulator', PORT: 'x', LIST_ROWS: 'y' });
      expect(await api.end()).toBe(1);
      expect(linesOf(api)).toMatchObject([
        { level: 'error', version, msg: expect.stringMatching(/^PORT must be/) },
        { level: 'error', version, msg: expect.stringMatching(/^LIST_ROWS must be/) },
      ]);
    });
  });

  test('has a port for operators where one is set, and nothing for them elsewhere', async () => {
    const api = new Program({ MANAGEMENT_PORT: '0', METRICS: 'true' });
    await api.printed(/curl .*\n/);
    const [, management = ''] = /^Management +(\S+)$/m.exec(api.output) ?? [];
    const origin = new URL(urlIn(api.output)!).origin;
    const statusOf = async (url: string) => (await fetch(url)).status;
    for (const path of ['/health', '/ready', '/metrics']) {
      expect(await statusOf(`${management}${path}`)).toBe(200);
      expect(await statusOf(`${origin}${path}`)).toBe(404);
    }
    expect(await (await fetch(`${management}/metrics`)).text()).toContain('graphql_requests_in_flight 0');
    expect(await statusOf(`${management}/graphql`)).toBe(404);
    api.process.kill('SIGINT');
    expect(await api.end()).toBe(0);
  });

  const isReady = async (api: Program) => {
    return (await fetch(urlIn(api.output)!.replace('/graphql', '/ready'))).status;
  };

  test('starts while LinkCy is down, is not ready, and becomes so when LinkCy is there', async () => {
    const api = new Program({
      LINKCY_URL: `http://127.0.0.1:${closedPort}`,
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    });
    await api.printed(/not to be reached: the connection is refused \(ECONNREFUSED\)/);
    expect(await isReady(api)).toBe(503);
    const linkcy = await startSimulator({ port: Number(closedPort), seed: 'empty' });
    await vi.waitFor(async () => expect(await isReady(api)).toBe(200), patiently);
    expect(api.output.match(/not to be reached/g)).toHaveLength(1);
    api.process.kill('SIGTERM');
    expect(await api.end()).toBe(0);
    await linkcy.close();
  });

  const secure = (options: TlsOptions) =>
    secureServer({ key, cert: certificate, ...options }).on('tlsClientError', () => {});
  const upstreams: readonly [string, () => Server | undefined, (port: string) => Record<string, string>, RegExp][] = [
    ['an untrusted certificate', () => secure({}), httpsAt('localhost'), /its certificate is not trusted \(/],
    [
      'a certificate of another name',
      () => secure({}),
      httpsAt('127.0.0.2', true),
      /its certificate is for another name/,
    ],
    [
      'a client certificate that is missing',
      () => secure({ requestCert: true }),
      httpsAt('localhost', true),
      /a client certificate is wanted/,
    ],
    ['an unknown name', () => undefined, () => ({ LINKCY_URL: 'http://linkcy.invalid' }), /its name is not known/],
    [
      'a TLS that is none',
      () => createServer((socket) => socket.end('HTTP/1.1 400 x\r\n\r\n')),
      httpsAt('localhost'),
      /TLS cannot be agreed on/,
    ],
    [
      'a LinkCy that hangs',
      () => createServer(),
      (port) => ({ LINKCY_URL: `http://127.0.0.1:${port}`, LINKCY_READ_SECONDS: '1' }),
      /it takes the connection, and does not answer in time/,
    ],
  ];

  test.each(upstreams)('says so where it starts with %s', async (_, start, settings, line) => {
    const upstream = start()?.listen(0);
    if (upstream !== undefined) await once(upstream, 'listening');
    const api = new Program(settings(upstream === undefined ? '' : portOf(upstream)));
    await api.printed(line);
    expect(await isReady(api)).toBe(503);
    expect(api.errors).toBe('');
    api.process.kill('SIGINT');
    expect(await api.end()).toBe(0);
    upstream?.close();
  });

  test('reaches LinkCy through a proxy, with an authority and a client certificate of its own', async ({ expect }) => {
    const linkcy = await startSecureLinkcy({ key, cert: certificate, ca: certificate, requestCert: true });
    const proxy = await startConnectProxy();
    const clientKeyFile = certificateFile.replace('certificate.pem', 'key.pem');
    writeFileSync(clientKeyFile, key);
    proxy.behaviour = 407;
    const api = new Program({
      LINKCY_URL: linkcy.origin,
      HTTPS_PROXY: proxy.url.replace('//', '//user:hidden@'),
      LINKCY_CA_FILE: certificateFile,
      LINKCY_CLIENT_CERTIFICATE_FILE: certificateFile,
      LINKCY_CLIENT_KEY_FILE: clientKeyFile,
    });
    await api.printed(/not to be reached: the proxy of HTTPS_PROXY wants another name and password \(PROXY_407\)/);
    proxy.behaviour = 403;
    await api.printed(/not to be reached: the proxy of HTTPS_PROXY refuses to connect to it \(PROXY_403\)/);
    expect(await isReady(api)).toBe(503);
    proxy.behaviour = 'hang up';
    await api.printed(/not to be reached: the proxy of HTTPS_PROXY is not to be reached, .* \(PROXY_ECONNRESET\)/);
    expect(linkcy.requests).toEqual([]);
    proxy.behaviour = 'tunnel';
    await vi.waitFor(async () => expect(await isReady(api)).toBe(200), patiently);
    expect(linkcy.clients).toEqual(['localhost']);
    expect(`${api.output}${api.errors}`).not.toMatch(/hidden|PRIVATE KEY/);
    api.process.kill('SIGTERM');
    expect(await api.end()).toBe(0);
    await Promise.all([linkcy.close(), proxy.close()]);
  });
});

/** An address with TLS, whose certificate is trusted or not. */
function httpsAt(host: string, isTrusted = false) {
  return (port: string): Record<string, string> => ({
    LINKCY_URL: `https://${host}:${port}`,
    ...(isTrusted ? { NODE_EXTRA_CA_CERTS: certificateFile } : {}),
  });
}

function portOf(server: Server): string {
  return String((server.address() as AddressInfo).port);
}
