import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { authority, authorityFile, client, clientFile, clientKeyFile } from './pem-files.js';
import { limitSettings } from '../../src/config/limits.js';
import { ConfigError, readConfig, settings, defaultLimits } from '../../src/config/settings.js';

const encryptionKey = Buffer.alloc(32, 7).toString('base64');
const otherKey = Buffer.alloc(32, 8).toString('base64');

const accepted: readonly (readonly [name: string, value: string, expected: object])[] = [
  ['PORT', '0', { port: 0 }],
  ['PORT', ' 65535 ', { port: 65_535 }],
  ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
  ['MANAGEMENT_PORT', '0', { managementPort: 0 }],
  ['SIMULATOR_PORT', '5010', { simulatorPort: 5010 }],
  ['SIMULATOR_GENERATION', '1.114', { simulatorGeneration: '1.114' }],
  ['LINKCY_APPROVALS', 'observe', { approvals: 'observe' }],
  ['LINKCY_URL', 'https://api.sandbox.linkcy.cloud', { linkcyUrl: 'https://api.sandbox.linkcy.cloud' }],
  ['LINKCY_URL', 'http://127.0.0.1:4010/', { linkcyUrl: 'http://127.0.0.1:4010' }],
  ['LINKCY_URL', 'simulator', { linkcyUrl: undefined, sandbox: true }],
  ['HTTPS_PROXY', 'http://proxy.example:3128', { linkcyProxy: 'http://proxy.example:3128' }],
  ['NO_PROXY', 'localhost, .example', { noProxy: ['localhost', '.example'] }],
  ['LINKCY_CA_FILE', authorityFile, { linkcyCa: authority.certificate.trim() }],
  ['LINKCY_CLIENT_CERTIFICATE_FILE', clientFile, { linkcyClientCertificate: client.certificate.trim() }],
  ['LINKCY_CLIENT_KEY_FILE', clientKeyFile, { linkcyClientKey: client.key }],
  ['NODE_ENV', 'production', { environment: 'production', sandbox: true }],
  ['NODE_ENV', 'test', { environment: 'test' }],
  ['LINKCY_SANDBOX', 'true', { sandbox: true }],
  ['LINKCY_SANDBOX', 'false', { sandbox: false }],
  ['INTROSPECTION', 'false', { introspection: false }],
  ['EXPLORER', 'false', { explorer: false }],
  ['SUGGESTIONS', 'false', { suggestions: false }],
  ['TRUSTED_DOCUMENTS', 'app.json, web/', { trustedDocuments: ['app.json', 'web/'] }],
  ['TRUSTED_DOCUMENTS_MODE', 'enforce', { trustedDocumentsMode: 'enforce' }],
  [
    'CORS_ORIGINS',
    'https://app.example, http://localhost:3000',
    { corsOrigins: ['https://app.example', 'http://localhost:3000'] },
  ],
  ['CORS_HEADERS', 'X-Tenant, x-b', { corsHeaders: ['x-tenant', 'x-b'] }],
  ['TRUSTED_PROXIES', '2', { trustedProxies: 2 }],
  ['TRUSTED_PROXIES', '10.0.0.0/8, loopback, ::1', { trustedProxies: ['10.0.0.0/8', 'loopback', '::1'] }],
  ['COMPILED_QUERIES', 'none', { compiling: 'none' }],
  ['METRICS', 'true', { metrics: true }],
  ['REDIS_URL', 'redis://127.0.0.1:6379/2', { redisUrl: 'redis://127.0.0.1:6379/2' }],
  ['ENCRYPTION_KEY', encryptionKey, { encryptionKey: Buffer.alloc(32, 7) }],
  ['ENCRYPTION_KEYS_OLD', ` ${otherKey}, `, { encryptionKeysOld: [Buffer.alloc(32, 8)] }],
  ['LOG_LEVEL', 'warn', { logLevel: 'warn' }],
  ...Object.entries(limitSettings).map(
    ([property, { name, defaultText }]) =>
      [name, defaultText, { limits: { [property]: defaultLimits[property as keyof typeof limitSettings] } }] as const,
  ),
  ['REQUEST_BODY_KILOBYTES', '1', { limits: { requestBodyBytes: 1_024 } }],
  ['QUERY_SECONDS', '3', { limits: { queryMilliseconds: 3_000 } }],
  ['LINKCY_RETRY_SHORTEST_MILLISECONDS', '7', { limits: { shortestRetryDelayMilliseconds: 7 } }],
  ['LINKCY_RETRIES', '0', { limits: { retriesPerRead: 0 } }],
  ['INPUT_LIST_ITEMS', '5', { limits: { inputListItems: 5 } }],
  ['LIST_ROWS', '50', { limits: { listRows: 50 } }],
];

/** What some settings need besides themselves. */
const companions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  NODE_ENV: { LINKCY_URL: 'simulator' },
  HTTPS_PROXY: { LINKCY_URL: 'https://linkcy.example' },
  LINKCY_CLIENT_CERTIFICATE_FILE: { LINKCY_CLIENT_KEY_FILE: clientKeyFile },
  LINKCY_CLIENT_KEY_FILE: { LINKCY_CLIENT_CERTIFICATE_FILE: clientFile },
  TRUSTED_DOCUMENTS_MODE: { TRUSTED_DOCUMENTS: 'documents.json' },
  REDIS_URL: { ENCRYPTION_KEY: encryptionKey },
  ENCRYPTION_KEYS_OLD: { ENCRYPTION_KEY: encryptionKey },
};

/** The line about the only setting that is wrong. */
function refusal(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

describe('the configuration', () => {
  test('is the local simulator in development where nothing is set', () => {
    const standard = {
      host: '127.0.0.1',
      port: 4000,
      linkcyUrl: undefined,
      simulatorPort: 4010,
      environment: 'development',
      sandbox: true,
    };
    expect(readConfig({})).toMatchObject(standard);
    expect(readConfig(Object.fromEntries(Object.keys(settings).map((name) => [name, '  '])))).toEqual(readConfig({}));
  });

  test('is tested for every setting', () => {
    expect(new Set(accepted.map(([name]) => name))).toEqual(new Set(Object.keys(settings)));
  });

  test.each(accepted)('takes %s=%s', (name, value, expected) => {
    expect(readConfig({ ...companions[name], [name]: value })).toMatchObject(expected);
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['MANAGEMENT_PORT', 'none'],
    ['SIMULATOR_PORT', '4010x'],
    ['SIMULATOR_PORT', '1e3'],
    ['SIMULATOR_GENERATION', '1.114.5'],
    ['LINKCY_APPROVALS', 'ask'],
    ['LINKCY_URL', 'api.sandbox.linkcy.cloud'],
    ['LINKCY_URL', 'ftp://api.sandbox.linkcy.cloud'],
    ['LINKCY_URL', 'https://api.sandbox.linkcy.cloud/api'],
    ['LINKCY_URL', 'https://api.sandbox.linkcy.cloud?token=x'],
    ['LINKCY_URL', 'https://api.sandbox.linkcy.cloud#x'],
    ['LINKCY_URL', 'https://user:secret@api.sandbox.linkcy.cloud'],
    ['NODE_ENV', 'staging'],
    ['LINKCY_SANDBOX', 'yes'],
    ['INTROSPECTION', '1'],
    ['TRUSTED_DOCUMENTS_MODE', 'strict'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://app.example/path'],
    ['CORS_ORIGINS', 'https://*.example.com'],
    ['CORS_ORIGINS', 'https://app.example, *.example.com'],
    ['CORS_HEADERS', '*'],
    ['CORS_HEADERS', 'x tenant'],
    ['TRUSTED_PROXIES', 'true'],
    ['TRUSTED_PROXIES', '10.0.0.0/99'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['LOG_LEVEL', 'loud'],
    ['DOCUMENT_TOKENS', '0'],
    ['DOCUMENT_TOKENS', '1e3'],
    ['LIST_ROWS', '101'],
    ['QUERY_SECONDS', '1.5'],
    ['LINKCY_RETRY_BUDGET_PERCENT', '101'],
  ])('refuses %s=%s with one line that names it and does not repeat the value', (name, value) => {
    const line = refusal({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name} must be .+$`));
    expect(line).not.toContain('secret');
  });

  test.each([
    ['TRUSTED_DOCUMENTS', { TRUSTED_DOCUMENTS_MODE: 'log' }],
    ['MUTATION_SECONDS', { MUTATION_SECONDS: '30' }],
    ['HTTP_REQUEST_SECONDS', { HTTP_REQUEST_SECONDS: '5' }],
    ['SHUTDOWN_SECONDS', { SHUTDOWN_SECONDS: '2' }],
    ['MANAGEMENT_PORT', { MANAGEMENT_PORT: '4000' }],
    ['LINKCY_URL', { NODE_ENV: 'production' }],
    ['LINKCY_RETRY_LONGEST_MILLISECONDS', { LINKCY_RETRY_LONGEST_MILLISECONDS: '99' }],
  ])('names %s where it does not fit the others', (name, environment) => {
    expect(refusal(environment)).toMatch(new RegExp(`^${name} must (?:not )?be .+$`));
  });

  const secrets = Object.values(settings).filter(({ isSecret }) => isSecret);

  test('takes what may hold a secret for one', () => {
    expect(secrets.map(({ name }) => name)).toEqual([
      ...['HTTPS_PROXY', 'REDIS_URL', 'ENCRYPTION_KEY', 'ENCRYPTION_KEYS_OLD'],
    ]);
  });

  describe.each(secrets.map(({ name }) => name))('the secret %s', (name) => {
    const file = join(mkdtempSync(join(tmpdir(), 'secret-')), name);
    const [, text = ''] = accepted.find(([accepted]) => accepted === name)!;
    writeFileSync(file, `${text}\n`);

    test('may be in a file', () => {
      expect(readConfig({ ...companions[name], [`${name}_FILE`]: file })).toEqual(
        readConfig({ ...companions[name], [name]: text }),
      );
    });

    test('is refused where the file is empty: it must not count as not set', () => {
      const empty = `${file}.empty`;
      writeFileSync(empty, '\n');
      expect(refusal({ ...companions[name], [`${name}_FILE`]: empty })).toBe(
        `${name} must be in the file that ${name}_FILE names, which is empty`,
      );
    });

    test('is refused where the file cannot be read, and where it is set twice', () => {
      const unreadable = { ...companions[name], [`${name}_FILE`]: `${file}.none` };
      expect(refusal(unreadable)).toMatch(new RegExp(`^${name} must be in the file that ${name}_FILE names.*ENOENT`));
      expect(refusal({ ...companions[name], [name]: text, [`${name}_FILE`]: file })).toBe(
        `${name} must not be set where ${name}_FILE is`,
      );
    });
  });

  test('switches what developers need off in production, unless it is switched on', () => {
    const off = { introspection: false, explorer: false, suggestions: false };
    expect(readConfig({ NODE_ENV: 'production', LINKCY_URL: 'simulator' })).toMatchObject(off);
    expect(readConfig({ NODE_ENV: 'production', LINKCY_URL: 'simulator', INTROSPECTION: 'true' })).toMatchObject({
      ...off,
      introspection: true,
    });
  });

  test('names every setting that is wrong', () => {
    const lines = refusal({ PORT: 'x', LINKCY_URL: 'y', LINKCY_SANDBOX: 'z' }).split('\n');
    expect(lines.map((line) => line.split(' ', 1)[0]).sort()).toEqual(['LINKCY_SANDBOX', 'LINKCY_URL', 'PORT']);
  });

  test('takes another LinkCy for the real one unless it is said to be a sandbox', () => {
    expect(readConfig({ LINKCY_URL: 'https://linkcy.example' }).sandbox).toBe(false);
    expect(readConfig({ LINKCY_URL: 'https://linkcy.example', LINKCY_SANDBOX: 'true' }).sandbox).toBe(true);
  });

  test('has the settings that src/config/README.md lists, with the same defaults and meanings', () => {
    expect(rowsOf('src/config/README.md')).toEqual(documented);
  });

  test('has those that the top README lists, with the same defaults and meanings', () => {
    const names = rowsOf('README.md').map(([name]) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(rowsOf('README.md')).toEqual(documented.filter(([name]) => names.includes(name)));
  });
});

const documented = Object.entries(settings).map(([name, { defaultText, meaning }]) => [
  name,
  defaultText,
  plain(meaning),
]);

/** The rows of a page's table of settings. */
function rowsOf(page: string): string[][] {
  return readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => /^\|(.*)\|\s*$/.exec(line)?.[1]?.split('|').map(plain) ?? [])
    .filter(([name = '']) => /^[A-Z][A-Z_]+$/.test(name));
}

/** The text of a cell of a Markdown table. */
function plain(cell: string): string {
  return cell.replaceAll('`', '').trim();
}
