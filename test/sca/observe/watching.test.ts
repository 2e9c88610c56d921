import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DueQueue } from '../../../src/sca/due-queue.js';
import type { Operation } from '../../../src/sca/operation.js';
import { OwnerTokens } from '../../../src/sca/owner-tokens.js';
import { Turns } from '../../../src/sca/turns.js';
import { intervalAt, nextTime, type Circumstances } from '../../../src/sca/watch-times.js';

const caller = (authorization: string) => ({ authorization, requestId: authorization });

describe('the tokens of an owner', () => {
  function tokens(...offered: string[]): OwnerTokens {
    const owned = new OwnerTokens();
    for (const one of offered) owned.offer(caller(one));
    return owned;
  }
  const twice = (owned: OwnerTokens, token: string) => [1, 2].forEach(() => owned.refused(caller(token)));

  test('the newest is used', () => {
    expect(tokens('old', 'new').newest?.authorization).toBe('new');
  });
  test('an older one that comes again does not displace a newer one', () => {
    expect(tokens('old', 'new', 'old').newest?.authorization).toBe('new');
  });
  test('one refusal is looked at again, the second retires that token and no other', () => {
    const owned = tokens('old', 'new');
    owned.refused(caller('new'));
    expect(owned.newest?.authorization).toBe('new');
    owned.refused(caller('new'));
    expect(owned.newest?.authorization).toBe('old');
  });
  test('refusals count in a row only', () => {
    const owned = tokens('one');
    owned.refused(caller('one'));
    owned.accepted(caller('one'));
    owned.refused(caller('one'));
    expect(owned.newest?.authorization).toBe('one');
  });
  test('offering says whether there was none that is good', () => {
    const owned = new OwnerTokens();
    expect(owned.offer(caller('one'))).toBe(true);
    expect(owned.offer(caller('two'))).toBe(false);
    twice(owned, 'one');
    twice(owned, 'two');
    expect(owned.newest).toBeUndefined();
    expect(owned.offer(caller('one'))).toBe(true);
    expect(owned.newest?.authorization).toBe('one');
  });
  test('a refusal of a token that is not here changes nothing', () => {
    const owned = tokens('one');
    twice(owned, 'another');
    expect(owned.newest?.authorization).toBe('one');
  });
});

test('turns: one of each in turn, in the order of each, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat())), (items) => {
      const turns = new Turns<readonly [string, number]>();
      for (const item of items) turns.add(item[0], item);
      const taken: (readonly [string, number])[] = [];
      for (let next = turns.next(); next !== undefined; next = turns.next()) taken.push(next);
      expect(turns.isEmpty).toBe(true);
      for (const whose of ['a', 'b', 'c']) {
        expect(taken.filter(([one]) => one === whose)).toEqual(items.filter(([one]) => one === whose));
      }
      // Between two of the same, nobody who waits is passed over.
      for (const [index, [whose]] of taken.entries()) {
        const again = taken.findIndex(([one], at) => at > index && one === whose);
        if (again === -1) continue;
        const waiting = new Set(taken.slice(again).map(([one]) => one));
        const served = new Set(taken.slice(index, again).map(([one]) => one));
        for (const one of waiting) expect(served.has(one)).toBe(true);
      }
    }),
  );
});

test('the queue gives the earliest first, whatever was added and removed', () => {
  const act = fc.oneof(
    fc.record({ add: fc.nat({ max: 20 }) }),
    fc.record({ remove: fc.nat({ max: 20 }) }),
    fc.constant({ take: true as const }),
  );
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const queue = new DueQueue<{ due: number }>();
      const model: { due: number }[] = [];
      for (const one of acts) {
        if ('add' in one) {
          const item = { due: one.add };
          queue.add(item);
          model.push(item);
        } else if ('remove' in one) {
          const item = model[one.remove] ?? { due: 0 };
          expect(queue.remove(item)).toBe(model.includes(item));
          if (model.includes(item)) model.splice(model.indexOf(item), 1);
        } else {
          const earliest = Math.min(...model.map(({ due }) => due));
          const item = queue.take();
          expect(item?.due).toBe(model.length === 0 ? undefined : earliest);
          if (item !== undefined) model.splice(model.indexOf(item), 1);
        }
        expect(queue.next?.due).toBe(model.length === 0 ? undefined : Math.min(...model.map(({ due }) => due)));
      }
    }),
  );
});

describe('when an operation is asked about next', () => {
  const began = 1_000_000;
  const ends = began + 300_000;
  const operation = { createdAt: began, endsAt: ends } as Operation;
  const at = (now: number, change: Partial<Circumstances> = {}) =>
    nextTime(operation, { now, asks: true, failures: 0, fruitlessAt: now, jitter: 1, way: 'observe', ...change }) - now;

  test.each<[string, number, number]>([
    ['at first', 0, 800],
    ['until it is 90 seconds old', 89_999, 800],
    ['then', 90_000, 2_000],
    ['and then', 180_000, 3_000],
  ])('the pause %s', (_title, age, pause) => {
    expect(intervalAt(age)).toBe(pause);
    expect(at(began + age)).toBe(pause);
  });

  test.each<[string, number, Partial<Circumstances>, number]>([
    ['LinkCy’s silence slows it, twice as long each time', began, { failures: 3 }, 3_200],
    ['at most eight times as long', began, { failures: 20 }, 6_400],
    ['the look that ends it comes just after five seconds after the end', ends + 4_000, {}, 1_100],
    ['after that, what is still open is looked for at leisure', ends + 20_000, {}, 15_000],
    ['but not before a look that began after the end', ends + 20_000, { fruitlessAt: ends + 4_900 }, 3_000],
    ['nor while its row is there, and an equal write under way', ends + 20_000, { fruitlessAt: undefined }, 3_000],
    ['without a token only the end wakes it', began, { asks: false }, 305_000],
    ['after that, the end of the doubt', ends + 5_000, { asks: false }, 55_000],
    ['a replay is asked just before the end', ends - 1_000, { way: 'replay' }, 700],
    ['and just after it', ends - 200, { way: 'replay' }, 300],
  ])('%s', (_title, now, change, pause) => {
    expect(at(now, change)).toBe(pause);
  });
});
