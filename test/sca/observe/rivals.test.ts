import { describe, expect, test } from 'vitest';
import { asked, card, newCard, newPayee, payee, second, transaction, transfer } from './rows.js';
import { baseline, later, minute, rival, twin, verdictOf, type Case } from './verdicts.js';

describe('whose a row is that others could have, too', () => {
  /** It came while LinkCy had the request, and stood there when the baseline was read. */
  const quick = transaction('a', -500);
  const early = { baseline: baseline(['a']) };
  test.each<[string, Case, string]>([
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
    [
      'while an equal operation has a row and may still be approved, its own may be to come',
      { rows: [twin], rivals: [rival({ state: 'done', rowId: 'a' })], claims: { a: 'rival 0' } },
      'busy',
    ],
    [
      'also where it has taken the row in this very look',
      { rows: [twin], rivals: [rival()], claims: { a: 'rival 0' } },
      'busy',
    ],
    [
      'an equal operation of somebody else owes nothing',
      { rows: [twin], rivals: [rival({ state: 'done', principal: 'bob' })], claims: { a: 'rival 0' } },
      'nothing',
    ],
    [
      'an equal operation whose row is older than ours owes nothing',
      {
        awaited: { baseline: baseline(['a']) },
        rows: [transaction('a', -minute)],
        rivals: [rival({ state: 'done', rowId: 'a' })],
        claims: { a: 'rival 0' },
      },
      'nothing',
    ],
    [
      'what an equal operation has is no reason to leave another row',
      { rows: [twin, transaction('b', later)], rivals: [rival({ state: 'done' })], claims: { a: 'rival 0' } },
      'b',
    ],
    ['equal operations of one owner are interchangeable', { rows: [twin], rivals: [rival()] }, 'a'],
    [
      'a row that may be older is left to an equal operation that was asked for before it came, until that one has it',
      { ...{ awaited: early, rows: [quick] }, rivals: [rival({ date: asked - minute })] },
      'busy',
    ],
    [
      'where the row may be older for both, nobody can tell',
      { ...{ awaited: early, rows: [quick] }, rivals: [rival()] },
      'uncertain',
    ],
    [
      'nor where LinkCy has not said when the other one was asked for',
      { ...{ awaited: early, rows: [quick] }, rivals: [rival({ date: undefined })] },
      'uncertain',
    ],
    [
      'nor where the other one has ended',
      { ...{ awaited: early, rows: [quick] }, rivals: [rival({ state: 'lost', date: asked - minute })] },
      'uncertain',
    ],
    [
      'nor where the other one is somebody else’s',
      { ...{ awaited: early, rows: [quick] }, rivals: [rival({ principal: 'bob', date: asked - minute })] },
      'uncertain',
    ],
    [
      'nor where the other one asked for something else',
      {
        ...{ awaited: early, rows: [quick] },
        rivals: [rival({ date: asked - minute, effect: transfer({ reference: 'Food' }) })],
      },
      'uncertain',
    ],
    [
      'nor where there is a second row, older than what the other one asked for',
      {
        ...{ awaited: { baseline: baseline(['a', 'b']) }, rows: [transaction('b', 100), quick] },
        rivals: [rival({ date: asked - second })],
      },
      'uncertain',
    ],
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
      'the one that asked for less is owed nothing for a row that shows more',
      { awaited: plainCard, rows: [named], rivals: [{ ...wantsName, state: 'done' }], claims: { n: 'rival 0' } },
      'nothing',
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
