import { randomInt, randomUUID } from 'node:crypto';
import { nameOnCard, pan } from './card-data.js';
import {
  cardRules,
  profileInBody,
  requireCompatible,
  requireDeliverable,
  type CardPlan,
} from './card-creation-rules.js';
import type { CardSecret, StoredCard } from './cards.js';
import { endUserOf } from '../consumers/end-users.js';
import { ledgerInBody } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import type { Simulation } from '../control/simulation.js';
import { write, type CheckedWrite } from '../http/write.js';

export const cardCreationRoutes: readonly Endpoint[] = [write('POST', '/api/partner/cards', create)];

const deliveryMethods = ['FRENCH_MAIL', 'FRENCH_MAIL_TRACKING', 'INTERNATIONAL_MAIL', 'UK_MAIL', 'DHL', 'COURIER'];
const validYears = 4;

/** A card is CREATING first; then a virtual one is ACTIVE, and a physical one waits for its holder to activate it. */
function create(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const ledgerId = body.id('ledgerId');
  const profileId = body.id('profileId');
  const printed = body.text('nameOnCard', { pattern: /^[A-Z\s]{1,21}$/ });
  const friendlyName = body.text('friendlyName', { most: 255 });
  const rules = cardRules(call, body);
  const deliveryMethod = body.oneOf('deliveryMethod', deliveryMethods);
  body.check();

  const { store } = call.simulation;
  const ledger = ledgerInBody(call, 'ledgerId', ledgerId);
  const profile = profileInBody(store, profileId);
  const owner = endUserOf(store, ledger.endUserId);
  const address = store.consumers.get(owner.id)?.address ?? undefined;
  const plan: CardPlan = { ledger, profile, owner, address, deliveryMethod, friendlyName, rules };
  requireDeliverable(store, plan);
  requireCompatible(store, plan);

  const card = newCard(call.simulation, plan, printed ?? nameOnCard(owner.name));
  return {
    approval: {
      endUserId: owner.id,
      required: true,
      words: {
        title: 'Order a new card',
        facts: [
          ['Card', profile.name],
          ['Name on the card', card.nameOnCard ?? ''],
          ...(ledger.friendlyName == null ? [] : ([['Account', ledger.friendlyName]] as const)),
        ],
      },
    },
    carryOut() {
      store.cards.insert(card);
      const secret = newSecret(card.id);
      store.cardSecrets.insert(secret);
      call.simulation.transitions.later(() => finish(call.simulation, card, secret));
      return { status: 201, body: { id: card.id } };
    },
  };
}

function newCard({ clock }: Simulation, plan: CardPlan, name: string): StoredCard {
  const now = secondsText(clock.now());
  const { ledger, profile, owner, address, deliveryMethod, friendlyName, rules } = plan;
  return {
    id: randomUUID(),
    endUserId: owner.id,
    ledgerId: ledger.id,
    profile: { id: profile.id, name: profile.name },
    expiryDate: `${Number(now.slice(0, 4)) + validYears}-${now.slice(5, 7)}`,
    nameOnCard: name,
    cardholderNameOnCard: name,
    friendlyName,
    ...(profile.cardType === 'PHYSICAL' ? { deliveryMethod, deliveryAddress: address } : {}),
    type: profile.cardType,
    scheme: profile.scheme,
    currency: ledger.currency,
    status: { value: 'CREATING' },
    creationDate: now,
    updateDate: now,
    pinStatus: 'UNLOCKED',
    rules,
  };
}

function newSecret(id: string): CardSecret {
  const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');
  return { id, pan: pan(digits), pin: digits(4), cvv: digits(3) };
}

function finish({ store, clock }: Simulation, { id, type }: StoredCard, secret: CardSecret): void {
  if (store.cards.get(id)?.status.value !== 'CREATING') return;
  const updateDate = secondsText(clock.now());
  if (type === 'VIRTUAL') {
    store.cards.update(id, { status: { value: 'ACTIVE' }, truncatedPan: secret.pan.slice(-4), updateDate });
  } else {
    const deliveryShipmentDate = updateDate.slice(0, 10);
    store.cards.update(id, { status: { value: 'AWAITING_ACTIVATION' }, deliveryShipmentDate, updateDate });
  }
}
