import type { DateWindow } from '../../src/pagination/date-window.js';
import type { NumberedPage, PagedList, PageRequest } from '../../src/pagination/list.js';
import type { Direction } from '../../src/pagination/order.js';

export interface Row {
  readonly id: string;
  readonly key: string;
}

/** How rows with equal keys are ordered, in both directions alike. */
export type TieOrder = 'insertion' | 'reverse' | 'id';

export interface NumberedListOptions {
  readonly attribute?: string;
  readonly direction?: Direction;
  readonly ties?: TieOrder;
  /** The order of keys that are no dates, as a database might collate text. */
  readonly compare?: (one: string, other: string) => number;
  readonly maximumPage?: number;
  /** Whether the list can be narrowed to dates, and whether these then include their ends. */
  readonly windows?: 'inclusive' | 'exclusive' | 'none';
  readonly name?: string;
  readonly scope?: unknown;
}

interface Entry extends Row {
  readonly sequence: number;
  /** Milliseconds, where keys are dates. */
  readonly time: number;
}

/** A list in memory that is served in numbered pages as LinkCy does it, and that counts the calls. */
export class NumberedList {
  private entries: Entry[] = [];
  private sequence = 0;
  private readonly compare: (one: Entry, other: Entry) => number;
  readonly calls: (PageRequest & DateWindow)[] = [];
  /** Runs before each call is answered. */
  beforeCall: () => void = () => {};
  readonly paged: PagedList<Row>;

  constructor(rows: readonly Row[] = [], options: NumberedListOptions = {}) {
    const { attribute = 'CREATION_DATE', direction = 'ASC', ties = 'insertion', windows = 'inclusive' } = options;
    const byText = options.compare ?? byCodeUnits;
    const sign = direction === 'ASC' ? 1 : -1;
    const byKey = attribute.endsWith('_DATE')
      ? (one: Entry, other: Entry) => one.time - other.time
      : (one: Entry, other: Entry) => byText(one.key, other.key);
    this.compare = (one, other) => sign * byKey(one, other) || tieBreak(ties, one, other);
    this.paged = {
      name: options.name ?? 'letters',
      scope: options.scope ?? {},
      sort: { attribute, direction },
      maximumPage: options.maximumPage ?? 500,
      maximumPageSize: 100,
      id: (row) => row.id,
      sortKey: (row) => row.key,
      fetch: (request) => this.serve(request),
      ...(windows !== 'none' && {
        within: (window: DateWindow) => (request: PageRequest) => this.serve(request, window, windows === 'inclusive'),
      }),
    };
    this.insertAll(rows);
  }

  get rows(): readonly Row[] {
    return this.entries;
  }

  insertAll(rows: readonly Row[]): void {
    const added = rows.map((row) => this.entryOf(row));
    this.entries = [...this.entries, ...added].sort(this.compare);
  }

  insert(row: Row): void {
    const entry = this.entryOf(row);
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.entries[middle]!, entry) < 0) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, entry);
  }

  /** Removes so many rows from an index on. */
  remove(index: number, count = 1): readonly Row[] {
    return this.entries.splice(Math.max(0, index), count);
  }

  indexOf(id: string): number {
    return this.entries.findIndex((entry) => entry.id === id);
  }

  private entryOf({ id, key }: Row): Entry {
    return { id, key, sequence: this.sequence++, time: Date.parse(key) };
  }

  private async serve(request: PageRequest, window: DateWindow = {}, inclusive = true): Promise<NumberedPage<Row>> {
    this.calls.push({ ...request, ...window });
    this.beforeCall();
    const { page, pageSize } = request;
    if (page > this.paged.maximumPage || pageSize > 100 || pageSize < 1 || page < 0) {
      throw new Error(`page ${page} of size ${pageSize} is refused`);
    }
    const { startDate, endDate } = window;
    const { entries } = this;
    const enough = inclusive ? 0 : 1;
    const [from, to] = [startDate, endDate].map((date) => (date == null ? NaN : Date.parse(date)));
    const inside = ({ time }: Entry) => !(time - from! < enough) && !(to! - time < enough);
    // Only the beginning of a sorted list is cut off here.
    const cut = startDate == null && endDate == null ? 0 : firstIndex(entries, inside);
    const start = cut + page * pageSize;
    const content = entries.slice(start, start + pageSize).map(({ id, key }) => ({ id, key }));
    return { content, totalElements: entries.length - cut };
  }
}

function firstIndex(entries: readonly Entry[], holds: (entry: Entry) => boolean): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(entries[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function tieBreak(ties: TieOrder, one: Entry, other: Entry): number {
  if (ties === 'id') return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
  return ties === 'insertion' ? one.sequence - other.sequence : other.sequence - one.sequence;
}

export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Ignores case and accents, as many databases do. */
export function byDictionary(one: string, other: string): number {
  return byCodeUnits(folded(one), folded(other));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
