import { describe, expect, it } from 'vitest';
import { Gate } from '../../../src/linkcy/http/semaphore.js';

/** Three places, all taken, and who waits: A first, E last. */
function crowd() {
  const gate = new Gate(3);
  for (let place = 0; place < 3; place += 1) gate.enter();
  const inside: string[] = [];
  const gone = new AbortController();
  const waiting = [...'ABCDE'].map(async (name) => {
    const end = await gate.wait(name === 'B' ? { signal: gone.signal } : {});
    inside.push(end === 'place' ? name : `${name} ${end}`);
  });
  const next = () => (gate.leave(), new Promise(setImmediate));
  return { gate, inside, waiting, gone, next };
}

describe('a gate', () => {
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
    const { gate, next } = crowd();
    await next();
    expect(gate.enter()).toBe(false);
  });

  it('has its three places again when all have left', async () => {
    const { gate, next } = crowd();
    for (let left = 0; left < 8; left += 1) await next();
    expect([gate.enter(), gate.enter(), gate.enter(), gate.enter()]).toEqual([true, true, true, false]);
  });

  it('forgets who lost patience: the place goes to the next', async () => {
    const { inside, gone, next } = crowd();
    gone.abort();
    await next();
    await next();
    expect(inside).toEqual(['B cancelled', 'A', 'C']);
  });

  it('sends away at its deadline who waits too long', async () => {
    const gate = new Gate(1);
    gate.enter();
    expect(await gate.wait({ deadline: performance.now() + 5 })).toBe('deadline');
    gate.leave();
    expect(gate.enter()).toBe(true);
  });

  it('sends away at once who had lost patience before', async () => {
    const gate = new Gate(1);
    gate.enter();
    expect(await gate.wait({ signal: AbortSignal.abort() })).toBe('cancelled');
    expect(await gate.wait({ deadline: performance.now() - 1_000 })).toBe('deadline');
  });
});
