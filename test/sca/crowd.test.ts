import { expect, test } from 'vitest';
import { measureCrowd } from '../proofs/cells/crowd.js';
import { allowing } from '../support/processor.js';

/** The longest pause between two looks at a young operation, and the second that others may delay it. */
const mostMilliseconds = 900 + 1_000;

// In full, with 2,000 at 250 calls a second: `npm run proof:cells crowd`.
test('one user with 300 pending operations, where the budget is good for 40, delays the approvals of another by a second at most', async () => {
  const { slowest, callsPerSecond } = await measureCrowd(300, 50, 5);
  // Without turns it would take the 300 of the other one 6 s.
  expect(slowest).toBeLessThan(allowing(mostMilliseconds, 5_000));
  expect(callsPerSecond).toBeLessThan(75);
});
