import { unreadableText } from '../../../src/graph/validation/readable-text.js';
import {
  address,
  financialInformation,
  ids,
  mutationNames,
  phone,
  sepa,
  validInputs,
  type Input,
  type MutationName,
} from './inputs.js';

/** [mutation, what is changed in its valid input, path of the problem, its message] */
export type RefusedRow = readonly [mutation: MutationName, change: Input, path: readonly string[], message: string];

const long = (length: number) => 'x'.repeat(length);
const ofTheType = (field: string) => `Must be given where the type of the rule takes \`${field}\`, and nowhere else.`;
const ruleValues =
  'Must be merchants of 1 to 255 characters, or merchant category codes of four digits, and at least one.';
const atMost = (length: number) => `Must have at most ${length} characters.`;
const digits = (count: number) => `Must have ${count} digits and nothing else.`;

const unknown = 'Must not be UNKNOWN.';
const country = 'Must be a country in ISO 3166-1 alpha-3 form, such as FRA.';
const callingCode = 'Must be a country code that LinkCy can send text messages to, such as 33 or +33.';
const phoneNumber = 'Must have 1 to 14 digits and nothing else.';
const email = 'Must be an e-mail address of at most 254 characters.';
const latin1 = 'Must consist of Latin-1 characters.';
const word = "Must be one of LinkCy's words: capital letters, digits and underscores.";
const json = 'Must have at most 3,000 characters as JSON text.';
const iban = 'Must be an IBAN in the form of its country, with its length and the right check digits.';
const bic = 'Must be a BIC of 8 or 11 characters.';
const wholeNumber = 'Must be a whole number from 1 to 999,999,999.';
const amount = 'Must be above 0, with at most two decimals and at most 13 digits before the point.';
const reference = "Must have at most 60 characters, out of letters (also accented ones), digits, spaces and . , ' ?";
const nameOnCard = 'Must have 1 to 21 characters, capital letters A to Z and spaces only.';
const idOf = (type: string) => `Must be the id of a ${type}, or LinkCy's UUID of one.`;
const opaqueLedgerId = Buffer.from(`Ledger:${ids.ledger}`).toString('base64url');

const anyMutation = mutationNames.flatMap((mutation): RefusedRow[] => [
  [mutation, { idempotencyKey: '' }, ['idempotencyKey'], 'Must have 1 to 255 characters.'],
  [mutation, { idempotencyKey: long(256) }, ['idempotencyKey'], 'Must have 1 to 255 characters.'],
]);

const identifiers: RefusedRow[] = [
  ...(['updateConsumer', 'updateConsumerContact'] as const).map((mutation): RefusedRow => [
    mutation,
    { id: 'x' },
    ['id'],
    idOf('Consumer'),
  ]),
  ...(['activateCard', 'suspendCard', 'closeCard', 'resetCardPinAttempts'] as const).flatMap(
    (mutation): RefusedRow[] => [
      [mutation, { id: 'x' }, ['id'], idOf('Card')],
      [mutation, { id: opaqueLedgerId }, ['id'], idOf('Card')],
      [mutation, { id: '..' }, ['id'], idOf('Card')],
      [mutation, { id: 5 }, ['id'], idOf('Card')],
    ],
  ),
  ['updateBeneficiary', { id: opaqueLedgerId }, ['id'], idOf('Beneficiary')],
  ['addBeneficiary', { consumerId: opaqueLedgerId }, ['consumerId'], idOf('Consumer')],
  ['createCard', { ledgerId: `${ids.ledger}0` }, ['ledgerId'], idOf('Ledger')],
  ['createCard', { profileId: opaqueLedgerId }, ['profileId'], "Must be LinkCy's UUID of a card profile."],
  ['createTransfer', { ledgerFromId: ` ${ids.ledger}` }, ['ledgerFromId'], idOf('Ledger')],
  ['createTransfer', { beneficiaryId: opaqueLedgerId }, ['beneficiaryId'], idOf('Beneficiary')],
  ['createInterLedgerTransfer', { ledgerFromId: '' }, ['ledgerFromId'], idOf('Ledger')],
  ['createInterLedgerTransfer', { ledgerToId: 'x' }, ['ledgerToId'], idOf('Ledger')],
  ['createDirectDebit', { mandateId: 'x' }, ['mandateId'], idOf('Mandate')],
  ...(['updateMandate', 'activateMandate', 'cancelMandate'] as const).flatMap((mutation): RefusedRow[] => [
    [mutation, { id: 'x' }, ['id'], idOf('Mandate')],
    [mutation, { id: opaqueLedgerId }, ['id'], idOf('Mandate')],
  ]),
  ['createMandate', { endUserId: opaqueLedgerId }, ['endUserId'], "Must be LinkCy's UUID of an end-user."],
  ['createDirectDebit', { ledgerToId: 'x' }, ['ledgerToId'], idOf('Ledger')],
];

const facts = (['createConsumer', 'updateConsumer'] as const).flatMap((mutation): RefusedRow[] => [
  [mutation, { externalId: long(512) }, ['externalId'], atMost(511)],
  [mutation, { sourceOfFunds: 'UNKNOWN' }, ['sourceOfFunds'], unknown],
  [mutation, { sourceOfFunds: 'OTHER' }, ['otherSourceOfFunds'], 'Must be given when sourceOfFunds is OTHER.'],
  [
    mutation,
    { sourceOfFunds: 'OTHER', otherSourceOfFunds: ' ' },
    ['otherSourceOfFunds'],
    'Must be given when sourceOfFunds is OTHER.',
  ],
  [mutation, { otherSourceOfFunds: long(512) }, ['otherSourceOfFunds'], atMost(511)],
  [mutation, { occupation: 'UNKNOWN' }, ['occupation'], unknown],
  [
    mutation,
    { occupation: 'OTHER', otherOccupation: null },
    ['otherOccupation'],
    'Must be given when occupation is OTHER.',
  ],
  [mutation, { otherOccupation: long(512) }, ['otherOccupation'], atMost(511)],
  [mutation, { taxIdentificationNumber: long(256), taxCountry: 'FRA' }, ['taxIdentificationNumber'], atMost(255)],
  [mutation, { taxCountry: 'FR' }, ['taxCountry'], country],
  [mutation, { taxCountry: 'che' }, ['taxCountry'], country],
  [mutation, { accountPurposes: ['SALARY', 'UNKNOWN'] }, ['accountPurposes', '1'], unknown],
  [
    mutation,
    { accountPurposes: ['SALARY', 'PENSION', 'SALARY'] },
    ['accountPurposes', '2'],
    'Must not be in the list twice.',
  ],
]);

const contact = (['createConsumer', 'updateConsumerContact'] as const).flatMap((mutation): RefusedRow[] => [
  [mutation, { phone: { ...phone, countryCode: '999' } }, ['phone', 'countryCode'], callingCode],
  [mutation, { phone: { ...phone, countryCode: '0033' } }, ['phone', 'countryCode'], callingCode],
  [mutation, { phone: { ...phone, countryCode: '++33' } }, ['phone', 'countryCode'], callingCode],
  [mutation, { phone: { ...phone, number: '' } }, ['phone', 'number'], phoneNumber],
  [mutation, { phone: { ...phone, number: '06-12-34' } }, ['phone', 'number'], phoneNumber],
  [mutation, { phone: { ...phone, number: '1'.repeat(15) } }, ['phone', 'number'], phoneNumber],
  [mutation, { emailAddress: 'nobody' }, ['emailAddress'], email],
  [mutation, { emailAddress: 'a b@example.org' }, ['emailAddress'], email],
  [mutation, { emailAddress: `${long(250)}@example.org` }, ['emailAddress'], email],
  [mutation, { address: { ...address, isoCountryCode: 'U.S' } }, ['address', 'isoCountryCode'], country],
  [mutation, { address: { ...address, isoCountryCode: 'fra' } }, ['address', 'isoCountryCode'], country],
  [mutation, { address: { ...address, city: long(256) } }, ['address', 'city'], atMost(255)],
  [mutation, { address: { ...address, postalCode: long(256) } }, ['address', 'postalCode'], atMost(255)],
  [mutation, { address: { ...address, street: long(512) } }, ['address', 'street'], atMost(511)],
  [mutation, { address: { ...address, number: long(256) } }, ['address', 'number'], atMost(255)],
  [mutation, { address: { ...address, refinement: long(36) } }, ['address', 'refinement'], atMost(35)],
  [mutation, { address: { ...address, stateOrProvince: long(256) } }, ['address', 'stateOrProvince'], atMost(255)],
]);

const consumers: RefusedRow[] = [
  [
    'createConsumer',
    { taxIdentificationNumber: '1' },
    ['taxCountry'],
    'Must be given together with taxIdentificationNumber.',
  ],
  ['createConsumer', { firstName: 'Łukasz' }, ['firstName'], latin1],
  ['createConsumer', { middleName: '李' }, ['middleName'], latin1],
  ['createConsumer', { lastName: 'Łukasz' }, ['lastName'], latin1],
  ['createConsumer', { lastName: 'Smith\u0000' }, ['lastName'], unreadableText],
  ['createConsumer', { metadata: { note: long(3000) } }, ['metadata'], json],
  ['updateConsumer', { userMetadata: { note: long(3000) } }, ['userMetadata'], json],
  ['updateConsumer', { partnerMetadata: { note: long(3000) } }, ['partnerMetadata'], json],
  ['updateConsumer', { occupationSector: 'accounting audit' }, ['occupationSector'], word],
  ...(
    [
      'monthlyNetIncome',
      'expectedMonthlyIncomingVolume',
      'expectedMonthlyOutgoingVolume',
      'expectedMonthlyIncomingTransferFrequency',
    ] as const
  ).map((field): RefusedRow => [
    'updateConsumer',
    { financialInformation: { ...financialInformation, [field]: '1,000' } },
    ['financialInformation', field],
    word,
  ]),
  [
    'updateConsumer',
    { financialInformation: { ...financialInformation, currency: 'euro' } },
    ['financialInformation', 'currency'],
    'Must be a currency in ISO 4217 form, such as EUR.',
  ],
  [
    'updateConsumer',
    { externalId: null },
    [],
    'Must have at least one of externalId, sourceOfFunds, otherSourceOfFunds, occupation, otherOccupation, occupationSector, ' +
      'isUsPerson, lastTermsAccepted, taxIdentificationNumber, taxCountry, accountPurposes, financialInformation, userMetadata, ' +
      'partnerMetadata: there is nothing to change.',
  ],
  [
    'updateConsumerContact',
    { emailAddress: null },
    [],
    'Must have at least one of address, emailAddress, phone: there is nothing to change.',
  ],
];

const rule = { type: 'DAILY_MAX_SPEND', value: 100 };
const cards: RefusedRow[] = [
  ['createCard', { nameOnCard: 'ada' }, ['nameOnCard'], nameOnCard],
  ['createCard', { nameOnCard: '' }, ['nameOnCard'], nameOnCard],
  ['createCard', { nameOnCard: 'A'.repeat(22) }, ['nameOnCard'], nameOnCard],
  ['createCard', { nameOnCard: 'ÉMILE' }, ['nameOnCard'], nameOnCard],
  ['createCard', { friendlyName: long(256) }, ['friendlyName'], atMost(255)],
  ['createCard', { deliveryMethod: 'UNKNOWN' }, ['deliveryMethod'], unknown],
  ['createCard', { rules: [{ ...rule, value: 0 }] }, ['rules', '0', 'value'], wholeNumber],
  ['createCard', { rules: [{ ...rule, value: 1_000_000_000 }] }, ['rules', '0', 'value'], wholeNumber],
  ['createCard', { rules: [rule, { type: 'UNKNOWN', value: 1 }] }, ['rules', '1', 'type'], unknown],
  ['createCard', { rules: [{ ...rule, enabled: true }] }, ['rules', '0', 'enabled'], ofTheType('enabled')],
  [
    'createCard',
    { rules: [{ type: 'DISABLE_ONLINE', value: 1, enabled: true }] },
    ['rules', '0', 'value'],
    ofTheType('value'),
  ],
  ['createCard', { rules: [{ type: 'MCC_WHITELIST' }] }, ['rules', '0', 'values'], ofTheType('values')],
  ['createCard', { rules: [{ type: 'MCC_WHITELIST', values: ['food'] }] }, ['rules', '0', 'values'], ruleValues],
  ['createCard', { rules: [{ type: 'MERCHANT_BLACKLIST', values: [] }] }, ['rules', '0', 'values'], ruleValues],
  ['createCard', { rules: [{ ...rule, name: long(256) }] }, ['rules', '0', 'name'], atMost(255)],
  ['createCard', { rules: [rule, rule] }, ['rules', '1', 'type'], 'No two items of the list may have the same type.'],
  ['activateCard', { truncatedPan: '123' }, ['truncatedPan'], 'Must be the last 4 digits of the card.'],
  ['activateCard', { truncatedPan: '12345' }, ['truncatedPan'], 'Must be the last 4 digits of the card.'],
  ['activateCard', { truncatedPan: '12a4' }, ['truncatedPan'], 'Must be the last 4 digits of the card.'],
  ...(['suspendCard', 'closeCard'] as const).flatMap((mutation): RefusedRow[] => [
    [mutation, { operator: 'UNKNOWN' }, ['operator'], unknown],
    [mutation, { otherReason: long(512) }, ['otherReason'], atMost(511)],
  ]),
  ['suspendCard', { reason: 'OTHER' }, ['otherReason'], 'Must be given when reason is OTHER.'],
  ['suspendCard', { reason: 'OTHER', otherReason: '' }, ['otherReason'], 'Must be given when reason is OTHER.'],
];

const oneAccount = 'Must have exactly one of sepa, gbp, usd.';
const gbp = { sortCode: '200000', accountNumber: '55779911' };
const usd = { abaCode: '021000021', accountNumber: '123456789' };
const account = (details: Input) => ({ bankingDetails: details });
const beneficiaries: RefusedRow[] = [
  ['addBeneficiary', { type: 'UNKNOWN' }, ['type'], unknown],
  ['addBeneficiary', { name: 'Al' }, ['name'], 'Must have 3 to 70 characters.'],
  ['addBeneficiary', { name: long(71) }, ['name'], 'Must have 3 to 70 characters.'],
  ['addBeneficiary', { friendlyName: '' }, ['friendlyName'], 'Must have 1 to 255 characters.'],
  ['addBeneficiary', { friendlyName: long(256) }, ['friendlyName'], 'Must have 1 to 255 characters.'],
  ['addBeneficiary', account({}), ['bankingDetails'], oneAccount],
  ['addBeneficiary', account({ sepa: null }), ['bankingDetails'], oneAccount],
  ['addBeneficiary', account({ sepa, gbp }), ['bankingDetails'], oneAccount],
  ...[
    'FR1420041010050500013M02607', // wrong check digits
    'FR142004101005050001M02606', // too short for France
    'DE893704004405320130000', // too long for Germany
    'FR14200410100505', // of no country's length
    '1420041010050500013M02606', // no country
    'FR14-2004-1010-0505-0001-3M02-606',
    'DE06ABCDEFGHIJKLMNOPQR', // letters, where Germany has digits
    'GB381234567890ABCDEFGH', // digits, where Great Britain has the letters of a bank
    'FK4912345678901234', // the same for the Falkland Islands
    'MN65123412345678901A', // a letter, where Mongolia has digits
    'YE881BYE0001018861234567891234',
    'AO89A0012345678901234567890', // the same for Angola, which the registry lacks
    'NO0086010000047', // 00 is the same remainder as 97, and no check digits
    '',
  ].map((wrong): RefusedRow => [
    'addBeneficiary',
    account({ sepa: { ...sepa, iban: wrong } }),
    ['bankingDetails', 'sepa', 'iban'],
    iban,
  ]),
  ...['PSSTFRP', 'PSSTFRPPXX', 'PSST12PP', 'PSSTFRPPXXXX', 'PSST-RPP'].map((wrong): RefusedRow => [
    'addBeneficiary',
    account({ sepa: { ...sepa, bic: wrong } }),
    ['bankingDetails', 'sepa', 'bic'],
    bic,
  ]),
  [
    'addBeneficiary',
    account({ gbp: { ...gbp, sortCode: '20-00-00' } }),
    ['bankingDetails', 'gbp', 'sortCode'],
    digits(6),
  ],
  [
    'addBeneficiary',
    account({ gbp: { ...gbp, accountNumber: '5577991' } }),
    ['bankingDetails', 'gbp', 'accountNumber'],
    digits(8),
  ],
  [
    'addBeneficiary',
    account({ usd: { ...usd, abaCode: '02100002' } }),
    ['bankingDetails', 'usd', 'abaCode'],
    digits(9),
  ],
  [
    'addBeneficiary',
    account({ usd: { ...usd, accountNumber: '' } }),
    ['bankingDetails', 'usd', 'accountNumber'],
    'Must have 1 to 34 characters.',
  ],
  ['addBeneficiary', account({ usd: { ...usd, swift: 'X' } }), ['bankingDetails', 'usd', 'swift'], bic],
  ['updateBeneficiary', { friendlyName: '' }, ['friendlyName'], 'Must have 1 to 255 characters.'],
  [
    'updateBeneficiary',
    { active: null },
    [],
    'Must have at least one of active, display, friendlyName: there is nothing to change.',
  ],
];

const transfers: RefusedRow[] = [
  ...(['createTransfer', 'createInterLedgerTransfer', 'createDirectDebit'] as const).flatMap((mutation): RefusedRow[] =>
    ['0', '0.00', '-1', '0.001', '12.345', '10000000000000'].map((wrong) => [
      mutation,
      { amount: wrong },
      ['amount'],
      amount,
    ]),
  ),
  ...(['createTransfer', 'createInterLedgerTransfer'] as const).flatMap((mutation): RefusedRow[] =>
    [long(61), 'a/b', 'Ł', 'a-b'].map((wrong) => [mutation, { reference: wrong }, ['reference'], reference]),
  ),
  ['createDirectDebit', { reference: ' ' }, ['reference'], 'Must not be empty.'],
];

const debtor = validInputs.createMandate.debtor;
const mandates: RefusedRow[] = [
  ['createMandate', { friendlyName: long(256) }, ['friendlyName'], atMost(255)],
  ['createMandate', { debtor: { ...debtor, type: 'UNKNOWN' } }, ['debtor', 'type'], unknown],
  ['createMandate', { debtor: { ...debtor, name: 'Al' } }, ['debtor', 'name'], 'Must have 3 to 511 characters.'],
  ['createMandate', { debtor: { ...debtor, name: long(512) } }, ['debtor', 'name'], 'Must have 3 to 511 characters.'],
  [
    'createMandate',
    { debtor: { ...debtor, account: { ...sepa, iban: 'FR1420041010050500013M02607' } } },
    ['debtor', 'account', 'iban'],
    iban,
  ],
  ['createMandate', { debtor: { ...debtor, account: { ...sepa, bic: 'X' } } }, ['debtor', 'account', 'bic'], bic],
  ['updateMandate', { friendlyName: long(256) }, ['friendlyName'], atMost(255)],
  ['updateMandate', { debtorAccount: { ...sepa, iban: '' } }, ['debtorAccount', 'iban'], iban],
  ['updateMandate', { debtorAccount: { ...sepa, bic: '' } }, ['debtorAccount', 'bic'], bic],
  [
    'updateMandate',
    { recurring: null },
    [],
    'Must have at least one of friendlyName, debtorAccount, recurring, expirationDate: there is nothing to change.',
  ],
];

export const refusedInputs: readonly RefusedRow[] = [
  ...anyMutation,
  ...identifiers,
  ...facts,
  ...contact,
  ...consumers,
  ...cards,
  ...beneficiaries,
  ...transfers,
  ...mandates,
];

/** The whole input of a row. */
export const inputOf = (mutation: MutationName, change: Input): Input => ({ ...validInputs[mutation], ...change });
