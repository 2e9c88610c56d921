import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import { owns } from '../authentication/ownership.js';
import { badRequest, notFound, type Refusal } from './refusal.js';
import { pathId, type Call } from './router.js';
import type { StoredCard } from '../cards/cards.js';
import type { StoredConsumer } from '../sca-devices/devices.js';

/** The card in the path. Throws a 404 if the caller can see none with this id. */
export function cardInPath(call: Call): StoredCard {
  const id = pathId(call, 'cardId');
  const card = call.simulation.store.cards.get(id);
  if (card === undefined || !owns(call, card.endUserId)) throw notFound('CARD_NOT_FOUND', `There is no card ${id}`);
  return card;
}

/** The beneficiary in the path. Throws a 404 if the caller can see none with this id. */
export function beneficiaryInPath(call: Call): Beneficiary {
  const id = pathId(call, 'beneficiaryId');
  const beneficiary = call.simulation.store.beneficiaries.get(id);
  if (beneficiary !== undefined && owns(call, beneficiary.endUserId)) return beneficiary;
  throw notFound('BENEFICIARY_NOT_FOUND', `There is no beneficiary ${id}`);
}

/** The consumer in the path. Throws a 404 if the caller can see none with this id. */
export function consumerInPath(call: Call): StoredConsumer {
  const id = pathId(call, 'consumerId');
  const consumer = call.simulation.store.consumers.get(id);
  if (consumer !== undefined && owns(call, consumer.id)) return consumer;
  throw notFound('CONSUMER_NOT_FOUND', `There is no consumer ${id}`);
}

/** The ledger in the path. Throws a 404 if the caller can see none with this id. */
export function ledgerInPath(call: Call): Ledger {
  const id = pathId(call, 'ledgerId');
  const ledger = call.simulation.store.ledgers.get(id);
  if (ledger !== undefined && owns(call, ledger.endUserId)) return ledger;
  throw notFound('LEDGER_NOT_FOUND', `There is no ledger ${id}`);
}

/** The ledger named in a body. Throws a 400 if the caller can use none with this id. */
export function ledgerInBody(call: Call, field: string, id: string): Ledger {
  const ledger = call.simulation.store.ledgers.get(id);
  if (ledger !== undefined && owns(call, ledger.endUserId)) return ledger;
  throw unknown(field, id, 'LEDGER_NOT_FOUND', 'ledger');
}

/** The refusal of an id in a body that names nothing. */
export function unknown(field: string, id: string, errorCode: string, what: string): Refusal {
  return badRequest([{ field, rejectedValue: id, message: `There is no ${what} ${id}` }], errorCode);
}
