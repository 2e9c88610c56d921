import 'reflect-metadata';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { Random } from './random.js';
import { compareWithSlice, quietList, type QuietList, type Question } from './slices.js';

const runs = process.env.LINKCY_PROOF === 'full' ? 20_000 : 2_000;
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const listCount = 60;
let lists: QuietList[];

beforeAll(async () => {
  const random = new Random(seed);
  lists = [];
  for (let index = 0; index < listCount; index += 1) lists.push(await quietList(random));
});

const questions = fc.record({
  list: fc.nat({ max: listCount - 1 }),
  end: fc.constantFrom('first', 'last', 'default'),
  size: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(1, 20, 50, 99, 100)),
  after: fc.option(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { nil: undefined }),
  before: fc.option(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { nil: undefined, freq: 2 }),
});

test(`any page of a quiet list is a slice of it (${runs} questions)`, async () => {
  let pages = 0;
  let refused = 0;
  const property = fc.asyncProperty(questions, async ({ list: index, end, size, after, before }) => {
    const quiet = lists[index]!;
    const count = quiet.cursors.length;
    const offsetOf = (part: number | undefined) =>
      part === undefined || count === 0 ? undefined : Math.floor(part * count);
    const question: Question = {
      ...(end === 'first' && { first: size }),
      ...(end === 'last' && { last: size }),
      after: offsetOf(after),
      before: offsetOf(before),
    };
    if (question.after !== undefined && question.before !== undefined && question.after > question.before) {
      await expect(compareWithSlice(quiet, question)).rejects.toThrow('nothing between them');
      refused += 1;
      return;
    }
    const calls = await compareWithSlice(quiet, question);
    pages += 1;
    expect(calls).toBeLessThanOrEqual(8);
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  console.log(`seed ${seed}: ${pages} pages are slices, ${refused} crossed cursors are refused`);
});
