import type { GraphqlError } from '../support/api.js';
import { valueAt } from './json-edit.js';
import type { Alter } from '../support/banks/altering-proxy.js';
import type { Outcome } from './verdict.js';

/** What a client saw who went from page to page. */
export interface Walk {
  /** The rows in the order of the list, null for one that cannot be read. */
  readonly rows: readonly (string | null)[];
  readonly errors: readonly GraphqlError[];
  /** Why it ended: the list did, it was told an error instead of a page, or it had gone far enough. */
  readonly end: 'end' | 'refused' | 'far';
  readonly calls: number;
}

export type Direction = 'forward' | 'backward';

/** Goes from page to page, at most so many. */
export async function walk(
  ask: (query: string) => Promise<Outcome>,
  root: string,
  filter: string,
  direction: Direction,
  { size, pages }: { readonly size: number; readonly pages: number },
): Promise<Walk> {
  let rows: (string | null)[] = [];
  const errors: GraphqlError[] = [];
  let calls = 0;
  let cursor: unknown;
  for (let page = 0; page < pages; page += 1) {
    const [count, place] = direction === 'forward' ? ['first', 'after'] : ['last', 'before'];
    const args = [
      filter,
      `${count}: ${size}`,
      ...(cursor === undefined ? [] : [`${place}: ${JSON.stringify(cursor)}`]),
    ];
    const info = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    const outcome = await ask(`{ ${root}(${args.filter((arg) => arg !== '').join(', ')}) { ${info} nodes { uuid } } }`);
    errors.push(...outcome.errors);
    calls += outcome.calls;
    const list = valueAt(outcome.data, [root]);
    if (list == null) return { rows, errors, end: 'refused', calls };
    const ids = (valueAt(list, ['nodes']) as ({ uuid: string } | null)[]).map((row) => row && row.uuid);
    rows = direction === 'forward' ? [...rows, ...ids] : [...ids, ...rows];
    const [more, next] = direction === 'forward' ? ['hasNextPage', 'endCursor'] : ['hasPreviousPage', 'startCursor'];
    if (valueAt(list, ['pageInfo', more]) !== true) return { rows, errors, end: 'end', calls };
    cursor = valueAt(list, ['pageInfo', next]);
    if (cursor == null) return { rows, errors, end: 'end', calls };
  }
  return { rows, errors, end: 'far', calls };
}

/** The same moments and ids in other spellings, another one at each call. */
export function spelledInTurns(path: string): Alter {
  let call = 0;
  return (answer, asked) => {
    if (asked.path !== path) return answer;
    call += 1;
    const page = JSON.parse(answer.body.toString()) as { content: Record<string, unknown>[] };
    const content = page.content.map((row, at) => respelled(row, call + at));
    return { ...answer, body: Buffer.from(JSON.stringify({ ...page, content })) };
  };
}

function respelled(row: Record<string, unknown>, turn: number): Record<string, unknown> {
  const [id, date] = [String(row.id), String(row.creationDate)];
  const shifted = new Date(Date.parse(date) + 2 * 3_600_000).toISOString().slice(0, 23);
  const longer = `${date.slice(0, -1)}${date.includes('.') ? '000' : '.000'}Z`;
  const dates = [date, date.replace('Z', '+00:00'), longer, `${shifted}+02:00`];
  return { ...row, id: turn % 2 === 0 ? id : id.toUpperCase(), creationDate: dates[turn % dates.length] };
}
