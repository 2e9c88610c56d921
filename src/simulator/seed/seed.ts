import type { Store } from '../store.js';
import { seedBeneficiaries } from './beneficiaries.js';
import { designOf, seedCardProfiles } from './card-profiles.js';
import { seedCards } from './cards.js';
import { corporateNames } from './companies.js';
import { isBanking, seedConsumers } from './consumers.js';
import { demo } from './demo.js';
import { seedLedgers } from './ledgers.js';
import { seedMandates } from './mandates.js';
import { Random } from './random.js';
import { seedTransactions } from './transactions.js';
import { fullNumber } from '../consumers/consumers.js';

/** Fills an empty store: 'bank' is the demo bank, the same on every start; 'empty' only lets the demo partner log in. */
export function seedStore(store: Store, kind: 'bank' | 'empty'): void {
  const { partnerName, username, password, consumerPassword } = demo;
  store.accounts.insert({ id: demo.partnerCaller.subject, userType: 'PARTNER', partnerName, username, password });
  if (kind === 'empty') return;

  const random = new Random(20_260_629);
  const consumers = seedConsumers(random);
  const corporates = corporateNames.map((name) => ({ id: random.uuid(), name }));
  const bareLedgers = seedLedgers(random, consumers, corporates);
  const profiles = seedCardProfiles(random);
  const { cards, secrets } = seedCards(random, bareLedgers, profiles, { consumers, corporates });
  const beneficiaries = seedBeneficiaries(random, bareLedgers);
  const holders = new Map([
    ...consumers.map((one) => [one.id, `${one.firstName} ${one.lastName}`] as const),
    ...corporates.map((one) => [one.id, one.name] as const),
  ]);
  const newest = consumers.slice(-3).map((one) => one.id);
  const bank = { ledgers: bareLedgers, cards, beneficiaries, holders, newest };
  const { transactions, ledgers } = seedTransactions(random, bank);

  store.consumers.insertAll(consumers);
  store.corporates.insertAll(corporates);
  store.ledgers.insertAll(ledgers);
  store.cardProfiles.insertAll(profiles);
  store.cardDesigns.insertAll(profiles.map(designOf));
  store.cards.insertAll(cards);
  store.cardSecrets.insertAll(secrets);
  store.beneficiaries.insertAll(beneficiaries);
  store.transactions.insertAll(transactions);
  store.mandates.insertAll(seedMandates(random, corporates));
  for (const consumer of consumers) {
    if (!isBanking(consumer) && consumer.status.linkcy.value !== 'FORBIDDEN') continue;
    const consumerPhone = fullNumber(consumer);
    store.accounts.insert({
      id: consumer.id,
      userType: 'CONSUMER',
      partnerName,
      consumerPhone,
      password: consumerPassword,
    });
  }
  corporates.forEach(({ id }, position) => {
    const accountOwnerPhone = `3216000000${position}`;
    store.accounts.insert({ id, userType: 'CORPORATE', partnerName, accountOwnerPhone, password: consumerPassword });
  });
}
