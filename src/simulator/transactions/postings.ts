import { randomUUID } from 'node:crypto';
import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import { accountOf, actorOf, book } from '../ledgers/balances.js';
import { secondsText } from '../http/instant.js';
import { amountOf } from './money.js';
import type { Simulation } from '../control/simulation.js';
import type { TransferOutcome } from './planned-outcomes.js';
import type { StoredTransaction } from './transactions.js';

/** The parties, amount and text of a transfer. */
interface Posting {
  readonly from: Ledger;
  readonly cents: number;
  readonly reference: string;
}

/** Moves money between two ledgers of the bank. The id of the transaction. */
export function postInterLedger(simulation: Simulation, { from, cents, reference }: Posting, to: Ledger): string {
  const { store } = simulation;
  const { id, status } = record(simulation, from.currency, cents, simulation.transfers.take(), {
    type: 'INTER_LEDGER',
    paymentType: 'MONEY_TRANSFER',
    information: { reference },
    sender: actorOf(store, from),
    receiver: actorOf(store, to),
  });
  if (status !== 'APPROVED') return id;
  book(store, from, -cents);
  book(store, to, cents);
  return id;
}

/** Sends money to another bank. The id of the transaction. */
export function postExternal(simulation: Simulation, { from, cents, reference }: Posting, payee: Beneficiary): string {
  const { store } = simulation;
  const british = payee.accountType === 'GBP';
  const { name, iban, bicOrSwift: bic, sortCode, accountNumber } = payee;
  const { id, status } = record(simulation, from.currency, cents, simulation.transfers.take(), {
    type: british ? 'UK_CREDIT_TRANSFER' : 'SEPA_CREDIT_TRANSFER',
    // In the sandbox, pounds are always fast and euros never are, whatever the request allows.
    paymentType: british ? 'FASTER_PAYMENT_SEND' : 'SCT_SEND',
    information: { reference, ...(british ? {} : { sequence: 'NONE' }) },
    sender: { ...actorOf(store, from), ...accountOf(from) },
    receiver: { name, ...(british ? { sortCode, accountNumber } : { iban, bic }), beneficiaryId: payee.id },
  });
  if (status === 'APPROVED') book(store, from, -cents);
  return id;
}

/** Money comes from nowhere, as only a sandbox can have it. The id of the transaction. */
export function postCredit(simulation: Simulation, to: Ledger, cents: number): string {
  const { store } = simulation;
  const british = to.currency === 'GBP';
  const { id } = record(
    simulation,
    to.currency,
    cents,
    { status: 'APPROVED' },
    {
      type: british ? 'UK_CREDIT_TRANSFER' : 'SEPA_CREDIT_TRANSFER',
      paymentType: british ? 'FASTER_PAYMENT_RECEIVE' : 'SCT_RECEIVE',
      information: { reference: 'Sandbox credit', ...(british ? {} : { sequence: 'NONE' }) },
      sender: { name: 'LinkCy sandbox' },
      receiver: { ...actorOf(store, to), ...accountOf(to) },
    },
  );
  book(store, to, cents);
  return id;
}

function record(
  { store, clock }: Simulation,
  currency: string,
  cents: number,
  { status, declineReason }: TransferOutcome,
  row: Pick<StoredTransaction, 'type' | 'paymentType' | 'information' | 'sender' | 'receiver'>,
): StoredTransaction {
  const creationDate = secondsText(clock.now());
  const amount = amountOf(cents);
  const information = {
    ...{ originalAmount: amount, originalCurrency: currency, conversionRate: '1', ...row.information },
    ...(status === 'APPROVED' ? { clearingDate: creationDate } : {}),
    ...(declineReason === undefined ? {} : { declineReason }),
  };
  const transaction = { ...row, id: randomUUID(), status, creationDate, amount, currency, information };
  store.transactions.insert(transaction);
  return transaction;
}
