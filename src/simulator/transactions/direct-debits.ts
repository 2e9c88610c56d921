import { randomUUID } from 'node:crypto';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import { accountOf, actorOf, book } from '../ledgers/balances.js';
import { endUserOf } from '../consumers/end-users.js';
import { ledgerInBody, unknown } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import type { MandateRecord } from '../mandates/mandates.js';
import { amountOf } from './money.js';
import { owns } from '../authentication/ownership.js';
import { badRequest, conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import type { Simulation } from '../control/simulation.js';
import { requireStanding } from '../authentication/standing.js';
import type { StoredTransaction } from './transactions.js';
import { requireActive, transferWords } from './transfer-rules.js';
import { isWorkingDay } from './working-days.js';
import { write, type CheckedWrite } from '../http/write.js';

export const directDebitRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/transactions/direct-debit', directDebit),
];

const leadMilliseconds = 2 * 86_400_000;
/** When direct debits are executed on their day. */
const executionTime = 'T06:00:00Z';

/** Collects money by a mandate: PENDING until its day, then on the ledger. */
function directDebit(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const mandateId = body.id('mandateId');
  const ledgerToId = body.id('ledgerToId');
  const date = body.needs('date').date('date') ?? '';
  const cents = body.cents('amount');
  const reference = body.needs('reference').text('reference', { most: 140 }) ?? '';
  body.check();

  const { simulation } = call;
  const { store, clock } = simulation;
  const mandate = store.mandates.get(mandateId);
  if (mandate === undefined || !owns(call, mandate.endUserId)) {
    throw unknown('mandateId', mandateId, 'MANDATE_NOT_FOUND', 'mandate');
  }
  const ledger = ledgerInBody(call, 'ledgerToId', ledgerToId);
  if (ledger.endUserId !== mandate.endUserId || ledger.currency !== 'EUR') {
    throw unknown('ledgerToId', ledgerToId, 'LEDGER_NOT_FOUND', 'ledger of the mandate');
  }
  const earliest = secondsText(clock.now() + leadMilliseconds).slice(0, 10);
  if (date < earliest || !isWorkingDay(date)) {
    const message = `must be a working day from ${earliest} on`;
    throw badRequest([{ field: 'date', rejectedValue: date, message }], 'INVALID_DATE');
  }
  if (mandate.status !== 'ACTIVATED') {
    throw conflict('MANDATE_MUST_BE_ACTIVE', `Mandate ${mandateId} is ${mandate.status}`);
  }
  requireActive(ledger);
  const earlier = store.mandateDebits.inGroup('mandateId', mandateId).length;
  if (!mandate.recurring && earlier > 0) {
    throw conflict('MANDATE_NOT_RECURRING', `Mandate ${mandateId} allows one direct debit`);
  }
  requireStanding(endUserOf(store, mandate.endUserId));

  const transaction = pending(simulation, mandate, ledger, cents, reference, earlier);
  const facts = [['Reference', reference]] as const;
  return {
    approval: {
      ...{ endUserId: mandate.endUserId, required: false, unusual: true },
      words: { ...transferWords('', cents, ledger, facts), title: `Collect from ${mandate.debtor.name}` },
    },
    carryOut() {
      store.transactions.insert(transaction);
      store.mandateDebits.insert({ id: transaction.id, mandateId });
      simulation.transitions.at(Date.parse(date + executionTime), () =>
        execute(simulation, transaction, ledger, cents),
      );
      return { status: 201, body: { id: transaction.id } };
    },
  };
}

function pending(
  { store, clock }: Simulation,
  { debtor, recurring }: MandateRecord,
  ledger: Ledger,
  cents: number,
  reference: string,
  earlier: number,
): StoredTransaction {
  const amount = amountOf(cents);
  const sequence = recurring ? (earlier === 0 ? 'FIRST' : 'RECURRING') : 'ONE_OFF';
  return {
    id: randomUUID(),
    type: 'SEPA_DIRECT_DEBIT',
    paymentType: 'SDD_SEND',
    status: 'PENDING',
    creationDate: secondsText(clock.now()),
    amount,
    currency: 'EUR',
    information: { originalAmount: amount, originalCurrency: 'EUR', conversionRate: '1', reference, sequence },
    sender: { name: debtor.name, ...debtor.bankingDetails },
    receiver: { ...actorOf(store, ledger), ...accountOf(ledger) },
  };
}

function execute({ store, clock }: Simulation, { id }: StoredTransaction, ledger: Ledger, cents: number): void {
  const transaction = store.transactions.get(id);
  if (transaction?.status !== 'PENDING') return;
  const information = { ...transaction.information, clearingDate: secondsText(clock.now()) };
  store.transactions.update(id, { status: 'APPROVED', information });
  book(store, ledger, cents);
}
