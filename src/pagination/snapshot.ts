import { hash } from 'node:crypto';
import { fingerprintLength, type Anchor, type Neighbours } from './cursor.js';
import type { NumberedPage, PagedList } from './list.js';
import { orderOf, type Order } from './order.js';

/** Maximum neighbours that a cursor remembers on each side. */
const rememberedNeighbours = 16;

/** One page of a list at one moment. What holds in one snapshot need not hold in the next. */
export class Snapshot<Row> {
  readonly order: Order;
  /** Of the whole list when the page was read. */
  readonly total: number;
  private readonly fingerprints: string[] = [];
  private ids: string | undefined;
  private cachedRows: readonly Row[] | undefined;
  private readonly again: () => NumberedPage<Row>;

  constructor(
    private readonly list: PagedList<Row>,
    /** The date that the list was narrowed to, in order to reach rows too deep for page numbers. */
    readonly dateBound: string | undefined,
    /** Of the first row, in the list as narrowed. */
    readonly offset: number,
    page: NumberedPage<Row>,
  ) {
    this.order = orderOf(list.sort);
    // Rows are believed before LinkCy's total: rows that are there count, and after an empty page there are none.
    const { length } = page.content;
    this.total = length === 0 ? Math.min(page.totalElements, offset) : Math.max(page.totalElements, offset + length);
    this.cachedRows = page.content;
    this.again = page.again ?? (() => page);
  }

  get rows(): readonly Row[] {
    return (this.cachedRows ??= this.again().content);
  }

  /** The same rows, as the end of the list, whatever LinkCy's total says. */
  asEnd(): Snapshot<Row> {
    const { list, dateBound, offset, again } = this;
    return new Snapshot(list, dateBound, offset, { content: this.rows, totalElements: 0, again });
  }

  /** Releases the rows for garbage collection. Reading them later parses the page again. */
  release(): void {
    this.cachedRows = undefined;
  }

  /** Whether no row of the list lies before this page. */
  get atStart(): boolean {
    return this.offset === 0 && this.dateBound === undefined;
  }

  /** Whether no row of the list lies after this page. */
  get atEnd(): boolean {
    return this.offset + this.rows.length >= this.total;
  }

  idAt(index: number): string {
    return this.list.id(this.rowAt(index));
  }

  keyAt(index: number): string {
    return this.list.sortKey(this.rowAt(index));
  }

  rowAt(index: number): Row {
    const row = this.rows[index];
    if (row === undefined) throw new RangeError(`a page of ${this.rows.length} rows has no row ${index}`);
    return row;
  }

  /** The index of the row with this id and key. A row whose key has changed counts as another row. */
  indexOf(id: string, key: string): number {
    return this.rows.findIndex((row) => this.list.id(row) === id && this.list.sortKey(row) === key);
  }

  /** A short hash of a row's id and key. */
  fingerprintAt(index: number): string {
    return (this.fingerprints[index] ??= sha256(`${this.idAt(index)}\n${this.keyAt(index)}`).toString(
      'latin1',
      0,
      fingerprintLength,
    ));
  }

  /** All that is known about a row's position, for a cursor. */
  anchorAt(index: number): Anchor {
    const [before, after] = [this.neighbours(index, -1), this.neighbours(index, 1)];
    const keySuffices = [before, after].every(({ fingerprints, complete }) => fingerprints.length === 0 && complete);
    return {
      id: this.idAt(index),
      key: this.keyAt(index),
      offset: this.offset + index,
      total: this.total,
      dateBound: this.dateBound,
      pageFingerprint: keySuffices ? '' : this.pageFingerprint(),
      before,
      after,
    };
  }

  private pageFingerprint(): string {
    this.ids ??= sha256(this.rows.map((row) => this.list.id(row)).join('\n')).toString('base64url', 0, 3);
    return this.ids;
  }

  /** The nearest rows on one side whose keys do not tell on which side they lie. */
  private neighbours(index: number, step: 1 | -1): Neighbours {
    const fingerprints: string[] = [];
    for (let other = index + step; ; other += step) {
      if (other < 0) return { fingerprints, complete: this.atStart };
      if (other >= this.rows.length) return { fingerprints, complete: this.atEnd };
      if (this.order.side(this.keyAt(other), this.keyAt(index)) !== undefined) return { fingerprints, complete: true };
      if (fingerprints.length === rememberedNeighbours) return { fingerprints, complete: false };
      fingerprints.push(this.fingerprintAt(other));
    }
  }
}

function sha256(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
