import type { SortDirection } from '../../linkcy/json/page.js';
import { SortedIndex, firstPosition } from './sorted-index.js';

/** How rows with equal sort keys are ordered, in both directions alike. LinkCy does not document it. */
export type TieOrder = 'insertion' | 'reverse' | 'id';

/** How a collection is searched. Keys must sort by plain comparison; a missing key comes last (ascending). */
export interface Indexing<Row> {
  readonly sort: Readonly<Record<string, (row: Row) => string | undefined>>;
  /** Values by which rows are looked up without scanning; a row may stand in several groups of one name. */
  readonly groups: Readonly<Record<string, (row: Row) => readonly (string | null | undefined)[]>>;
}

interface ListRequest<Row> {
  readonly sortAttribute: string;
  readonly sortDirection: SortDirection;
  readonly page: number;
  readonly pageSize: number;
  /** Each pair names a group and the value that a row must have in it; an undefined value does not narrow. */
  readonly within?: readonly (readonly [group: string, value: string | undefined])[];
  /** Bounds of the sort key, in sortable form. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly boundsIncluded?: boolean;
  readonly where?: readonly ((row: Row) => boolean)[];
}

export interface ListAnswer<Row> {
  readonly rows: readonly Row[];
  readonly totalElements: number;
}

interface Entry<Row> {
  readonly row: Row;
  readonly sequence: number;
  readonly keys: Readonly<Record<string, string | undefined>>;
}

interface Group<Row> {
  readonly entries: Set<Entry<Row>>;
  readonly indexes: Map<string, SortedIndex<Entry<Row>>>;
}

/** Rows of one resource, kept sorted: a page of a list costs its rows, not a sort. */
export class Collection<Row extends { readonly id: string }> {
  private readonly entries = new Map<string, Entry<Row>>();
  private readonly everything: Group<Row> = newGroup();
  private readonly groups = new Map<string, Group<Row>>();
  private sequence = 0;

  constructor(
    private readonly indexing: Indexing<Row>,
    private readonly ties: TieOrder = 'insertion',
  ) {}

  get size(): number {
    return this.entries.size;
  }

  get(id: string): Row | undefined {
    return this.entries.get(id)?.row;
  }

  /** All rows in the order of insertion. */
  all(): Row[] {
    return [...this.entries.values()].map((entry) => entry.row);
  }

  /** Adds rows. Throws if an id is taken or a date is invalid; nothing is added then. */
  insert(...rows: Row[]): void {
    this.insertAll(rows);
  }

  /** As `insert`, for any number of rows. */
  insertAll(rows: readonly Row[]): void {
    const ids = new Set<string>();
    for (const { id } of rows) {
      if (this.entries.has(id) || ids.has(id)) throw new Error(`the id ${id} is taken`);
      ids.add(id);
    }
    const entries = rows.map((row) => this.entryOf(row, this.sequence++));
    for (const entry of entries) this.put(entry);
  }

  /** Replaces fields of a row; its place among equals stays. */
  update(id: string, change: Partial<Row>): Row {
    const entry = this.entries.get(id);
    if (entry === undefined) throw new Error(`there is no row ${id}`);
    const changed = this.entryOf({ ...entry.row, ...change, id }, entry.sequence);
    this.takeOut(entry);
    this.put(changed);
    return changed.row;
  }

  /** Removes a row; false if there is none. */
  remove(id: string): boolean {
    const entry = this.entries.get(id);
    if (entry === undefined) return false;
    this.takeOut(entry);
    this.entries.delete(id);
    return true;
  }

  clear(): void {
    this.entries.clear();
    this.everything.entries.clear();
    this.everything.indexes.clear();
    this.groups.clear();
  }

  /** The rows that stand in a group, in the order of insertion. */
  inGroup(group: string, value: string): Row[] {
    const entries = this.groups.get(groupKey(group, value))?.entries ?? [];
    return [...entries].sort((a, b) => a.sequence - b.sequence).map((entry) => entry.row);
  }

  /** Whether any row stands in a group. */
  hasGroup(group: string, value: string): boolean {
    return (this.groups.get(groupKey(group, value))?.entries.size ?? 0) > 0;
  }

  /** One page of a list. */
  list(request: ListRequest<Row>): ListAnswer<Row> {
    const narrowed = (request.within ?? []).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
    const candidates = narrowed.map(({ name, value }) => this.groups.get(groupKey(name, value)) ?? newGroup<Row>());
    const base = candidates.reduce((a, b) => (b.entries.size < a.entries.size ? b : a), this.everything);
    const others = candidates.filter((group) => group !== base);
    const items = this.index(base, request.sortAttribute, request.sortDirection).items();
    const [start, end] = bounds(items, request);
    const first = request.page * request.pageSize;
    const where = request.where ?? [];
    if (others.length === 0 && where.length === 0) {
      const slice = items.slice(Math.min(start + first, end), Math.min(start + first + request.pageSize, end));
      return { rows: slice.map((entry) => entry.row), totalElements: end - start };
    }
    const rows: Row[] = [];
    let totalElements = 0;
    for (let position = start; position < end; position += 1) {
      const entry = items[position];
      if (entry === undefined || !others.every((group) => group.entries.has(entry))) continue;
      if (!where.every((holds) => holds(entry.row))) continue;
      if (totalElements >= first && rows.length < request.pageSize) rows.push(entry.row);
      totalElements += 1;
    }
    return { rows, totalElements };
  }

  private entryOf(row: Row, sequence: number): Entry<Row> {
    const keys: Record<string, string | undefined> = {};
    for (const [attribute, key] of Object.entries(this.indexing.sort)) keys[attribute] = key(row);
    return { row, sequence, keys };
  }

  private put(entry: Entry<Row>): void {
    this.entries.set(entry.row.id, entry);
    for (const group of [this.everything, ...this.groupsOf(entry.row)]) {
      group.entries.add(entry);
      for (const index of group.indexes.values()) index.add(entry);
    }
  }

  private takeOut(entry: Entry<Row>): void {
    for (const group of [this.everything, ...this.groupsOf(entry.row)]) {
      group.entries.delete(entry);
      for (const index of group.indexes.values()) index.remove(entry);
    }
  }

  private groupsOf(row: Row): Set<Group<Row>> {
    const found = new Set<Group<Row>>();
    for (const [name, valuesOf] of Object.entries(this.indexing.groups)) {
      for (const value of valuesOf(row)) if (value != null) found.add(this.group(groupKey(name, value)));
    }
    return found;
  }

  private group(key: string): Group<Row> {
    let group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, (group = newGroup()));
    return group;
  }

  private index(group: Group<Row>, attribute: string, direction: SortDirection): SortedIndex<Entry<Row>> {
    const name = `${attribute} ${direction}`;
    let index = group.indexes.get(name);
    if (index === undefined) {
      index = new SortedIndex(comparison<Row>(attribute, direction, this.ties), group.entries);
      group.indexes.set(name, index);
    }
    return index;
  }
}

function newGroup<Row>(): Group<Row> {
  return { entries: new Set(), indexes: new Map() };
}

function groupKey(name: string, value: string): string {
  return `${name} ${value}`;
}

function comparison<Row extends { readonly id: string }>(attribute: string, direction: SortDirection, ties: TieOrder) {
  const sign = direction === 'ASC' ? 1 : -1;
  return (a: Entry<Row>, b: Entry<Row>): number => {
    const [one, other] = [a.keys[attribute], b.keys[attribute]];
    if (one !== other) return sign * (one === undefined || (other !== undefined && one > other) ? 1 : -1);
    if (ties === 'id') return a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0;
    return ties === 'insertion' ? a.sequence - b.sequence : b.sequence - a.sequence;
  };
}

/** The part of a sorted list whose keys lie between `from` and `to`. */
function bounds<Row>(items: readonly Entry<Row>[], request: ListRequest<Row>): [start: number, end: number] {
  const { from, to, sortAttribute, sortDirection, boundsIncluded = true } = request;
  if (from === undefined && to === undefined) return [0, items.length];
  const key = (entry: Entry<Row>): string => entry.keys[sortAttribute] ?? '';
  const reachesFrom = (entry: Entry<Row>) =>
    from === undefined || (boundsIncluded ? key(entry) >= from : key(entry) > from);
  const reachesTo = (entry: Entry<Row>) => to === undefined || (boundsIncluded ? key(entry) <= to : key(entry) < to);
  const [enters, stays] = sortDirection === 'ASC' ? [reachesFrom, reachesTo] : [reachesTo, reachesFrom];
  const start = firstPosition(items, enters);
  return [
    start,
    Math.max(
      start,
      firstPosition(items, (entry) => !stays(entry)),
    ),
  ];
}
