import { createHash } from 'node:crypto';
import { fingerprintLength, type Anchor, type Neighbours } from './cursor.js';
import type { NumberedPage, PagedList } from './list.js';
import { orderOf, type Order } from './order.js';

/** How many neighbours a cursor remembers on each side, at most. */
const rememberedNeighbours = 16;

/** One page of a list as it was at one moment. What is true in one snapshot need not be true in the next. */
export class Snapshot<Row> {
  readonly order: Order;
  /** Of the whole list, when the page was made. */
  readonly total: number;
  private readonly fingerprints: string[] = [];
  private ids: string | undefined;
  private cachedRows: readonly Row[] | undefined;
  private readonly again: () => NumberedPage<Row>;

  constructor(
    private readonly list: PagedList<Row>,
    /** The date that the list was narrowed to, to reach rows that lie too deep for page numbers. */
    readonly dateBound: string | undefined,
    /** Of the first row, in the list as narrowed. */
    readonly offset: number,
    page: NumberedPage<Row>,
  ) {
    this.order = orderOf(list.sort);
    // Rows that are there count, and none come after a page without rows, whatever LinkCy says of their number.
    const { length } = page.content;
    this.total = length === 0 ? Math.min(page.totalElements, offset) : Math.max(page.totalElements, offset + length);
    this.cachedRows = page.content;
    this.again = page.again ?? (() => page);
  }

  get rows(): readonly Row[] {
    return (this.cachedRows ??= this.again().content);
  }

  /** The same rows, of a list that ends with them, whatever LinkCy says of their number. */
  asEnd(): Snapshot<Row> {
    const { list, dateBound, offset, again } = this;
    return new Snapshot(list, dateBound, offset, { content: this.rows, totalElements: 0, again });
  }

  /** Says that the rows are not needed for now. Whoever reads them nevertheless gets them made again. */
  release(): void {
    this.cachedRows = undefined;
  }

  /** Whether no row of the list lies before this snapshot. */
  get atStart(): boolean {
    return this.offset === 0 && this.dateBound === undefined;
  }

  /** Whether no row of the list lies after this snapshot. */
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

  /** The row that is the same and has the same place in the order: a row whose key changed counts as another. */
  indexOf(id: string, key: string): number {
    return this.rows.findIndex((row) => this.list.id(row) === id && this.list.sortKey(row) === key);
  }

  /** A short hash that stands for a row with its key. */
  fingerprintAt(index: number): string {
    return (this.fingerprints[index] ??= hash(`${this.idAt(index)}\n${this.keyAt(index)}`).toString(
      'latin1',
      0,
      fingerprintLength,
    ));
  }

  /** All that is known here of a row's place, for a cursor. */
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
    this.ids ??= hash(this.rows.map((row) => this.list.id(row)).join('\n')).toString('base64url', 0, 3);
    return this.ids;
  }

  /** The nearest rows on one side, as far as their keys leave open on which side they are. */
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

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
