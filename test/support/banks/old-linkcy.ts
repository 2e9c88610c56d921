import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How much LinkCy says: the required fields only, all others as null, or fields that nobody has heard of as well. */
export type Wordiness = 'only what is required' | 'null for what is optional' | 'more than is known';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const ids = { consumer: id(1), ledger: id(2), virtual: id(3), card: id(4), sepa: id(5), british: id(6) };
const date = '2023-03-26T08:00:00Z';
const dates = { creationDate: date, updateDate: date };
const profile = { id: id(7), name: 'Everyday' };

const status = Object.fromEntries(
  ['banking', 'kyc', 'suspension', 'linkcy', 'compliance', 'overall'].map((name) => [name, { value: 'VALIDATED' }]),
);
const consumerRow = { id: ids.consumer, phone: { verified: true }, status, ...dates };
const consumer = {
  ...consumerRow,
  kycInfo: { status: 'VALIDATED', type: 'FULL_KYC' },
  termsAccepted: true,
  email: { verified: false },
  accountPurposes: [],
};
const account = { currency: 'EUR', country: 'BELGIUM', status: 'ACTIVE', creationDate: date };
const ledgerRow = {
  id: ids.ledger,
  ...account,
  isUpgraded: true,
  endUser: { id: ids.consumer },
  endUserId: ids.consumer,
};
const owned = { ...account, endUserId: ids.consumer, updateDate: date, suspensionsInformation: [], limits: {} };
const ledger = {
  id: ids.ledger,
  ...owned,
  totalAmount: 3,
  availableAmount: 2.5,
  reservedAmount: 0.5,
  isUpgraded: true,
};
const virtual = { id: ids.virtual, ...owned, parentId: ids.ledger };
const cardBase = { id: ids.card, endUserId: ids.consumer, ledgerId: ids.ledger, profile, type: 'PHYSICAL' };
const cardRow = { ...cardBase, expiryDate: '2027-03', nameOnCard: 'A B', status: 'ACTIVE', creationDate: date };
const more = { scheme: 'VISA', currency: 'EUR', pinStatus: 'UNLOCKED', rules: [] };
const card = { ...cardBase, ...more, ...dates, status: { value: 'ACTIVE' } };
const payee = { name: 'C D', type: 'PERSON', status: 'VALID', active: true, display: true, ...dates };
const sepaPayee = { id: ids.sepa, ...payee, accountType: 'IBAN', iban: 'BE68539007547034', bicOrSwift: 'GKCCBEBB' };
const britishPayee = { id: ids.british, ...payee, accountType: 'GBP', accountNumber: '12345678', sortCode: '123456' };

const information = { originalAmount: 9.5, originalCurrency: 'EUR', conversionRate: '1' };
const booking = { status: 'APPROVED', creationDate: date, amount: 9.5, currency: 'EUR', information };
const merchant = { id: '1', name: 'E', city: 'F', country: 'G', categoryCode: '5814', description: 'H' };
const transactions = [
  { type: 'INTER_LEDGER', paymentType: 'MONEY_TRANSFER', information: { ...information, clearingDate: date } },
  { type: 'SEPA_CREDIT_TRANSFER', paymentType: 'SCT_SEND', information: { ...information, sequence: 'NONE' } },
  { type: 'CARD_AUTHORIZATION', paymentType: 'PURCHASE', merchant, direction: 'DEBIT' },
  { type: 'UK_CREDIT_TRANSFER', paymentType: 'BACS_SEND' },
  { type: 'FX', paymentType: 'GLOBAL_SWIFT', information: { ...information, clearingDate: date } },
  { type: 'ACQUIRING', paymentType: 'PAYMENT', details: {} },
].map((variant, index) => ({ id: id(100 + index), ...booking, ...variant }));

/** What the API reads that LinkCy need not say, by the fields that an object of its kind surely has. */
const optional: readonly (readonly [kind: string, fields: readonly string[]])[] = [
  ['phone', ['firstName', 'middleName', 'lastName', 'emailAddress', 'address', 'gender', 'birthDate', 'birthCity']],
  ['phone', ['externalId', 'sourceOfFunds', 'occupation', 'strongAuthentication', 'taxCountry', 'partnerMetadata']],
  ['kycInfo', ['userMetadata', 'financialInformation', 'nationalityCode', 'birthIsoCountryCode', 'otherOccupation']],
  ['verified', ['countryCode', 'number', 'address', 'verificationDate']],
  ['value', ['reason', 'otherReason', 'operator']],
  ['country', ['friendlyName', 'iban', 'bicOrSwift', 'accountNumber', 'sortCode', 'closeInformation', 'parentId']],
  ['profile', ['friendlyName', 'expiryDate', 'nameOnCard', 'deliveryAddress', 'deliveryMethod', 'truncatedPan']],
  ['accountType', ['friendlyName', 'linkcyLedgerId', 'iban', 'bicOrSwift', 'accountNumber', 'sortCode']],
  ['paymentType', ['sender', 'receiver', 'cardDetails', 'netAmount', 'fees']],
  [
    'originalAmount',
    ['note', 'reference', 'declineReason', 'clearingDate', 'originalTransaction', 'clearingTransaction'],
  ],
];

/** Fields of details that a later LinkCy may add to its rows; their values are not those of the details. */
const early = {
  kycInfo: null,
  email: null,
  updateDate: date,
  pinStatus: null,
  rules: null,
  endUserId: ids.consumer,
  linkcyLedgerId: null,
};

/** A stand-in for LinkCy 1.78.0 that says the same about everything it is asked, in its own way. */
export async function startOldLinkcy(wordiness: Wordiness) {
  const rows: Readonly<Record<string, readonly object[]>> = {
    consumers: [consumerRow],
    ledgers: [ledgerRow, { ...ledgerRow, id: ids.virtual, parentId: ids.ledger }],
    cards: [cardRow],
    beneficiaries: [sepaPayee, britishPayee],
    transactions,
  };
  const details: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    consumers: [consumer],
    ledgers: [ledger, virtual],
    cards: [card],
    beneficiaries: [sepaPayee, britishPayee].map((one) => ({ ...one, endUserId: ids.consumer })),
    transactions,
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://linkcy');
    const [, noun = '', wanted] = /^\/api\/partner\/(\w+)(?:\/([^/]+))?$/.exec(pathname) ?? [];
    const one = details[noun]?.find((detail) => detail.id === wanted);
    const list = wanted === undefined ? rows[noun] : undefined;
    const answer = one ?? (list && page(wordiness === 'more than is known' ? list.map(earlier) : list, searchParams));
    const refusal = { errorCode: 'NOT_FOUND', message: 'No.', error: 'linkcy.not.found', status: 404, timestamp: date };
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json;charset=UTF-8' });
    response.end(JSON.stringify(answer === undefined ? refusal : worded(answer, wordiness)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

function page(rows: readonly object[], parameters: URLSearchParams) {
  const [page, pageSize] = [Number(parameters.get('page')), Number(parameters.get('pageSize'))];
  return { content: rows.slice(page * pageSize, (page + 1) * pageSize), totalElements: rows.length, page, pageSize };
}

function earlier(row: object): object {
  return 'paymentType' in row ? row : { ...early, ...row };
}

/** The same with what the wordiness adds, in every object of it. */
function worded(value: unknown, wordiness: Wordiness): unknown {
  if (wordiness === 'only what is required' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => worded(item, wordiness));
  const fields = Object.entries(value).map(([name, field]) => [name, worded(field, wordiness)] as const);
  const unknown = ['x', 'newThing', 'constructor'].map((name) => [name, { id: 'no UUID', amount: 1.5 }] as const);
  const nulls = optional.flatMap(([kind, names]) => (kind in value ? names.map((name) => [name, null] as const) : []));
  return Object.fromEntries([...(wordiness === 'more than is known' ? unknown : nulls), ...fields]);
}
