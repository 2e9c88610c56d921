import { describe, expect, test } from 'vitest';
import type { RowsBaseline } from '../../../src/sca/observe/baseline.js';
import { judge, type Awaited } from '../../../src/sca/observe/creation-step.js';
import type { RowsSeen } from '../../../src/sca/observe/read-rows.js';
import type { EffectMarker } from '../../../src/sca/store/store.js';
import { asked, card, newCard, newPayee, payee, second, textAt, transaction, transfer } from './rows.js';

const minute = 60 * second;
/** LinkCy had the request for a second and a half. */
const heldMilliseconds = 1.5 * second;
const awaited = (change: Partial<Awaited> = {}): Awaited => ({
  attempt: 'ours',
  principal: 'ada',
  effect: transfer(),
  baseline: baseline(),
  date: asked,
  heldMilliseconds,
  isOver: false,
  createdAt: 500,
  ...change,
});

/** As it was read two seconds after the 202, with a row an hour old in front. */
function baseline(ids: readonly string[] = [], change: Partial<RowsBaseline> = {}): RowsBaseline {
  return { kind: 'rows', scope: 'all', ids, newest: asked - 60 * minute, ...change };
}

const rival = (change: Partial<EffectMarker> = {}): EffectMarker => ({
  effect: transfer(),
  principal: 'ada',
  state: 'pending',
  sentAt: 1_000,
  until: Infinity,
  date: asked,
  ...change,
});

interface Case {
  readonly awaited?: Partial<Awaited>;
  readonly rows?: RowsSeen['rows'];
  readonly unreadable?: boolean;
  readonly rivals?: readonly EffectMarker[];
  readonly claims?: Readonly<Record<string, string>>;
}

/** The id of the row that is the effect, or the verdict. */
function verdictOf({ awaited: change, rows = [], unreadable = false, rivals = [], claims = {} }: Case): string {
  const verdict = judge(
    awaited(change),
    { rows, unreadable, complete: true, date: asked },
    new Map(rivals.map((one, index) => [`rival ${index}`, one])),
    new Map(Object.entries(claims)),
  );
  return verdict.is === 'effect' ? verdict.row.wire.id : verdict.is;
}

const later = 10 * second;
const twin = transaction('a', later);
const withoutBaseline = { baseline: undefined };
const withoutDate = { date: undefined };

describe('which row is the effect of an operation', () => {
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
    [
      'with neither baseline nor Date, no row is nothing',
      { awaited: { ...withoutBaseline, ...withoutDate } },
      'nothing',
    ],
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
    ['another amount is nothing', { rows: [transaction('a', later, { amount: -12.51 })] }, 'nothing'],
    ['a declined row is the effect: it says why', { rows: [transaction('a', later, { status: 'DECLINED' })] }, 'a'],
    ['a row that another operation has claimed is nothing', { rows: [twin], claims: { a: 'another' } }, 'nothing'],
    ['a row that is claimed already for this one is its effect', { rows: [twin], claims: { a: 'ours' } }, 'a'],
    [
      'while a first write of the look is under way, nothing is claimed',
      { rows: [twin], rivals: [rival({ state: 'sending' })] },
      'busy',
    ],
    [
      'a first write under way does not matter where there is no row',
      { rivals: [rival({ state: 'sending' })] },
      'nothing',
    ],
    ['equal operations of one owner are interchangeable', { rows: [twin], rivals: [rival()] }, 'a'],
    [
      'a row that an operation of somebody else could own is nobody’s',
      { rows: [twin], rivals: [rival({ principal: 'bob' })] },
      'uncertain',
    ],
    [
      'a row that a lost write could own is nobody’s',
      { rows: [twin], rivals: [rival({ state: 'lost', date: undefined })] },
      'uncertain',
    ],
    [
      'the same payee of another end user stands in another list',
      {
        awaited: { effect: newPayee({ endUserId: 'ada' }) },
        rows: [payee('row', asked + 2 * second)],
        rivals: [rival({ principal: 'ben', effect: newPayee({ endUserId: 'ben' }) })],
      },
      'row',
    ],
    [
      'the same payee, asked for by somebody whose end user is not known, could be theirs',
      {
        awaited: { effect: newPayee({ endUserId: 'ada' }) },
        rows: [payee('row', asked + 2 * second)],
        rivals: [rival({ principal: 'ben', effect: newPayee() })],
      },
      'uncertain',
    ],
    [
      'a row from before somebody else was asked is not theirs',
      { rows: [twin], rivals: [rival({ principal: 'bob', date: asked + 5 * minute })] },
      'a',
    ],
    [
      'a row from before a lost 202 is not its own',
      { rows: [twin], rivals: [rival({ state: 'lost', date: asked + 5 * minute })] },
      'a',
    ],
    [
      'a rival that asked for something else takes nothing',
      { rows: [twin], rivals: [rival({ principal: 'bob', effect: transfer({ reference: 'Food' }) })] },
      'a',
    ],
    [
      'of two rows, the one that nobody else can own is the effect',
      { rows: [twin, transaction('b', 20 * minute)], rivals: [rival({ state: 'lost', date: asked + 10 * minute })] },
      'a',
    ],
    [
      'who may have its row already leaves a new one to a later operation',
      {
        awaited: { baseline: baseline(['a']) },
        rows: [transaction('a', 0), transaction('b', later)],
        rivals: [rival({ sentAt: 1_000 })],
      },
      'uncertain',
    ],
    [
      'and not to an earlier one, which has taken that row itself if it could',
      {
        awaited: { baseline: baseline(['a']) },
        rows: [transaction('a', 0), transaction('b', later)],
        rivals: [rival({ sentAt: 100 })],
      },
      'b',
    ],
    [
      'after its end, a row that a later operation can have led to is not its own any more',
      { awaited: { isOver: true }, rows: [twin], rivals: [rival({ sentAt: 1_000 })] },
      'nothing',
    ],
    [
      'after its end, an earlier operation takes nothing from it',
      { awaited: { isOver: true }, rows: [twin], rivals: [rival({ sentAt: 100 })] },
      'a',
    ],
  ])('%s', (_title, given, expected) => {
    expect(verdictOf(given)).toBe(expected);
  });

  const named = card('n', later, { friendlyName: 'Holiday' });
  const plainCard = { effect: newCard() };
  const wantsName = rival({ effect: newCard({ friendlyName: 'Holiday' }) });
  test.each<[string, Case, string]>([
    [
      'a row goes to the operation that asked for most of it',
      { awaited: plainCard, rows: [named], rivals: [wantsName] },
      'nothing',
    ],
    [
      'the other way round, too',
      { awaited: { effect: wantsName.effect }, rows: [named], rivals: [rival(plainCard)] },
      'n',
    ],
    [
      'the one that asked for less takes the row that shows less',
      { awaited: plainCard, rows: [named, card('p', later + 1)], rivals: [wantsName] },
      'p',
    ],
    [
      'after its end, a row still goes to an earlier one that asked for more',
      { awaited: { ...plainCard, isOver: true }, rows: [named], rivals: [{ ...wantsName, sentAt: 100 }] },
      'nothing',
    ],
  ])('%s', (_title, given, expected) => {
    expect(verdictOf(given)).toBe(expected);
  });
});
