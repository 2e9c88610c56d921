import { describe, expect, it } from 'vitest';
import { Semaphore } from '../../../src/linkcy/http/semaphore.js';

/** Three places, all taken, and who waits: A first, E last. */
function crowd() {
  const semaphore = new Semaphore(3);
  for (let place = 0; place < 3; place += 1) semaphore.enter();
  const inside: string[] = [];
  const gone = new AbortController();
  const waiting = [...'ABCDE'].map(async (name) => {
    const end = await semaphore.wait(name === 'B' ? { signal: gone.signal } : {});
    inside.push(end === 'permit' ? name : `${name} ${end}`);
  });
  const next = () => (semaphore.leave(), new Promise(setImmediate));
  return { semaphore, inside, waiting, gone, next };
}

describe('a semaphore', () => {
  it('lets in those who wait in the order in which they came, one for each who leaves', async () => {
    const { inside, next } = crowd();
    const seen: string[] = [];
    for (let left = 0; left < 5; left += 1) {
      await next();
      seen.push(inside.join(''));
    }
    expect(seen).toEqual(['A', 'AB', 'ABC', 'ABCD', 'ABCDE']);
  });

  it('lets nobody slip in past the line', async () => {
    const { semaphore, next } = crowd();
    await next();
    expect(semaphore.enter()).toBe(false);
  });

  it('has its three places again when all have left', async () => {
    const { semaphore, next } = crowd();
    for (let left = 0; left < 8; left += 1) await next();
    expect([semaphore.enter(), semaphore.enter(), semaphore.enter(), semaphore.enter()]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('forgets who lost patience: the place goes to the next', async () => {
    const { inside, gone, next } = crowd();
    gone.abort();
    await next();
    await next();
    expect(inside).toEqual(['B cancelled', 'A', 'C']);
  });

  it('sends away at its deadline who waits too long', async () => {
    const semaphore = new Semaphore(1);
    semaphore.enter();
    expect(await semaphore.wait({ deadline: performance.now() + 5 })).toBe('deadline');
    semaphore.leave();
    expect(semaphore.enter()).toBe(true);
  });

  it('sends away at once who had lost patience before', async () => {
    const semaphore = new Semaphore(1);
    semaphore.enter();
    expect(await semaphore.wait({ signal: AbortSignal.abort() })).toBe('cancelled');
    expect(await semaphore.wait({ deadline: performance.now() - 1_000 })).toBe('deadline');
  });
});

describe('a semaphore for several principals', () => {
  const inside = (semaphore: Semaphore, waiting: readonly string[]) => {
    const order: string[] = [];
    for (const name of waiting) void semaphore.wait({ principal: name[0] }).then(() => order.push(name));
    return order;
  };

  it('lets them take turns, however long the queue of one is', async () => {
    const semaphore = new Semaphore(1);
    semaphore.enter('A');
    const order = inside(semaphore, ['A1', 'A2', 'A3', 'A4', 'B1', 'C1', 'B2']);
    for (const last of ['A', 'A', 'B', 'C', 'A', 'B', 'A']) {
      semaphore.leave(last);
      await new Promise(setImmediate);
    }
    expect(order).toEqual(['A1', 'B1', 'C1', 'A2', 'B2', 'A3', 'A4']);
  });

  it('gives the next permit to the one that holds fewest, until they hold equally many', async () => {
    const semaphore = new Semaphore(6);
    for (let held = 0; held < 6; held += 1) semaphore.enter('A');
    const order = inside(semaphore, ['A1', 'A2', 'B1', 'B2', 'B3', 'B4']);
    for (let left = 0; left < 4; left += 1) {
      semaphore.leave('A');
      await new Promise(setImmediate);
    }
    // Three each, and whose turn it is: A, which has waited longer.
    expect(order).toEqual(['B1', 'B2', 'B3', 'A1']);
  });

  it('gives one no more than its share, and the rest to others at once', async () => {
    const semaphore = new Semaphore(3, 2);
    expect([semaphore.enter('A'), semaphore.enter('A'), semaphore.enter('A')]).toEqual([true, true, false]);
    const order = inside(semaphore, ['A3']);
    expect(semaphore.enter('B')).toBe(true);
    semaphore.leave('B');
    await new Promise(setImmediate);
    expect(order).toEqual([]);
    semaphore.leave('A');
    await new Promise(setImmediate);
    expect(order).toEqual(['A3']);
    expect(semaphore.enter('B')).toBe(true);
  });
});
