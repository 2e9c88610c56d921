/**
 * What costs a call to LinkCy besides what the schema says itself: a list costs its pages, and a field that leads to an
 * object (a type with Node) costs fetching it. A test asks for every field of the schema and compares with the calls
 * that were made.
 */

/** Fields that rows of lists lack: they take GET /x/{id} of the object, once however many of them are selected. */
export const detailFields: Readonly<Record<string, ReadonlySet<string>>> = {
  Consumer: new Set([
    'externalId',
    'middleName',
    'gender',
    'genderText',
    'birthDate',
    'birthCity',
    'birthIsoCountryCode',
    'nationalityCode',
    'address',
    'termsAccepted',
    'sourceOfFunds',
    'sourceOfFundsText',
    'otherSourceOfFunds',
    'occupation',
    'occupationText',
    'otherOccupation',
    'taxIdentificationNumber',
    'taxCountry',
    'accountPurposes',
    'accountPurposesText',
    'financialInformation',
    'strongAuthentication',
    'userMetadata',
    'partnerMetadata',
    'notes',
  ]),
  Email: new Set(['verified', 'verificationDate']),
  KycInfo: new Set(['kycApplicationId', 'type', 'typeText', 'updateDate']),
  // Whose it is, is often known, but not always.
  Ledger: new Set([
    'iban',
    'bicOrSwift',
    'accountNumber',
    'sortCode',
    'totalAmount',
    'availableAmount',
    'reservedAmount',
    'consumer',
    'endUserId',
  ]),
  Card: new Set([
    'scheme',
    'schemeText',
    'currency',
    'statusReason',
    'statusOtherReason',
    'statusOperator',
    'statusOperatorText',
    'truncatedPan',
    'pinStatus',
    'pinStatusText',
    'rules',
    'delivery',
    'updateDate',
  ]),
  Beneficiary: new Set(['consumer', 'ledger', 'endUserId', 'linkcyLedgerId']),
};

/** Calls of fields that have one of their own for each object, beside the detail. */
export const fieldCalls: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Ledger: { statement: 1, bankDetails: 1 },
  Viewer: { endUserId: 1 },
};

/** A mutation: the write, and for an idempotency key whose token it is. Its object is counted where it is selected. */
export const mutationCalls = 2;

/** Calls of the fields at the root of an operation, where they are not a list, an object or a mutation. */
export const rootCalls: Readonly<Record<string, number>> = {
  // LinkCy is asked whether the token is valid.
  scaOperation: 1,
  scaCompleted: 1,
  resumeSca: 2,
  submitScaSignature: mutationCalls,
  termsAndConditions: 1,
  kycApplication: 1,
  // Whether LinkCy accepts the token.
  viewer: 1,
  cardTruncatedPan: 1,
};
