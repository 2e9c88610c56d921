import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { valueAt } from './json-edit.js';
import type { Question } from './questions.js';
import { share, sharesOf, startRobot, type Robot } from './robot.js';
import { brokenAnyway, type Outcome } from './verdict.js';
import { alterAnswers, encodings, envelopes, type WireChange } from './wire-changes.js';

let robot: Robot;
beforeAll(async () => void (robot = await startRobot()));
afterAll(() => robot.close());

test('an answer that comes in another way is read the same, or costs what was asked for and nothing else', async () => {
  const faults: string[] = [];
  let made = 0;
  // One question an endpoint: what differs between the kinds of rows is not the envelope.
  const questions = new Map((await robot.questions()).map((question) => [endpointOf(question), question]));
  for (const question of questions.values()) {
    const before = await robot.ask(question.query);
    const changes = question.rowId === undefined ? encodings : [...encodings, ...envelopes];
    for (const change of sharesOf(changes)) {
      const after = await robot.ask(question.query, alterAnswers(question.path, change));
      const broken = brokenBy(question, change, before, after);
      if (broken !== undefined) faults.push(`${question.title}: ${change.name}: ${broken}`);
      made += 1;
    }
  }
  console.log(`${made} changes, ${faults.length} faults`);
  expect(made).toBeGreaterThan(900 / share);
  expect(faults).toEqual([]);
}, 900_000);

function endpointOf({ path, index, rowId, title }: Question): string {
  return rowId === undefined ? `${path.replace(/[^/]+$/, '{id}')} ${index === undefined ? '' : title}` : path;
}

function brokenBy({ root }: Question, change: WireChange, before: Outcome, after: Outcome): string | undefined {
  const anyway = brokenAnyway(before, after);
  if (anyway !== undefined) return anyway;
  const [was, is] = [before, after].map(({ data }) => valueAt(data, [root]));
  const same = isDeepStrictEqual(rowsIn(was), rowsIn(is));
  if (same && after.errors.length === 0) return undefined;
  if (change.pledge === 'same') return 'another answer';
  if (after.errors.length === 0) return 'another answer, and no error says so';
  // Where the detail of a row cannot be used, the row keeps what the list says of it.
  return is == null || valueAt(is, ['nodes']) !== undefined ? undefined : 'half an answer';
}

/** The rows of a list, or the object. How many rows there are may be told wrongly: then it is LinkCy that does. */
function rowsIn(value: unknown): unknown {
  return valueAt(value, ['nodes']) ?? value;
}
