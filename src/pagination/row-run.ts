import type { Snapshot } from './snapshot.js';
import type { DateBoundedList } from './date-bounded-list.js';
import { bestPage } from './window.js';

/** A row where it was seen. */
export interface RowRef<Row> {
  readonly snapshot: Snapshot<Row>;
  readonly index: number;
}

/** Rows one after another in walking direction, and the page that the last of them came from. */
export interface RowRun<Row> {
  readonly rows: readonly RowRef<Row>[];
  readonly snapshot: Snapshot<Row>;
}

/** Pages that are to be joined overlap by about so many rows, so that one of these is still there. */
const overlap = 10;

/** All rows of a page from one on, in walking direction. */
export function rowsFrom<Row>(snapshot: Snapshot<Row>, from: number, step: 1 | -1): RowRef<Row>[] {
  const rows: RowRef<Row>[] = [];
  for (let index = from; index >= 0 && index < snapshot.rows.length; index += step) rows.push({ snapshot, index });
  return rows;
}

/**
 * A stretch made longer by one more page, up to `count` rows. The page is joined at the last row that both have: whatever
 * was in the list throughout lies on the same side of that row in both, however the list changed between them. Undefined
 * where they have no row in common or the page adds nothing. `behind` is the place just before the stretch.
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
