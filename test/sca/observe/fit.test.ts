import { describe, expect, test } from 'vitest';
import { fitOf, isNearMiss, refusalOf, type Row } from '../../../src/sca/effects/creation.js';
import type { Creation } from '../../../src/sca/effects/effect.js';
import type { Payee } from '../../../src/sca/effects/transaction.js';
import {
  card,
  ledger,
  newCard,
  newPayee,
  otherLedger,
  parentLedger,
  payee,
  payeeId,
  textAt,
  transaction,
  transfer,
} from './rows.js';

const paid = (change: Parameters<typeof transaction>[2]) => transaction('a', 0, change);
const toPayee = transfer({ receiver: { beneficiaryId: payeeId } });
const atLinkcy: Payee = { ledgerId: otherLedger };
const abroad: Payee = { iban: 'FR76 3000 6000 0112' };
const directDebit = transfer({ ledgerId: otherLedger, receiver: { ledgerId: otherLedger } });

type Fit = number | 'near miss' | 'another';
const fit = (row: Row, effect: Creation, known?: Payee): Fit =>
  fitOf(row, effect, known) ?? (isNearMiss(row, effect, known) ? 'near miss' : 'another');

describe('what is compared, and how', () => {
  test.each<[string, Row, Creation, Fit, Payee?]>([
    ['ids without case', paid({ sender: { ledgerId: ledger.toUpperCase() } }), transfer(), 2],
    ['an amount without its sign', paid({ amount: 12.5 }), transfer(), 2],
    ['an amount exactly', paid({ amount: -12.500001 }), transfer(), 'another'],
    [
      'an amount with too many digits never',
      paid({ amount: '-12.5000000000000000001' as never }),
      transfer(),
      'another',
    ],
    ['another ledger is another payment', paid({ sender: { ledgerId: parentLedger } }), transfer(), 'another'],
    [
      'a virtual ledger that appears next to its parent',
      paid({ sender: { ledgerId: parentLedger, virtualLedgerId: ledger } }),
      transfer(),
      2,
    ],
    [
      'a payment of a virtual ledger is not quite its parent’s',
      paid({ sender: { ledgerId: ledger, virtualLedgerId: parentLedger } }),
      transfer(),
      'near miss',
    ],
    [
      'a virtual ledger that receives',
      paid({ receiver: { ledgerId: parentLedger, virtualLedgerId: otherLedger } }),
      transfer(),
      2,
    ],
    ['another receiver is a near miss', paid({ receiver: { ledgerId: parentLedger } }), transfer(), 'near miss'],
    ['a reference trimmed', paid({ information: { reference: ' Rent ' } }), transfer(), 2],
    ['another reference is a near miss', paid({ information: { reference: 'rent' } }), transfer(), 'near miss'],
    [
      'no reference is "Transfer"',
      paid({ information: { reference: 'Transfer' } }),
      transfer({ reference: undefined }),
      1,
    ],
    ['"Transfer" is no reference', paid({ information: {} }), transfer({ reference: 'Transfer' }), 2],
    ['a type that was asked for', paid({}), transfer({ types: ['INTER_LEDGER'] }), 2],
    ['another type is a near miss', paid({}), transfer({ types: ['SEPA_CREDIT_TRANSFER'] }), 'near miss'],
    ['a payee by its id', paid({ receiver: { beneficiaryId: payeeId } }), toPayee, 2],
    ['another payee is a near miss', paid({ receiver: { beneficiaryId: ledger } }), toPayee, 'near miss'],
    ['a payee at LinkCy by its ledger', paid({}), toPayee, 2, atLinkcy],
    [
      'a payee elsewhere by its IBAN, without blanks and case',
      paid({ receiver: { iban: 'fr763000 60000112' } }),
      toPayee,
      2,
      abroad,
    ],
    [
      'a payee of whom nothing is known is a near miss',
      paid({ receiver: { iban: 'fr763000 60000112' } }),
      toPayee,
      'near miss',
    ],
    ['a direct debit on the list of the ledger that receives', paid({}), directDebit, 2],
    [
      'a payment out of that ledger is another',
      paid({ sender: { ledgerId: otherLedger }, receiver: { ledgerId: ledger } }),
      directDebit,
      'another',
    ],
    ['a payee’s account without blanks and case', payee('b', 0), newPayee(), 1],
    [
      'a payee of the same name with another account is a near miss',
      payee('b', 0, { iban: 'DE00' }),
      newPayee(),
      'near miss',
    ],
    ['a payee with the account and another name fits', payee('b', 0, { name: 'R. Blum' }), newPayee(), 1],
    [
      'a payee of another name and account is another',
      payee('b', 0, { name: 'R. Blum', iban: 'DE00' }),
      newPayee(),
      'another',
    ],
    [
      'a British account by both its numbers',
      payee('b', 0, { iban: null, sortCode: '20-00-00', accountNumber: '55779911' }),
      newPayee({ account: { sortCode: '20-00-00', accountNumber: '55779911' } }),
      1,
    ],
    ['a card of that ledger and profile', card('c', 0), newCard(), 1],
    [
      'a card that shows the name that was asked for',
      card('c', 0, { friendlyName: 'Trip' }),
      newCard({ friendlyName: 'Trip' }),
      2,
    ],
    [
      'a card of another name is a near miss',
      card('c', 0, { friendlyName: 'Work' }),
      newCard({ friendlyName: 'Trip' }),
      'near miss',
    ],
    [
      'a card of another profile is another',
      card('c', 0, { profile: { id: ledger, name: 'Metal' } }),
      newCard(),
      'another',
    ],
    ['a card is no transaction', card('c', 0), transfer(), 'another'],
  ])('%s', (_title, row, effect, expected, known) => {
    expect(fit(row, effect, known)).toBe(expected);
  });

  test.each<[string, Row, string | undefined]>([
    ['an approved row refuses nothing', paid({}), undefined],
    ['a pending row refuses nothing', paid({ status: 'PENDING' }), undefined],
    [
      'a declined row says why',
      paid({ status: 'DECLINED', information: { declineReason: 'INSUFFICIENT_FUNDS' } }),
      'INSUFFICIENT_FUNDS',
    ],
    [
      'a reason that is no code is not passed on',
      paid({ status: 'DECLINED', information: { declineReason: 'Rosa is poor' } }),
      'TRANSACTION_DECLINED',
    ],
    ['an aborted row is a refusal, too', paid({ status: 'ABORTED' }), 'TRANSACTION_ABORTED'],
    ['a card cannot be declined', card('c', 0, { status: 'DECLINED', creationDate: textAt(0) }), undefined],
  ])('%s', (_title, row, code) => {
    expect(refusalOf(row)?.code).toBe(code);
  });
});
