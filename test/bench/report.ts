import { names, titles } from './contestants.js';
import { median } from './figures.js';
import type { Results } from './results.js';
import { linesOf, type Line } from './table-lines.js';
import { workNames, works } from './work.js';

/** The results for people: throughput, calls to LinkCy, and the figures with their targets, as Markdown. */
export function reportOf(results: Results | undefined): string {
  if (results === undefined) return 'There was no whole run yet.';
  const { date, machine, command } = results;
  const parts = [
    `${date.slice(0, 10)}, ${machine}, \`${command}\``,
    ...[throughputTable(results), bustleTable(results), figureTable(results)],
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function throughputTable({ throughput, calls }: Results): string {
  if (throughput === undefined) return '';
  const measured = workNames.filter((work) => throughput[work] !== undefined);
  const rows = names.map((name) => [
    titles[name],
    ...measured.map((work) => {
      const series = throughput[work]?.[name]?.throughput;
      return series === undefined ? '-' : `${median(series).toFixed(0)} (${calls?.[work][name]})`;
    }),
  ]);
  const legend = measured.map((work) => `(${work}) ${works[work].title}`).join(', ');
  const heading = ['operations a second (LinkCy calls an operation)', ...measured.map((work) => `(${work})`)];
  return `${markdown([heading, ...rows])}\n\n${legend}`;
}

/** What customers notice of each other; times in milliseconds. */
function bustleTable({ busy = [], growing = [] }: Results): string {
  const loads = [
    ...busy.map(({ generation, waiting, result }) => ({ what: `LinkCy ${generation}, ${waiting} waiting`, result })),
    ...growing.map(({ instances, result }) => ({
      what: instances === 1 ? '1 instance' : `${instances} instances`,
      result,
    })),
  ];
  if (loads.length === 0) return '';
  const rows = loads.map(({ what, result }) => [
    what,
    ...[result.event, result.query].map(({ median: half, p95, p99 }) =>
      [half, p95, p99].map((time) => time.toFixed(0)).join(' / '),
    ),
    `${result.callsPerSecond.toFixed(0)} (${result.watchingPerSecond.toFixed(0)})`,
    `${result.residentMegabytes.toFixed(0)} MB`,
    result.delay99.toFixed(1),
  ]);
  const spread = 'ms: median / 95th / 99th percentile';
  const heading = [
    ...['load', `approval to event, ${spread}`, `a query, ${spread}`],
    ...['LinkCy calls a second (of these for approvals)', 'resident memory', 'event loop delay, ms: 99th percentile'],
  ];
  return markdown([heading, ...rows]);
}

function figureTable(results: Results): string {
  const rows = linesOf(results).map((line) => [line.what, ...valuesOf(line), targetOf(line), verdictOf(line)]);
  if (rows.length === 0) return '';
  return markdown([['figure', 'min', 'median', 'max', 'target', ''], ...rows]);
}

function valuesOf({ figure, unit, digits }: Line): string[] {
  return [figure.min, figure.median, figure.max].map((value) => `${value.toFixed(digits)} ${unit}`);
}

function targetOf({ target, unit }: Line): string {
  if (target?.atLeast !== undefined) return `≥ ${target.atLeast} ${unit}`;
  return target?.atMost === undefined ? '' : `≤ ${target.atMost} ${unit}`;
}

function verdictOf({ target, figure: { min, median, max }, isOfEach = false }: Line): string {
  if (target === undefined) return '';
  const [least, most] = isOfEach ? [min, max] : [median, median];
  const reached = least >= (target.atLeast ?? -Infinity) && most <= (target.atMost ?? Infinity);
  return reached ? 'reached' : 'missed';
}

function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  return [lines[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.slice(1)].join('\n');
}
