import type { Consumer } from '../../linkcy/endpoints/consumers.js';
import type { Ledger, LedgerLimits } from '../../linkcy/endpoints/ledgers.js';
import type { Corporate } from '../authentication/accounts.js';
import { secondsText } from '../http/instant.js';
import { isBanking } from './consumers.js';
import { bankAccount, britishAccount } from './ibans.js';
import { byCreationDate } from './order.js';
import type { Random } from './random.js';

const minute = 60_000;
const limits: LedgerLimits = {
  ddTransactionLimit: 2_000,
  ddMonthlyLimit: 5_000,
  transactionLimit: 5_000,
  transactionDailyLimit: 10_000,
  transactionMonthlyLimit: 50_000,
};

/** How many ledgers there are in all. */
const count = 60;

/** The ledgers, oldest first. Their amounts are set when the transactions have been made. */
export function seedLedgers(
  random: Random,
  consumers: readonly Consumer[],
  corporates: readonly Corporate[],
): Ledger[] {
  const ledgers: Ledger[] = [];
  const banking = consumers.filter(isBanking);
  for (const corporate of corporates) {
    const british = corporate.name.endsWith('Ltd');
    ledgers.push(ledger(random, corporate.id, '2024-03-11T08:30:00Z', 'Operations', british));
  }
  for (const consumer of banking) {
    ledgers.push(
      ledger(
        random,
        consumer.id,
        later(consumer.creationDate, 20),
        'Main account',
        isBritish(consumer),
        statusFor(consumer),
      ),
    );
  }
  // The newest ones save, too; they come first in the consumer list.
  for (const consumer of banking.slice(-3)) {
    ledgers.push(ledger(random, consumer.id, later(consumer.creationDate, 90), 'Savings', false));
  }
  const odd: readonly (readonly [status: string, name: string])[] = [
    ['PENDING', 'Holidays'],
    ['FAILED', 'Second try'],
    ['CLOSED', 'Old account'],
    ['SUSPENDED', 'Project'],
    ['CLOSING', 'Wedding'],
  ];
  odd.forEach(([status, name], position) => {
    const consumer = banking[position];
    if (consumer) ledgers.push(ledger(random, consumer.id, later(consumer.creationDate, 5_000), name, false, status));
  });
  const parents = ledgers.filter((one) => one.currency === 'EUR' && one.status === 'ACTIVE');
  const names = ['Rent pot', 'Shop Paris', 'Shop Lyon', 'Taxes', 'Ticket sales', 'Deposits', 'Events', 'Refunds'];
  for (let position = 0; ledgers.length < count; position += 1) {
    const parent = parents[(position >> 1) % parents.length];
    const name = names[position % names.length];
    if (parent) ledgers.push(virtualLedger(random, parent, `${name ?? 'Pot'} ${position + 1}`, position));
  }
  return ledgers.sort(byCreationDate);
}

function ledger(
  random: Random,
  endUserId: string,
  creationDate: string,
  name: string,
  british: boolean,
  status = 'ACTIVE',
): Ledger {
  const usable = status !== 'PENDING' && status !== 'FAILED';
  const country = british ? 'GREAT_BRITAIN' : random.pick(['BELGIUM', 'BELGIUM', 'FRANCE', 'LITHUANIA']);
  const account = british
    ? britishAccount(random)
    : bankAccount(random, country === 'FRANCE' ? 'france' : country === 'LITHUANIA' ? 'lithuania' : 'belgium');
  const ended = { date: later(creationDate, 60_000), reason: 'Asked for by the customer', operator: 'END_USER' };
  return {
    id: random.uuid(),
    endUserId,
    friendlyName: name,
    status,
    currency: british ? 'GBP' : 'EUR',
    country,
    creationDate,
    updateDate: later(creationDate, 15),
    ...(usable ? account : {}),
    suspensionsInformation: status === 'SUSPENDED' ? [{ ...ended, reason: 'Phone lost', operator: 'PARTNER' }] : [],
    limits,
    ...(status === 'CLOSED' || status === 'CLOSING' ? { closeInformation: ended } : {}),
    totalAmount: 0,
    availableAmount: 0,
    reservedAmount: 0,
    isUpgraded: usable,
  };
}

function virtualLedger(random: Random, parent: Ledger, friendlyName: string, position: number): Ledger {
  const { endUserId, currency, country } = parent;
  const creationDate = later(parent.creationDate, 3_000 + position * 700);
  const maker = country === 'FRANCE' ? 'france' : country === 'LITHUANIA' ? 'lithuania' : 'belgium';
  return {
    id: random.uuid(),
    endUserId,
    friendlyName,
    status: 'ACTIVE',
    currency,
    country,
    creationDate,
    updateDate: creationDate,
    ...bankAccount(random, maker),
    suspensionsInformation: [],
    limits,
    parentId: parent.id,
  };
}

function isBritish(consumer: Consumer): boolean {
  return consumer.phone.countryCode === '44';
}

function statusFor({ status }: Consumer): string {
  if (status.suspension.value === 'SUSPENDED') return 'SUSPENDED';
  if (status.linkcy.value === 'CLOSED') return 'CLOSED';
  return status.linkcy.value === 'CLOSING' ? 'CLOSING' : 'ACTIVE';
}

function later(date: string, minutes: number): string {
  return secondsText(Date.parse(date) + minutes * minute);
}
