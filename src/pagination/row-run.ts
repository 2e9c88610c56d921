import type { Snapshot } from './snapshot.js';
import type { DateBoundedList } from './date-bounded-list.js';
import { bestPage } from './window.js';

/** A row in the page that it was read from. */
export interface RowRef<Row> {
  readonly snapshot: Snapshot<Row>;
  readonly index: number;
}

/** Consecutive rows in walking direction, and the page of the last one. */
export interface RowRun<Row> {
  readonly rows: readonly RowRef<Row>[];
  readonly snapshot: Snapshot<Row>;
}

/** Rows by which joined pages overlap, so that at least one of them still exists. */
const overlap = 10;

/** The rows of a page from an index on, in walking direction. */
export function rowsFrom<Row>(snapshot: Snapshot<Row>, from: number, step: 1 | -1): RowRef<Row>[] {
  const rows: RowRef<Row>[] = [];
  for (let index = from; index >= 0 && index < snapshot.rows.length; index += step) rows.push({ snapshot, index });
  return rows;
}

/**
 * Extends a run by one more page, up to `count` rows. The page is joined at the last row that both have: every row that
 * existed throughout lies on the same side of it in both, however the list changed in between. Undefined if they share
 * no row, or if the page adds none.
 *
 * @param previous the position just before the run
 */
export async function extend<Row>(
  source: DateBoundedList<Row>,
  { rows, snapshot }: RowRun<Row>,
  previous: RowRef<Row>,
  step: 1 | -1,
  count: number,
): Promise<RowRun<Row> | undefined> {
  const pin = snapshot.offset + (step === 1 ? snapshot.rows.length - 1 : 0);
  const missing = count - rows.length;
  const range = step === 1 ? { from: pin, to: pin + missing + 1 } : { from: pin - missing, to: pin + 1 };
  const page = bestPage(pin, range, { before: overlap, after: overlap }, source.list);
  if (page === undefined) return undefined;
  const next = await source.read(page);

  for (let known = rows.length - 1; known >= -1; known -= 1) {
    const link = rows[known] ?? previous;
    if (link.index < 0 || link.index >= link.snapshot.rows.length) return undefined;
    const index = next.indexOf(link.snapshot.idAt(link.index), link.snapshot.keyAt(link.index));
    if (index < 0) continue;
    const joinedUpTo = rows.slice(0, Math.max(0, known));
    const ids = new Set(joinedUpTo.map((row) => row.snapshot.idAt(row.index)));
    const added = rowsFrom(next, known < 0 ? index + step : index, step);
    const joined = [...joinedUpTo, ...added.filter((row) => !ids.has(next.idAt(row.index)))];
    return joined.length > rows.length ? { rows: joined, snapshot: next } : undefined;
  }
  return undefined;
}
