import { cells, loginCells } from './cells.js';
import type { Rig } from './rig.js';
import type { Row } from './rows.js';
import { Trial } from './trial.js';

/** What came of one mutation under one column. */
export interface Result {
  readonly mutation: string;
  readonly column: string;
  /** The last state that was told, and how often LinkCy has carried it out; '–' where the column has no meaning. */
  readonly end: string;
  readonly executions: number;
  readonly fault?: string;
}

export const columns: readonly string[] = Object.keys(cells);
/** Those that kill a process, which takes one of its own. */
export const isDeadly = (column: string): boolean => column.startsWith('killed');
/** Those that wait for as long as they say. */
export const isLong = (column: string): boolean => column.startsWith('after');

/** Runs one cell; never rejects. */
export async function tryCell(rig: Rig, row: Row, column: string): Promise<Result> {
  const { mutation } = row;
  const cell = row.kind === 'login' ? loginCells[column] : cells[column];
  if (cell === undefined) return { mutation, column, end: '–', executions: 0 };
  const trial = new Trial(rig, row);
  try {
    const told = await cell(trial);
    trial.check();
    return { mutation, column, end: told?.status ?? 'nothing', executions: trial.executions };
  } catch (error) {
    return { mutation, column, end: 'FAULT', executions: trial.executions, fault: String(error) };
  } finally {
    rig.simulator.faults.clear();
  }
}

/** The table in text: a line a mutation, a column a case; each cell the last state and the number of executions. */
export function printed(results: readonly Result[]): string {
  const names = [...new Set(results.map(({ column }) => column))];
  const mutations = [...new Set(results.map(({ mutation }) => mutation))];
  const first = Math.max(...mutations.map(({ length }) => length));
  const legend = names.map((name, index) => `  ${String(index + 1).padStart(2)} ${name}`).join('\n');
  const head = ''.padEnd(first) + names.map((_, index) => String(index + 1).padStart(6)).join('');
  const lines = mutations.map((mutation) => {
    const own = names.map((name) => results.find((one) => one.mutation === mutation && one.column === name));
    return mutation.padEnd(first) + own.map((one) => (one === undefined ? '' : shortOf(one)).padStart(6)).join('');
  });
  const ends = '  C COMPLETED, P PENDING, F FAILED, E EXPIRED, U UNKNOWN, R refused; the number: executions at LinkCy';
  return [legend, ends, head, ...lines].join('\n');
}

function shortOf({ end, executions }: Result): string {
  return end === '–' ? end : `${end === 'FAULT' ? '!!' : end.charAt(0).toUpperCase()}${executions}`;
}
