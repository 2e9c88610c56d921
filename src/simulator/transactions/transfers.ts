import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import { endUserOf } from '../consumers/end-users.js';
import { ledgerInBody, unknown } from '../http/found.js';
import { grouped } from '../ledgers/iban.js';
import { postExternal, postInterLedger } from './postings.js';
import { conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { goodStanding, requireStanding } from '../authentication/standing.js';
import { asksForApproval, referenceIn, requireActive, requireFunds, transferWords } from './transfer-rules.js';
import { write, type CheckedWrite } from '../http/write.js';

export const transferRoutes: readonly Endpoint[] = [write('POST', '/api/partner/transactions', transfer)];

/** A transfer to a beneficiary. It stays inside the bank if the beneficiary is one of its ledgers. */
function transfer(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const cents = body.cents('amount');
  const beneficiaryId = body.id('beneficiaryId');
  const ledgerFromId = body.id('ledgerFromId');
  const reference = referenceIn(body);
  body.boolean('allowFastPayment');
  const allowInterLedger = body.boolean('allowInterLedger') ?? true;
  body.check();

  const { simulation } = call;
  const { store } = simulation;
  const from = ledgerInBody(call, 'ledgerFromId', ledgerFromId);
  const payee = store.beneficiaries.get(beneficiaryId);
  if (payee?.endUserId !== from.endUserId) {
    throw unknown('beneficiaryId', beneficiaryId, 'BENEFICIARY_NOT_FOUND', 'beneficiary');
  }
  const owner = endUserOf(store, from.endUserId);
  const to = allowInterLedger ? ownLedgerOf(call, payee, from) : undefined;
  requireStanding(owner, goodStanding);
  requireActive(from);
  requireFunds(store, from, cents);
  requireUsable(payee);
  if (to === undefined && from.isUpgraded === false) {
    throw conflict('LEDGER_MUST_BE_UPGRADED', `Ledger ${from.id} is not upgraded`);
  }
  requireStanding(owner, ['terms']);
  if (currencyOf(payee) !== from.currency) {
    throw conflict('BENEFICIARY_NOT_COMPATIBLE', `A ${payee.accountType} beneficiary cannot be paid from this ledger`);
  }

  return {
    approval: {
      endUserId: owner.id,
      required: asksForApproval(cents, from, store.ledgers.get(payee.linkcyLedgerId ?? '')),
      words: transferWords(payee.name, cents, from, [
        payee.iban == null
          ? ['To', `${payee.sortCode ?? ''} ${payee.accountNumber ?? ''}`]
          : ['To', grouped(payee.iban)],
        ['Reference', reference],
      ]),
    },
    carryOut() {
      const posting = { from, cents, reference };
      const id = to === undefined ? postExternal(simulation, posting, payee) : postInterLedger(simulation, posting, to);
      return { status: 201, body: { id } };
    },
  };
}

/** The ledger of this bank behind a beneficiary; undefined if the money leaves the bank. */
function ownLedgerOf({ simulation: { store } }: Call, payee: Beneficiary, from: Ledger): Ledger | undefined {
  const ledger = store.ledgers.get(payee.linkcyLedgerId ?? '');
  const fits = ledger?.status === 'ACTIVE' && ledger.currency === from.currency && ledger.id !== from.id;
  return fits ? ledger : undefined;
}

function requireUsable({ id, active, status }: Beneficiary): void {
  if (!active) throw conflict('BENEFICIARY_MUST_BE_ACTIVE', `Beneficiary ${id} is switched off`);
  if (status !== 'VALID') throw conflict('BENEFICIARY_MUST_BE_VALID', `Beneficiary ${id} is ${status}`);
}

function currencyOf({ accountType }: Beneficiary): string {
  return accountType === 'IBAN' ? 'EUR' : accountType;
}
