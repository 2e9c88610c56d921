import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'linkcy-graphql-schema-'));
afterAll(() => rmSync(directory, { recursive: true }));

const released =
  'type Query { card(id: ID!): Card cards: [Card!]! } type Card { id: ID! pan: String status: Status! } enum Status { ACTIVE }';
const changelog = (breaking: string) =>
  `# Changes\n\n## Unreleased\n\n### Breaking\n\n${breaking}\n\n## 0.1.0\n\n### Breaking\n\n\`Card.pan\`\n`;

/** The program of `npm run schema:diff` over files of our own. */
function schemaDiff(current: string, log: string) {
  const file = (name: string, text: string) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };
  const files = [
    ...['--from', file('released.graphql', released)],
    ...['--to', file('schema.graphql', current)],
    ...['--changelog', file('CHANGELOG.md', log)],
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'schema/diff.ts', ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run schema:diff', () => {
  test('says that nothing has changed, whatever the descriptions say', () => {
    const described = released.replace('type Card', '"A payment card." type Card');
    expect(schemaDiff(described, changelog(''))).toEqual({
      status: 0,
      stdout: 'The schema is the released one.\n',
      stderr: '',
    });
  });

  test('fails on a breaking change that the newest section of the changelog does not name', () => {
    const { status, stdout, stderr } = schemaDiff(released.replace('pan: String', ''), changelog(''));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Breaking: .*\n {2}Card\.pan\n/);
    expect(stderr).toContain('`Card.pan`');
  });

  test('passes a breaking change that is named', () => {
    const { status, stdout } = schemaDiff(
      released.replace('pan: String', ''),
      changelog('- `Card.pan` is gone: use `truncatedPan`.'),
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Breaking');
  });

  test('tells dangerous changes from safe ones, and fails on neither', () => {
    const current = released.replace('ACTIVE', 'ACTIVE CLOSED').replace('pan: String', 'pan: String name: String');
    const { status, stdout } = schemaDiff(current, changelog(''));
    expect(status).toBe(0);
    expect(stdout).toMatch(/Dangerous: .*\n {2}Status\.CLOSED\n/);
    expect(stdout).toMatch(/Safe: .*\n {2}Card\.name\n/);
  });
});
