import { pageOf } from './pages.js';
import type { Random } from './random.js';
import type { RelayArguments } from '../../src/pagination/arguments.js';
import type { PagedList } from '../../src/pagination/list.js';

/** A list that changes while somebody walks through it, in memory or behind HTTP. */
export interface ChangingList<Row> {
  readonly paged: PagedList<Row>;
  /** The ids in the order of the list, now. */
  ids(): readonly string[];
  /** Adds a row with the sort key of the row at an index, or a newer one than all where there is no index. */
  insert(index: number | undefined): void;
  remove(id: string): void;
  /** Gives a row the newest sort key, as an update of it does where the list is sorted by the date of that. */
  touch?(id: string): void;
  /** Is called before each call is answered. */
  onCall(hook: () => void): void;
  callCount(): number;
}

export interface ChurnRates {
  /** Rows added and events of removal between two pages of a walk, on average. */
  readonly inserts: number;
  readonly deletes: number;
  /** Rows whose sort key changes. No walk can promise anything of these. */
  readonly touches?: number;
}

export interface WalkPlan extends ChurnRates {
  readonly pageSize: number;
  readonly backwards: boolean;
}

export interface WalkReport {
  readonly pages: number;
  readonly calls: number;
  /** Pages with rows after them, and how many of these had all rows that were asked for. */
  readonly innerPages: number;
  readonly fullPages: number;
  readonly duplicates: number;
  /** Rows that were there from the first page to the last and were not given. */
  readonly skips: number;
  /** Pages that said wrongly whether there are more. */
  readonly untrue: number;
  /** Walks that ended with an error because a place was lost. */
  readonly lost: number;
}

/** Walks through a list from one end to the other while it changes, and compares with what was there all the time. */
export async function walk<Row extends { readonly id: string }>(
  list: ChangingList<Row>,
  plan: WalkPlan,
  random: Random,
): Promise<WalkReport> {
  const { pageSize, backwards } = plan;
  const throughout = new Set(list.ids());
  if (throughout.size === 0) throw new Error('a walk through an empty list proves nothing');
  const touched = new Set<string>();
  const given: string[] = [];
  const report = { pages: 0, innerPages: 0, fullPages: 0, untrue: 0, lost: 0 };
  const callsBefore = list.callCount();
  let pending: (() => void)[] = [];
  let callsOfPage = 0;
  const drop = (id: string | undefined) => {
    if (id === undefined) return;
    throughout.delete(id);
    list.remove(id);
  };
  const touch = (id: string) => {
    touched.add(id);
    throughout.delete(id);
    list.touch?.(id);
  };
  // What is still pending when the second call of one request comes lands between the two.
  list.onCall(() => {
    callsOfPage += 1;
    if (callsOfPage === 2) for (const change of pending.splice(0)) change();
  });

  let cursor: string | null = null;
  for (let more = true; more;) {
    callsOfPage = 0;
    const args: RelayArguments = backwards ? { last: pageSize, before: cursor } : { first: pageSize, after: cursor };
    const page: Awaited<ReturnType<typeof pageOf<Row>>> | undefined = await pageOf(list.paged, args).catch(
      (error: unknown) => {
        if (error instanceof Error && error.message.includes('no longer in the list')) return undefined;
        throw error;
      },
    );
    if (page === undefined) {
      report.lost += 1;
      throughout.clear();
      break;
    }
    const ids = page.rows.map(({ id }) => id);
    given.push(...ids);
    report.pages += 1;
    more = backwards ? page.hasPreviousPage : page.hasNextPage;
    cursor = backwards ? page.startCursor : page.endCursor;
    if (more) report.innerPages += 1;
    if (more && ids.length === pageSize) report.fullPages += 1;
    if (tellsUntruth(list.ids(), page, ids)) report.untrue += 1;
    if (more && cursor === null) throw new Error('an empty page that has more pages after it ends every walk');
    if (!more) break;

    for (const change of pending) change();
    pending = [];
    const place = Math.max(0, list.ids().indexOf((backwards ? ids[0] : ids.at(-1)) ?? ''));
    for (const change of changes(list, place, plan, random, { drop, touch })) {
      if (random.chance(0.3)) pending.push(change);
      else change();
    }
  }
  list.onCall(() => {});
  const kept = given.filter((id) => !touched.has(id));
  const duplicates = kept.length - new Set(kept).size;
  const found = new Set(given);
  const skips = [...throughout].filter((id) => !found.has(id)).length;
  return { ...report, calls: list.callCount() - callsBefore, duplicates, skips };
}

/** Additions at the top, anywhere, and right at the cursor; removals anywhere, of the cursor's row, and of runs around it. */
function changes<Row>(
  list: ChangingList<Row>,
  place: number,
  { inserts, deletes, touches = 0 }: ChurnRates,
  random: Random,
  { drop, touch }: { drop: (id: string | undefined) => void; touch: (id: string) => void },
): (() => void)[] {
  const nearby = () => Math.max(0, place - 6 + random.below(13));
  const additions = Array.from({ length: random.poisson(inserts) }, () => {
    const kind = random.next();
    if (kind < 0.4) return () => list.insert(undefined);
    if (kind < 0.7) return () => list.insert(random.below(list.ids().length));
    return () => list.insert(nearby());
  });
  const removals = Array.from({ length: random.poisson(deletes) }, () => {
    const kind = random.next();
    if (kind < 0.6) return () => drop(random.pick(list.ids()));
    const anchor = list.ids()[place];
    if (kind < 0.8) return () => drop(anchor);
    const length = 1 + random.below(12);
    return () => {
      const ids = list.ids();
      const at = anchor === undefined ? -1 : ids.indexOf(anchor);
      const from = Math.max(0, (at < 0 ? place : at) - random.below(length));
      for (const id of ids.slice(from, from + length)) drop(id);
    };
  });
  const updates = Array.from({ length: random.poisson(touches) }, () => () => {
    const ids = list.ids();
    touch(random.chance(0.3) ? (ids[place] ?? random.pick(ids)) : random.pick(ids));
  });
  return [...additions, ...removals, ...updates];
}

/** The list does not change after the last call of a page, so what the page says must hold where its last row is. */
function tellsUntruth(
  ids: readonly string[],
  page: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
  given: readonly string[],
): boolean {
  const [first, last] = [ids.indexOf(given[0] ?? ''), ids.indexOf(given.at(-1) ?? '')];
  return (
    (last >= 0 && page.hasNextPage !== last < ids.length - 1) || (first >= 0 && page.hasPreviousPage !== first > 0)
  );
}

export const emptyReport: WalkReport = {
  pages: 0,
  calls: 0,
  innerPages: 0,
  fullPages: 0,
  duplicates: 0,
  skips: 0,
  untrue: 0,
  lost: 0,
};

export function addReports(one: WalkReport, other: WalkReport): WalkReport {
  return {
    pages: one.pages + other.pages,
    calls: one.calls + other.calls,
    innerPages: one.innerPages + other.innerPages,
    fullPages: one.fullPages + other.fullPages,
    duplicates: one.duplicates + other.duplicates,
    skips: one.skips + other.skips,
    untrue: one.untrue + other.untrue,
    lost: one.lost + other.lost,
  };
}

export const tableHead = [
  'over    rows   added  removed  pages    LinkCy calls  full    given  left  has… page  place',
  '        a page a page a page            a page        pages   twice  out   wrong      lost',
].join('\n');

/** A line of the table. */
export function rowOf(over: string, plan: ChurnRates & { pageSize: number }, report: WalkReport): string {
  const full = `${((100 * report.fullPages) / report.innerPages).toFixed(2)} %`;
  return [
    over.padEnd(8),
    String(plan.pageSize).padEnd(7),
    String(plan.inserts).padEnd(7),
    String(plan.deletes).padEnd(9),
    String(report.pages).padEnd(9),
    (report.calls / report.pages).toFixed(3).padEnd(14),
    full.padEnd(10),
    String(report.duplicates).padEnd(5),
    String(report.skips).padEnd(6),
    String(report.untrue).padEnd(11),
    String(report.lost),
  ].join('');
}
