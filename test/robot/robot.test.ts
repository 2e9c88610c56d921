import { afterAll, beforeAll, expect, test } from 'vitest';
import { share, startRobot, type Fault, type Robot } from './robot.js';

let robot: Robot;
beforeAll(async () => void (robot = await startRobot()));
afterAll(() => robot.close());

test('one changed thing in an answer of LinkCy costs its field or its row, and nothing else', async () => {
  const faults: Fault[] = [];
  let made = 0;
  for (const question of await robot.questions()) {
    const result = await robot.changeEach(question);
    made += result.made;
    faults.push(...result.faults);
  }
  console.log(`${made} changes, ${faults.length} faults`);
  expect(made).toBeGreaterThan(10_000 / share);
  expect(faults.map(({ question, change, broken }) => `${question}: ${change}: ${broken}`)).toEqual([]);
}, 900_000);
