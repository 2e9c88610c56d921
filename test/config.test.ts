import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, settings } from '../src/config.js';

const accepted: readonly (readonly [name: string, value: string, expected: object])[] = [
  ['PORT', '0', { port: 0 }],
  ['PORT', ' 65535 ', { port: 65_535 }],
  ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
  ['SIMULATOR_PORT', '5010', { simulatorPort: 5010 }],
  ['LINKCY_URL', 'https://api.sandbox.linkcy.cloud', { linkcyUrl: 'https://api.sandbox.linkcy.cloud' }],
  ['LINKCY_URL', 'http://127.0.0.1:4010/', { linkcyUrl: 'http://127.0.0.1:4010' }],
  ['NODE_ENV', 'production', { environment: 'production' }],
  ['NODE_ENV', 'test', { environment: 'test' }],
  ['LINKCY_SANDBOX', 'true', { sandbox: true }],
  ['LINKCY_SANDBOX', 'false', { sandbox: false }],
];

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
    expect(readConfig({ [name]: value })).toMatchObject(expected);
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['SIMULATOR_PORT', '4010x'],
    ['SIMULATOR_PORT', '1e3'],
    ['LINKCY_URL', 'api.sandbox.linkcy.cloud'],
    ['LINKCY_URL', 'ftp://api.sandbox.linkcy.cloud'],
    ['LINKCY_URL', 'https://api.sandbox.linkcy.cloud/api'],
    ['LINKCY_URL', 'https://api.sandbox.linkcy.cloud?token=x'],
    ['LINKCY_URL', 'https://api.sandbox.linkcy.cloud#x'],
    ['LINKCY_URL', 'https://user:secret@api.sandbox.linkcy.cloud'],
    ['NODE_ENV', 'staging'],
    ['LINKCY_SANDBOX', 'yes'],
  ])('refuses %s=%s with one line that names it and does not repeat the value', (name, value) => {
    const line = refusal({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name} must be .+$`));
    expect(line).not.toContain('secret');
  });

  test('names every setting that is wrong', () => {
    const lines = refusal({ PORT: 'x', LINKCY_URL: 'y', LINKCY_SANDBOX: 'z' }).split('\n');
    expect(lines.map((line) => line.split(' ', 1)[0]).sort()).toEqual(['LINKCY_SANDBOX', 'LINKCY_URL', 'PORT']);
  });

  test('takes another LinkCy for the real one unless it is said to be a sandbox', () => {
    expect(readConfig({ LINKCY_URL: 'https://linkcy.example' }).sandbox).toBe(false);
    expect(readConfig({ LINKCY_URL: 'https://linkcy.example', LINKCY_SANDBOX: 'true' }).sandbox).toBe(true);
  });

  test('has the settings that the README lists, with the same defaults and meanings', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const rows = readme
      .split('\n')
      .map((line) => /^\|(.*)\|\s*$/.exec(line)?.[1]?.split('|').map(plain) ?? [])
      .filter(([name = '']) => /^[A-Z][A-Z_]+$/.test(name));
    const expected = Object.entries(settings).map(([name, { standard, meaning }]) => [name, standard, plain(meaning)]);
    expect(rows).toEqual(expected);
  });
});

/** The text of a cell of a Markdown table. */
function plain(cell: string): string {
  return cell.replaceAll('`', '').trim();
}
