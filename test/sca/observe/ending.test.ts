import { expect, test } from 'vitest';
import {
  afterEndMilliseconds,
  endingOf,
  reservedMilliseconds,
  type FruitlessLook,
} from '../../../src/sca/observe/ending.js';
import type { Operation } from '../../../src/sca/operation.js';

const began = 1_000_000;
const ends = began + 300_000;
const operation = (ttlGiven: boolean): Operation => ({
  scaId: 's',
  principal: 'ada',
  mutation: 'createTransfer',
  payload: { type: 'Transaction', id: 'created' },
  attempt: 'a',
  strategy: 'PUSH_NOTIFICATION',
  ttlSeconds: 300,
  ttlGiven,
  heldMilliseconds: 10,
  way: 'observe',
  createdAt: began,
  expiresAt: ends,
  endsAt: ends,
  status: 'PENDING',
});

const certain = ends + afterEndMilliseconds;
const look = (change: Partial<FruitlessLook>): FruitlessLook => ({
  beganAt: certain,
  complete: true,
  verdict: 'nothing',
  ...change,
});

test.each<[string, FruitlessLook, { given?: boolean; now?: number }, string]>([
  ['before its end it waits', look({ beganAt: began + 10 }), {}, 'wait'],
  ['a look that began before five seconds after its end proves nothing', look({ beganAt: certain - 1 }), {}, 'wait'],
  ['a complete look from five seconds after its end on says EXPIRED', look({}), {}, 'EXPIRED'],
  ['a look that is not complete never does', look({ complete: false }), {}, 'wait'],
  ['a doubt ends UNKNOWN', look({ verdict: 'uncertain' }), {}, 'UNKNOWN'],
  ['what cannot be seen ends UNKNOWN, and says why', look({ verdict: 'invisible' }), {}, 'UNKNOWN EFFECT_NOT_VISIBLE'],
  ['while another write is under way it waits', look({ verdict: 'busy' }), {}, 'wait'],
  ['but not for ever', look({ verdict: 'busy' }), { now: ends + reservedMilliseconds }, 'UNKNOWN'],
  [
    'without a complete look it waits for fifteen minutes',
    look({ complete: false }),
    { now: ends + reservedMilliseconds - 1 },
    'wait',
  ],
  ['then it ends UNKNOWN', look({ complete: false }), { now: ends + reservedMilliseconds }, 'UNKNOWN'],
  ['a ttl that we have assumed says nothing at its end', look({}), { given: false }, 'wait'],
  [
    'it ends UNKNOWN, fifteen minutes after the beginning',
    look({ beganAt: began + reservedMilliseconds }),
    { given: false, now: began + reservedMilliseconds },
    'UNKNOWN',
  ],
  [
    'and not before',
    look({ beganAt: began + reservedMilliseconds - 1 }),
    { given: false, now: began + reservedMilliseconds - 1 },
    'wait',
  ],
])('%s', (_title, fruitless, { given = true, now = fruitless.beganAt + 50 }, expected) => {
  const finding = endingOf(operation(given), fruitless, now);
  if (finding.to !== 'finalize') return expect(finding.to).toBe(expected);
  const { status, result } = finding.outcome;
  const code = 'code' in result && result.code === 'EFFECT_NOT_VISIBLE' ? ` ${result.code}` : '';
  expect(`${status}${code}`).toBe(expected);
});
