import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { names, type Name } from './contestants.js';
import { median } from './figures.js';
import { root } from './processes.js';
import { reportOf } from './report.js';
import type { Results } from './results.js';
import { works } from './work.js';

/** The pages that show figures: in the first one a section is nothing else, in the other they are between two lines. */
export const pagesWithFigures: readonly string[] = ['README.md', 'test/bench/README.md'];

const parts: Readonly<Record<string, () => string>> = {
  usual: () => reportOf(resultsOf('results')),
  busy: () => reportOf(resultsOf('results-busy')),
  growing: () => reportOf(resultsOf('results-growing')),
};

/** Writes the figures of the last whole runs into the pages. */
export async function writePages(): Promise<void> {
  for (const page of pagesWithFigures) writeFileSync(`${root}${page}`, await pageWithFigures(page));
}

/** A page as it is when the figures of the last whole runs are in it. */
export async function pageWithFigures(page: string): Promise<string> {
  const path = `${root}${page}`;
  const text = readFileSync(path, 'utf8')
    .replace(/(?<=^## How fast\n)[^]*?(?=^## )/m, () => `\n${shortTable(resultsOf('results'))}\n\n`)
    .replace(
      /(?<=<!-- figures: (\w+) -->\n)[^]*?(?=<!-- end of figures -->)/g,
      (_, part: string) => `\n${parts[part]?.() ?? ''}\n\n`,
    );
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

function resultsOf(name: string): Results | undefined {
  const file = `${root}test/bench/${name}.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined;
}

const columns: Readonly<Record<Name, string>> = {
  ...{ ours: 'this', usual: 'Apollo, express, fetch', tool: 'GraphQL Mesh', limit: 'bare Node, compiled' },
};

function shortTable(results: Results | undefined): string {
  const { throughput, calls } = results ?? {};
  if (results === undefined || throughput === undefined) return '';
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = (['a', 'b', 'e'] as const).map((work) =>
    row([
      works[work].title,
      ...names.map((name) => `${median(throughput[work][name]?.throughput ?? []).toFixed(0)} (${calls?.[work][name]})`),
    ]),
  );
  const machine = `${results.date.slice(0, 10)}, ${results.machine}`;
  const heading = [row(['work', ...names.map((name) => columns[name])]), row(['work', ...names].map(() => '---'))];
  return [
    `\`${results.command}\`, ${machine}: operations a second, and LinkCy calls for each. [All figures](test/bench/README.md), and [how many instances](test/bench/README.md#several-instances).`,
    [...heading, ...rows].join('\n'),
  ].join('\n\n');
}
