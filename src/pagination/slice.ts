import type { GivenCursor, PageSelection } from './arguments.js';
import { findRow, findEnd, findStart, type LocatedRow } from './find-row.js';
import type { PagedList } from './list.js';
import { locateRow, type RowLocation } from './row-location.js';
import { cursorsCrossed } from './errors.js';
import type { Snapshot } from './snapshot.js';
import { dateBoundedList } from './date-bounded-list.js';
import { extend, rowsFrom, type RowRef, type RowRun } from './row-run.js';

/** The rows of a connection, in list order, and what lies around them. */
export interface Slice<Row> {
  readonly rows: readonly RowRef<Row>[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  /** Length of the whole list; undefined if only a narrowed list was read. */
  readonly total: number | undefined;
}

/** Further pages for one slice: rows may have gone or come, or lie across the border of numbered pages. */
const extensions = 3;

/**
 * The selected rows as they are in the list now. On a quiet list, exactly the rows of that slice; while rows come and
 * go there may be fewer, but never a duplicate and never a hole, because pages are joined only at a shared row.
 *
 * @param givesCursors whether cursors of these rows may be read, which remember the rows around them
 */
export async function sliceOf<Row>(
  list: PagedList<Row>,
  selection: PageSelection,
  givesCursors = true,
): Promise<Slice<Row>> {
  const { limit, after, before } = selection;
  const step = selection.end === 'first' ? 1 : -1;
  const [near, far] = step === 1 ? [after, before] : [before, after];
  const start = near
    ? await findRow(list, near, { step, count: limit })
    : await (step === 1 ? findStart(list, limit, givesCursors) : findEnd(list, limit));
  let run: RowRun<Row> = {
    rows: rowsFrom(start.snapshot, step === 1 ? start.end : start.start - 1, step),
    snapshot: start.snapshot,
  };
  const previous = { snapshot: start.snapshot, index: step === 1 ? start.end - 1 : start.start };
  for (let calls = 0; calls < extensions; calls += 1) {
    const { snapshot, rows } = run;
    if (rows.length >= limit || (step === 1 ? snapshot.atEnd : snapshot.atStart)) break;
    if (far !== undefined && !isAhead(locateRow(far.anchor, snapshot), step)) break;
    const longer = await extend(start.source, run, previous, step, limit);
    if (longer === undefined) break;
    run = longer;
  }

  const taken = run.rows.slice(0, limit);
  const rows =
    far === undefined || (limit === 0 && near === undefined) ? taken : await upTo(list, far, start, taken, step);
  if (step === -1) rows.reverse();
  const gap = { snapshot: start.snapshot, index: step === 1 ? start.end : start.start };
  const end = rows.at(-1);
  return {
    rows,
    hasPreviousPage: await hasRowsBefore(list, rows[0] ?? gap),
    hasNextPage: end === undefined ? offsetOf(gap) < gap.snapshot.total : offsetOf(end) + 1 < end.snapshot.total,
    total: start.source.dateBound === undefined ? run.snapshot.total : undefined,
  };
}

/** The rows of a run on this side of a cursor. */
async function upTo<Row>(
  list: PagedList<Row>,
  far: GivenCursor,
  start: LocatedRow<Row>,
  rows: readonly RowRef<Row>[],
  step: 1 | -1,
): Promise<RowRef<Row>[]> {
  const locations = new Map<Snapshot<Row>, RowLocation>();
  for (const { snapshot } of [start, ...rows]) {
    if (!locations.has(snapshot)) locations.set(snapshot, locateRow(far.anchor, snapshot));
  }
  const first = locations.get(start.snapshot);
  if (first?.kind === (step === 1 ? 'earlier' : 'later')) throw cursorsCrossed();
  if (first?.kind === 'here' && (first.start - start.start) * step < 0) throw cursorsCrossed();
  if ([...locations.values()].every(({ kind }) => kind === 'here' || kind === 'earlier' || kind === 'later')) {
    return until(rows, ({ snapshot, index }) => isBeyond(locations.get(snapshot), index, step));
  }

  const located = await findRow(list, far, { step, count: 0 });
  const remaining = (one: LocatedRow<Row>) => one.snapshot.total - one.snapshot.offset - one.start;
  const location: RowLocation = { kind: 'here', start: located.start, end: located.end };
  const shared = rows.some((row) => indexIn(located.snapshot, row) >= 0);
  if (!shared && (remaining(located) - remaining(start)) * step > 0) throw cursorsCrossed();
  return until(rows, (row) => {
    const index = indexIn(located.snapshot, row);
    return index >= 0 && isBeyond(location, index, step);
  });
}

function until<Item>(items: readonly Item[], ends: (item: Item) => boolean): Item[] {
  const index = items.findIndex(ends);
  return items.slice(0, index < 0 ? items.length : index);
}

function indexIn<Row>(other: Snapshot<Row>, { snapshot, index }: RowRef<Row>): number {
  return other.indexOf(snapshot.idAt(index), snapshot.keyAt(index));
}

function isAhead({ kind }: RowLocation, step: 1 | -1): boolean {
  return kind === (step === 1 ? 'later' : 'earlier') || kind === 'unclear' || kind === 'beside';
}

function isBeyond(location: RowLocation | undefined, index: number, step: 1 | -1): boolean {
  if (location?.kind === 'here') return step === 1 ? index >= location.start : index < location.end;
  return location?.kind === (step === 1 ? 'earlier' : 'later');
}

function offsetOf<Row>({ snapshot, index }: RowRef<Row>): number {
  return snapshot.offset + index;
}

async function hasRowsBefore<Row>(list: PagedList<Row>, row: RowRef<Row>): Promise<boolean> {
  const { snapshot, index } = row;
  if (offsetOf(row) > 0) return true;
  if (snapshot.dateBound === undefined) return false;
  // The first row of a narrowed list is the first of the whole list only if the whole list starts with it.
  const { rows } = await dateBoundedList(list).read({ page: 0, pageSize: 1 });
  return rows[0] !== undefined && (index >= snapshot.rows.length || list.id(rows[0]) !== snapshot.idAt(index));
}
