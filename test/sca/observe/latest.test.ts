import { expect, test } from 'vitest';
import { latestEffectOf } from '../../../src/sca/observe/latest.js';
import { asked, second } from './rows.js';

const minute = 60 * second;
/** By our clock, which is an hour behind LinkCy's. */
const sent = asked - 60 * minute;
const operation = { createdAt: sent, heldMilliseconds: 500, endsAt: sent + 500 + 5 * minute };
const look = { date: asked + 30 * minute, at: sent + 500 + 30 * minute };
const dateless = { date: undefined, at: look.at };
const reserved = 15 * minute;

test.each<[string, number, number]>([
  [
    'from the Date of the 202, the time to approve and a quarter of an hour',
    latestEffectOf({ ...operation, date: asked }, look),
    asked + second + 5 * minute + reserved,
  ],
  [
    'without that Date, reckoned back from the one of the look',
    latestEffectOf(operation, look),
    asked + second + 5 * minute + reserved,
  ],
  [
    'without any Date, everything counts until that time',
    latestEffectOf(operation, { ...dateless, at: sent }),
    Infinity,
  ],
  ['and nothing after it', latestEffectOf(operation, dateless), -Infinity],
])('when an effect can have been made at the latest: %s', (_title, found, expected) => {
  expect(found).toBe(expected);
});
