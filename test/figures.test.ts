import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pagesWithFigures, pageWithFigures } from './bench/pages.js';

const root = fileURLToPath(new URL('..', import.meta.url));

test.each(pagesWithFigures)('%s has the figures of the last whole run: npm run bench -- --pages', async (page) => {
  const text = readFileSync(`${root}${page}`, 'utf8');
  expect(await pageWithFigures(page)).toBe(text);
  expect(text).toMatch(/\| 100 transactions with 10 fields|\| throughput of \(a\) against the usual stack/);
});

test('what the page about containers says of memory is what was measured', () => {
  const { memory } = JSON.parse(readFileSync(`${root}test/bench/results.json`, 'utf8'));
  const [, megabytes] = /around (\d+) MB/.exec(readFileSync(`${root}.docker/README.md`, 'utf8')) ?? [];
  expect(Number(megabytes)).toBe(Math.round(memory.underLoad));
});
