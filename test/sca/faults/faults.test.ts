import { describe, expect, test } from 'vitest';
import { generations, type Generation } from '../../../src/simulator/sca/generation.js';
import { describeWithRedis } from '../../support/with-redis.js';
import { generator } from '../store/redis/generator.js';
import { drawn, readBack, session, titleOf, tryAll, wire, type Section } from './sections.js';

/** A few cases, others each time; all of them: npm run proof:faults. */
const seed = Date.now() % 2 ** 31;

describeWithRedis('whatever goes wrong around a mutation', () => {
  describe.concurrent.each(generations)('LinkCy %s', (generation) => {
    const random = generator(seed);

    async function faultsOf<Case extends { readonly generation: Generation }>(section: Section<Case>, most: number) {
      const cases = drawn(
        section.cases.filter((one) => one.generation === generation),
        random,
        most,
      );
      const faults: string[] = [];
      await tryAll(section, cases, 1, random, (one, { problems }) =>
        faults.push(...problems.map((problem) => `${titleOf(section, one)}: ${problem}`)),
      );
      return faults;
    }

    test(`it is done once, and told truly (seed ${seed})`, async () => {
      const faults = await Promise.all([faultsOf(wire, 3), faultsOf(session, 2), faultsOf(readBack, 6)]);
      expect(faults.flat()).toEqual([]);
    });
  });
});
