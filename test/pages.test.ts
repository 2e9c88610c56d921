import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);
const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The pages for people, and how many lines they may have; of src/config/README.md the rows of the table are not counted. */
const pages: readonly (readonly [path: string, most: number])[] = [
  ['README.md', 100],
  ['.github/CONTRIBUTING.md', 100],
  ['.github/SECURITY.md', 60],
  ['.docker/README.md', 100],
  ['src/README.md', 60],
  ...rooms.map(({ name }) => [`src/${name}/README.md`, 60] as const),
];

describe.each(pages)('%s', (path, most) => {
  const text = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';

  test('has lines, and no more than a page may have', () => {
    const isCounted = (line: string) => path !== 'src/config/README.md' || !/^\| `[A-Z_]+`/.test(line);
    const lines = text.trimEnd().split('\n').filter(isCounted);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.length).toBeLessThanOrEqual(most);
  });

  test('links to nothing that is missing', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = '']) => link);
    const local = links.filter((link) => !link.includes('://'));
    expect(local.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  test('names files and folders that there are', () => {
    const names = [...text.matchAll(/`((?:src|test|schema|\.ci|\.github)\/[\w./-]*)`/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  test('names commands that there are', () => {
    const commands = [...text.matchAll(/npm run (?:--silent )?([a-z:-]+)(…?)/g)];
    const unknown = commands.filter(
      ([, name = '', rest]) => !scripts.some((script) => (rest === '…' ? script.startsWith(name) : script === name)),
    );
    expect(unknown.map(([command]) => command)).toEqual([]);
  });
});
