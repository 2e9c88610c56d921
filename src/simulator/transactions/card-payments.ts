import { randomInt, randomUUID } from 'node:crypto';
import type {
  TransactionCardDetails,
  TransactionInformation,
  TransactionMerchant,
} from '../../linkcy/endpoints/transactions.js';
import { actorOf, availableCents, hold, release } from '../ledgers/balances.js';
import type { StoredCard } from '../cards/cards.js';
import { secondsText } from '../http/instant.js';
import { amountOf, centsOf } from './money.js';
import type { Simulation } from '../control/simulation.js';
import type { StoredActor, StoredTransaction } from './transactions.js';

const periodDays: Readonly<Record<string, number>> = { DAILY_MAX_SPEND: 1, WEEKLY_MAX_SPEND: 7, MONTHLY_MAX_SPEND: 31 };

/** A card is used: the amount is reserved, or the payment is declined. The id of the authorization. */
export function authorize(
  simulation: Simulation,
  card: StoredCard,
  cents: number,
  merchant: TransactionMerchant,
): string {
  const { store, clock } = simulation;
  const declineReason = refusalOf(simulation, card, cents);
  const amount = amountOf(cents);
  const id = randomUUID();
  store.transactions.insert({
    id,
    type: 'CARD_AUTHORIZATION',
    paymentType: 'PURCHASE',
    status: declineReason === undefined ? 'APPROVED' : 'DECLINED',
    creationDate: secondsText(clock.now()),
    amount,
    currency: card.currency,
    information: { originalAmount: amount, originalCurrency: card.currency, conversionRate: '1', declineReason },
    sender: holderOf(simulation, card),
    receiver: { name: merchant.name },
    direction: 'DEBIT',
    merchant,
    cardDetails: detailsOf(card),
  });
  if (declineReason === undefined) hold(store, card.ledgerId, cents);
  return id;
}

/** The merchant collects what was authorized. The id of the clearing. */
export function clear({ store, clock }: Simulation, authorization: StoredTransaction): string {
  const creationDate = secondsText(clock.now());
  const { information, paymentType, amount, currency, sender, receiver, direction, merchant, cardDetails } =
    authorization;
  const id = randomUUID();
  const originalTransaction = { id: authorization.id, date: authorization.creationDate };
  store.transactions.insert({
    ...{
      id,
      type: 'CARD_CLEARING',
      status: 'APPROVED',
      creationDate,
      information: { ...information, originalTransaction },
    },
    ...{ paymentType, amount, currency, sender, receiver, direction, merchant, cardDetails },
  });
  const linked: TransactionInformation = { ...information, clearingTransaction: { id, date: creationDate } };
  store.transactions.update(authorization.id, { status: 'RELEASED', information: linked });
  release(store, sender?.ledgerId ?? '', centsOf(amount));
  return id;
}

/** Why a payment is declined; undefined if it is not. */
function refusalOf(simulation: Simulation, card: StoredCard, cents: number): string | undefined {
  const { store } = simulation;
  const ledger = store.ledgers.get(card.ledgerId);
  if (card.status.value !== 'ACTIVE') return card.status.value === 'EXPIRED' ? 'EXPIRED_CARD' : 'CARD_NOT_ACTIVE';
  if (ledger === undefined || ledger.status !== 'ACTIVE') return 'ACCOUNT_CLOSED';
  if (availableCents(store, ledger) < cents) return 'INSUFFICIENT_FUNDS';
  const exceeded = (card.rules ?? []).some(
    ({ type, value }) =>
      typeof value === 'number' && spentCents(simulation, card, periodDays[type] ?? 31) + cents > value * 100,
  );
  return exceeded ? 'EXCEEDS_WITHDRAWAL_LIMIT' : undefined;
}

function spentCents({ store, clock }: Simulation, card: StoredCard, days: number): number {
  const since = secondsText(clock.now() - days * 86_400_000);
  return store.transactions
    .inGroup('cardId', card.id)
    .filter(({ type, status, creationDate }) => {
      return type === 'CARD_AUTHORIZATION' && ['APPROVED', 'RELEASED'].includes(status) && creationDate > since;
    })
    .reduce((sum, { amount }) => sum + centsOf(amount), 0);
}

function holderOf({ store }: Simulation, card: StoredCard): StoredActor {
  const ledger = store.ledgers.get(card.ledgerId);
  const actor = ledger === undefined ? { endUserId: card.endUserId } : actorOf(store, ledger);
  return { ...actor, cardId: card.id, cardFriendlyName: card.friendlyName };
}

function detailsOf(card: StoredCard): TransactionCardDetails {
  const remote = card.type === 'VIRTUAL';
  return {
    truncatedPan: card.truncatedPan ?? '',
    token: String(randomInt(1e12)).padStart(12, '0'),
    terminalAttendance: remote ? 'NO_TERMINAL_USED' : 'ATTENDED',
    holderPresent: remote ? 'NOT_PRESENT_E_COMMERCE' : 'PRESENT',
    cardPresent: remote ? 'NOT_PRESENT' : 'PRESENT',
    deviceFormFactor: remote ? 'NON_CARD' : 'CARD',
    inputMethod: remote ? 'E_COMMERCE' : 'EMV_CONTACT',
  };
}
