import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('what npm runs before npm start', { timeout: 60_000 }, () => {
  const copy = mkdtempSync(join(tmpdir(), 'linkcy-graphql-sources-'));
  const program = join(copy, 'dist/bundle/main.js');
  beforeAll(() => {
    const parts = ['src', '.build', 'package.json', 'package-lock.json', 'tsconfig.json'];
    for (const name of parts) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  function prestart(settings: Readonly<Record<string, string>> = {}) {
    const env = { PATH: process.env.PATH, ...settings };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['.build/prestart.js'], { cwd: copy, env });
    return { status, said: `${String(stdout)}${String(stderr)}` };
  }

  test('tells wrong settings, and builds nothing then', () => {
    const { status, said } = prestart({ PORT: 'x', LIST_ROWS: 'y' });
    expect(status).toBe(1);
    expect(said).toMatch(/^PORT must be .*\nLIST_ROWS must be .*\n$/);
    expect(existsSync(join(copy, 'dist'))).toBe(false);
  });

  test('says that it builds, and does so once', () => {
    const building = /^Building the program … done in [\d.]+ s\.\n$/;
    expect(prestart()).toEqual({ status: 0, said: expect.stringMatching(building) });
    expect(existsSync(program)).toBe(true);
    expect(prestart()).toEqual({ status: 0, said: '' });
    const later = new Date(Date.now() + 1_000);
    utimesSync(join(copy, 'src/main.ts'), later, later);
    expect(prestart()).toEqual({ status: 0, said: expect.stringMatching(building) });
  });
});
