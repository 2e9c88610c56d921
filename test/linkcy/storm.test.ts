import { afterAll, beforeAll, expect, it } from 'vitest';
import { LinkcyError } from '../../src/linkcy/error.js';
import { faults } from '../support/banks/fault-proxy.js';
import { openStage, read, write, writeRoute, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const seed = Number(process.env.SEED ?? Date.now() % 100_000);

/** A small generator (mulberry32), so that a seed tells the whole storm. */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it(`after a storm of faults and callers that go away, every read and write is answered again (SEED=${seed})`, async () => {
  const random = randomOf(seed);
  const { client } = stage.linkcy({
    maxConcurrentCalls: 8,
    readTimeoutMilliseconds: 2_000,
    writeTimeoutMilliseconds: 2_000,
    circuitMinCalls: Infinity,
  });
  const answered: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const fault = faults[Math.floor(random() * faults.length)] ?? 'refuse';
    await stage.proxy.always(fault, { reachesLinkcy: random() < 0.5 });
    const calls = Array.from({ length: 12 }, async (_, index) => {
      const gone = new AbortController();
      if (random() < 0.3) setTimeout(() => gone.abort(), random() * 40);
      const one = client({ signal: gone.signal });
      try {
        if (random() < 0.7) return await read(one);
        const reference = `Storm ${round}, ${index}`;
        await write(stage, one, reference);
        answered.push(reference);
      } catch (error) {
        expect(error).toBeInstanceOf(LinkcyError);
      }
    });
    await Promise.all(calls);
    await stage.proxy.clear();
  }
  const carriedOut = stage.simulator.log.of(writeRoute).map(({ body }) => /Storm \d+, \d+/.exec(body)?.[0]);
  expect(new Set(carriedOut).size).toBe(carriedOut.length);
  expect(carriedOut).toEqual(expect.arrayContaining(answered));

  const calm = await Promise.allSettled(Array.from({ length: 8 }, () => read(client())));
  const writing = await Promise.allSettled(Array.from({ length: 8 }, () => write(stage, client())));
  const failures = [...calm, ...writing].flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  expect(failures).toEqual([]);
  expect(stage.reached(writeRoute)).toBe(carriedOut.length + 8);
});
