import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Collection, type TieOrder } from '../../src/simulator/http/collection.js';
import { startSimulator } from '../../src/simulator/simulator.js';
import { ask, at, rows } from './ask.js';

interface Row {
  readonly id: string;
  readonly key: string;
  readonly owner: string;
}

type Direction = 'ASC' | 'DESC';
type Command =
  | { readonly act: 'insert'; readonly keys: readonly number[] }
  | { readonly act: 'remove' | 'update'; readonly which: number; readonly key: number }
  | { readonly act: 'look'; readonly direction: Direction };

const key = fc.integer({ min: 0, max: 9 });
const direction = fc.constantFrom<Direction>('ASC', 'DESC');
const commands = fc.array(
  fc.oneof<fc.Arbitrary<Command>[]>(
    fc.record({ act: fc.constant('insert'), keys: fc.array(key, { maxLength: 40 }) }),
    fc.record({ act: fc.constantFrom('remove', 'update'), which: fc.nat(), key }),
    fc.record({ act: fc.constant('look'), direction }),
  ),
  { maxLength: 40 },
);

/** A collection and, beside it, the plain list of its rows in the order of insertion. */
class Checked {
  private readonly collection: Collection<Row>;
  private plain: Row[] = [];
  private count = 0;

  constructor(private readonly ties: TieOrder) {
    this.collection = new Collection<Row>(
      { sort: { KEY: (row) => row.key }, groups: { owner: (row) => [row.owner] } },
      ties,
    );
  }

  run(command: Command): void {
    if (command.act === 'insert') this.insert(command.keys);
    else if (command.act === 'look') this.look(command.direction);
    else this.touch(command);
  }

  look(sortDirection: Direction): void {
    const list = { sortAttribute: 'KEY', sortDirection, page: 0, pageSize: 2_000 };
    const expected = this.sorted(sortDirection);
    expect(this.collection.list(list)).toEqual({ rows: expected, totalElements: expected.length });
    expect(this.collection.list({ ...list, page: 1, pageSize: 7 }).rows).toEqual(expected.slice(7, 14));

    const own = expected.filter((row) => row.owner === '1' && row.key >= '2' && row.key <= '7');
    const narrowed = { ...list, within: [['owner', '1']], from: '2', to: '7' } as const;
    expect(this.collection.list(narrowed)).toEqual({ rows: own, totalElements: own.length });

    const odd = (row: Row) => Number(row.key) % 2 === 1;
    const filtered = this.collection.list({ ...list, page: 1, pageSize: 3, where: [odd] });
    expect(filtered).toEqual({
      rows: expected.filter(odd).slice(3, 6),
      totalElements: expected.filter(odd).length,
    });
  }

  private insert(keys: readonly number[]): void {
    // Ids in an order that has nothing to do with the insertion.
    const added = keys.map((value) => {
      this.count += 1;
      return {
        id: String((this.count * 7_919) % 10_007).padStart(5, '0'),
        key: String(value),
        owner: String(value % 3),
      };
    });
    this.collection.insertAll(added);
    this.plain.push(...added);
  }

  private touch({ act, which, key: value }: Extract<Command, { which: number }>): void {
    const row = this.plain[which % Math.max(1, this.plain.length)];
    if (row === undefined) return;
    if (act === 'remove') {
      this.collection.remove(row.id);
      this.plain = this.plain.filter((other) => other !== row);
    } else {
      const changed = this.collection.update(row.id, { key: String(value) });
      this.plain = this.plain.map((other) => (other === row ? changed : other));
    }
  }

  private sorted(sortDirection: Direction): Row[] {
    const inTieOrder = [...this.plain];
    if (this.ties === 'reverse') inTieOrder.reverse();
    if (this.ties === 'id') inTieOrder.sort((a, b) => (a.id < b.id ? -1 : 1));
    const sign = sortDirection === 'ASC' ? 1 : -1;
    return inTieOrder.sort((a, b) => sign * (Number(a.key) - Number(b.key)));
  }
}

test('a collection lists what a sort of all its rows would give, whatever was inserted, changed and removed', () => {
  fc.assert(
    fc.property(commands, fc.constantFrom<TieOrder>('insertion', 'reverse', 'id'), (all, ties) => {
      const checked = new Checked(ties);
      for (const command of all) checked.run(command);
      checked.look('ASC');
      checked.look('DESC');
    }),
    { numRuns: 300 },
  );
});

test('60,000 transactions are inserted and listed without a sort for each request', async () => {
  const simulator = await startSimulator({ seed: 'empty' });
  const start = Date.parse('2024-01-01T00:00:00Z');
  const owner = '11111111-1111-4111-8111-111111111111';
  const many = Array.from({ length: 60_000 }, (_, position) =>
    simulator.samples.transaction({
      creationDate: new Date(start + Math.floor(position / 3) * 60_000).toISOString(),
      sender: { name: 'Owner', endUserId: position % 2 === 0 ? owner : undefined },
    }),
  );
  const began = processorMilliseconds();
  simulator.store.transactions.insertAll(many);
  const inserted = processorMilliseconds();
  const path = '/api/partner/transactions?pageSize=50&sortDirection=DESC';
  const middle = encodeURIComponent(new Date(start + 10_000 * 60_000).toISOString());
  for (let round = 0; round < 30; round += 1) {
    simulator.store.transactions.insert(simulator.samples.transaction({ creationDate: '2026-01-01T00:00:00Z' }));
    const whole = await ask(simulator, `${path}&page=${round * 10}`);
    expect(at(whole.body, 'totalElements')).toBe(60_001 + round);
    expect(rows(whole)).toHaveLength(50);
    const narrowed = await ask(simulator, `${path}&endUserId=${owner}&endDate=${middle}&page=${round}`);
    expect(at(narrowed.body, 'totalElements')).toBe(15_002);
  }
  const listed = processorMilliseconds();
  many.sort((one, other) => other.creationDate.localeCompare(one.creationDate));
  const sort = processorMilliseconds() - listed;
  const insert = inserted - began;
  const lists = listed - inserted;
  console.log(`insert ${insert.toFixed()} ms, 60 lists ${lists.toFixed()} ms, one sort ${sort.toFixed()} ms`);
  // Measured in sorts, as machines differ: where none is made on the way, each of the two takes 5 to 20 of them.
  expect(insert).toBeLessThan(60 * sort);
  expect(lists).toBeLessThan(40 * sort);
  await simulator.close();
});

/** Of this process so far: what else the machine does is not in it. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
