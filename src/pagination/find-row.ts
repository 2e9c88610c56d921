import type { GivenCursor } from './arguments.js';
import type { PagedList } from './list.js';
import { locate, type Place } from './row-location.js';
import { endIsLost, outOfReach, placeIsLost } from './errors.js';
import { Search } from './row-search.js';
import type { Snapshot } from './snapshot.js';
import { canNarrow, depthOf, descend, narrowed, sourceOf, type Source, type Spot } from './date-bounded-list.js';
import { bestPage, type Page, type Spare } from './window.js';

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

/** Calls that one search makes at most. Bisecting 60,000 rows takes about 12. */
const patience = 16;
/** Looks for rows ahead of a row that was found, with more rows around it each time but the first. */
const looksAhead = 3;

/** Spare rows: few behind the row, which tell its place if it was removed; more ahead, where rows may have come or gone. */
const spare = { behind: 6, ahead: 16 };
/** So many rows ahead fit into one page for nearly every offset; the rest of a larger count comes with a second page. */
const fitting = 80;

/**
 * Finds the row of a cursor in a page that also shows rows ahead of it, if there are any: in one call where the list did
 * not change much. Throws where it was removed and its place cannot be told, and where LinkCy serves no page so deep.
 */
export async function find<Row>(list: PagedList<Row>, cursor: GivenCursor, ahead: Ahead): Promise<Found<Row>> {
  const finder = new Finder(list, cursor, ahead);
  let spot = await finder.first();
  let looks = 0;
  for (let calls = 0; calls < patience; calls += 1) {
    spot = await finder.withinReach(spot);
    const snapshot = await finder.look(spot, calls === 0);
    const place = locate(cursor.anchor, snapshot);
    if (place.kind === 'here' && finder.showsRowsAhead(snapshot, place)) {
      return { source: spot.source, snapshot, start: place.start, end: place.end };
    }
    if (place.kind === 'here') looks += 1;
    // There are more rows, LinkCy says, and it shows none of them.
    if (looks > looksAhead) throw endIsLost();
    spot = await finder.next(spot.source, snapshot, place);
  }
  throw placeIsLost(cursor.argument);
}

class Finder<Row> {
  private readonly search: Search;
  private descended = false;

  constructor(
    private readonly list: PagedList<Row>,
    private readonly cursor: GivenCursor,
    private readonly ahead: Ahead,
  ) {
    this.search = new Search(cursor.anchor);
  }

  /** Where the row was when the cursor was made. */
  async first(): Promise<Spot<Row>> {
    const { bound, offset } = this.cursor.anchor;
    // A narrowed list begins where it was narrowed to: too late for rows further ahead of it.
    if (bound !== undefined && this.ahead.step === -1 && offset < this.ahead.count) return this.descend();
    return { source: sourceOf(this.list, bound), offset };
  }

  /** The same spot, in a list that is narrowed to the row's date where numbered pages do not reach the rows ahead of it. */
  async withinReach(spot: Spot<Row>): Promise<Spot<Row>> {
    const { step, count } = this.ahead;
    const needed = step === -1 ? 0 : canNarrow(this.list) ? count : Math.min(count, 1);
    if (spot.offset + needed < depthOf(this.list)) return spot;
    return step === 1 ? { source: narrowed(spot.source, this.cursor.anchor.key), offset: 0 } : this.descend();
  }

  /** A page with the spot and rows ahead of it; where the row was missed before, with more rows around it. */
  look({ source, offset }: Spot<Row>, first: boolean): Promise<Snapshot<Row>> {
    return source.read(this.pageAround(offset, first));
  }

  private pageAround(offset: number, first: boolean): Page {
    const { step, count } = this.ahead;
    const [behind, rows] = first ? [0, Math.min(count, fitting)] : [2 * spare.behind, Math.min(count, fitting / 2)];
    const [before, after] = step === 1 ? [behind, rows] : [rows, behind];
    const range = { from: offset - before, to: offset + after + 1 };
    const page = bestPage(offset, range, first ? spareAround(step) : { before: 40, after: 40 }, this.list);
    if (page === undefined) throw outOfReach(this.list);
    return page;
  }

  showsRowsAhead(snapshot: Snapshot<Row>, { start, end }: { start: number; end: number }): boolean {
    if (this.ahead.count === 0) return true;
    return this.ahead.step === 1 ? end < snapshot.rows.length || snapshot.atEnd : start > 0 || snapshot.atStart;
  }

  /** Where to look after a page that did not show the row, or no row ahead of it. */
  async next(source: Source<Row>, snapshot: Snapshot<Row>, place: Place): Promise<Spot<Row>> {
    const narrowedTooFar = source.bound !== undefined && snapshot.offset === 0;
    if (place.kind === 'here') {
      if (narrowedTooFar && this.ahead.step === -1) return this.descend();
      const offset = snapshot.offset + place.start;
      const { page, pageSize } = this.pageAround(offset, false);
      const shown = offset + this.ahead.step;
      if (shown < page * pageSize || shown >= (page + 1) * pageSize) throw outOfReach(this.list);
      return { source, offset };
    }
    const way = place.kind === 'beside' ? place.way : place.kind;
    if (narrowedTooFar && way === 'earlier' && !this.descended) return this.descend();
    const offset = this.search.next(snapshot, place);
    if (offset === undefined) throw placeIsLost(this.cursor.argument);
    return { source, offset };
  }

  /** However deep the row is: so many rows come after it. */
  private async descend(): Promise<Spot<Row>> {
    if (this.descended) throw placeIsLost(this.cursor.argument);
    this.descended = true;
    return descend(this.list, this.cursor.anchor.total - this.cursor.anchor.offset);
  }
}

/** The beginning of a list, with that many rows, and spare ones where cursors are going to remember them. */
export async function findStart<Row>(list: PagedList<Row>, count: number, withSpare: boolean): Promise<Found<Row>> {
  const source = sourceOf(list);
  const wanted = count + (withSpare ? spare.ahead : 0);
  const pageSize = count === 0 ? 1 : Math.min(wanted, list.maximumPageSize);
  return { source, snapshot: await source.read({ page: 0, pageSize }), start: 0, end: 0 };
}

/** The end of a list, with that many rows. One call where the list has no more rows than a page, else two. */
export async function findEnd<Row>(list: PagedList<Row>, count: number): Promise<Found<Row>> {
  let source = sourceOf(list);
  let snapshot = await source.read({ page: 0, pageSize: count === 0 ? 1 : list.maximumPageSize });
  if (count === 0) return { source, snapshot, start: snapshot.total, end: snapshot.total };
  // Up to here rows were seen, and from there on none were.
  let [seen, unseen] = [0, Infinity];
  for (let calls = 1; calls < patience; calls += 1) {
    const { length } = snapshot.rows;
    if (length > 0) seen = Math.max(seen, snapshot.offset + length);
    else unseen = Math.min(unseen, snapshot.offset);
    if (length > 0 && snapshot.offset + length === unseen) snapshot = snapshot.asEnd();
    if (snapshot.atEnd && (length > 0 || snapshot.total === 0)) return { source, snapshot, start: length, end: length };
    // Where the total leads to no rows, half of the way is as good as any.
    let end = Math.min(snapshot.total, Math.ceil((seen + unseen) / 2));
    if (end > depthOf(list)) {
      ({ source, offset: end } = await descend(list, 0));
      seen = 0;
    }
    const last = Math.max(0, end - 1);
    const page = bestPage(last, { from: end - count, to: end }, spareAround(-1), list);
    if (page === undefined) throw outOfReach(list);
    snapshot = await source.read(page);
  }
  throw endIsLost();
}

function spareAround(step: 1 | -1): Spare {
  const { behind, ahead } = spare;
  return step === 1 ? { before: behind, after: ahead } : { before: ahead, after: behind };
}
