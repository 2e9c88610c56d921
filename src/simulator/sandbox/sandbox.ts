import { authorize, clear } from '../transactions/card-payments.js';
import { beneficiaryInPath, consumerInPath, unknown } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { postCredit } from '../transactions/postings.js';
import { badRequest, conflict, forbidden, notFound } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { requireActive } from '../transactions/transfer-rules.js';
import { write, type CheckedWrite } from '../http/write.js';

/** Endpoints that only LinkCy's sandbox has, for partners. The simulated KYC is in kyc/. */
export const sandboxRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/ledgers/credit', creditOldWay),
  write('POST', '/api/partner/transactions/simulate', simulate),
  write('PATCH', '/api/partner/beneficiaries/{beneficiaryId}/status', validateBeneficiary),
  write('DELETE', '/api/partner/consumers/{consumerId}', removeConsumer),
];

const mostCents = 100_000;

function creditOldWay(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const cents = body.cents('amount');
  const ledgerId = body.id('ledgerId');
  body.check();
  requirePartner(call);
  const { simulation } = call;
  const ledger = simulation.store.ledgers.get(ledgerId);
  if (ledger === undefined) throw notFound('LEDGER_NOT_FOUND', `There is no ledger ${ledgerId}`);
  requireActive(ledger);
  return {
    carryOut: () => ({ status: 200, body: { ledgerId, transactionId: postCredit(simulation, ledger, cents) } }),
  };
}

/** A card payment, its clearing, or a credit: the fields tell which. */
function simulate(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  requirePartner(call);
  if (body.has('cardId')) return payByCard(call, body);
  return body.has('transactionId') ? clearPayment(call, body) : credit(call, body);
}

function credit(call: Call, body: RequestBody): CheckedWrite {
  const cents = body.cents('amount');
  const ledgerId = body.id('ledgerId');
  if (cents > mostCents) body.refuse('amount', `must be ${mostCents / 100} at most`);
  body.check();
  const { simulation } = call;
  const ledger = simulation.store.ledgers.get(ledgerId);
  if (ledger === undefined) throw unknown('ledgerId', ledgerId, 'LEDGER_NOT_FOUND', 'ledger');
  requireActive(ledger);
  return {
    carryOut() {
      postCredit(simulation, ledger, cents);
      return { status: 200 };
    },
  };
}

function payByCard(call: Call, body: RequestBody): CheckedWrite {
  const cents = body.cents('amount');
  const cardId = body.id('cardId');
  const merchant = {
    id: body.text('merchantId') ?? '000000000000001',
    name: body.text('merchantName') ?? 'Sandbox Shop',
    city: body.text('merchantCity') ?? 'Paris',
    country: body.text('merchantCountry') ?? 'FRA',
    categoryCode: body.text('merchantCategoryCode') ?? '5999',
    description: 'Shops',
  };
  body.check();
  const { simulation } = call;
  const card = simulation.store.cards.get(cardId);
  if (card === undefined) throw unknown('cardId', cardId, 'CARD_NOT_FOUND', 'card');
  return {
    carryOut() {
      authorize(simulation, card, cents, merchant);
      return { status: 200 };
    },
  };
}

function clearPayment(call: Call, body: RequestBody): CheckedWrite {
  const transactionId = body.id('transactionId');
  body.check();
  const { simulation } = call;
  const authorization = simulation.store.transactions.get(transactionId);
  if (authorization?.type !== 'CARD_AUTHORIZATION') {
    throw unknown('transactionId', transactionId, 'TRANSACTION_NOT_FOUND', 'card authorization');
  }
  if (authorization.status !== 'APPROVED') {
    throw conflict('OPERATION_NOT_ALLOWED', `The authorization is ${authorization.status}`);
  }
  return {
    carryOut() {
      clear(simulation, authorization);
      return { status: 200 };
    },
  };
}

function validateBeneficiary(call: Call): CheckedWrite {
  requirePartner(call);
  const { id } = beneficiaryInPath(call);
  const { store, clock } = call.simulation;
  return {
    carryOut() {
      store.beneficiaries.update(id, { status: 'VALID', updateDate: secondsText(clock.now()) });
      return { status: 200, body: { id } };
    },
  };
}

/** Only a consumer without ledgers: what would become of the money? */
function removeConsumer(call: Call): CheckedWrite {
  requirePartner(call);
  const { store } = call.simulation;
  const { id } = consumerInPath(call);
  if (store.ledgers.inGroup('endUserId', id).length > 0) {
    throw badRequest([{ field: 'consumerId', rejectedValue: id, message: 'still has ledgers' }]);
  }
  return {
    carryOut() {
      store.consumers.remove(id);
      store.accounts.remove(id);
      return { status: 200 };
    },
  };
}

function requirePartner({ caller }: Call): void {
  if (caller?.endUserId !== undefined) throw forbidden('Only a partner plays in the sandbox', 'INSUFFICIENT_RIGHTS');
}
