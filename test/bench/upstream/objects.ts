/** What the upstream of the benchmark knows: every object follows from its number, so all contestants see the same. */

const kinds = {
  consumer: 'c0',
  ledger: '1e',
  card: 'ca',
  beneficiary: 'be',
  transaction: '7a',
  profile: 'f0',
} as const;
export type Kind = keyof typeof kinds;

export const consumersInAll = 200;
export const ledgersOfConsumer = 3;
export const cardsOfLedger = 2;
export const transactionsInAll = 20_000;
export const transactionsOfConsumer = 1_000;
/** Among a hundred neighbouring transactions are so many different senders and receivers. */
const senders = 5;
const receivers = 20;

/** As random as LinkCy's: readers of JSON may be slower with some digits than with others. */
export function idOf(kind: Kind, index: number): string {
  const digits = (seed: number) => (Math.imul(index + seed, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  const [one, two] = [digits(1), digits(kinds[kind].charCodeAt(0))];
  const middle = `${two.slice(0, 4)}-4${two.slice(4, 7)}-a${one.slice(5)}`;
  return `${kinds[kind]}${one.slice(0, 6)}-${middle}-${index.toString(16).padStart(12, '0')}`;
}

/** The number of an object, from its id. */
export function indexOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16);
}

function time(index: number): string {
  return new Date(Date.UTC(2026, 5, 1, 12) - index * 61_000).toISOString().replace('.000Z', 'Z');
}

const firstNames = ['Alma', 'Bruno', 'Cleo', 'Dario', 'Edda', 'Fabio', 'Greta'];
const lastNames = ['Arnaud', 'Berger', 'Colombo', 'Dubois', 'Evers'];
const name = (index: number) => `${firstNames[index % firstNames.length]} ${lastNames[index % lastNames.length]}`;
const iban = (index: number) => `BE68539007${String(index % 1_000_000).padStart(6, '0')}`;

export function transaction(index: number) {
  const amount = (((index * 7_919) % 90_000) + 100) / 100;
  const sender = index % senders;
  const receiver = index % receivers;
  const clearingDate = time(index);
  return {
    id: idOf('transaction', index),
    creationDate: time(index),
    type: 'SEPA_CREDIT_TRANSFER',
    paymentType: 'SCT_INST_SEND',
    status: 'APPROVED',
    amount,
    currency: 'EUR',
    information: {
      ...{ originalAmount: amount, originalCurrency: 'EUR', conversionRate: '1', clearingDate },
      ...{ note: 'Checked', reference: `Invoice ${index}`, sequence: 'NONE' },
    },
    sender: {
      ...{ name: name(sender), ledgerId: idOf('ledger', sender), endUserId: idOf('consumer', sender) },
      ...{ ledgerFriendlyName: 'Main account', iban: iban(sender), bic: 'KREDBEBB' },
    },
    receiver: {
      ...{ name: name(receiver + 3), beneficiaryId: idOf('beneficiary', receiver) },
      ...{ iban: iban(receiver + 500), bic: 'GKCCBEBB' },
    },
  };
}

export function ledgerRow(index: number) {
  const endUserId = idOf('consumer', Math.floor(index / ledgersOfConsumer));
  return {
    ...{ id: idOf('ledger', index), country: 'BELGIUM', currency: 'EUR', isUpgraded: true, endUser: { id: endUserId } },
    ...{ friendlyName: `Account ${index}`, status: 'ACTIVE', creationDate: time(index), endUserId },
  };
}

export function ledger(index: number) {
  const { endUser, ...row } = ledgerRow(index);
  return {
    ...row,
    endUserId: endUser.id,
    ...{ updateDate: time(index), iban: iban(index), bicOrSwift: 'KREDBEBB', suspensionsInformation: [] },
    limits: { transactionLimit: 5_000, transactionDailyLimit: 10_000, transactionMonthlyLimit: 50_000 },
    ...{ totalAmount: (869_841 + index) / 100, availableAmount: (868_506 + index) / 100, reservedAmount: 13.35 },
  };
}

export function beneficiary(index: number) {
  return {
    ...{ id: idOf('beneficiary', index), name: name(index + 3), friendlyName: `Payee ${index}`, type: 'PERSON' },
    ...{ creationDate: time(index), updateDate: time(index), status: 'VALID', active: true, display: true },
    ...{ endUserId: idOf('consumer', index), accountType: 'IBAN', iban: iban(index + 500), bicOrSwift: 'GKCCBEBB' },
  };
}

export function cardRow(index: number) {
  const ledgerIndex = Math.floor(index / cardsOfLedger);
  return {
    id: idOf('card', index),
    endUserId: idOf('consumer', Math.floor(ledgerIndex / ledgersOfConsumer)),
    ledgerId: idOf('ledger', ledgerIndex),
    profile: { id: idOf('profile', 1), name: 'Everyday' },
    ...{ friendlyName: `Card ${index}`, expiryDate: '2029-08', nameOnCard: name(index).toUpperCase() },
    ...{ type: 'PHYSICAL', status: 'ACTIVE', creationDate: time(index) },
  };
}

export function card(index: number) {
  return {
    ...cardRow(index),
    ...{ truncatedPan: String(1_000 + index), scheme: 'MASTERCARD', currency: 'EUR', status: { value: 'ACTIVE' } },
    ...{ updateDate: time(index), pinStatus: 'UNLOCKED', deliveryMethod: 'POST_OFFICE' },
    rules: [
      { type: 'MONTHLY_MAX_SPEND', name: 'Per month', value: 2_300, creator: 'PARTNER' },
      { type: 'DAILY_MAX_SPEND', value: 350, creator: 'END_USER' },
    ],
  };
}

export function consumerRow(index: number) {
  return {
    id: idOf('consumer', index),
    phone: { countryCode: '32', number: String(470_000_000 + index), verified: true, verificationDate: time(index) },
    ...{
      firstName: firstNames[index % 7],
      lastName: lastNames[index % 5],
      emailAddress: `person${index}@mail.example`,
    },
    status: statusOf(),
    ...{ updateDate: time(index), creationDate: time(index) },
  };
}

export function consumer(index: number) {
  const { emailAddress, ...row } = consumerRow(index);
  return {
    ...row,
    externalId: `customer-${index}`,
    email: { address: emailAddress, verified: true, verificationDate: time(index) },
    kycInfo: { kycApplicationId: idOf('profile', index), status: 'VALIDATED', type: 'FULL_KYC', updateDate: time(1) },
    address: {
      isoCountryCode: 'BEL',
      city: 'Gent',
      postalCode: '9000',
      street: 'Korenlei',
      number: '7',
      status: 'VALID',
    },
    ...{
      termsAccepted: true,
      gender: 'FEMALE',
      birthCity: 'Gent',
      birthIsoCountryCode: 'BEL',
      birthDate: '1984-02-29',
    },
    ...{ nationalityCode: 'BEL', taxCountry: 'BEL', occupation: 'ENGINEER', accountPurposes: ['SALARY'] },
  };
}

function statusOf() {
  const value = 'VALIDATED';
  return {
    ...{ banking: { value }, kyc: { value }, suspension: { value: 'NOT_SUSPENDED' }, linkcy: { value } },
    ...{ compliance: { value }, overall: { value: 'ACTIVE' } },
  };
}
