import type { Json } from './ask.js';

/** Fields by their dotted names; a required field of an optional object counts where the object is there. */
export interface FieldSet {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);
const under = (prefix: string, names: readonly string[]): string[] => names.map((name) => `${prefix}.${name}`);

const envelopeFree = (required: string, optional = ''): FieldSet => ({
  required: words(required),
  optional: optional === '' ? [] : words(optional),
});

const status = words(
  `status status.banking status.banking.value status.kyc status.kyc.value status.suspension status.suspension.value
  status.linkcy status.linkcy.value status.compliance status.compliance.value status.overall status.overall.value`,
);
const statusReasons = words(
  'status.banking.reason status.kyc.reason status.suspension.reason status.linkcy.reason status.compliance.reason',
);
const phone = words('phone phone.verified');
const phoneParts = words('phone.countryCode phone.number phone.verificationDate');

/** What the rows of the lists have. */
export const listElements: Readonly<Record<string, FieldSet>> = {
  consumers: {
    required: [...words('id updateDate creationDate'), ...phone, ...status],
    optional: [...words('firstName lastName emailAddress'), ...phoneParts, ...statusReasons],
  },
  ledgers: envelopeFree(
    'id country currency isUpgraded endUser endUser.id status creationDate endUserId',
    'friendlyName parentId',
  ),
  cards: envelopeFree(
    'id endUserId ledgerId profile profile.id profile.name expiryDate nameOnCard type status creationDate',
    'friendlyName',
  ),
  'card-profiles': envelopeFree(
    `id name scheme ledgerType cardType userType active program program.id design design.id rules rules.type
    rules.value`,
    'rules.name',
  ),
  beneficiaries: envelopeFree(
    'name id type updateDate status active creationDate display accountType',
    'friendlyName accountNumber sortCode iban bicOrSwift',
  ),
};

const address = words('isoCountryCode city status');
const addressParts = words('postalCode street number refinement stateOrProvince');

const consumer: FieldSet = {
  required: [
    ...words('id kycInfo kycInfo.status kycInfo.type termsAccepted email email.verified creationDate updateDate'),
    ...words('accountPurposes'),
    ...phone,
    ...status,
    ...under('address', address),
    ...under('strongAuthentication', words('id endpointId creationDate pinStatus biometryStatus')),
  ],
  optional: [
    ...words(
      'externalId kycInfo.kycApplicationId kycInfo.statusReason kycInfo.updateDate address firstName middleName',
    ),
    ...words('lastName email.address email.verificationDate gender birthCity birthIsoCountryCode birthDate'),
    ...words('nationalityCode sourceOfFunds otherSourceOfFunds occupation otherOccupation notes strongAuthentication'),
    ...words('taxIdentificationNumber taxCountry financialInformation partnerMetadata partnerMetadata.segment'),
    ...words('userMetadata userMetadata.theme'),
    ...under(
      'financialInformation',
      words(
        `monthlyNetIncome currency expectedMonthlyIncomingVolume expectedMonthlyOutgoingVolume
        expectedMonthlyIncomingTransferFrequency`,
      ),
    ),
    ...under('address', addressParts),
    ...phoneParts,
    ...statusReasons,
  ],
};

const ledger = (body: Json): FieldSet => ({
  required: [
    ...words('id endUserId status currency country creationDate updateDate suspensionsInformation limits'),
    ...under('suspensionsInformation', words('date operator')).filter(() => hasSuspension(body)),
    ...under(
      'limits',
      words('ddTransactionLimit ddMonthlyLimit transactionLimit transactionDailyLimit transactionMonthlyLimit'),
    ),
    ...under('closeInformation', words('date operator')),
    ...('parentId' in Object(body) ? ['parentId'] : words('totalAmount availableAmount reservedAmount isUpgraded')),
  ],
  optional: words(
    `friendlyName iban bicOrSwift accountNumber sortCode routingNumber closeInformation closeInformation.reason
    suspensionsInformation.reason`,
  ),
});

function hasSuspension(body: Json): boolean {
  const { suspensionsInformation } = Object(body) as { suspensionsInformation?: unknown };
  return Array.isArray(suspensionsInformation) && suspensionsInformation.length > 0;
}

const card = (body: Json): FieldSet => ({
  required: [
    ...words('id endUserId ledgerId profile profile.id profile.name type scheme currency status status.value'),
    ...words('creationDate updateDate pinStatus rules'),
    ...under('deliveryAddress', address),
    ...under('rules', words('type value creator')).filter(() => hasRules(body)),
  ],
  optional: [
    ...words('expiryDate nameOnCard cardholderNameOnCard friendlyName deliveryAddress deliveryMethod'),
    ...words('deliveryShipmentDate deliveryTrackingNumber truncatedPan status.reason status.otherReason'),
    ...words('status.operator rules.name'),
    ...under('deliveryAddress', addressParts),
  ],
});

function hasRules(body: Json): boolean {
  const { rules } = Object(body) as { rules?: unknown };
  return Array.isArray(rules) && rules.length > 0;
}

const beneficiary = (body: Json): FieldSet => ({
  required: [
    ...words('name id type updateDate status active creationDate endUserId accountType'),
    ...(Object(body).accountType === 'GBP' ? words('accountNumber sortCode') : words('iban bicOrSwift')),
  ],
  optional: words('display linkcyLedgerId friendlyName'),
});

/** What the details have. */
export const details: Readonly<Record<string, (body: Json) => FieldSet>> = {
  consumers: () => consumer,
  ledgers: ledger,
  cards: card,
  beneficiaries: beneficiary,
};

const transaction = words(
  `id status creationDate amount currency type paymentType information information.originalAmount
  information.originalCurrency information.conversionRate`,
);
const bank = words('information.note information.declineReason information.reference sender receiver');
const party = (side: string, more = ''): string[] =>
  under(side, words(`name ledgerId endUserId ledgerFriendlyName virtualLedgerId virtualLedgerFriendlyName ${more}`));

const sepa: FieldSet = {
  required: [...transaction, 'information.sequence'],
  optional: [
    ...bank,
    'information.clearingDate',
    ...party('sender', 'bic iban'),
    ...party('receiver', 'bic iban beneficiaryId'),
  ],
};
const cardPayment: FieldSet = {
  required: [
    ...transaction,
    ...words('direction merchant merchant.id merchant.name merchant.city merchant.country merchant.categoryCode'),
    'merchant.description',
    ...under(
      'cardDetails',
      words('truncatedPan token terminalAttendance holderPresent cardPresent deviceFormFactor inputMethod'),
    ),
    ...under('information.originalTransaction', words('id date')),
    ...under('information.clearingTransaction', words('id date')),
  ],
  optional: [
    ...words('information.note information.declineReason information.originalTransaction sender receiver cardDetails'),
    'information.clearingTransaction',
    ...party('sender', 'cardId cardFriendlyName'),
    ...party('receiver', 'cardId cardFriendlyName'),
  ],
};
const other: FieldSet = {
  required: [...transaction, 'information.clearingDate'],
  optional: [...bank, ...party('sender'), ...party('receiver')],
};

/** The six variants by the types that they stand for. */
export const transactionVariants: Readonly<Record<string, FieldSet>> = {
  INTER_LEDGER: other,
  FX: other,
  UNKNOWN: other,
  SEPA_CREDIT_TRANSFER: sepa,
  SEPA_DIRECT_DEBIT: sepa,
  CARD_AUTHORIZATION: cardPayment,
  CARD_CLEARING: cardPayment,
  UK_CREDIT_TRANSFER: {
    required: transaction,
    optional: [
      ...bank,
      'information.clearingDate',
      ...party('sender', 'sortCode accountNumber bic iban'),
      ...party('receiver', 'sortCode accountNumber beneficiaryId'),
    ],
  },
  ACQUIRING: {
    required: [...transaction, 'details'],
    optional: [
      ...bank,
      ...words('information.clearingDate information.paymentDate netAmount fees'),
      ...party('sender'),
      ...party('receiver'),
      ...under(
        'details',
        words(
          `endUserId cardHolderName cardIssuer cardType cardScheme cardIssuerCountryCode cardTruncPan threeDsCheck
          targetLedgerId loadTransactionId paymentMethod`,
        ),
      ),
      ...under('fees', words('acquiringCommission merchantCharge schemeFee interchangeFee partnerFee')),
    ],
  },
};
