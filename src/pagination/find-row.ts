import type { GivenCursor } from './arguments.js';
import type { PagedList } from './list.js';
import { locateRow, type RowLocation } from './row-location.js';
import { endUnreadable, outOfReach, positionLost } from './errors.js';
import { RowSearch } from './row-search.js';
import type { Snapshot } from './snapshot.js';
import {
  canNarrow,
  depthOf,
  narrowToPosition,
  narrowToDate,
  dateBoundedList,
  type DateBoundedList,
  type Position,
} from './date-bounded-list.js';
import { bestPage, type PageCoordinates, type Overscan } from './window.js';

/** A position in a page: rows before it have indexes below `start`, rows after it have indexes from `end`. */
export interface LocatedRow<Row> {
  readonly source: DateBoundedList<Row>;
  readonly snapshot: Snapshot<Row>;
  readonly start: number;
  readonly end: number;
}

/** The direction in which rows are wanted, and how many. */
interface Ahead {
  readonly step: 1 | -1;
  readonly count: number;
}

/** Maximum calls of one search. Bisecting 60,000 rows takes about 12. */
const maxCalls = 16;
/** Times that a page is read again, with more rows around the located row, because it showed no row ahead of it. */
const maxRereads = 3;

/**
 * Extra rows: a few behind the row, which give its position if it was removed; more ahead, where rows may have come or
 * gone.
 */
const overscan = { past: 6, ahead: 16 };
/** Rows that one page can cover for nearly any offset; larger counts take a second call. */
const rowsOfOnePage = 80;

/**
 * Finds the row of a cursor in a page that also shows the rows ahead of it, if there are any. One call if the list has
 * barely changed. Throws if the row was removed and its position is unknown, or if LinkCy serves no page at its depth.
 */
export async function findRow<Row>(list: PagedList<Row>, cursor: GivenCursor, ahead: Ahead): Promise<LocatedRow<Row>> {
  const finder = new RowFinder(list, cursor, ahead);
  let position = await finder.first();
  let rereads = 0;
  for (let calls = 0; calls < maxCalls; calls += 1) {
    position = await finder.withinReach(position);
    const snapshot = await finder.readAround(position, calls === 0);
    const location = locateRow(cursor.anchor, snapshot);
    if (location.kind === 'here' && finder.showsRowsAhead(snapshot, location)) {
      return { source: position.source, snapshot, start: location.start, end: location.end };
    }
    if (location.kind === 'here') rereads += 1;
    // The total announces more rows, and no page shows them.
    if (rereads > maxRereads) throw endUnreadable();
    position = await finder.next(position.source, snapshot, location);
  }
  throw positionLost(cursor.argument);
}

class RowFinder<Row> {
  private readonly search: RowSearch;
  private hasNarrowedFromEnd = false;

  constructor(
    private readonly list: PagedList<Row>,
    private readonly cursor: GivenCursor,
    private readonly ahead: Ahead,
  ) {
    this.search = new RowSearch(cursor.anchor);
  }

  /** The position of the row when the cursor was made. */
  async first(): Promise<Position<Row>> {
    const { dateBound, offset } = this.cursor.anchor;
    // A narrowed list starts at its date bound, which cuts off rows that are wanted further ahead.
    if (dateBound !== undefined && this.ahead.step === -1 && offset < this.ahead.count) return this.narrowFromEnd();
    return { source: dateBoundedList(this.list, dateBound), offset };
  }

  /** The same position, in a list narrowed to the row's date if numbered pages do not reach the rows ahead of it. */
  async withinReach(position: Position<Row>): Promise<Position<Row>> {
    const { step, count } = this.ahead;
    const needed = step === -1 ? 0 : canNarrow(this.list) ? count : Math.min(count, 1);
    if (position.offset + needed < depthOf(this.list)) return position;
    return step === 1
      ? { source: narrowToDate(position.source, this.cursor.anchor.key), offset: 0 }
      : this.narrowFromEnd();
  }

  /** A page with the position and the rows ahead of it; after the first miss, with more rows around it. */
  readAround({ source, offset }: Position<Row>, first: boolean): Promise<Snapshot<Row>> {
    return source.read(this.pageAround(offset, first));
  }

  private pageAround(offset: number, first: boolean): PageCoordinates {
    const { step, count } = this.ahead;
    const [rowsBehind, rows] = first
      ? [0, Math.min(count, rowsOfOnePage)]
      : [2 * overscan.past, Math.min(count, rowsOfOnePage / 2)];
    const [before, after] = step === 1 ? [rowsBehind, rows] : [rows, rowsBehind];
    const range = { from: offset - before, to: offset + after + 1 };
    const page = bestPage(offset, range, first ? overscanAround(step) : { before: 40, after: 40 }, this.list);
    if (page === undefined) throw outOfReach(this.list);
    return page;
  }

  showsRowsAhead(snapshot: Snapshot<Row>, { start, end }: { start: number; end: number }): boolean {
    if (this.ahead.count === 0) return true;
    return this.ahead.step === 1 ? end < snapshot.rows.length || snapshot.atEnd : start > 0 || snapshot.atStart;
  }

  /** The next position to read after a page that showed neither the row nor a row ahead of it. */
  async next(source: DateBoundedList<Row>, snapshot: Snapshot<Row>, location: RowLocation): Promise<Position<Row>> {
    const narrowedTooFar = source.dateBound !== undefined && snapshot.offset === 0;
    if (location.kind === 'here') {
      if (narrowedTooFar && this.ahead.step === -1) return this.narrowFromEnd();
      const offset = snapshot.offset + location.start;
      const { page, pageSize } = this.pageAround(offset, false);
      const shown = offset + this.ahead.step;
      if (shown < page * pageSize || shown >= (page + 1) * pageSize) throw outOfReach(this.list);
      return { source, offset };
    }
    const way = location.kind === 'beside' ? location.way : location.kind;
    if (narrowedTooFar && way === 'earlier' && !this.hasNarrowedFromEnd) return this.narrowFromEnd();
    const offset = this.search.next(snapshot, location);
    if (offset === undefined) throw positionLost(this.cursor.argument);
    return { source, offset };
  }

  /** The position that has as many rows behind it as the cursor's row had, at any depth. */
  private async narrowFromEnd(): Promise<Position<Row>> {
    if (this.hasNarrowedFromEnd) throw positionLost(this.cursor.argument);
    this.hasNarrowedFromEnd = true;
    return narrowToPosition(this.list, this.cursor.anchor.total - this.cursor.anchor.offset);
  }
}

/** The start of a list: `count` rows, with overscan if cursors will be made, because they remember neighbours. */
export async function findStart<Row>(
  list: PagedList<Row>,
  count: number,
  withOverscan: boolean,
): Promise<LocatedRow<Row>> {
  const source = dateBoundedList(list);
  const wanted = count + (withOverscan ? overscan.ahead : 0);
  const pageSize = count === 0 ? 1 : Math.min(wanted, list.maximumPageSize);
  return { source, snapshot: await source.read({ page: 0, pageSize }), start: 0, end: 0 };
}

/** The end of a list: `count` rows. One call if the list fits into one page, otherwise two. */
export async function findEnd<Row>(list: PagedList<Row>, count: number): Promise<LocatedRow<Row>> {
  let source = dateBoundedList(list);
  let snapshot = await source.read({ page: 0, pageSize: count === 0 ? 1 : list.maximumPageSize });
  if (count === 0) return { source, snapshot, start: snapshot.total, end: snapshot.total };
  // Rows were seen before `seen`, and none from `unseen` on.
  let [seen, unseen] = [0, Infinity];
  for (let calls = 1; calls < maxCalls; calls += 1) {
    const { length } = snapshot.rows;
    if (length > 0) seen = Math.max(seen, snapshot.offset + length);
    else unseen = Math.min(unseen, snapshot.offset);
    if (length > 0 && snapshot.offset + length === unseen) snapshot = snapshot.asEnd();
    if (snapshot.atEnd && (length > 0 || snapshot.total === 0)) return { source, snapshot, start: length, end: length };
    // If the total leads to an empty page, bisect.
    let end = Math.min(snapshot.total, Math.ceil((seen + unseen) / 2));
    if (end > depthOf(list)) {
      ({ source, offset: end } = await narrowToPosition(list, 0));
      seen = 0;
    }
    const last = Math.max(0, end - 1);
    const page = bestPage(last, { from: end - count, to: end }, overscanAround(-1), list);
    if (page === undefined) throw outOfReach(list);
    snapshot = await source.read(page);
  }
  throw endUnreadable();
}

function overscanAround(step: 1 | -1): Overscan {
  const { past, ahead } = overscan;
  return step === 1 ? { before: past, after: ahead } : { before: ahead, after: past };
}
