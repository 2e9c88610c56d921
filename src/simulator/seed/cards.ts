import type { Card, CardRule } from '../../linkcy/endpoints/cards.js';
import type { Consumer } from '../../linkcy/endpoints/consumers.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import type { Corporate } from '../authentication/accounts.js';
import { nameOnCard, pan } from '../cards/card-data.js';
import type { CardProfileRecord } from '../cards/card-profiles.js';
import type { CardSecret, StoredCard } from '../cards/cards.js';
import { secondsText } from '../http/instant.js';
import { byCreationDate } from './order.js';
import type { Random } from './random.js';

const day = 86_400_000;
const count = 80;
/** In these states the holder has not got the card yet, and LinkCy does not show its last digits. */
const beforeActivation = ['CREATING', 'AWAITING_ACTIVATION', 'ACTIVATING', 'FAILED'];

/** The states that the cards beyond each ledger's first one are in, over and over. */
const laterStatuses = [
  'ACTIVE',
  'AWAITING_ACTIVATION',
  'SUSPENDED',
  'CLOSED',
  'ACTIVE',
  'CREATING',
  'ACTIVATING',
  'REACTIVATING',
  'SUSPENDING',
  'CLOSING',
  'EXPIRED',
  'FAILED',
];

interface SeededCards {
  readonly cards: StoredCard[];
  readonly secrets: CardSecret[];
}

/** The cards, oldest first: one for each ledger that supports cards, then more up to the wanted number. */
export function seedCards(
  random: Random,
  ledgers: readonly Ledger[],
  profiles: readonly CardProfileRecord[],
  holders: { readonly consumers: readonly Consumer[]; readonly corporates: readonly Corporate[] },
): SeededCards {
  const names = new Map(holders.consumers.map((one) => [one.id, nameOnCard(`${one.firstName} ${one.lastName}`)]));
  const companies = new Map(holders.corporates.map((one) => [one.id, nameOnCard(one.name)]));
  const able = ledgers.filter((one) => one.parentId == null && !['PENDING', 'FAILED'].includes(one.status));
  const newest = able.slice(-6);
  const plan = [
    ...able.map((ledger) => ({ ledger, status: ledger.status === 'CLOSED' ? 'CLOSED' : 'ACTIVE' })),
    ...newest.map((ledger, position) => ({ ledger, status: position % 3 === 1 ? 'AWAITING_ACTIVATION' : 'ACTIVE' })),
    ...able.map((ledger, position) => ({ ledger, status: laterStatuses[position % laterStatuses.length] ?? 'ACTIVE' })),
  ].slice(0, count);
  const made = plan.map(({ ledger, status }, position) => {
    const corporate = companies.get(ledger.endUserId);
    const type = position % 3 === 1 ? 'VIRTUAL' : 'PHYSICAL';
    const fitting = profiles.filter(
      (one) =>
        one.cardType === type &&
        one.userType === (corporate === undefined ? 'CONSUMER' : 'CORPORATE') &&
        one.ledgerType.startsWith(ledger.currency),
    );
    const holder = corporate ?? names.get(ledger.endUserId) ?? 'CARD HOLDER';
    return card(random, ledger, random.pick(fitting), status, holder, position);
  });
  made.sort((a, b) => byCreationDate(a.card, b.card));
  return { cards: made.map((one) => one.card), secrets: made.map((one) => one.secret) };
}

function card(
  random: Random,
  ledger: Ledger,
  profile: CardProfileRecord,
  status: string,
  holder: string,
  position: number,
) {
  const id = random.uuid();
  const secret = { id, pan: pan((count) => random.digits(count)), pin: random.digits(4), cvv: random.digits(3) };
  const created = Date.parse(ledger.creationDate) + (1 + (position % 40)) * day;
  const activated = !beforeActivation.includes(status);
  const physical = profile.cardType === 'PHYSICAL';
  const expired = status === 'EXPIRED';
  const made: StoredCard = {
    id,
    endUserId: ledger.endUserId,
    ledgerId: ledger.id,
    profile: { id: profile.id, name: profile.name },
    expiryDate: expired ? '2026-03' : `${2028 + (position % 3)}-${String(random.between(1, 12)).padStart(2, '0')}`,
    nameOnCard: holder,
    cardholderNameOnCard: holder,
    friendlyName: random.pick(
      physical ? ['Everyday card', 'Groceries', 'Travel'] : ['Online shopping', 'Subscriptions'],
    ),
    ...(physical ? delivery(random, ledger, created) : {}),
    ...(activated ? { truncatedPan: secret.pan.slice(-4) } : {}),
    type: profile.cardType,
    scheme: profile.scheme,
    currency: ledger.currency,
    status: { value: status, ...reason(status) },
    creationDate: secondsText(created),
    updateDate: secondsText(created + random.between(2, 60) * day),
    pinStatus: random.chance(0.9) ? 'UNLOCKED' : random.pick(['LOCKED', 'WAITING_ONLINE_TRANSACTION', 'UNLOCKING']),
    rules: rules(random),
  };
  return { card: made, secret };
}

function delivery(random: Random, ledger: Ledger, created: number): Partial<Card> {
  const british = ledger.currency === 'GBP';
  return {
    deliveryAddress: {
      isoCountryCode: british ? 'GBR' : 'FRA',
      city: british ? 'London' : 'Paris',
      postalCode: british ? 'E8 3SB' : '75011',
      street: british ? 'Richmond Road' : 'Rue Oberkampf',
      number: String(random.between(1, 90)),
      status: 'VERIFIED',
    },
    deliveryMethod: british ? 'UK_MAIL' : random.pick(['FRENCH_MAIL', 'FRENCH_MAIL_TRACKING', 'DHL']),
    deliveryShipmentDate: new Date(created + 2 * day).toISOString().slice(0, 10),
    ...(random.chance(0.5) ? { deliveryTrackingNumber: `AU${random.digits(9)}FR` } : {}),
  };
}

function rules(random: Random): CardRule[] {
  const found: CardRule[] = [];
  if (random.chance(0.7)) {
    found.push({
      type: 'MONTHLY_MAX_SPEND',
      name: 'Per month',
      value: random.between(4, 30) * 100,
      creator: 'PARTNER',
    });
  }
  if (random.chance(0.3))
    found.push({ type: 'DAILY_MAX_SPEND', value: random.between(1, 8) * 50, creator: 'END_USER' });
  return found;
}

function reason(status: string): Partial<Card['status']> {
  if (status === 'SUSPENDED' || status === 'SUSPENDING') return { reason: 'LOST', operator: 'END_USER' };
  if (status === 'CLOSED') return { reason: 'OTHER', otherReason: 'No longer needed', operator: 'PARTNER' };
  return status === 'CLOSING' ? { reason: 'STOLEN', operator: 'END_USER' } : {};
}
