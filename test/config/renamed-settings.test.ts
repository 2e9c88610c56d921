import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formerNames, renameNotices } from '../../src/config/renamed-settings.js';
import { ConfigError, readConfig, settings } from '../../src/config/settings.js';

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
