import type { GivenCursor, Selection } from './arguments.js';
import { find, findEnd, findStart, type Found } from './find-row.js';
import type { PagedList } from './list.js';
import { locate, type Place } from './row-location.js';
import { crossed } from './errors.js';
import type { Snapshot } from './snapshot.js';
import { sourceOf } from './date-bounded-list.js';
import { extend, rowsFrom, type Spotted, type Stretch } from './row-run.js';

/** The rows of a connection, in the order of the list, and what lies around them. */
export interface Slice<Row> {
  readonly rows: readonly Spotted<Row>[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  /** Length of the whole list; undefined where only a narrowed list was asked. */
  readonly total: number | undefined;
}

/** A page can need one more where rows went, came, or lie across the borders of numbered pages. */
const extensions = 3;

/**
 * The selected rows as they stand in the list now. On a quiet list these are exactly the rows of a slice of it; while rows
 * come and go there may be fewer, but never one twice and never a hole: pages are joined only at a row that both have.
 * @param givesCursors whether cursors of these rows may be wanted, which remember the rows around theirs
 */
export async function sliceOf<Row>(
  list: PagedList<Row>,
  selection: Selection,
  givesCursors = true,
): Promise<Slice<Row>> {
  const { limit, after, before } = selection;
  const step = selection.end === 'first' ? 1 : -1;
  const [near, far] = step === 1 ? [after, before] : [before, after];
  const start = near
    ? await find(list, near, { step, count: limit })
    : await (step === 1 ? findStart(list, limit, givesCursors) : findEnd(list, limit));
  let stretch: Stretch<Row> = {
    rows: rowsFrom(start.snapshot, step === 1 ? start.end : start.start - 1, step),
    snapshot: start.snapshot,
  };
  const behind = { snapshot: start.snapshot, index: step === 1 ? start.end - 1 : start.start };
  for (let calls = 0; calls < extensions; calls += 1) {
    const { snapshot, rows } = stretch;
    if (rows.length >= limit || (step === 1 ? snapshot.atEnd : snapshot.atStart)) break;
    if (far !== undefined && !isAhead(locate(far.anchor, snapshot), step)) break;
    const longer = await extend(start.source, stretch, behind, step, limit);
    if (longer === undefined) break;
    stretch = longer;
  }

  const taken = stretch.rows.slice(0, limit);
  const rows =
    far === undefined || (limit === 0 && near === undefined) ? taken : await upTo(list, far, start, taken, step);
  if (step === -1) rows.reverse();
  const gap = { snapshot: start.snapshot, index: step === 1 ? start.end : start.start };
  const end = rows.at(-1);
  return {
    rows,
    hasPreviousPage: await hasRowsBefore(list, rows[0] ?? gap),
    hasNextPage: end === undefined ? offsetOf(gap) < gap.snapshot.total : offsetOf(end) + 1 < end.snapshot.total,
    total: start.source.bound === undefined ? stretch.snapshot.total : undefined,
  };
}

/** The rows of a stretch that lie on this side of a cursor. */
async function upTo<Row>(
  list: PagedList<Row>,
  far: GivenCursor,
  start: Found<Row>,
  rows: readonly Spotted<Row>[],
  step: 1 | -1,
): Promise<Spotted<Row>[]> {
  const places = new Map<Snapshot<Row>, Place>();
  for (const { snapshot } of [start, ...rows]) {
    if (!places.has(snapshot)) places.set(snapshot, locate(far.anchor, snapshot));
  }
  const first = places.get(start.snapshot);
  if (first?.kind === (step === 1 ? 'earlier' : 'later')) throw crossed();
  if (first?.kind === 'here' && (first.start - start.start) * step < 0) throw crossed();
  if ([...places.values()].every(({ kind }) => kind === 'here' || kind === 'earlier' || kind === 'later')) {
    return until(rows, ({ snapshot, index }) => isBeyond(places.get(snapshot), index, step));
  }

  const found = await find(list, far, { step, count: 0 });
  const remaining = (one: Found<Row>) => one.snapshot.total - one.snapshot.offset - one.start;
  const place: Place = { kind: 'here', start: found.start, end: found.end };
  const shared = rows.some((row) => indexIn(found.snapshot, row) >= 0);
  if (!shared && (remaining(found) - remaining(start)) * step > 0) throw crossed();
  return until(rows, (row) => {
    const index = indexIn(found.snapshot, row);
    return index >= 0 && isBeyond(place, index, step);
  });
}

function until<Item>(items: readonly Item[], ends: (item: Item) => boolean): Item[] {
  const index = items.findIndex(ends);
  return items.slice(0, index < 0 ? items.length : index);
}

function indexIn<Row>(other: Snapshot<Row>, { snapshot, index }: Spotted<Row>): number {
  return other.indexOf(snapshot.idAt(index), snapshot.keyAt(index));
}

function isAhead({ kind }: Place, step: 1 | -1): boolean {
  return kind === (step === 1 ? 'later' : 'earlier') || kind === 'unclear' || kind === 'beside';
}

function isBeyond(place: Place | undefined, index: number, step: 1 | -1): boolean {
  if (place?.kind === 'here') return step === 1 ? index >= place.start : index < place.end;
  return place?.kind === (step === 1 ? 'earlier' : 'later');
}

function offsetOf<Row>({ snapshot, index }: Spotted<Row>): number {
  return snapshot.offset + index;
}

async function hasRowsBefore<Row>(list: PagedList<Row>, spot: Spotted<Row>): Promise<boolean> {
  const { snapshot, index } = spot;
  if (offsetOf(spot) > 0) return true;
  if (snapshot.bound === undefined) return false;
  // The first row of a narrowed list is the first of the whole list only if that begins with it too.
  const { rows } = await sourceOf(list).read({ page: 0, pageSize: 1 });
  return rows[0] !== undefined && (index >= snapshot.rows.length || list.id(rows[0]) !== snapshot.idAt(index));
}
