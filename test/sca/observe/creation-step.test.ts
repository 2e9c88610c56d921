import { expect, test } from 'vitest';
import { asked, second, textAt, transaction, transfer } from './rows.js';
import { baseline, heldMilliseconds, later, minute, rival, twin, verdictOf, type Case } from './verdicts.js';

const withoutBaseline = { baseline: undefined };
const withoutDate = { date: undefined };

test.each<[string, Case, string]>([
  ['no row at all is nothing', {}, 'nothing'],
  ['a new row that fits is the effect', { rows: [twin] }, 'a'],
  ['of several the oldest is', { rows: [transaction('b', later + 1), twin] }, 'a'],
  [
    'what the baseline shows from before is nothing',
    { awaited: { baseline: baseline(['a']) }, rows: [transaction('a', -minute)] },
    'nothing',
  ],
  [
    'what the baseline shows, but was made a second after the 202, is the effect: the user was quicker',
    { awaited: { baseline: baseline(['a']) }, rows: [transaction('a', second)] },
    'a',
  ],
  [
    'that holds in whole seconds too',
    { awaited: { baseline: baseline(['a']) }, rows: [transaction('a', textAt(second, 0))] },
    'a',
  ],
  [
    'what the baseline shows from the very second of the 202 may be the effect, and may be older',
    { awaited: { baseline: baseline(['a']) }, rows: [transaction('a', 999)] },
    'uncertain',
  ],
  [
    'what the baseline shows from the time of the request may be made before the approval',
    { awaited: { baseline: baseline(['a']) }, rows: [transaction('a', -heldMilliseconds)] },
    'uncertain',
  ],
  [
    'what the baseline shows from just before the request is nothing',
    { awaited: { baseline: baseline(['a']) }, rows: [transaction('a', -heldMilliseconds - 1)] },
    'nothing',
  ],
  [
    'told in whole seconds, it may be from any time in that second',
    { awaited: { baseline: baseline(['a']) }, rows: [transaction('a', textAt(-2 * second, 0))] },
    'uncertain',
  ],
  [
    'another one that is new is the effect all the same',
    { awaited: { baseline: baseline(['a']) }, rows: [transaction('a', 0), transaction('b', later)] },
    'b',
  ],
  [
    'what was ambiguous is nothing once it is known to be another operation’s',
    { awaited: { baseline: baseline(['a']) }, rows: [transaction('a', 0)], claims: { a: 'another' } },
    'nothing',
  ],
  [
    'a row from just before the newest of the baseline came out of order',
    { rows: [transaction('a', -61 * minute)] },
    'a',
  ],
  [
    'a row from further back than the baseline was read is nothing',
    { rows: [transaction('a', -61 * minute - 1)] },
    'nothing',
  ],
  [
    'after an empty baseline every row is new',
    { awaited: { baseline: baseline([], { newest: undefined }) }, rows: [transaction('a', -60 * minute)] },
    'a',
  ],
  [
    'without a baseline a row counts that was made a second after the 202',
    { awaited: withoutBaseline, rows: [transaction('a', second)] },
    'a',
  ],
  [
    'without a baseline a row from the time of the request is nobody’s',
    { awaited: withoutBaseline, rows: [transaction('a', 999)] },
    'uncertain',
  ],
  [
    'without a baseline a row from before the request is nothing',
    { awaited: withoutBaseline, rows: [transaction('a', -minute)] },
    'nothing',
  ],
  [
    'without LinkCy’s Date a row that is not in the baseline is the effect',
    { awaited: withoutDate, rows: [twin] },
    'a',
  ],
  [
    'without LinkCy’s Date what stood in the baseline may have come after the 202',
    { awaited: { ...withoutDate, baseline: baseline(['a']) }, rows: [transaction('a', -minute)] },
    'uncertain',
  ],
  [
    'with neither baseline nor Date a row that fits is nobody’s, and never nothing',
    { awaited: { ...withoutBaseline, ...withoutDate }, rows: [twin] },
    'uncertain',
  ],
  ['with neither baseline nor Date, no row is nothing', { awaited: { ...withoutBaseline, ...withoutDate } }, 'nothing'],
  ['a row whose date cannot be read is never claimed', { rows: [transaction('a', 'soon')] }, 'uncertain'],
  ['a row that cannot be read may be the effect', { unreadable: true }, 'uncertain'],
  ['a row that cannot be read hides none that can', { rows: [twin], unreadable: true }, 'a'],
  [
    'a new row of the same money that is otherwise different is a near miss',
    { rows: [transaction('a', later, { information: { reference: 'Food' } })] },
    'uncertain',
  ],
  [
    'a near miss that is another operation’s is nothing',
    { rows: [transaction('a', later, { information: { reference: 'Food' } })], claims: { a: 'another' } },
    'nothing',
  ],
  [
    'a near miss of the baseline is nothing',
    {
      awaited: { baseline: baseline(['a']) },
      rows: [transaction('a', -minute, { information: { reference: 'Food' } })],
    },
    'nothing',
  ],
  [
    'a near miss that is just what another open operation asked for is that one’s',
    {
      rows: [transaction('a', later, { information: { reference: 'Food' } })],
      rivals: [rival({ effect: transfer({ reference: 'Food' }) })],
    },
    'nothing',
  ],
  [
    'a near miss that is just what a lost write asked for is that one’s',
    {
      rows: [transaction('a', later, { information: { reference: 'Food' } })],
      rivals: [rival({ effect: transfer({ reference: 'Food' }), state: 'lost', principal: 'bob' })],
    },
    'nothing',
  ],
  [
    'a near miss from before the other operation was asked for is still one',
    {
      rows: [transaction('a', later, { information: { reference: 'Food' } })],
      rivals: [rival({ effect: transfer({ reference: 'Food' }), date: asked + 5 * minute })],
    },
    'uncertain',
  ],
  ['a row of the last moment is the effect', { awaited: { latest: asked + later }, rows: [twin] }, 'a'],
  [
    'a row from long after the time to approve is somebody else’s',
    { awaited: { latest: asked + later - 1 }, rows: [twin] },
    'nothing',
  ],
  [
    'so it is without a baseline, without a Date, and where it nearly fits',
    {
      awaited: { ...withoutBaseline, ...withoutDate, latest: asked + later - 1 },
      rows: [twin, transaction('b', later, { information: { reference: 'Food' } })],
    },
    'nothing',
  ],
  ['another amount is nothing', { rows: [transaction('a', later, { amount: -12.51 })] }, 'nothing'],
  ['a declined row is the effect: it says why', { rows: [transaction('a', later, { status: 'DECLINED' })] }, 'a'],
])('which row is the effect of an operation: %s', (_title, given, expected) => {
  expect(verdictOf(given)).toBe(expected);
});
