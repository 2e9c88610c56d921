import type { ChangingList } from './churn.js';
import { byDictionary, NumberedList, type NumberedListOptions, type Row, type TieOrder } from './numbered-list.js';
import type { Random } from './random.js';

export type KeyShape = 'distinct' | 'blocks' | 'equal';

const start = Date.UTC(2024, 0, 1);
const names = [
  'Ærø',
  'anna',
  'Anna',
  'ANNA',
  'Åse',
  'b',
  'Émile',
  'emile',
  'Ines',
  'O’Neil',
  'Öz',
  'özil',
  'Zoë',
  'zoe',
  'Řehoř',
  '李',
];

/** A date-time in one of the forms that RFC 3339 allows. */
export function dateText(milliseconds: number, random: Random): string {
  const text = new Date(milliseconds).toISOString();
  const kind = random.below(4);
  if (kind === 0) return text;
  if (kind === 1) return text.replace('Z', '000Z');
  if (kind === 2 && milliseconds % 1_000 === 0) return text.replace('.000Z', 'Z');
  return new Date(milliseconds + 7_200_000).toISOString().replace('Z', '+02:00');
}

/** Sort keys in ascending order of time: all different, in blocks of up to 200 equal ones, or all equal. */
export function timesOf(count: number, shape: KeyShape, random: Random): number[] {
  const times: number[] = [];
  let time = start;
  while (times.length < count) {
    time += 1 + random.below(90_000);
    const length =
      shape === 'distinct' ? 1 : shape === 'equal' ? count : 1 + random.below(random.chance(0.3) ? 200 : 4);
    for (let index = 0; index < length && times.length < count; index += 1) times.push(time);
  }
  return times;
}

/** A list in memory with a random order, whose keys are dates or names. */
export function changingList(count: number, random: Random, options: NumberedListOptions = {}): ChangingList<Row> {
  const shapes: KeyShape[] =
    options.maximumPage === undefined ? ['distinct', 'blocks', 'blocks', 'equal'] : ['distinct', 'blocks'];
  const shape = random.pick(shapes);
  const ties = random.pick<TieOrder>(['insertion', 'reverse', 'id']);
  const direction = random.pick(['ASC', 'DESC'] as const);
  const byName = options.maximumPage === undefined && random.chance(0.25);
  const key = (time: number) =>
    byName ? `${random.pick(names)}${shape === 'distinct' ? time % 1_000 : ''}` : dateText(time, random);
  const times = timesOf(count, shape, random);
  const row = (time: number): Row => ({ id: random.uuid(), key: key(time) });
  const list = new NumberedList(
    times.map(row),
    byName
      ? { attribute: 'NAME', direction, ties, compare: byDictionary, windows: 'none' }
      : { direction, ties, ...options },
  );
  let newest = times.at(-1) ?? start;
  let ids: readonly string[] | undefined;
  return {
    paged: list.paged,
    ids: () => (ids ??= list.rows.map(({ id }) => id)),
    insert(index) {
      ids = undefined;
      const equal = index === undefined ? undefined : list.rows[Math.min(index, list.rows.length - 1)];
      list.insert(equal ? { id: random.uuid(), key: equal.key } : row((newest += shape === 'equal' ? 0 : 1_000)));
    },
    remove: (id) => {
      ids = undefined;
      const index = list.indexOf(id);
      if (index >= 0) list.remove(index);
    },
    touch: (id) => {
      const index = list.indexOf(id);
      const [old] = index < 0 ? [] : list.remove(index);
      if (old === undefined) return;
      ids = undefined;
      let changed = old.key;
      while (changed === old.key) changed = key((newest += 1_000));
      list.insert({ id, key: changed });
    },
    onCall: (hook) => (list.beforeCall = hook),
    callCount: () => list.calls.length,
  };
}
