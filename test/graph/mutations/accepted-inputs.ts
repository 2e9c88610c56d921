import { address, financialInformation, ids, phone, type Input, type MutationName } from './inputs.js';

/** Values at the edge of what the rules allow: [mutation, what is changed in its valid input]. */
export type AcceptedRow = readonly [mutation: MutationName, change: Input];

const opaque = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');
const iban = (text: string) => ({ bankingDetails: { sepa: { iban: text, bic: 'psstfrpp' } } });
const json3000 = { note: 'x'.repeat(3000 - '{"note":""}'.length) };

export const acceptedInputs: readonly AcceptedRow[] = [
  ['createConsumer', { phone: { countryCode: '+441481', number: '1'.repeat(14) } }],
  ['createConsumer', { firstName: 'Ünal', middleName: "O'Neill-ÿ", lastName: '' }],
  ['createConsumer', { externalId: 'x'.repeat(511), metadata: json3000 }],
  ['createConsumer', { sourceOfFunds: 'OTHER', otherSourceOfFunds: 'x'.repeat(511), accountPurposes: [] }],
  ['createConsumer', { taxIdentificationNumber: '', taxCountry: null }],
  ['createConsumer', { address: { ...address, refinement: 'x'.repeat(35), bypassVerification: true } }],
  ['updateConsumer', { externalId: null, isUsPerson: false }],
  ['updateConsumer', { externalId: null, financialInformation }],
  ['updateConsumer', { financialInformation: { currency: 'EUR' } }],
  ['updateConsumer', { taxCountry: 'CHE' }],
  ['updateConsumerContact', { address: { ...address, isoCountryCode: 'CHE' } }],
  // The country may be known already: LinkCy decides.
  ['updateConsumer', { taxIdentificationNumber: '12' }],
  ['updateConsumer', { id: opaque('Consumer', ids.consumer) }],
  ['updateConsumerContact', { emailAddress: null, phone: { ...phone, countryCode: '+33' } }],
  ['createCard', { nameOnCard: 'ADA KING', rules: [], deliveryMethod: 'FRENCH_MAIL_TRACKING', friendlyName: '' }],
  [
    'createCard',
    {
      rules: [
        { type: 'DAILY_MAX_SPEND', value: 1 },
        { type: 'WEEKLY_MAX_SPEND', value: 999_999_999, name: 'week' },
      ],
    },
  ],
  ['activateCard', { truncatedPan: '0000' }],
  ['suspendCard', { operator: 'LINKCY', reason: null }],
  ['closeCard', { reason: 'OTHER', otherReason: 'moved' }],
  ['closeCard', { reason: 'OTHER' }],
  ['addBeneficiary', { name: 'Ada', friendlyName: 'x', consumerId: ids.consumer }],
  ['addBeneficiary', { name: 'x'.repeat(70), display: false }],
  // Printed and electronic form, longest and shortest, letters among the digits, and a country of unknown length.
  ['addBeneficiary', iban('fr14 2004 1010 0505 0001 3m02 606')],
  ['addBeneficiary', iban('NO9386011117947')],
  ['addBeneficiary', iban('MT84MALT011000012345MTLCAST001S')],
  ...[
    ...['FK88SC123456789012', 'YE15CBYE0001018861234567891234', 'RU0204452560040702810412345678901'],
    // The registry's own example for Belarus, and letters where the registry allows them.
    ...['BY13NBRB3600900000002Z00AB00', 'AZ50NABZ0000000013701000194A', 'JO28CBJO001000000000013100AB02'],
    ...['PK22SCBL00000011234567AB', 'DO561AGR00000001212453611324', 'SN89K00100152000048500003035'],
    ...['LY83002048000020100120361', 'SC18SSCB11010000000000001497USD', 'BI4210000100010000332045181'],
    ...['DJ2100010000000154000100186', 'MN121234123456789123', 'NI45BAPR00000013000003558124', 'SD8811123456789012'],
    ...[
      'SO211000001001000100141',
      'ST23000100010051845310146',
      'OM810180000001299123456',
      'HN88CABF00000000000250005469',
    ],
  ].map((text) => ['addBeneficiary', iban(text)] as const),
  ['addBeneficiary', iban('ZZ6600000000000000')],
  ['addBeneficiary', { bankingDetails: { gbp: { sortCode: '200000', accountNumber: '55779911' }, usd: null } }],
  ['addBeneficiary', { bankingDetails: { usd: { abaCode: '021000021', accountNumber: '1' } } }],
  ['updateBeneficiary', { active: null, display: false }],
  ['createTransfer', { amount: '0.01', reference: '' }],
  ['createTransfer', { amount: '9999999999999.99', reference: ".'aZÀÿ0,? ".padEnd(60, 'x') }],
  ['createTransfer', { amount: '12.500', ledgerFromId: opaque('Ledger', ids.ledger) }],
  ['createInterLedgerTransfer', { reference: null }],
  ['createMandate', { debtor: { type: 'COMPANY', name: 'x'.repeat(511), account: null }, friendlyName: '' }],
  ['createMandate', { endUserId: ids.consumer.toUpperCase(), friendlyName: 'x'.repeat(255), expirationDate: null }],
  ['updateMandate', { recurring: null, debtorAccount: { iban: 'fr14 2004 1010 0505 0001 3m02 606', bic: 'psstfrpp' } }],
  ['updateMandate', { recurring: null, expirationDate: '2031-03-04' }],
  ['cancelMandate', { id: opaque('Mandate', ids.mandate) }],
  ['createDirectDebit', { mandateId: opaque('Mandate', ids.mandate) }],
  ['createDirectDebit', { mandateId: ids.mandate.toUpperCase(), reference: 'Rent/2031-03' }],
];
