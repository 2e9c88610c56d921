import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  formerLimitNames,
  formerNames,
  formerOptionNames,
  renameNotices,
  withPresentNames,
} from '../../src/config/renamed-settings.js';
import type { Limits } from '../../src/config/limits.js';
import type { Log } from '../../src/server/log.js';
import { startApi } from '../support/api.js';
import { ConfigError, defaultLimits, readConfig, settings } from '../../src/config/settings.js';

const renamed = Object.entries(formerNames);
const page = readFileSync(new URL('../../src/config/README.md', import.meta.url), 'utf8');

/** Each of these settings takes the number 2. */
describe.each(renamed)('%s, formerly %s', (name, former) => {
  test('is a setting, and its former name is none', () => {
    expect(Object.keys(settings)).toContain(name);
    expect(Object.keys(settings)).not.toContain(former);
  });

  test('is read by either name, and by the new one when both are set', () => {
    expect(readConfig({ [name]: '2' })).not.toEqual(readConfig({}));
    expect(readConfig({ [former]: '2' })).toEqual(readConfig({ [name]: '2' }));
    expect(readConfig({ [former]: '3', [name]: '2' })).toEqual(readConfig({ [name]: '2' }));
  });

  test('is one line of the log when set by the former name, which says the new one', () => {
    expect(renameNotices({ [name]: '2' })).toEqual([]);
    expect(renameNotices({ [former]: ' ' })).toEqual([]);
    const [notice, ...others] = renameNotices({ [former]: '2' });
    expect(notice).toMatch(new RegExp(`^${former} is called ${name} now`));
    expect(others).toEqual([]);
    expect(renameNotices({ [former]: '3', [name]: '2' })).toEqual([
      `${former} is ignored: it is called ${name} now, which is set as well.`,
    ]);
  });

  test('is refused under the name that was set', () => {
    const wrong = () => readConfig({ [former]: 'two' });
    expect(wrong).toThrow(ConfigError);
    expect(wrong).toThrow(new RegExp(`^${former} must be a whole number`));
  });

  test('stands with its former name in the table of settings', () => {
    const row = page.split('\n').find((line) => line.includes(`\`${name}\``));
    expect(row).toBeDefined();
    expect(page).toContain(`\`${former}\` → \`${name}\``);
  });
});

test('no former name stands for two settings', () => {
  expect(new Set(Object.values(formerNames)).size).toBe(renamed.length);
});

describe.each([
  ['limits', formerLimitNames],
  ['options', formerOptionNames],
])('renamed %s of createServer', (_kind, names) => {
  test.each(Object.entries(names))('%s is read by its former name %s, with a line for the log', (name, former) => {
    const { values, notices } = withPresentNames({ [former]: 2, other: 3 }, names);
    expect(values).toEqual({ [name]: 2, other: 3 });
    expect(notices).toEqual([expect.stringMatching(new RegExp(`^${former} is called ${name} now`))]);
    expect(withPresentNames({ [former]: 2, [name]: 3 }, names).values).toEqual({ [name]: 3 });
    expect(withPresentNames({ [name]: 3 }, names)).toEqual({ values: { [name]: 3 }, notices: [] });
  });
});

test('the present names of limits are those that the code knows', () => {
  expect(Object.keys(defaultLimits)).toEqual(expect.arrayContaining(Object.keys(formerLimitNames)));
});

test('a server takes its options by their former names', async () => {
  const events: string[] = [];
  const log: Log = { request() {}, failure() {}, event: (message) => events.push(message) };
  const limits = { operationCalls: 1 } as Partial<Limits>;
  const api = await startApi({ lendsToken: false, server: { lentToken: 'nobody', limits, log } });
  const { errors } = await api.send('{ cards { nodes { ledger { id } } } }');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_TOO_EXPENSIVE']);
  // The token stands for one that is missing: LinkCy refuses it itself.
  await api.send('{ cards { totalCount } }');
  expect(api.simulator.log.entries.length).toBeGreaterThan(0);
  expect(events.map((message) => message.split(' ')[0]).sort()).toEqual(['lentToken', 'operationCalls']);
  await api.close();
});
