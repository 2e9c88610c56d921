import { dateText, timesOf, type KeyShape } from './changing-list.js';
import { byDictionary, NumberedList, type Row } from './numbered-list.js';
import { pageOf } from './pages.js';
import type { Random } from './random.js';

/** A quiet list with the cursor of every row, as a walk through it gives them. */
export interface QuietList {
  readonly list: NumberedList;
  readonly cursors: readonly string[];
  readonly description: string;
}

const names = ['Anna', 'anna', 'Åse', 'Béatrice', 'beatrice', 'Özil', 'Zoë', 'zoe'];

/** Lists of 0 to 400 rows, one part of a larger set each (the filter), in all orders; some reach beyond their last page. */
export async function quietList(random: Random): Promise<QuietList> {
  const shape = random.pick<KeyShape>(['distinct', 'blocks', 'equal']);
  const count = random.pick([0, 1, 2, 19, 20, 21, 50, 99, 100, 101, 137, 250, 400]);
  const filter = random.pick(['all', 'third', 'mine']);
  const direction = random.pick(['ASC', 'DESC'] as const);
  const ties = random.pick(['insertion', 'reverse', 'id'] as const);
  const byName = random.chance(0.3);
  const times = timesOf(count, shape, random);
  const key = (time: number) => (byName ? `${random.pick(names)} ${time % 100}` : dateText(time, random));
  const rows = times.map((time): Row => ({ id: random.uuid(), key: key(time) }));
  const matching = rows.filter(
    (_, index) => filter === 'all' || (filter === 'third' ? index % 3 === 0 : index % 2 === 0),
  );
  // With 5 rows a page number, a small list is as deep as 50,000 rows are for LinkCy.
  const deep = !byName && shape !== 'equal' && random.chance(0.3);
  const list = new NumberedList(matching, {
    attribute: byName ? random.pick(['NAME', 'LAST_NAME']) : random.pick(['CREATION_DATE', 'UPDATE_DATE']),
    direction,
    ties,
    scope: { filter },
    windows: random.pick(['inclusive', 'exclusive'] as const),
    ...(byName && { compare: byDictionary }),
    ...(deep && { maximumPage: 4 }),
  });
  const description = `${matching.length} rows, ${shape} keys, ${list.paged.sort.attribute} ${direction}, ties by ${ties}`;
  return {
    list,
    cursors: await cursorsOf(list, 1 + random.below(100)),
    description: deep ? `${description}, deep` : description,
  };
}

async function cursorsOf(list: NumberedList, first: number): Promise<string[]> {
  const cursors: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(list.paged, { first, after });
    cursors.push(...page.cursors);
    [after, more] = [page.endCursor, page.hasNextPage];
  }
  return cursors;
}

export interface Question {
  readonly first?: number;
  readonly last?: number;
  readonly after?: number;
  readonly before?: number;
}

/** What Relay's specification gives: the slice between two rows, and of it the first or the last rows. */
export function sliceOfAll(ids: readonly string[], { first, last, after, before }: Question) {
  const [low, high] = [
    after === undefined ? 0 : after + 1,
    Math.max(before ?? ids.length, after === undefined ? 0 : after + 1),
  ];
  const [from, to] =
    last === undefined ? [low, Math.min(high, low + (first ?? 20))] : [Math.max(low, high - last), high];
  return { ids: ids.slice(from, to), hasPreviousPage: from > 0, hasNextPage: to < ids.length, totalCount: ids.length };
}

/** Answers a question both ways; a difference is an error. Gives the number of calls. */
export async function compareWithSlice({ list, cursors, description }: QuietList, question: Question): Promise<number> {
  const { first, last, after, before } = question;
  const cursor = (offset: number | undefined) => (offset === undefined ? null : cursors[offset]!);
  const callsBefore = list.calls.length;
  const args = { first: first ?? null, last: last ?? null, after: cursor(after), before: cursor(before) };
  const page = await pageOf(list.paged, args, { total: true });
  const calls = list.calls.length - callsBefore;
  const ids = list.rows.map(({ id }) => id);
  const expected = sliceOfAll(ids, question);
  // Between a row and itself there is no place of which could be said what lies around it.
  const nowhere = after !== undefined && after === before;
  const { hasPreviousPage, hasNextPage } = nowhere ? expected : page;
  const { totalCount } = page;
  const found = { ids: page.rows.map(({ id }) => id), hasPreviousPage, hasNextPage, totalCount };
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    const places = found.ids.map((id) => ids.indexOf(id));
    throw new Error(
      `${description}, ${JSON.stringify(question)}: rows ${places[0]} to ${places.at(-1)}, ${JSON.stringify({ ...found, ids: found.ids.length })}, expected ${JSON.stringify({ ...expected, ids: expected.ids.length })}`,
    );
  }
  const empty = page.startCursor === null && page.endCursor === null;
  if (empty !== (found.ids.length === 0))
    throw new Error(`${description}: an empty page has null cursors, no other has`);
  return calls;
}
