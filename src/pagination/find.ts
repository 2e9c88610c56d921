import type { GivenCursor } from './arguments.js';
import type { PagedList } from './list.js';
import { locate } from './place.js';
import { outOfReach, placeIsLost } from './refusal.js';
import { Search } from './search.js';
import type { Snapshot } from './snapshot.js';
import { canNarrow, descend, narrowed, sourceOf, type Source, type Spot } from './source.js';
import { bestPage, reach, type Spare } from './window.js';

/** A place in a list, in a page that shows it: rows before it have indexes below `start`, rows after it from `end` on. */
export interface Found<Row> {
  readonly source: Source<Row>;
  readonly snapshot: Snapshot<Row>;
  readonly start: number;
  readonly end: number;
}

/** Towards which end of the list rows are wanted, and how many. */
export interface Ahead {
  readonly step: 1 | -1;
  readonly count: number;
}

/** Calls that one search makes at most. Bisecting 60,000 rows takes 12. */
const patience = 16;

/** Spare rows in the first page: behind the row there is little need, ahead of it rows may have come. */
const spare = { behind: 4, ahead: 10 };
const searchSpare: Spare = { before: 45, after: 45 };

/**
 * Finds the row of a cursor in a page that also shows rows ahead of it, if there are any: in one call where the list did
 * not change much. Throws where it was removed and its place cannot be told, and where LinkCy serves no page so deep.
 */
export async function find<Row>(
  list: PagedList<Row>,
  { argument, anchor }: GivenCursor,
  ahead: Ahead,
): Promise<Found<Row>> {
  const search = new Search(anchor);
  let descended = false;
  const descent = (remaining: number): Promise<Spot<Row>> => {
    if (descended) throw placeIsLost(argument);
    descended = true;
    return descend(list, remaining);
  };
  const wantedBefore = ahead.step === -1 ? ahead.count : 0;
  const wantedAfter = ahead.step === 1 ? ahead.count : 0;
  // A narrowed list begins where it was narrowed to: too late for rows further ahead of it.
  let { source, offset }: Spot<Row> =
    anchor.bound !== undefined && anchor.offset < wantedBefore
      ? await descent(anchor.total - anchor.offset)
      : { source: sourceOf(list, anchor.bound), offset: anchor.offset };

  for (let calls = 0; calls < patience; calls += 1) {
    const needed = canNarrow(list) ? wantedAfter : Math.min(wantedAfter, 1);
    if (offset + needed >= reach(list)) {
      if (ahead.step === -1) ({ source, offset } = await descent(anchor.total - anchor.offset));
      else ({ source, offset } = { source: narrowed(source, anchor.key), offset: 0 });
    }
    const range = { from: offset - wantedBefore, to: offset + wantedAfter + 1 };
    const page = bestPage(offset, range, calls === 0 ? spareAround(ahead) : searchSpare, list);
    if (page === undefined) throw outOfReach(reach(list));
    const snapshot = await source.read(page);
    const place = locate(anchor, snapshot);
    const atBound = source.bound !== undefined && snapshot.offset === 0;
    if (place.kind === 'here') {
      const { start, end } = place;
      const shown = ahead.step === 1 ? end < snapshot.rows.length || snapshot.atEnd : start > 0 || snapshot.atStart;
      if (shown || ahead.count === 0) return { source, snapshot, start, end };
      offset = snapshot.offset + start;
      if (atBound && ahead.step === -1) ({ source, offset } = await descent(snapshot.total - offset));
    } else if (place.kind === 'earlier' && atBound) {
      ({ source, offset } = await descent(anchor.total - anchor.offset));
    } else {
      const next = search.next(snapshot, place.kind);
      if (next === undefined) break;
      offset = next;
    }
  }
  throw placeIsLost(argument);
}

/** The beginning of a list, with that many rows. */
export async function findStart<Row>(list: PagedList<Row>, count: number): Promise<Found<Row>> {
  const source = sourceOf(list);
  const pageSize = Math.min(Math.max(1, count === 0 ? 1 : count + spare.ahead), list.maximumPageSize);
  return { source, snapshot: await source.read({ page: 0, pageSize }), start: 0, end: 0 };
}

/** The end of a list, with that many rows. One call where the list has no more rows than a page, else two. */
export async function findEnd<Row>(list: PagedList<Row>, count: number): Promise<Found<Row>> {
  let source = sourceOf(list);
  let snapshot = await source.read({ page: 0, pageSize: list.maximumPageSize });
  for (let calls = 1; calls < patience; calls += 1) {
    if (snapshot.atEnd && (snapshot.rows.length > 0 || snapshot.total === 0)) {
      const end = snapshot.rows.length;
      return { source, snapshot, start: end, end };
    }
    let end = snapshot.total;
    if (end > reach(list)) ({ source, offset: end } = await descend(list, 0));
    const last = Math.max(0, end - 1);
    const page = bestPage(last, { from: end - count, to: end }, { before: spare.ahead, after: spare.ahead }, list);
    if (page === undefined) throw outOfReach(reach(list));
    snapshot = await source.read(page);
  }
  throw placeIsLost('last');
}

function spareAround({ step }: Ahead): Spare {
  return step === 1 ? { before: spare.behind, after: spare.ahead } : { before: spare.ahead, after: spare.behind };
}
