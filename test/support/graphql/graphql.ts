/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a consumer wants to use the account for. */
export type AccountPurpose =
  /** Buying and selling crypto-assets. */
  | 'CRYPTO'
  /** Changing money into other currencies. */
  | 'CURRENCY_EXCHANGE'
  /** Receiving dividends. */
  | 'DIVIDENDS'
  /** Lotteries and games of chance. */
  | 'LOTTERY_GAMING'
  /** Money to or from the family. */
  | 'MONEY_TO_FROM_FAMILY'
  /** Something else. */
  | 'OTHER'
  /** Everyday payments and bills. */
  | 'PAY_BILLS'
  /** Receiving a pension. */
  | 'PENSION'
  /** Business on their own account. */
  | 'PERSONAL_BUSINESS_PURPOSES'
  /** Telling incoming payments apart by who pays. */
  | 'RECONCILIATION'
  /** Receiving a salary. */
  | 'SALARY'
  /** Saving. */
  | 'SAVINGS'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** Holding virtual ledgers. */
  | 'VIRTUAL_ACCOUNT';

/** The card to activate. */
export type ActivateCardInput = {
  /** The card: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** The last 4 digits of the card, which prove that it has arrived; needed the first time. */
  truncatedPan?: string | null | undefined;
};

/** The mandate to activate. */
export type ActivateMandateInput = {
  /** The mandate: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
};

/** Another factor with which a device can approve. */
export type ActivateScaDeviceFactorInput = {
  /** The factor to enrol. */
  factor: ScaFactor;
  /** LinkCy's UUID of the device. */
  scaDeviceId: string | number;
  /** How the device is notified; LinkCy's default is PUSH_NOTIFICATION. */
  strategy?: EnrolmentStrategy | null | undefined;
};

/** Somebody to send money to. */
export type AddBeneficiaryInput = {
  /** The account that receives the money. */
  bankingDetails: BankingDetailsInput;
  /** Whose beneficiary it becomes: a consumer's opaque id, or LinkCy's UUID of a consumer or a corporate. Needed unless the caller is that end user. */
  consumerId?: string | number | null | undefined;
  /** Whether it is meant to be shown to the consumer. Not for consumers themselves. */
  display?: boolean | null | undefined;
  /** The consumer's own name for it, 1 to 255 characters. */
  friendlyName?: string | null | undefined;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** The full name, 3 to 70 characters: first, middle and last name in this order, or the company's. Exact: LinkCy recognizes the consumer's own accounts by it, and asks for fewer approvals of transfers to them. */
  name: string;
  /** Person or company. UNKNOWN is refused. */
  type: BeneficiaryType;
};

/** A postal address. LinkCy checks whether it exists; have the person check it again after a change, because cards are sent to it and it is printed on bank statements. */
export type AddressInput = {
  /** True keeps the address as it is, unchecked: it is INVALID until the person proves it with a document. False when left out. */
  bypassVerification?: boolean | null | undefined;
  /** City or town, at most 255 characters. */
  city: string;
  /** Country, ISO 3166-1 alpha-3 such as "FRA". LinkCy decides which countries it serves: European ones. */
  isoCountryCode: string;
  /** House number, at most 255 characters. */
  number?: string | null | undefined;
  /** Postal code in the form of the country, at most 255 characters. */
  postalCode: string;
  /** Floor, staircase, building or the like, at most 35 characters. */
  refinement?: string | null | undefined;
  /** State or province, at most 255 characters. */
  stateOrProvince?: string | null | undefined;
  /** Street without the number, at most 511 characters. */
  street: string;
};

/** How an address is proven. */
export type AddressProof =
  /** The partner has checked it, with a document; needs `documentId`. */
  | 'DELEGATED'
  /** The end-user opens a link and shows a document; needs `consumerId`. */
  | 'LINK'
  /** By a document that was uploaded; needs `documentId`. */
  | 'UPLOADED_DOCUMENT';

/** The verification status of an address. */
export type AddressStatus =
  /** The address could not be found. */
  | 'INVALID'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** The address exists. It becomes VERIFIED when a card that was sent there is activated. */
  | 'VALID'
  /** The address was proven to be theirs: a card that arrived there was activated, or a document was accepted. */
  | 'VERIFIED';

/** Exactly one of the three: the beneficiary's account in its own system. */
export type BankingDetailsInput = {
  /** An account with a sort code. */
  gbp?: GbpDetailsInput | null | undefined;
  /** An account with an IBAN. */
  sepa?: SepaDetailsInput | null | undefined;
  /** An account with an ABA routing number. */
  usd?: UsdDetailsInput | null | undefined;
};

/** A consumer's standing with the bank. */
export type BankingStatusValue =
  /** Not served. */
  | 'BLOCKED'
  /** The bank needs to know more. */
  | 'MISSING_DATA'
  /** The bank does not know the consumer yet. */
  | 'NOT_CREATED'
  /** Being decided. */
  | 'PENDING'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** Accepted. */
  | 'VALIDATED';

/** The kind of the beneficiary's account, which tells which of its fields are set. */
export type BeneficiaryAccountType =
  /** A British account: `sortCode` and `accountNumber`. */
  | 'GBP'
  /** A SEPA account: `iban` and `bicOrSwift`. */
  | 'IBAN'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** An American account. */
  | 'USD';

/** Narrows a list of beneficiaries. All given conditions must hold. */
export type BeneficiaryFilter = {
  /** Only those that are in use, or only those that are not; both when left out. */
  active?: boolean | null | undefined;
  /** Beneficiaries of this consumer, or of a corporate by its UUID. */
  consumerId?: string | number | null | undefined;
  /** Only those meant to be shown, or only those that are not; both when left out. */
  display?: boolean | null | undefined;
  /** Beneficiaries with this status. */
  status?: BeneficiaryStatus | null | undefined;
};

/** The order of a list of beneficiaries. Equal ones keep the order that LinkCy gives them. */
export type BeneficiarySort = {
  /** What to sort by. */
  attribute?: BeneficiarySortAttribute;
  /** Which end comes first. */
  direction?: SortDirection;
};

/** What a list of beneficiaries can be sorted by. */
export type BeneficiarySortAttribute =
  /** When the beneficiary was added; it never changes. */
  | 'CREATION_DATE'
  /** The full name, in the order of the alphabet that LinkCy uses. */
  | 'NAME';

/** The outcome of LinkCy's compliance check. Money can be sent to VALID beneficiaries only. */
export type BeneficiaryStatus =
  /** Refused. */
  | 'DECLINED'
  /** LinkCy needs to know more. */
  | 'NEED_ADDITIONAL_INFORMATION'
  /** Being checked. */
  | 'PENDING'
  /** Under manual review. */
  | 'PENDING_REVIEW'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** Money can be sent. */
  | 'VALID';

/** What a beneficiary is. */
export type BeneficiaryType =
  /** A company. */
  | 'COMPANY'
  /** A person. */
  | 'PERSON'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** The mandate to cancel. */
export type CancelMandateInput = {
  /** The mandate: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
};

/** Narrows a list of card designs. All given conditions must hold. */
export type CardDesignFilter = {
  /** Physical or virtual. UNKNOWN is refused. */
  cardType?: CardType | null | undefined;
  /** For these ledgers. UNKNOWN is refused. */
  ledgerType?: LedgerType | null | undefined;
  /** Of this payment network. UNKNOWN is refused. */
  scheme?: CardScheme | null | undefined;
  /** For holders of this kind. UNKNOWN is refused. */
  userType?: CardHolderType | null | undefined;
};

/** Narrows a list of cards. All given conditions must hold; an empty list does not narrow. */
export type CardFilter = {
  /** Cards of this consumer, or of a corporate by its UUID. */
  consumerId?: string | number | null | undefined;
  /** Cards on this ledger. */
  ledgerId?: string | number | null | undefined;
  /** Cards made from this profile: LinkCy's UUID of it. */
  profileId?: string | number | null | undefined;
  /** Cards in one of these statuses. */
  status?: Array<CardStatus> | null | undefined;
  /** Cards of one of these types (newer versions of LinkCy). */
  types?: Array<CardType> | null | undefined;
};

/** Who can have a card of a kind. */
export type CardHolderType =
  /** Private persons. */
  | 'CONSUMER'
  /** Companies. */
  | 'CORPORATE'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** Narrows a list of card profiles. All given conditions must hold. */
export type CardProfileFilter = {
  /** Only those that can be ordered, or only those that cannot. */
  active?: boolean | null | undefined;
  /** Physical, virtual or both. UNKNOWN is refused. */
  cardTypes?: Array<CardType> | null | undefined;
  /** For these ledgers. UNKNOWN is refused. */
  ledgerTypes?: Array<LedgerType> | null | undefined;
  /** For holders of these kinds. UNKNOWN is refused. */
  userTypes?: Array<CardHolderType> | null | undefined;
};

/** Why a card is suspended or closed. */
export type CardReason =
  /** It no longer works. */
  | 'DAMAGED'
  /** It was lost. */
  | 'LOST'
  /** Something else, which needs `otherReason`. */
  | 'OTHER'
  /** It was stolen. */
  | 'STOLEN';

/** A rule for a card, with the one of `value`, `enabled` and `values` that its type takes. */
export type CardRuleInput = {
  /** For a switch: whether it is on. */
  enabled?: boolean | null | undefined;
  /** A name for the rule, at most 255 characters. */
  name?: string | null | undefined;
  /** What the rule is about. UNKNOWN is refused. */
  type: CardRuleType;
  /** For a limit: 1 to 999,999,999 whole units of the card's currency. */
  value?: number | null | undefined;
  /** For a list: merchants of 1 to 255 characters, or merchant category codes of four digits; at least one. */
  values?: Array<string> | null | undefined;
};

/** What a rule of a card is about. The seven after the limits are of newer versions of LinkCy. */
export type CardRuleType =
  /** A daily limit, in UTC: `value`. */
  | 'DAILY_MAX_SPEND'
  /** No contactless payments: `enabled`. */
  | 'DISABLE_CONTACTLESS'
  /** No payments online: `enabled`. */
  | 'DISABLE_ONLINE'
  /** No recurring payments: `enabled`. */
  | 'DISABLE_RECURRING'
  /** None of these merchant category codes: `values`. */
  | 'MCC_BLACKLIST'
  /** Only these merchant category codes: `values`. */
  | 'MCC_WHITELIST'
  /** None of these merchants: `values`. */
  | 'MERCHANT_BLACKLIST'
  /** Only these merchants: `values`. */
  | 'MERCHANT_WHITELIST'
  /** A limit per calendar month, in UTC: `value`. */
  | 'MONTHLY_MAX_SPEND'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** A weekly limit, Monday to Sunday in UTC: `value`. */
  | 'WEEKLY_MAX_SPEND';

/** The payment network of a card. */
export type CardScheme =
  /** Mastercard. */
  | 'MASTERCARD'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** Visa. */
  | 'VISA';

/** The card whose secret is wanted. The secret is never stored, so there is no idempotencyKey. */
export type CardSecretInput = {
  /** The card: its opaque id, or LinkCy's UUID. */
  id: string | number;
};

/** The order of a list of cards. Equal cards keep the order that LinkCy gives them. */
export type CardSort = {
  /** What to sort by. */
  attribute?: CardSortAttribute;
  /** Which end comes first. */
  direction?: SortDirection;
};

/** What a list of cards can be sorted by. */
export type CardSortAttribute =
  /** When the card was ordered; it never changes. */
  | 'CREATION_DATE';

/** The life cycle of a card. Values that end in -ING mean that LinkCy is working on it: query again for the outcome. */
export type CardStatus =
  /** Being activated for the first time. */
  | 'ACTIVATING'
  /** In use. */
  | 'ACTIVE'
  /** Made (and sent, if physical); the holder must activate it. */
  | 'AWAITING_ACTIVATION'
  /** Closed for good. */
  | 'CLOSED'
  /** Being closed. */
  | 'CLOSING'
  /** Being made. */
  | 'CREATING'
  /** Past its expiry date. */
  | 'EXPIRED'
  /** Could not be made. */
  | 'FAILED'
  /** Being activated again after a suspension. */
  | 'REACTIVATING'
  /** Blocked for now; `activateCard` unblocks it. */
  | 'SUSPENDED'
  /** Being suspended. */
  | 'SUSPENDING'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** Physical or virtual. */
export type CardType =
  /** Sent by mail; has a PIN. */
  | 'PHYSICAL'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** For payments online and in wallets only. */
  | 'VIRTUAL';

/** A new password: with `passwordChangeSecret`, or with a phone, `partnerName` and `currentPassword`. Exactly one of `passwordChangeSecret`, `consumerPhone` and `accountOwnerPhone`. */
export type ChangePasswordInput = {
  /** The owner of a corporate's account: country code and number, 2 to 17 digits, with or without "+". */
  accountOwnerPhone?: string | null | undefined;
  /** A consumer: country code and number, 2 to 17 digits, with or without "+". */
  consumerPhone?: string | null | undefined;
  /** The present password; needed with a phone. */
  currentPassword?: string | null | undefined;
  /** The new password: 6 to 4,096 characters. */
  newPassword: string;
  /** The partner's name at LinkCy; needed with a phone. */
  partnerName?: string | null | undefined;
  /** From the text message that requestPasswordSecret sends, or from PasswordChangeRequired. It is valid for seconds. */
  passwordChangeSecret?: string | null | undefined;
};

/** The card to close for good, and why. */
export type CloseCardInput = {
  /** The card: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** On whose behalf. UNKNOWN is refused. */
  operator?: Operator;
  /** The reason in free text, at most 511 characters, where `reason` is OTHER. */
  otherReason?: string | null | undefined;
  /** Why. */
  reason: CardReason;
};

/** The ledger to close for good, and why. */
export type CloseLedgerInput = {
  /** The ledger: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** On whose behalf. UNKNOWN is refused. */
  operator?: Operator;
  /** Why, at most 511 characters. */
  reason?: string | null | undefined;
};

/** A consumer's compliance status. */
export type ComplianceStatusValue =
  /** Refused. */
  | 'DECLINED'
  /** Being decided. */
  | 'PENDING'
  /** Under manual review. */
  | 'PENDING_REVIEW'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** Accepted. */
  | 'VALIDATED';

/** Narrows a list of consumers. All given conditions must hold; an empty list does not narrow. */
export type ConsumerFilter = {
  /** Consumers with this standing at the bank. UNKNOWN is refused. */
  bankingStatus?: Array<BankingStatusValue> | null | undefined;
  /** Consumers with this compliance status. UNKNOWN is refused. */
  complianceStatus?: Array<ComplianceStatusValue> | null | undefined;
  /** Consumers whose identification has one of these statuses. UNKNOWN is refused. */
  kycStatus?: Array<KycStatus> | null | undefined;
  /** Last name, matched as LinkCy does it. */
  lastName?: string | null | undefined;
  /** Consumers with this standing at LinkCy. UNKNOWN is refused. */
  linkcyStatus?: Array<LinkcyStatusValue> | null | undefined;
  /** Active or inactive consumers only. UNKNOWN is refused. */
  overallStatus?: OverallStatus | null | undefined;
  /** Phone, matched as LinkCy does it. */
  phone?: string | null | undefined;
  /** Consumers who are suspended, or are not. UNKNOWN is refused. */
  suspensionStatus?: Array<SuspensionStatusValue> | null | undefined;
};

/** The order of a list of consumers. Equal ones keep the order that LinkCy gives them. */
export type ConsumerSort = {
  /** What to sort by. */
  attribute?: ConsumerSortAttribute;
  /** Which end comes first. */
  direction?: SortDirection;
};

/** What a list of consumers can be sorted by. */
export type ConsumerSortAttribute =
  /** When the consumer was created; it never changes. */
  | 'CREATION_DATE'
  /** The last name, in the order of the alphabet that LinkCy uses. A consumer whose name changes while you page may come twice or not at all. */
  | 'LAST_NAME'
  /** The last change. It moves a consumer to the other end of the list, so one that changes while you page may come twice or not at all; those that do not change come exactly once. */
  | 'UPDATE_DATE';

/** A new card on a ledger: physical with `deliveryMethod`, virtual without it. */
export type CreateCardInput = {
  /** How a physical card is delivered; a virtual card has none. FRENCH_MAIL, FRENCH_MAIL_TRACKING and INTERNATIONAL_MAIL are for all partners. UNKNOWN is refused. */
  deliveryMethod?: DeliveryMethod | null | undefined;
  /** The holder's name for the card, at most 255 characters. */
  friendlyName?: string | null | undefined;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** The ledger whose money the card spends: its opaque id, or LinkCy's UUID. */
  ledgerId: string | number;
  /** The name to print: 1 to 21 letters A to Z and spaces. The holder's name when left out. */
  nameOnCard?: string | null | undefined;
  /** The card profile, which must be active: LinkCy's UUID of it. */
  profileId: string | number;
  /** Rules, no two of the same type. A partner sets them before those of the profile. */
  rules?: Array<CardRuleInput> | null | undefined;
};

/** A new consumer. What is null or left out can be added later; but accept the terms right away (`lastTermsAccepted`), because banking is refused without them. */
export type CreateConsumerInput = {
  /** What the account is for, none twice. UNKNOWN is refused. */
  accountPurposes?: Array<AccountPurpose> | null | undefined;
  /** Where the person lives. */
  address?: AddressInput | null | undefined;
  /** E-mail address, at most 254 characters; to be verified later (`sendEmailVerification`). Left out, the identification (`startKyc`) asks for it. */
  emailAddress?: string | null | undefined;
  /** The partner's own id of the consumer, at most 511 characters; `consumerByExternalId` finds it again. */
  externalId?: string | null | undefined;
  /** First name, in Latin-1 characters. */
  firstName?: string | null | undefined;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** Last name, in Latin-1 characters. */
  lastName?: string | null | undefined;
  /** The version of the terms and conditions that the person has accepted, such as "1.0": the latest, as `termsAndConditions` names it (INVALID_TERMS_VERSION otherwise). Needed before the person can do banking, and again whenever `Consumer.termsAccepted` has become false. */
  lastTermsAccepted?: string | null | undefined;
  /** Free-form data about the consumer, at most 3,000 characters as JSON text. LinkCy does not document whether it becomes `userMetadata` or `partnerMetadata`: read both. */
  metadata?: Record<string, unknown> | null | undefined;
  /** Middle name, in Latin-1 characters. */
  middleName?: string | null | undefined;
  /** What the person does for a living. UNKNOWN is refused. */
  occupation?: Occupation | null | undefined;
  /** The occupation in free text, at most 511 characters; needed when `occupation` is OTHER. */
  otherOccupation?: string | null | undefined;
  /** The source in free text, at most 511 characters; needed when `sourceOfFunds` is OTHER. */
  otherSourceOfFunds?: string | null | undefined;
  /** The partner that the consumer belongs to; needed without a token (PARTNER_NAME_REQUIRED), ignored with one. */
  partnerName?: string | null | undefined;
  /** The phone that the consumer logs in with. LinkCy accepts each phone only once. */
  phone: PhoneInput;
  /** Where the money comes from. UNKNOWN is refused. */
  sourceOfFunds?: SourceOfFunds | null | undefined;
  /** Where the person pays taxes, ISO 3166-1 alpha-3 such as "FRA". LinkCy decides which countries it serves: European ones. Needed with taxIdentificationNumber. */
  taxCountry?: string | null | undefined;
  /** The number under which the person pays taxes, at most 255 characters. LinkCy wants `taxCountry` with it, unless it knows that already. */
  taxIdentificationNumber?: string | null | undefined;
};

/** Money to collect with a mandate. */
export type CreateDirectDebitInput = {
  /** In main currency units of the ledger, above 0, with at most two decimals and at most 13 digits before the point, such as '12.50'. */
  amount: string;
  /** The day of the collection: at least two days ahead, neither a weekend nor a public holiday. LinkCy knows which days these are. */
  date: string;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** The ledger that receives the money, which must be active: its opaque id, or LinkCy's UUID. */
  ledgerToId: string | number;
  /** The mandate, which must be active: its opaque id, or LinkCy's UUID. */
  mandateId: string | number;
  /** The text for the debtor, not empty. */
  reference: string;
};

/** Money from one LinkCy ledger to another. */
export type CreateInterLedgerTransferInput = {
  /** In main currency units of the ledger, above 0, with at most two decimals and at most 13 digits before the point, such as '12.50'. */
  amount: string;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** The ledger that pays: its opaque id, or LinkCy's UUID. */
  ledgerFromId: string | number;
  /** The ledger that receives: its opaque id, or LinkCy's UUID. */
  ledgerToId: string | number;
  /** The text for the receiver: at most 60 characters out of letters (also accented ones), digits, spaces and . , ' ? (older versions of LinkCy take 18). LinkCy writes "Transfer" when it is left out. */
  reference?: string | null | undefined;
};

/** A new ledger: one of its own with `type`, or a virtual one with `parentLedgerId`. */
export type CreateLedgerInput = {
  /** Whether it is upgraded at once, so that it can pay to other banks. */
  autoUpgrade?: boolean | null | undefined;
  /** The owner: a consumer's opaque id, or LinkCy's UUID of a consumer or a corporate. Required from a partner; an end user always means itself. */
  consumerId?: string | number | null | undefined;
  /** The owner's name for it: 1 to 255 characters, unique for the owner. */
  friendlyName?: string | null | undefined;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** Its limits. */
  limits?: LedgerLimitsInput | null | undefined;
  /** For a virtual ledger: its parent ledger, by either id. */
  parentLedgerId?: string | number | null | undefined;
  /** Currency and country, as far as the partner's contract allows. UNKNOWN is refused. */
  type?: LedgerType | null | undefined;
};

/** A new mandate. */
export type CreateMandateInput = {
  /** Who pays. */
  debtor: MandateDebtorInput;
  /** Who will collect: LinkCy's UUID of a corporate. Needed unless the caller is the corporate. */
  endUserId?: string | number | null | undefined;
  /** The day it ends: after today and within ten years, which LinkCy checks. It has no end when left out. */
  expirationDate?: string | null | undefined;
  /** The end-user's own name for it, at most 255 characters. */
  friendlyName?: string | null | undefined;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** Whether money can be collected more than once. */
  recurring?: boolean | null | undefined;
};

/** Money from a ledger to a beneficiary. */
export type CreateTransferInput = {
  /** False prevents a fast payment: EUR then goes by SEPA (STEP2) instead of SEPA Instant. True when left out. In the sandbox GBP is always fast and EUR never. */
  allowFastPayment?: boolean | null | undefined;
  /** False keeps LinkCy from booking it between ledgers when the receiver has one. True when left out. */
  allowInterLedger?: boolean | null | undefined;
  /** In main currency units of the ledger, above 0, with at most two decimals and at most 13 digits before the point, such as '12.50'. */
  amount: string;
  /** Who receives: the beneficiary's opaque id, or LinkCy's UUID. */
  beneficiaryId: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** The ledger that pays: its opaque id, or LinkCy's UUID. */
  ledgerFromId: string | number;
  /** The text for the receiver: at most 60 characters out of letters (also accented ones), digits, spaces and . , ' ? (older versions of LinkCy take 18). LinkCy writes "Transfer" when it is left out. */
  reference?: string | null | undefined;
};

/** Play money for a ledger. */
export type CreditLedgerInput = {
  /** How much, in main currency units, two decimals; newer versions take 1,000 at most. */
  amount: string;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** The ledger: its opaque id, or LinkCy's UUID. */
  ledgerId: string | number;
};

/** The debtor's account, a SEPA one. */
export type DebtorAccountInput = {
  /** BIC (SWIFT code) of the bank, 8 or 11 characters. */
  bic: string;
  /** IBAN with the length of its country and right check digits. Spaces and small letters are allowed. */
  iban: string;
};

/** What a debtor is. */
export type DebtorType =
  /** A company. */
  | 'COMPANY'
  /** A person. */
  | 'PERSON'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** How a physical card is delivered to its holder. */
export type DeliveryMethod =
  /** A courier, for some partners. */
  | 'COURIER'
  /** DHL, for some partners. */
  | 'DHL'
  /** French mail. */
  | 'FRENCH_MAIL'
  /** French mail with a tracking number. */
  | 'FRENCH_MAIL_TRACKING'
  /** Mail to other countries. */
  | 'INTERNATIONAL_MAIL'
  /** British mail, for some partners. */
  | 'UK_MAIL'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** How a device is notified to enrol a factor. */
export type EnrolmentStrategy =
  /** By a joinCode, which the client passes to the device in its own way. */
  | 'JOIN_CODE'
  /** By a push notification. */
  | 'PUSH_NOTIFICATION';

/** Whether a factor of strong authentication is set up on a device. */
export type FactorStatus =
  /** Being set up. */
  | 'PENDING'
  /** Ready for use. */
  | 'SET'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** Not set up. */
  | 'UNSET';

/** What a consumer states about their finances, in LinkCy's bands. Give all five: LinkCy does not document what happens to those that are left out. */
export type FinancialInformationInput = {
  /** Currency of the bands, ISO 4217, such as EUR. */
  currency?: string | null | undefined;
  /** Band of the number of incoming transfers per month, such as LESS_THAN_TWO_TIMES. */
  expectedMonthlyIncomingTransferFrequency?: string | null | undefined;
  /** Band of the incoming money expected per month, such as LESS_THAN_1000. */
  expectedMonthlyIncomingVolume?: string | null | undefined;
  /** Band of the outgoing money expected per month, such as LESS_THAN_1000. */
  expectedMonthlyOutgoingVolume?: string | null | undefined;
  /** Band of the net income per month, such as LESS_THAN_1000. */
  monthlyNetIncome?: string | null | undefined;
};

/** A British account. LinkCy recommends a SWIFT code for these, too, but documents no field for it here. */
export type GbpDetailsInput = {
  /** Account number, 8 digits. */
  accountNumber: string;
  /** Sort code, 6 digits. */
  sortCode: string;
};

/** Gender, as in the identity document; null when LinkCy does not say. */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** How a person gets to the identification. */
export type KycAccessType =
  /** A page on the web. */
  | 'LINK'
  /** A mobile app with the identification's SDK. */
  | 'SDK'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** Narrows a list of identifications. All given conditions must hold. */
export type KycFilter = {
  /** Of this consumer, or of somebody who belongs to a corporate by their UUID. */
  consumerId?: string | number | null | undefined;
  /** Of persons of this kind. UNKNOWN is refused. */
  personType?: KycPersonType | null | undefined;
  /** With this status. UNKNOWN is refused. */
  status?: KycStatus | null | undefined;
};

/** The person's role. */
export type KycPersonType =
  /** A consumer. */
  | 'CONSUMER'
  /** Somebody who belongs to a company. */
  | 'CORPORATE_RELATED_PHYSICAL_PERSON'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** The order of a list of identifications. Equal ones keep the order that LinkCy gives them. */
export type KycSort = {
  /** What to sort by. */
  attribute?: KycSortAttribute;
  /** Which end comes first. */
  direction?: SortDirection;
};

/** What a list of identifications can be sorted by. */
export type KycSortAttribute =
  /** When it was started; it never changes. */
  | 'CREATION_DATE'
  /** When it last changed. */
  | 'UPDATE_DATE';

/** The status of the identification (know your customer). */
export type KycStatus =
  /** The person gave up; a new application may be started. */
  | 'ABORTED'
  /** The application exists, the person has not begun. */
  | 'CREATED'
  /** The identification was refused. */
  | 'DECLINED'
  /** There is no application yet. */
  | 'NOT_STARTED'
  /** Under manual review. */
  | 'PENDING_REVIEW'
  /** The person is going through it, or it is being checked. */
  | 'PROCESSING'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** The person is identified. */
  | 'VALIDATED';

/** How thorough the identification is. */
export type KycType =
  /** Documents only. */
  | 'DOC_ONLY'
  /** Documents and a live check of the person. */
  | 'FULL_KYC'
  /** No identification is needed. */
  | 'NOT_REQUIRED'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** Narrows a list of ledgers. All given conditions must hold; an empty list does not narrow. */
export type LedgerFilter = {
  /** Ledgers of this consumer, or of a corporate by its UUID. */
  consumerId?: string | number | null | undefined;
  /** The ledger with this IBAN. */
  iban?: string | null | undefined;
  /** Virtual ledgers of this one. */
  parentId?: string | number | null | undefined;
  /** Ledgers in one of these statuses. */
  status?: Array<LedgerStatus> | null | undefined;
};

/** The limits of a ledger, in main units of its currency. Those that are left out stay as they are. */
export type LedgerLimitsInput = {
  /** Maximum for all direct debits in a month. */
  ddMonthlyLimit?: string | null | undefined;
  /** Maximum for one direct debit. */
  ddTransactionLimit?: string | null | undefined;
  /** Maximum for all transactions in a day. */
  transactionDailyLimit?: string | null | undefined;
  /** Maximum for one transaction. */
  transactionLimit?: string | null | undefined;
  /** Maximum for all transactions in a month. */
  transactionMonthlyLimit?: string | null | undefined;
};

/** The order of a list of ledgers. Equal ones keep the order that LinkCy gives them. */
export type LedgerSort = {
  /** What to sort by. */
  attribute?: LedgerSortAttribute;
  /** Which end comes first. */
  direction?: SortDirection;
};

/** What a list of ledgers can be sorted by. */
export type LedgerSortAttribute =
  /** When the ledger was created; it never changes. */
  | 'CREATION_DATE';

/** The life cycle of a ledger. */
export type LedgerStatus =
  /** In use. */
  | 'ACTIVE'
  /** Closed for good. */
  | 'CLOSED'
  /** Being closed. */
  | 'CLOSING'
  /** Could not be opened. */
  | 'FAILED'
  /** Being opened at the bank. */
  | 'PENDING'
  /** Blocked for now; this can be undone. */
  | 'SUSPENDED'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** Currency and country of a ledger. */
export type LedgerType =
  /** Euros, in Belgium. */
  | 'EUR_BELGIUM'
  /** Euros, in Bulgaria. */
  | 'EUR_BG'
  /** Euros, in Estonia. */
  | 'EUR_ESTONIA'
  /** Euros, in France. */
  | 'EUR_FRANCE'
  /** Euros, in Lithuania. */
  | 'EUR_LITHUANIA'
  /** Pounds, in Great Britain. */
  | 'GBP_GREAT_BRITAIN'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** US dollars, in the USA. */
  | 'USD_USA';

/** A consumer's standing with LinkCy. */
export type LinkcyStatusValue =
  /** Closed for good. */
  | 'CLOSED'
  /** Being closed. */
  | 'CLOSING'
  /** Not served. */
  | 'FORBIDDEN'
  /** Accepted, but not for everything (newer versions of LinkCy). */
  | 'LIMITED'
  /** LinkCy needs to know more. */
  | 'MISSING_DATA'
  /** Being decided. */
  | 'PENDING'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** Accepted. */
  | 'VALIDATED';

/** Who logs in: exactly one of `username`, `consumerPhone` and `accountOwnerPhone`. */
export type LoginInput = {
  /** The owner of a corporate's account: country code and number, 2 to 17 digits, with or without "+". */
  accountOwnerPhone?: string | null | undefined;
  /** A consumer: country code and number, 2 to 17 digits, with or without "+". */
  consumerPhone?: string | null | undefined;
  /** The partner's name at LinkCy, 1 to 255 characters. */
  partnerName: string;
  /** The password, at most 4,096 characters. */
  password: string;
  /** A user of the partner, 1 to 255 characters. */
  username?: string | null | undefined;
};

/** Who pays. */
export type MandateDebtorInput = {
  /** The account to collect from. It may be given later, but before the mandate is activated. */
  account?: DebtorAccountInput | null | undefined;
  /** The full name, 3 to 511 characters, as the bank of the debtor has it. */
  name: string;
  /** Person or company. UNKNOWN is refused. */
  type: DebtorType;
};

/** Narrows a list of mandates. All given conditions must hold. */
export type MandateFilter = {
  /** Mandates of this end-user: LinkCy's UUID of a corporate. */
  endUserId?: string | number | null | undefined;
  /** Mandates with this status. */
  status?: MandateStatus | null | undefined;
};

/** The order of a list of mandates. Equal ones keep the order that LinkCy gives them. */
export type MandateSort = {
  /** What to sort by. */
  attribute?: MandateSortAttribute;
  /** Which end comes first. */
  direction?: SortDirection;
};

/** What a list of mandates can be sorted by. */
export type MandateSortAttribute =
  /** When the mandate was created; it never changes. */
  | 'CREATION_DATE'
  /** The debtor's name, in the order of the alphabet that LinkCy uses. */
  | 'DEBTOR_NAME';

/** The status of a mandate. Money can be collected with ACTIVATED ones only. */
export type MandateStatus =
  /** Money can be collected. */
  | 'ACTIVATED'
  /** Being activated. */
  | 'ACTIVATING'
  /** New: it can still be changed, and must be activated. */
  | 'AWAITING_ACTIVATION'
  /** Over. */
  | 'CANCELED'
  /** Being cancelled. */
  | 'CANCELING'
  /** It could not be activated. */
  | 'FAILED'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** What a consumer does for a living. */
export type Occupation =
  /** Owns a business. */
  | 'BUSINESS_OWNER'
  /** Serves a religious community. */
  | 'CLERGY'
  /** Works in a craft. */
  | 'CRAFTSMAN'
  /** Engineer. */
  | 'ENGINEER'
  /** In the management of a company. */
  | 'EXECUTIVE'
  /** In agriculture. */
  | 'FARMER'
  /** Works for several clients, on their own account. */
  | 'FREELANCE'
  /** Physician, lawyer, architect and the like. */
  | 'LIBERAL_PROFESSION'
  /** Something else; `otherOccupation` says what. */
  | 'OTHER'
  /** Holds a political office. */
  | 'POLITICIAN'
  /** Teaches. */
  | 'PROFESSOR'
  /** Works for the state. */
  | 'PUBLIC_SERVANT'
  /** Lives on a pension. */
  | 'RETIRED'
  /** Keeps a shop. */
  | 'SHOPKEEPER'
  /** Goes to school or university. */
  | 'STUDENT'
  /** Without work. */
  | 'UNEMPLOYED'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** Employed, in a position that the other values do not name. */
  | 'WORKER';

/** Who did or does something. */
export type Operator =
  /** The holder. */
  | 'END_USER'
  /** LinkCy. */
  | 'LINKCY'
  /** The partner. What the partner suspended, only the partner can unblock. */
  | 'PARTNER'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** Whether a consumer may use banking operations. */
export type OverallStatus =
  /** All of banking, kyc, suspension, linkcy and compliance allow it. */
  | 'ACTIVE'
  /** At least one of them stands in the way. */
  | 'INACTIVE'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** The exact payment method, in LinkCy's words. Names that begin with TECH_ are LinkCy's own bookings. */
export type PaymentType =
  /** Card: the card paid money into another account or wallet. */
  | 'ACCOUNT_FUNDING'
  /** Inter-ledger or acquiring: a ledger was topped up. */
  | 'ACCOUNT_LOAD'
  /** Card: between two accounts of the same holder. */
  | 'ACCOUNT_TRANSFER'
  /** Card: a merchant checked that the card works; no money moves. */
  | 'ACCOUNT_VERIFICATION'
  /** Card: a correction in favour of the holder. */
  | 'ADJUSTMENT_CREDIT'
  /** Card: a correction at the expense of the holder. */
  | 'ADJUSTMENT_DEBIT'
  /** British: a BACS payment came in. */
  | 'BACS_RECEIVE'
  /** British: a BACS payment went out. */
  | 'BACS_SEND'
  /** Money was put on a card. */
  | 'CARD_LOAD'
  /** Money was taken back from a card. */
  | 'CARD_UNLOAD'
  /** Card: cash over the counter. */
  | 'CASH_ADVANCE'
  /** Card: a cheque was paid in. */
  | 'CHECK_DEPOSIT'
  /** Card: cash was paid in. */
  | 'DEPOSIT'
  /** British: a Faster Payment came in. */
  | 'FASTER_PAYMENT_RECEIVE'
  /** British: a Faster Payment went out. */
  | 'FASTER_PAYMENT_SEND'
  /** Card: a fee of the card network. */
  | 'FEE_COLLECTION'
  /** International: through the SWIFT network. */
  | 'GLOBAL_SWIFT'
  /** Inter-ledger: somebody moved money from one ledger to another. */
  | 'MONEY_TRANSFER'
  /** Card: somebody sent money to the card. */
  | 'ORIGINAL_CREDIT'
  /** Acquiring: something was paid for by card. */
  | 'PAYMENT'
  /** Card: money paid to the card, such as winnings or a payout. */
  | 'PAYMENT_TRANSACTION'
  /** Card: goods or services. */
  | 'PURCHASE'
  /** Card: money back for goods or services. */
  | 'PURCHASE_RETURN_OR_REFUND'
  /** Card: goods or services, and cash at the till. */
  | 'PURCHASE_WITH_CASHBACK'
  /** Card: cash equivalents, such as vouchers, chips or foreign notes. */
  | 'QUASI_CASH'
  /** SEPA: an instant transfer came in. */
  | 'SCT_INST_RECEIVE'
  /** SEPA: an instant transfer went out. */
  | 'SCT_INST_SEND'
  /** SEPA: a transfer came in. */
  | 'SCT_RECEIVE'
  /** SEPA: a transfer went out. */
  | 'SCT_SEND'
  /** SEPA: money was collected by a direct debit. */
  | 'SDD_RECEIVE'
  /** SEPA: a direct debit collected money. */
  | 'SDD_SEND'
  /** SEPA: LinkCy's own booking that settles card payments. */
  | 'TECH_CARD_SETTLEMENT'
  /** Inter-ledger: LinkCy's own booking when a card is made. */
  | 'TECH_MVC_CREATION'
  /** Inter-ledger: another booking of LinkCy's own. */
  | 'TECH_TRANSACTION'
  /** Inter-ledger: LinkCy's own booking that passes money of a virtual ledger on (newer versions). */
  | 'TECH_VIRTUAL_TRANSFER'
  /** Card: a kind of merchant with rules of its own. */
  | 'UNIQUE_MCC_TRANSACTION'
  /** LinkCy does not know, or sent a value that this API does not know yet. */
  | 'UNKNOWN'
  /** Card: cash from a machine. */
  | 'WITHDRAWAL';

/** A phone. LinkCy sends secrets and codes to it as text messages. */
export type PhoneInput = {
  /** Country code with or without "+", such as "33": one of those that LinkCy can send text messages to. */
  countryCode: string;
  /** The number without its country code: 1 to 14 digits. */
  number: string;
};

/** Whether a card's PIN can be used. */
export type PinStatus =
  /** Too many wrong attempts; `resetCardPinAttempts` unlocks it. */
  | 'LOCKED'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN'
  /** Usable. */
  | 'UNLOCKED'
  /** Being unlocked. */
  | 'UNLOCKING'
  /** Unlocked with the next payment in which the chip contacts the bank. */
  | 'WAITING_ONLINE_TRANSACTION';

/** The login to continue. */
export type RefreshTokenInput = {
  /** From login, changePassword or refreshToken. It can be used once. */
  refreshToken: string;
};

/** Whose device: a known one with `endpointId`, another one by a QR code. */
export type RegisterScaDeviceInput = {
  /** Whose: a consumer's opaque id, or LinkCy's UUID of a consumer or a corporate. Required from a partner; an end user always means itself. */
  consumerId?: string | number | null | undefined;
  /** The device, as the app names it, 1 to 255 characters; left out: the answer has a QR code. */
  endpointId?: string | null | undefined;
  /** With endpointId: the factor to enrol; LinkCy's default is BIOMETRY. */
  factor?: ScaFactor | null | undefined;
  /** With endpointId: how the device is notified; LinkCy's default is PUSH_NOTIFICATION. */
  strategy?: EnrolmentStrategy | null | undefined;
};

/** The rule to remove. */
export type RemoveCardRuleInput = {
  /** The card: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** What the rule is about. UNKNOWN is refused. */
  type: CardRuleType;
};

/** Whose password: exactly one of `consumerPhone` and `accountOwnerPhone`. */
export type RequestPasswordSecretInput = {
  /** The owner of a corporate's account: country code and number, 2 to 17 digits, with or without "+". */
  accountOwnerPhone?: string | null | undefined;
  /** A consumer: country code and number, 2 to 17 digits, with or without "+". */
  consumerPhone?: string | null | undefined;
  /** The partner's name at LinkCy, 1 to 255 characters. */
  partnerName: string;
};

/** The physical card whose PIN is locked. */
export type ResetCardPinAttemptsInput = {
  /** The card: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
};

/** The device to remove. */
export type ResetScaDeviceInput = {
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** LinkCy's UUID of the device. */
  scaDeviceId: string | number;
};

/** What the user approves with (LinkCy's header Linkcy-SCA-Factor). LinkCy up to 1.78 only; later ones ignore it, and the device decides. */
export type ScaFactor =
  /** Fingerprint or face, whichever the device has. */
  | 'BIOMETRY'
  /** The PIN of the device, which must have been set with the SDK first. It need not be the password of the user. */
  | 'PIN';

/** How the user approves, if LinkCy asks for an approval. `factor` belongs to LinkCy up to 1.78, `signature` to LinkCy since 1.114. */
export type ScaInput = {
  /** LinkCy up to 1.78 only, whose default is BIOMETRY: what the user approves with. */
  factor?: ScaFactor | null | undefined;
  /** LinkCy since 1.114, with the strategy DATA_SIGNING (header Linkcy-SCA-Signature), for apps that know the bytes that LinkCy gets; all others leave it out, and sign the content of ScaSignatureRequired. It is what the PowerAuth (Wultra) mobile SDK made on the registered device, valid for 30 seconds. Make one at a time: several at once for the same device invalidate each other. At most 4,096 characters. */
  signature?: string | null | undefined;
  /** How the user is asked. */
  strategy?: ScaStrategy;
};

/** The status of an operation that the user must approve. All but PENDING are final, with one exception: an operation that turns out to have been carried out becomes COMPLETED, even after UNKNOWN or (LinkCy since 1.114) EXPIRED. */
export type ScaStatus =
  /** Approved and carried out; the result is the mutation's payload. */
  | 'COMPLETED'
  /** The user declined; the result is ScaRefused. LinkCy up to 1.78 only: since 1.114 it does not tell, and the status becomes EXPIRED. */
  | 'DECLINED'
  /** Nothing was carried out; the result is ScaRefused. To be signed: no signature came in time (SCA_SIGNATURE_NOT_GIVEN), which is final. LinkCy up to 1.78: the time to approve ran out. Since 1.114: not approved in time, declined, or refused by LinkCy after the approval. Should it appear within 15 minutes, resumeSca turns it into COMPLETED. */
  | 'EXPIRED'
  /** Approved or signed, but the operation itself was refused or failed; the result is that Problem. */
  | 'FAILED'
  /** The user has not answered or signed yet, or the effect has not been seen yet. */
  | 'PENDING'
  /** It is not known whether it was carried out; the result is OutcomeUnknown. Do not repeat it: look first. resumeSca looks once more, and may turn it into COMPLETED. */
  | 'UNKNOWN';

/** How the user is asked to approve (LinkCy's header Linkcy-SCA-Strategy). LinkCy up to 1.78 knows PUSH_NOTIFICATION, JOIN_CODE, FAIL and BY_PASS; since 1.114 PUSH_NOTIFICATION, DATA_SIGNING and BY_PASS. One that it does not know is refused with SCA_STRATEGY_NOT_SUPPORTED. */
export type ScaStrategy =
  /** Skip the approval. LinkCy's sandbox only. */
  | 'BY_PASS'
  /** The request itself is signed on the device. Without `signature` the answer is ScaSignatureRequired, which tells what to sign. LinkCy since 1.114 only. */
  | 'DATA_SIGNING'
  /** Do not ask: where an approval is needed, the answer is ScaRefused (SCA_REQUIRED). LinkCy up to 1.78 only. */
  | 'FAIL'
  /** LinkCy gives a joinCode, which the client passes to the device in its own way. LinkCy up to 1.78 only. */
  | 'JOIN_CODE'
  /** A push notification to the user's device. Every LinkCy. */
  | 'PUSH_NOTIFICATION';

/** Whose e-mail address, and what the message says. */
export type SendEmailVerificationInput = {
  /** The consumer: opaque id, or LinkCy's UUID. Required from a partner; a consumer always means itself. */
  consumerId?: string | number | null | undefined;
  /** The subject of the message, at most 255 characters. */
  emailSubject?: string | null | undefined;
  /** Where the link leads after a failure: an http or https address. */
  urlOnFailure?: string | null | undefined;
  /** Where the link leads after success: an http or https address. */
  urlOnSuccess?: string | null | undefined;
};

/** Whose phone. */
export type SendPhoneVerificationInput = {
  /** The consumer: opaque id, or LinkCy's UUID. Required from a partner; a consumer always means itself. */
  consumerId?: string | number | null | undefined;
};

/** A SEPA account. */
export type SepaDetailsInput = {
  /** BIC (SWIFT code) of the bank, 8 or 11 characters; of IBANs only it is required. */
  bic: string;
  /** IBAN with the length of its country and right check digits. Spaces and small letters are allowed. */
  iban: string;
};

/** Where a direct debit stands in the series of its mandate. */
export type SepaSequence =
  /** The last of several. */
  | 'FINAL'
  /** The first of several. */
  | 'FIRST'
  /** Not a direct debit. */
  | 'NONE'
  /** The only one. */
  | 'ONE_OFF'
  /** One of several. */
  | 'RECURRING'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** The beneficiary to make VALID. */
export type SetBeneficiaryStatusInput = {
  /** The beneficiary: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
};

/** A rule for a card, with the one of `value`, `enabled` and `values` that its type takes. How LinkCy wants switches and lists is undocumented; they are sent under these names. */
export type SetCardRuleInput = {
  /** For a switch: whether it is on. */
  enabled?: boolean | null | undefined;
  /** The card: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** A name for the rule, at most 255 characters. */
  name?: string | null | undefined;
  /** What the rule is about. UNKNOWN is refused. */
  type: CardRuleType;
  /** For a limit: 1 to 999,999,999 whole units of the card's currency. */
  value?: number | null | undefined;
  /** For a list: merchants of 1 to 255 characters, or merchant category codes of four digits; at least one. */
  values?: Array<string> | null | undefined;
};

/** A simulated payment with a card. */
export type SimulateCardPaymentInput = {
  /** How much, in main currency units, two decimals. */
  amount: string;
  /** The card: its opaque id, or LinkCy's UUID. */
  cardId: string | number;
  /** The shop's category (ISO 18245), 4 digits. */
  merchantCategoryCode?: string | null | undefined;
  /** The shop's city, at most 255 characters. */
  merchantCity?: string | null | undefined;
  /** The shop's country, ISO 3166-1 alpha-3. */
  merchantCountry?: string | null | undefined;
  /** The shop's name, at most 255 characters. */
  merchantName?: string | null | undefined;
};

/** Whose identification is simulated, and its result. */
export type SimulateKycInput = {
  /** The day of birth that it establishes. */
  birthDate?: string | null | undefined;
  /** The consumer: its opaque id, or LinkCy's UUID. */
  consumerId: string | number;
  /** The e-mail address that the person gives. */
  emailAddress?: string | null | undefined;
  /** The first name that it establishes, at most 255 characters. */
  firstName?: string | null | undefined;
  /** The last name that it establishes, at most 255 characters. */
  lastName?: string | null | undefined;
  /** The result. UNKNOWN is refused. */
  status?: KycStatus;
};

/** Which end of a list comes first. */
export type SortDirection =
  /** Smallest, oldest or first in the alphabet first. */
  | 'ASC'
  /** Largest, newest or last in the alphabet first. */
  | 'DESC';

/** Where a consumer's money comes from. */
export type SourceOfFunds =
  /** Profits of a company of their own. */
  | 'COMPANY_PROFITS'
  /** They sold a company. */
  | 'COMPANY_SALE'
  /** Damages or another compensation. */
  | 'COMPENSATION_PAYOUT'
  /** Dividends. */
  | 'DIVIDEND_PAYMENTS'
  /** A divorce. */
  | 'DIVORCE_SETTLEMENT'
  /** Deposits with a fixed term. */
  | 'FIXED_DEPOSITS'
  /** A gift. */
  | 'GIFT'
  /** An inheritance. */
  | 'INHERITANCE'
  /** An insurance paid. */
  | 'INSURANCE_PAYOUT'
  /** A loan. */
  | 'LOAN'
  /** Winnings. */
  | 'LOTTERY_OR_GAMBLING_WIN'
  /** Something else; `otherSourceOfFunds` says what. */
  | 'OTHER'
  /** A pension. */
  | 'RETIREMENT_INCOME'
  /** They sold shares, funds or the like. */
  | 'SALE_OF_INVESTMENT'
  /** They sold real estate. */
  | 'SALE_OF_PROPERTY'
  /** What they put aside from their salary. */
  | 'SAVINGS_FROM_SALARY'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** Whose identification, and how. */
export type StartKycInput = {
  /** How the person gets there. UNKNOWN is refused. */
  accessType?: KycAccessType;
  /** The consumer: opaque id, or LinkCy's UUID. Required from a partner; a consumer always means itself. */
  consumerId?: string | number | null | undefined;
  /** Where the browser goes after success: an http or https address. */
  urlOnComplete?: string | null | undefined;
  /** Where the browser goes after a failure: an http or https address. */
  urlOnFailure?: string | null | undefined;
};

/** The card to block, and why. */
export type SuspendCardInput = {
  /** The card: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** On whose behalf. What a PARTNER suspends, only the partner can unblock. UNKNOWN is refused. */
  operator?: Operator;
  /** The reason in free text, at most 511 characters; needed when `reason` is OTHER. */
  otherReason?: string | null | undefined;
  /** Why. */
  reason?: CardReason | null | undefined;
};

/** The ledger to block, and why. */
export type SuspendLedgerInput = {
  /** The ledger: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** On whose behalf. UNKNOWN is refused. */
  operator?: Operator;
  /** Why, 1 to 511 characters. */
  reason: string;
};

/** Whether a consumer is suspended. */
export type SuspensionStatusValue =
  /** Not suspended. */
  | 'NOT_SUSPENDED'
  /** Suspended for now. */
  | 'SUSPENDED'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** The language of terms and conditions. */
export type TermsLanguage =
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

/** Whom terms and conditions are for. */
export type TermsType =
  /** Private persons. */
  | 'CONSUMER'
  /** Companies. */
  | 'CORPORATE';

/** Which way the money goes, seen from the card's ledger. */
export type TransactionDirection =
  /** In: a refund. */
  | 'CREDIT'
  /** Out: a purchase, a withdrawal. */
  | 'DEBIT'
  /** A value that this API does not know yet; the field …Text beside it has it. */
  | 'UNKNOWN';

/** Narrows a list of transactions. All given conditions must hold; an empty list does not narrow. */
export type TransactionFilter = {
  /** Payments with this card. */
  cardId?: string | number | null | undefined;
  /** Transactions that this consumer, or a corporate by its UUID, has sent or received, on any ledger. */
  consumerId?: string | number | null | undefined;
  /** Created up to here. Whether the moment itself is included is LinkCy's choice, which it does not document. */
  endDate?: string | null | undefined;
  /** Transactions of this ledger, sent or received. */
  ledgerId?: string | number | null | undefined;
  /** Transactions paid in one of these ways. */
  paymentTypes?: Array<PaymentType> | null | undefined;
  /** Whether DECLINED and ABORTED transactions are listed. Left out: LinkCy's default, true by its reference, false by its guide; say it where it matters. */
  showDeclined?: boolean | null | undefined;
  /** Whether card authorizations that were cleared or ran out (RELEASED) are listed. Left out: LinkCy's default, true by its reference, false by its guide; say it where it matters. */
  showReleased?: boolean | null | undefined;
  /** Created from here on. Whether the moment itself is included is LinkCy's choice, which it does not document. */
  startDate?: string | null | undefined;
  /** Transactions in one of these statuses. */
  status?: Array<TransactionStatus> | null | undefined;
  /** Transactions of one of these kinds. */
  types?: Array<TransactionType> | null | undefined;
};

/** The order of a list of transactions. Equal ones keep the order that LinkCy gives them. */
export type TransactionSort = {
  /** What to sort by. */
  attribute?: TransactionSortAttribute;
  /** Which end comes first. */
  direction?: SortDirection;
};

/** What a list of transactions can be sorted by. */
export type TransactionSortAttribute =
  /** When LinkCy recorded it; it never changes. */
  | 'CREATION_DATE';

/** The status of a transaction. */
export type TransactionStatus =
  /** Given up. */
  | 'ABORTED'
  /** Accepted; for a card payment, the money is reserved. */
  | 'APPROVED'
  /** Declined for good. */
  | 'DECLINED'
  /** In progress. */
  | 'PENDING'
  /** Under manual review. */
  | 'PENDING_REVIEW'
  /** The reservation of a card payment ended: it was collected, or it ran out. */
  | 'RELEASED'
  /** Taken back by the merchant. */
  | 'REVERSED'
  /** LinkCy does not know, or sent a value that this API does not know yet; `statusText` has it. */
  | 'UNKNOWN';

/** The kind of a transaction; it decides which of the six types stands for it. */
export type TransactionType =
  /** Paid in by card (AcquiringTransaction). */
  | 'ACQUIRING'
  /** A card payment that a merchant has asked for (CardTransaction). */
  | 'CARD_AUTHORIZATION'
  /** A card payment that a merchant has collected (CardTransaction). */
  | 'CARD_CLEARING'
  /** Across currencies (OtherTransaction). */
  | 'FX'
  /** Between two LinkCy ledgers (InterLedgerTransaction). */
  | 'INTER_LEDGER'
  /** A SEPA transfer (SepaTransaction). */
  | 'SEPA_CREDIT_TRANSFER'
  /** Money collected with a SEPA mandate (SepaTransaction). */
  | 'SEPA_DIRECT_DEBIT'
  /** A British transfer (UkTransaction). */
  | 'UK_CREDIT_TRANSFER'
  /** A kind that this API does not know (OtherTransaction); `typeText` has it. */
  | 'UNKNOWN';

/** The ledger to unblock, and whose suspension ends. */
export type UnsuspendLedgerInput = {
  /** The ledger: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** Whose suspension ends. UNKNOWN is refused. */
  operator?: Operator;
};

/** Changes to a beneficiary. What is null or left out stays as it is; at least one field must be given. */
export type UpdateBeneficiaryInput = {
  /** Whether money can be sent to it. */
  active?: boolean | null | undefined;
  /** Whether it is meant to be shown to the consumer. Not for consumers themselves. */
  display?: boolean | null | undefined;
  /** The consumer's own name for it, 1 to 255 characters. */
  friendlyName?: string | null | undefined;
  /** The beneficiary: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
};

/** What changes about a card. */
export type UpdateCardInput = {
  /** The holder's name for the card, at most 255 characters. */
  friendlyName: string;
  /** The card: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
};

/** Where to reach a consumer. What is null or left out stays as it is; at least one field must be given. */
export type UpdateConsumerContactInput = {
  /** The new postal address, as a whole. */
  address?: AddressInput | null | undefined;
  /** The new e-mail address, at most 254 characters. It is unverified until the consumer follows the link that `sendEmailVerification` sends. */
  emailAddress?: string | null | undefined;
  /** The consumer: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** The new phone. It is unverified until the consumer enters the code: call `sendPhoneVerification`, for LinkCy sends none by itself, then `verifyPhone`. */
  phone?: PhoneInput | null | undefined;
};

/** Changes to a consumer. What is null or left out stays as it is, for LinkCy has no way to take a value back; at least one field besides `id` must be given. Nothing has to be done after a change of `externalId`, the source of funds or the occupation. */
export type UpdateConsumerInput = {
  /** What the account is for, none twice. UNKNOWN is refused. */
  accountPurposes?: Array<AccountPurpose> | null | undefined;
  /** The partner's own id of the consumer, at most 511 characters; `consumerByExternalId` finds it again. */
  externalId?: string | null | undefined;
  /** Income and expected movements. */
  financialInformation?: FinancialInformationInput | null | undefined;
  /** The consumer: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** Whether the person pays taxes in the United States. LinkCy does not give it back. */
  isUsPerson?: boolean | null | undefined;
  /** The version of the terms and conditions that the person has accepted, such as "1.0": the latest, as `termsAndConditions` names it (INVALID_TERMS_VERSION otherwise). Needed before the person can do banking, and again whenever `Consumer.termsAccepted` has become false. */
  lastTermsAccepted?: string | null | undefined;
  /** What the person does for a living. UNKNOWN is refused. */
  occupation?: Occupation | null | undefined;
  /** The sector in LinkCy's word, such as ACCOUNTING_AUDIT. LinkCy does not give it back. */
  occupationSector?: string | null | undefined;
  /** The occupation in free text, at most 511 characters; needed when `occupation` is OTHER. */
  otherOccupation?: string | null | undefined;
  /** The source in free text, at most 511 characters; needed when `sourceOfFunds` is OTHER. */
  otherSourceOfFunds?: string | null | undefined;
  /** Free-form data that only the partner may change, at most 3,000 characters as JSON text. */
  partnerMetadata?: Record<string, unknown> | null | undefined;
  /** Where the money comes from. UNKNOWN is refused. */
  sourceOfFunds?: SourceOfFunds | null | undefined;
  /** Where the person pays taxes, ISO 3166-1 alpha-3 such as "FRA". LinkCy decides which countries it serves: European ones. */
  taxCountry?: string | null | undefined;
  /** The number under which the person pays taxes, at most 255 characters. LinkCy wants `taxCountry` with it, unless it knows that already. */
  taxIdentificationNumber?: string | null | undefined;
  /** Free-form data that the consumer may change too, at most 3,000 characters as JSON text. */
  userMetadata?: Record<string, unknown> | null | undefined;
};

/** What changes about a ledger. */
export type UpdateLedgerInput = {
  /** The owner's name for it: 1 to 255 characters. */
  friendlyName?: string | null | undefined;
  /** The ledger: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** Its limits. */
  limits?: LedgerLimitsInput | null | undefined;
  /** For a virtual ledger: the one that it shall be below, by either id. */
  parentLedgerId?: string | number | null | undefined;
};

/** Changes to a mandate. What is null or left out stays as it is; at least one field must be given. */
export type UpdateMandateInput = {
  /** The account to collect from. */
  debtorAccount?: DebtorAccountInput | null | undefined;
  /** The day it ends: after today and within ten years, which LinkCy checks. */
  expirationDate?: string | null | undefined;
  /** The end-user's own name for it, at most 255 characters. */
  friendlyName?: string | null | undefined;
  /** The mandate: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
  /** Whether money can be collected more than once. */
  recurring?: boolean | null | undefined;
};

/** The ledger that shall pay to other banks. */
export type UpgradeLedgerInput = {
  /** The ledger: its opaque id, or LinkCy's UUID. */
  id: string | number;
  /** A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict. */
  idempotencyKey?: string | null | undefined;
};

/** An American account. */
export type UsdDetailsInput = {
  /** ABA routing number, 9 digits. */
  abaCode: string;
  /** Account number, 1 to 34 characters. */
  accountNumber: string;
  /** BIC (SWIFT code) of the bank, 8 or 11 characters. LinkCy recommends it: it makes later transfers simpler. */
  swift?: string | null | undefined;
};

/** Whose address, and how it is proven. */
export type VerifyAddressInput = {
  /** With LINK: a consumer's opaque id, or LinkCy's UUID of a consumer or a corporate. */
  consumerId?: string | number | null | undefined;
  /** With a document: LinkCy's UUID of it. */
  documentId?: string | number | null | undefined;
  /** How it is proven. */
  type?: AddressProof;
};

/** Whose phone, and the code from the text message. */
export type VerifyPhoneInput = {
  /** The code: 6 digits. Always 123456 in the sandbox. */
  code: string;
  /** The consumer: opaque id, or LinkCy's UUID. Required from a partner; a consumer always means itself. */
  consumerId?: string | number | null | undefined;
};

export type ApprovalFragment = { scaId: string, status: ScaStatus, mutation: string, expiresAt: string, result:
    | { __typename: 'BeneficiaryPayload', id: string, beneficiary: { id: string, uuid: string, status: BeneficiaryStatus } }
    | { __typename: 'CardPayload', id: string, card: { id: string, uuid: string, status: CardStatus } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'ConsumerPayload', id: string, consumer: { id: string, uuid: string } }
    | { __typename: 'CreatePanCredentialsPayload', token: string, secret: string, ttl: string }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus } }
    | { __typename: 'MandatePayload', id: string, mandate: { id: string, uuid: string, status: MandateStatus } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ResetScaDevicePayload', scaDeviceId: string }
    | { __typename: 'RevealCardPinPayload', pin: string }
    | { __typename: 'ScaDevicePayload', scaDeviceId: string, endpointId: string | null, qrCode: string | null, deviceCode: string | null }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'TransactionPayload', id: string, transaction:
        | { id: string, uuid: string, status: TransactionStatus }
        | { id: string, uuid: string, status: TransactionStatus }
        | { id: string, uuid: string, status: TransactionStatus }
        | { id: string, uuid: string, status: TransactionStatus }
        | { id: string, uuid: string, status: TransactionStatus }
        | { id: string, uuid: string, status: TransactionStatus }
       }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   | null };

export type ScaCompletedSubscriptionVariables = Exact<{
  scaId: string;
}>;


export type ScaCompletedSubscription = { scaCompleted: { scaId: string, status: ScaStatus, mutation: string, expiresAt: string, result:
      | { __typename: 'BeneficiaryPayload', id: string, beneficiary: { id: string, uuid: string, status: BeneficiaryStatus } }
      | { __typename: 'CardPayload', id: string, card: { id: string, uuid: string, status: CardStatus } }
      | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
      | { __typename: 'ConsumerPayload', id: string, consumer: { id: string, uuid: string } }
      | { __typename: 'CreatePanCredentialsPayload', token: string, secret: string, ttl: string }
      | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
      | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus } }
      | { __typename: 'MandatePayload', id: string, mandate: { id: string, uuid: string, status: MandateStatus } }
      | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
      | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
      | { __typename: 'ResetScaDevicePayload', scaDeviceId: string }
      | { __typename: 'RevealCardPinPayload', pin: string }
      | { __typename: 'ScaDevicePayload', scaDeviceId: string, endpointId: string | null, qrCode: string | null, deviceCode: string | null }
      | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
      | { __typename: 'TransactionPayload', id: string, transaction:
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
         }
      | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
     | null } };

export type ResumeScaMutationVariables = Exact<{
  scaId: string;
}>;


export type ResumeScaMutation = { resumeSca: { scaId: string, status: ScaStatus, mutation: string, expiresAt: string, result:
      | { __typename: 'BeneficiaryPayload', id: string, beneficiary: { id: string, uuid: string, status: BeneficiaryStatus } }
      | { __typename: 'CardPayload', id: string, card: { id: string, uuid: string, status: CardStatus } }
      | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
      | { __typename: 'ConsumerPayload', id: string, consumer: { id: string, uuid: string } }
      | { __typename: 'CreatePanCredentialsPayload', token: string, secret: string, ttl: string }
      | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
      | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus } }
      | { __typename: 'MandatePayload', id: string, mandate: { id: string, uuid: string, status: MandateStatus } }
      | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
      | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
      | { __typename: 'ResetScaDevicePayload', scaDeviceId: string }
      | { __typename: 'RevealCardPinPayload', pin: string }
      | { __typename: 'ScaDevicePayload', scaDeviceId: string, endpointId: string | null, qrCode: string | null, deviceCode: string | null }
      | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
      | { __typename: 'TransactionPayload', id: string, transaction:
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
         }
      | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
     | null } | null };

export type SubmitScaSignatureMutationVariables = Exact<{
  scaId: string;
  signature: string;
}>;


export type SubmitScaSignatureMutation = { submitScaSignature: { scaId: string, status: ScaStatus, mutation: string, expiresAt: string, result:
      | { __typename: 'BeneficiaryPayload', id: string, beneficiary: { id: string, uuid: string, status: BeneficiaryStatus } }
      | { __typename: 'CardPayload', id: string, card: { id: string, uuid: string, status: CardStatus } }
      | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
      | { __typename: 'ConsumerPayload', id: string, consumer: { id: string, uuid: string } }
      | { __typename: 'CreatePanCredentialsPayload', token: string, secret: string, ttl: string }
      | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
      | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus } }
      | { __typename: 'MandatePayload', id: string, mandate: { id: string, uuid: string, status: MandateStatus } }
      | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
      | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
      | { __typename: 'ResetScaDevicePayload', scaDeviceId: string }
      | { __typename: 'RevealCardPinPayload', pin: string }
      | { __typename: 'ScaDevicePayload', scaDeviceId: string, endpointId: string | null, qrCode: string | null, deviceCode: string | null }
      | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
      | { __typename: 'TransactionPayload', id: string, transaction:
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
         }
      | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
     | null } | null };

export type ScaOperationQueryVariables = Exact<{
  scaId: string;
}>;


export type ScaOperationQuery = { scaOperation: { scaId: string, status: ScaStatus, mutation: string, expiresAt: string, result:
      | { __typename: 'BeneficiaryPayload', id: string, beneficiary: { id: string, uuid: string, status: BeneficiaryStatus } }
      | { __typename: 'CardPayload', id: string, card: { id: string, uuid: string, status: CardStatus } }
      | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
      | { __typename: 'ConsumerPayload', id: string, consumer: { id: string, uuid: string } }
      | { __typename: 'CreatePanCredentialsPayload', token: string, secret: string, ttl: string }
      | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
      | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus } }
      | { __typename: 'MandatePayload', id: string, mandate: { id: string, uuid: string, status: MandateStatus } }
      | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
      | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
      | { __typename: 'ResetScaDevicePayload', scaDeviceId: string }
      | { __typename: 'RevealCardPinPayload', pin: string }
      | { __typename: 'ScaDevicePayload', scaDeviceId: string, endpointId: string | null, qrCode: string | null, deviceCode: string | null }
      | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
      | { __typename: 'TransactionPayload', id: string, transaction:
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
          | { id: string, uuid: string, status: TransactionStatus }
         }
      | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
     | null } | null };

export type TermsAndConditionsQueryVariables = Exact<{
  type?: TermsType;
  language?: TermsLanguage;
}>;


export type TermsAndConditionsQuery = { termsAndConditions: { type: TermsType, language: TermsLanguage, version: string, downloadUrl: string } | null };

export type RequestPasswordSecretMutationVariables = Exact<{
  input: RequestPasswordSecretInput;
}>;


export type RequestPasswordSecretMutation = { requestPasswordSecret:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'RequestPasswordSecretPayload', phone: string }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword:
    | { __typename: 'AuthenticationPayload', token: string, refreshToken: string, endUserId: string | null, tokenExpiresAt: string | null }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type LoginMutationVariables = Exact<{
  input: LoginInput;
  sca?: ScaInput | null | undefined;
  scaId?: string | null | undefined;
}>;


export type LoginMutation = { login:
    | { __typename: 'AuthenticationPayload', token: string, refreshToken: string, endUserId: string | null, tokenExpiresAt: string | null }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'PasswordChangeRequired', passwordChangeSecret: string }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type RefreshTokenMutationVariables = Exact<{
  input: RefreshTokenInput;
  sca?: ScaInput | null | undefined;
  scaId?: string | null | undefined;
}>;


export type RefreshTokenMutation = { refreshToken:
    | { __typename: 'AuthenticationPayload', token: string, refreshToken: string, endUserId: string | null, tokenExpiresAt: string | null }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type TokensFragment = { token: string, refreshToken: string, endUserId: string | null, tokenExpiresAt: string | null };

export type AddBeneficiaryMutationVariables = Exact<{
  input: AddBeneficiaryInput;
  sca?: ScaInput | null | undefined;
}>;


export type AddBeneficiaryMutation = { addBeneficiary:
    | { __typename: 'BeneficiaryPayload', id: string, beneficiary: { id: string, name: string, friendlyName: string | null, status: BeneficiaryStatus, active: boolean, accountType: BeneficiaryAccountType } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type UpdateBeneficiaryMutationVariables = Exact<{
  input: UpdateBeneficiaryInput;
  sca?: ScaInput | null | undefined;
}>;


export type UpdateBeneficiaryMutation = { updateBeneficiary:
    | { __typename: 'BeneficiaryPayload', id: string, beneficiary: { id: string, friendlyName: string | null, active: boolean, display: boolean | null, updateDate: string } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CardProfilesQueryVariables = Exact<{
  filter?: CardProfileFilter | null | undefined;
  direction?: SortDirection;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CardProfilesQuery = { cardProfiles: { totalCount: number, nodes: Array<{ uuid: string, name: string, scheme: CardScheme, cardType: CardType, userType: CardHolderType, ledgerType: LedgerType, active: boolean, designId: string | null, programId: string | null, rules: Array<{ type: CardRuleType, value: number | null, name: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CardDesignsQueryVariables = Exact<{
  filter?: CardDesignFilter | null | undefined;
  direction?: SortDirection;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CardDesignsQuery = { cardDesigns: { totalCount: number, nodes: Array<{ uuid: string, friendlyName: string, scheme: CardScheme, cardType: CardType, userType: CardHolderType, ledgerType: LedgerType, availableCountries: Array<string> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CardLimitsFragment = { id: string, card: { id: string, friendlyName: string | null, rules: Array<{ type: CardRuleType, value: number | null, name: string | null }> } };

export type UpdateCardMutationVariables = Exact<{
  input: UpdateCardInput;
}>;


export type UpdateCardMutation = { updateCard:
    | { __typename: 'CardPayload', id: string, card: { id: string, friendlyName: string | null, rules: Array<{ type: CardRuleType, value: number | null, name: string | null }> } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type SetCardRuleMutationVariables = Exact<{
  input: SetCardRuleInput;
  sca?: ScaInput | null | undefined;
}>;


export type SetCardRuleMutation = { setCardRule:
    | { __typename: 'CardPayload', id: string, card: { id: string, friendlyName: string | null, rules: Array<{ type: CardRuleType, value: number | null, name: string | null }> } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type RemoveCardRuleMutationVariables = Exact<{
  input: RemoveCardRuleInput;
  sca?: ScaInput | null | undefined;
}>;


export type RemoveCardRuleMutation = { removeCardRule:
    | { __typename: 'CardPayload', id: string, card: { id: string, friendlyName: string | null, rules: Array<{ type: CardRuleType, value: number | null, name: string | null }> } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type RevealCardPinMutationVariables = Exact<{
  input: CardSecretInput;
  sca?: ScaInput | null | undefined;
}>;


export type RevealCardPinMutation = { revealCardPin:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'RevealCardPinPayload', pin: string }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CreatePanCredentialsMutationVariables = Exact<{
  input: CardSecretInput;
  sca?: ScaInput | null | undefined;
}>;


export type CreatePanCredentialsMutation = { createPanCredentials:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'CreatePanCredentialsPayload', token: string, secret: string, ttl: string }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ChangedCardFragment = { id: string, card: { id: string, type: CardType, status: CardStatus, statusReason: string | null, pinStatus: PinStatus, updateDate: string } };

export type CreateCardMutationVariables = Exact<{
  input: CreateCardInput;
  sca?: ScaInput | null | undefined;
}>;


export type CreateCardMutation = { createCard:
    | { __typename: 'CardPayload', id: string, card: { id: string, type: CardType, status: CardStatus, statusReason: string | null, pinStatus: PinStatus, updateDate: string } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ActivateCardMutationVariables = Exact<{
  input: ActivateCardInput;
}>;


export type ActivateCardMutation = { activateCard:
    | { __typename: 'CardPayload', id: string, card: { id: string, type: CardType, status: CardStatus, statusReason: string | null, pinStatus: PinStatus, updateDate: string } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type SuspendCardMutationVariables = Exact<{
  input: SuspendCardInput;
}>;


export type SuspendCardMutation = { suspendCard:
    | { __typename: 'CardPayload', id: string, card: { id: string, type: CardType, status: CardStatus, statusReason: string | null, pinStatus: PinStatus, updateDate: string } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CloseCardMutationVariables = Exact<{
  input: CloseCardInput;
}>;


export type CloseCardMutation = { closeCard:
    | { __typename: 'CardPayload', id: string, card: { id: string, type: CardType, status: CardStatus, statusReason: string | null, pinStatus: PinStatus, updateDate: string } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ResetCardPinAttemptsMutationVariables = Exact<{
  input: ResetCardPinAttemptsInput;
  sca?: ScaInput | null | undefined;
}>;


export type ResetCardPinAttemptsMutation = { resetCardPinAttempts:
    | { __typename: 'CardPayload', id: string, card: { id: string, type: CardType, status: CardStatus, statusReason: string | null, pinStatus: PinStatus, updateDate: string } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CreateConsumerMutationVariables = Exact<{
  input: CreateConsumerInput;
}>;


export type CreateConsumerMutation = { createConsumer:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'ConsumerPayload', id: string, uuid: string }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type UpdateConsumerMutationVariables = Exact<{
  input: UpdateConsumerInput;
  sca?: ScaInput | null | undefined;
}>;


export type UpdateConsumerMutation = { updateConsumer:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'ConsumerPayload', id: string, consumer: { id: string, externalId: string | null, termsAccepted: boolean, occupation: Occupation | null, sourceOfFunds: SourceOfFunds | null, taxCountry: string | null, updateDate: string } }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type UpdateConsumerContactMutationVariables = Exact<{
  input: UpdateConsumerContactInput;
  sca?: ScaInput | null | undefined;
}>;


export type UpdateConsumerContactMutation = { updateConsumerContact:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'ConsumerPayload', id: string, consumer: { id: string, updateDate: string, phone: { countryCode: string | null, number: string | null, verified: boolean }, email: { address: string | null, verified: boolean }, address: { city: string, status: AddressStatus | null } | null } }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ExploreQueryVariables = Exact<{ [key: string]: never; }>;


export type ExploreQuery = { consumers: { totalCount: number, nodes: Array<{ id: string, lastName: string | null, ledgers: { nodes: Array<{ id: string, iban: string | null, availableAmount: { value: string, currency: string } | null, cards: { nodes: Array<{ id: string, truncatedPan: string | null, status: CardStatus }> } }> }, transactions: { nodes: Array<
          | { __typename: 'AcquiringTransaction', id: string, amount: { value: string, currency: string } }
          | { __typename: 'CardTransaction', id: string, merchant: { acquirerId: string | null, name: string }, card: { card: { id: string, nameOnCard: string | null } | null } | null, amount: { value: string, currency: string } }
          | { __typename: 'InterLedgerTransaction', id: string, amount: { value: string, currency: string } }
          | { __typename: 'OtherTransaction', id: string, amount: { value: string, currency: string } }
          | { __typename: 'SepaTransaction', id: string, amount: { value: string, currency: string } }
          | { __typename: 'UkTransaction', id: string, amount: { value: string, currency: string } }
        > } }> } };

export type ChangedLedgerFragment = { id: string, ledger: { id: string, uuid: string, status: LedgerStatus, friendlyName: string | null, isUpgraded: boolean | null, iban: string | null } };

export type CreateLedgerMutationVariables = Exact<{
  input: CreateLedgerInput;
}>;


export type CreateLedgerMutation = { createLedger:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus, friendlyName: string | null, isUpgraded: boolean | null, iban: string | null } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type UpdateLedgerMutationVariables = Exact<{
  input: UpdateLedgerInput;
}>;


export type UpdateLedgerMutation = { updateLedger:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus, friendlyName: string | null, isUpgraded: boolean | null, iban: string | null } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type SuspendLedgerMutationVariables = Exact<{
  input: SuspendLedgerInput;
}>;


export type SuspendLedgerMutation = { suspendLedger:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus, friendlyName: string | null, isUpgraded: boolean | null, iban: string | null } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type UnsuspendLedgerMutationVariables = Exact<{
  input: UnsuspendLedgerInput;
}>;


export type UnsuspendLedgerMutation = { unsuspendLedger:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus, friendlyName: string | null, isUpgraded: boolean | null, iban: string | null } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CloseLedgerMutationVariables = Exact<{
  input: CloseLedgerInput;
}>;


export type CloseLedgerMutation = { closeLedger:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus, friendlyName: string | null, isUpgraded: boolean | null, iban: string | null } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type UpgradeLedgerMutationVariables = Exact<{
  input: UpgradeLedgerInput;
}>;


export type UpgradeLedgerMutation = { upgradeLedger:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LedgerPayload', id: string, ledger: { id: string, uuid: string, status: LedgerStatus, friendlyName: string | null, isUpgraded: boolean | null, iban: string | null } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type LedgerStatementQueryVariables = Exact<{
  ledgerId: string | number;
  startDate?: string | null | undefined;
  endDate?: string | null | undefined;
}>;


export type LedgerStatementQuery = { ledger: { id: string, statement: { url: string, ttl: string } } | null };

export type LedgerBankDetailsQueryVariables = Exact<{
  ledgerId: string | number;
}>;


export type LedgerBankDetailsQuery = { ledger: { id: string, bankDetails: { url: string, ttl: string } } | null };

export type MandateFragment = { id: string, uuid: string, endUserId: string, uniqueReference: string, status: MandateStatus, friendlyName: string | null, recurring: boolean | null, expirationDate: string | null, creationDate: string, updateDate: string, debtor: { type: DebtorType, name: string, iban: string | null, bic: string | null } };

export type MandatesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: MandateFilter | null | undefined;
  sort?: MandateSort | null | undefined;
}>;


export type MandatesQuery = { mandates: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, uuid: string, endUserId: string, uniqueReference: string, status: MandateStatus, friendlyName: string | null, recurring: boolean | null, expirationDate: string | null, creationDate: string, updateDate: string, debtor: { type: DebtorType, name: string, iban: string | null, bic: string | null } }> } };

export type MandateQueryVariables = Exact<{
  id: string | number;
}>;


export type MandateQuery = { mandate: { id: string, uuid: string, endUserId: string, uniqueReference: string, status: MandateStatus, friendlyName: string | null, recurring: boolean | null, expirationDate: string | null, creationDate: string, updateDate: string, consumer: { id: string } | null, debtor: { type: DebtorType, name: string, iban: string | null, bic: string | null, ledger: { id: string } | null } } | null };

export type CreateMandateMutationVariables = Exact<{
  input: CreateMandateInput;
}>;


export type CreateMandateMutation = { createMandate:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandatePayload', id: string, mandate: { id: string, uuid: string, endUserId: string, uniqueReference: string, status: MandateStatus, friendlyName: string | null, recurring: boolean | null, expirationDate: string | null, creationDate: string, updateDate: string, debtor: { type: DebtorType, name: string, iban: string | null, bic: string | null } } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type UpdateMandateMutationVariables = Exact<{
  input: UpdateMandateInput;
}>;


export type UpdateMandateMutation = { updateMandate:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandatePayload', id: string, mandate: { id: string, uuid: string, endUserId: string, uniqueReference: string, status: MandateStatus, friendlyName: string | null, recurring: boolean | null, expirationDate: string | null, creationDate: string, updateDate: string, debtor: { type: DebtorType, name: string, iban: string | null, bic: string | null } } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ActivateMandateMutationVariables = Exact<{
  input: ActivateMandateInput;
}>;


export type ActivateMandateMutation = { activateMandate:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandatePayload', id: string, mandate: { id: string, uuid: string, endUserId: string, uniqueReference: string, status: MandateStatus, friendlyName: string | null, recurring: boolean | null, expirationDate: string | null, creationDate: string, updateDate: string, debtor: { type: DebtorType, name: string, iban: string | null, bic: string | null } } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CancelMandateMutationVariables = Exact<{
  input: CancelMandateInput;
}>;


export type CancelMandateMutation = { cancelMandate:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandatePayload', id: string, mandate: { id: string, uuid: string, endUserId: string, uniqueReference: string, status: MandateStatus, friendlyName: string | null, recurring: boolean | null, expirationDate: string | null, creationDate: string, updateDate: string, debtor: { type: DebtorType, name: string, iban: string | null, bic: string | null } } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ChangedMandateFragment = { id: string, mandate: { id: string, uuid: string, endUserId: string, uniqueReference: string, status: MandateStatus, friendlyName: string | null, recurring: boolean | null, expirationDate: string | null, creationDate: string, updateDate: string, debtor: { type: DebtorType, name: string, iban: string | null, bic: string | null } } };

export type StartKycMutationVariables = Exact<{
  input: StartKycInput;
}>;


export type StartKycMutation = { startKyc:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'StartKycPayload', kycApplicationId: string, url: string | null, ttl: string | null }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type KycApplicationQueryVariables = Exact<{
  id: string;
}>;


export type KycApplicationQuery = { kycApplication: { uuid: string, personId: string, personType: KycPersonType, status: KycStatus, statusReason: string | null, accessType: KycAccessType | null, firstName: string | null, lastName: string | null, birthDate: string | null, updateDate: string, address: { city: string, isoCountryCode: string } | null } | null };

export type KycApplicationsQueryVariables = Exact<{
  filter?: KycFilter | null | undefined;
  sort?: KycSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type KycApplicationsQuery = { kycApplications: { totalCount: number, nodes: Array<{ uuid: string, personId: string, status: KycStatus, creationDate: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SendPhoneVerificationMutationVariables = Exact<{
  input: SendPhoneVerificationInput;
}>;


export type SendPhoneVerificationMutation = { sendPhoneVerification:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'SendVerificationPayload', ttl: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type VerifyPhoneMutationVariables = Exact<{
  input: VerifyPhoneInput;
}>;


export type VerifyPhoneMutation = { verifyPhone:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
    | { __typename: 'VerifyPhonePayload', consumer: { id: string, phone: { verified: boolean } } | null }
   };

export type SendEmailVerificationMutationVariables = Exact<{
  input: SendEmailVerificationInput;
}>;


export type SendEmailVerificationMutation = { sendEmailVerification:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'SendVerificationPayload', ttl: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type VerifyAddressMutationVariables = Exact<{
  input: VerifyAddressInput;
}>;


export type VerifyAddressMutation = { verifyAddress:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
    | { __typename: 'VerifyAddressPayload', url: string, ttl: string }
   };

export type BeneficiaryQueryVariables = Exact<{
  id: string | number;
}>;


export type BeneficiaryQuery = { beneficiary: { id: string, uuid: string, type: BeneficiaryType, name: string, friendlyName: string | null, status: BeneficiaryStatus, statusText: string, active: boolean, display: boolean | null, accountType: BeneficiaryAccountType, iban: string | null, bicOrSwift: string | null, accountNumber: string | null, sortCode: string | null, creationDate: string, updateDate: string, endUserId: string, linkcyLedgerId: string | null, consumer: { id: string, uuid: string, lastName: string | null } | null, ledger: { id: string, uuid: string, friendlyName: string | null } | null } | null };

export type BeneficiariesQueryVariables = Exact<{
  filter?: BeneficiaryFilter | null | undefined;
  sort?: BeneficiarySort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BeneficiariesQuery = { beneficiaries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, uuid: string, type: BeneficiaryType, name: string, friendlyName: string | null, status: BeneficiaryStatus, active: boolean, display: boolean | null, accountType: BeneficiaryAccountType, iban: string | null, bicOrSwift: string | null, accountNumber: string | null, sortCode: string | null, creationDate: string, updateDate: string }> } };

export type CardQueryVariables = Exact<{
  id: string | number;
}>;


export type CardQuery = { card: { id: string, uuid: string, type: CardType, scheme: CardScheme, currency: string, status: CardStatus, statusText: string, statusReason: string | null, statusOtherReason: string | null, statusOperator: Operator | null, friendlyName: string | null, nameOnCard: string | null, truncatedPan: string | null, expiryDate: string | null, pinStatus: PinStatus, creationDate: string, updateDate: string, endUserId: string, profile: { uuid: string, name: string }, rules: Array<{ type: CardRuleType, typeText: string, name: string | null, value: number | null, enabled: boolean | null, values: Array<string> | null, creator: Operator }>, delivery: { method: DeliveryMethod | null, methodText: string | null, shipmentDate: string | null, trackingNumber: string | null, address: { city: string, status: AddressStatus | null } | null } | null, ledger: { id: string, uuid: string, friendlyName: string | null } | null, consumer: { id: string, uuid: string, lastName: string | null } | null, transactions: { totalCount: number, nodes: Array<
        | { id: string, uuid: string }
        | { id: string, uuid: string }
        | { id: string, uuid: string }
        | { id: string, uuid: string }
        | { id: string, uuid: string }
        | { id: string, uuid: string }
      > } } | null };

export type CardsQueryVariables = Exact<{
  filter?: CardFilter | null | undefined;
  sort?: CardSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CardsQuery = { cards: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, uuid: string, type: CardType, status: CardStatus, friendlyName: string | null, nameOnCard: string | null, expiryDate: string | null, creationDate: string, profile: { uuid: string, name: string } }> } };

export type ConsumerProfileFragment = { id: string, uuid: string, externalId: string | null, firstName: string | null, middleName: string | null, lastName: string | null, gender: Gender | null, birthDate: string | null, birthCity: string | null, birthIsoCountryCode: string | null, nationalityCode: string | null, termsAccepted: boolean, sourceOfFunds: SourceOfFunds | null, otherSourceOfFunds: string | null, occupation: Occupation | null, otherOccupation: string | null, notes: string | null, taxIdentificationNumber: string | null, taxCountry: string | null, accountPurposes: Array<AccountPurpose>, userMetadata: Record<string, unknown> | null, partnerMetadata: Record<string, unknown> | null, creationDate: string, updateDate: string, phone: { countryCode: string | null, number: string | null, verified: boolean, verificationDate: string | null }, email: { address: string | null, verified: boolean, verificationDate: string | null }, address: { uuid: string | null, isoCountryCode: string, city: string, postalCode: string | null, street: string | null, number: string | null, refinement: string | null, stateOrProvince: string | null, status: AddressStatus | null } | null, status: { overall: OverallStatus, banking: { value: BankingStatusValue, valueText: string, reason: string | null }, kyc: { value: KycStatus, valueText: string, reason: string | null }, suspension: { value: SuspensionStatusValue, valueText: string, reason: string | null }, linkcy: { value: LinkcyStatusValue, valueText: string, reason: string | null }, compliance: { value: ComplianceStatusValue, valueText: string, reason: string | null } }, kyc: { kycApplicationId: string | null, status: KycStatus, statusReason: string | null, type: KycType | null, updateDate: string | null }, financialInformation: { monthlyNetIncome: string | null, currency: string | null, expectedMonthlyIncomingVolume: string | null, expectedMonthlyOutgoingVolume: string | null, expectedMonthlyIncomingTransferFrequency: string | null } | null, strongAuthentication: { uuid: string, endpointId: string | null, creationDate: string | null, pinStatus: FactorStatus | null, biometryStatus: FactorStatus | null } | null };

export type ConsumerQueryVariables = Exact<{
  id: string | number;
}>;


export type ConsumerQuery = { consumer: { id: string, uuid: string, externalId: string | null, firstName: string | null, middleName: string | null, lastName: string | null, gender: Gender | null, birthDate: string | null, birthCity: string | null, birthIsoCountryCode: string | null, nationalityCode: string | null, termsAccepted: boolean, sourceOfFunds: SourceOfFunds | null, otherSourceOfFunds: string | null, occupation: Occupation | null, otherOccupation: string | null, notes: string | null, taxIdentificationNumber: string | null, taxCountry: string | null, accountPurposes: Array<AccountPurpose>, userMetadata: Record<string, unknown> | null, partnerMetadata: Record<string, unknown> | null, creationDate: string, updateDate: string, phone: { countryCode: string | null, number: string | null, verified: boolean, verificationDate: string | null }, email: { address: string | null, verified: boolean, verificationDate: string | null }, address: { uuid: string | null, isoCountryCode: string, city: string, postalCode: string | null, street: string | null, number: string | null, refinement: string | null, stateOrProvince: string | null, status: AddressStatus | null } | null, status: { overall: OverallStatus, banking: { value: BankingStatusValue, valueText: string, reason: string | null }, kyc: { value: KycStatus, valueText: string, reason: string | null }, suspension: { value: SuspensionStatusValue, valueText: string, reason: string | null }, linkcy: { value: LinkcyStatusValue, valueText: string, reason: string | null }, compliance: { value: ComplianceStatusValue, valueText: string, reason: string | null } }, kyc: { kycApplicationId: string | null, status: KycStatus, statusReason: string | null, type: KycType | null, updateDate: string | null }, financialInformation: { monthlyNetIncome: string | null, currency: string | null, expectedMonthlyIncomingVolume: string | null, expectedMonthlyOutgoingVolume: string | null, expectedMonthlyIncomingTransferFrequency: string | null } | null, strongAuthentication: { uuid: string, endpointId: string | null, creationDate: string | null, pinStatus: FactorStatus | null, biometryStatus: FactorStatus | null } | null } | null };

export type ConsumerByExternalIdQueryVariables = Exact<{
  externalId: string;
}>;


export type ConsumerByExternalIdQuery = { consumerByExternalId: { id: string, uuid: string, externalId: string | null, firstName: string | null, middleName: string | null, lastName: string | null, gender: Gender | null, birthDate: string | null, birthCity: string | null, birthIsoCountryCode: string | null, nationalityCode: string | null, termsAccepted: boolean, sourceOfFunds: SourceOfFunds | null, otherSourceOfFunds: string | null, occupation: Occupation | null, otherOccupation: string | null, notes: string | null, taxIdentificationNumber: string | null, taxCountry: string | null, accountPurposes: Array<AccountPurpose>, userMetadata: Record<string, unknown> | null, partnerMetadata: Record<string, unknown> | null, creationDate: string, updateDate: string, phone: { countryCode: string | null, number: string | null, verified: boolean, verificationDate: string | null }, email: { address: string | null, verified: boolean, verificationDate: string | null }, address: { uuid: string | null, isoCountryCode: string, city: string, postalCode: string | null, street: string | null, number: string | null, refinement: string | null, stateOrProvince: string | null, status: AddressStatus | null } | null, status: { overall: OverallStatus, banking: { value: BankingStatusValue, valueText: string, reason: string | null }, kyc: { value: KycStatus, valueText: string, reason: string | null }, suspension: { value: SuspensionStatusValue, valueText: string, reason: string | null }, linkcy: { value: LinkcyStatusValue, valueText: string, reason: string | null }, compliance: { value: ComplianceStatusValue, valueText: string, reason: string | null } }, kyc: { kycApplicationId: string | null, status: KycStatus, statusReason: string | null, type: KycType | null, updateDate: string | null }, financialInformation: { monthlyNetIncome: string | null, currency: string | null, expectedMonthlyIncomingVolume: string | null, expectedMonthlyOutgoingVolume: string | null, expectedMonthlyIncomingTransferFrequency: string | null } | null, strongAuthentication: { uuid: string, endpointId: string | null, creationDate: string | null, pinStatus: FactorStatus | null, biometryStatus: FactorStatus | null } | null } | null };

export type ConsumersQueryVariables = Exact<{
  filter?: ConsumerFilter | null | undefined;
  sort?: ConsumerSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ConsumersQuery = { consumers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, uuid: string, firstName: string | null, lastName: string | null, creationDate: string, email: { address: string | null }, status: { overall: OverallStatus }, kyc: { status: KycStatus } }> } };

export type HomeQueryVariables = Exact<{
  id: string | number;
}>;


export type HomeQuery = { consumer: { id: string, firstName: string | null, ledgers: { nodes: Array<{ id: string, uuid: string, friendlyName: string | null, iban: string | null, availableAmount: { value: string, currency: string } | null }> }, cards: { nodes: Array<{ id: string, uuid: string, type: CardType, status: CardStatus, truncatedPan: string | null }> }, beneficiaries: { nodes: Array<{ id: string, uuid: string, name: string, friendlyName: string | null }> }, transactions: { nodes: Array<
        | { id: string, uuid: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
        | { id: string, uuid: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
        | { id: string, uuid: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
        | { id: string, uuid: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
        | { id: string, uuid: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
        | { id: string, uuid: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
      > } } | null };

export type LedgerQueryVariables = Exact<{
  id: string | number;
}>;


export type LedgerQuery = { ledger: { id: string, uuid: string, friendlyName: string | null, status: LedgerStatus, statusText: string, currency: string, country: string, iban: string | null, bicOrSwift: string | null, accountNumber: string | null, sortCode: string | null, isUpgraded: boolean | null, creationDate: string, endUserId: string, totalAmount: { value: string, currency: string } | null, availableAmount: { value: string, currency: string } | null, reservedAmount: { value: string, currency: string } | null, consumer: { id: string, uuid: string, lastName: string | null } | null, parent: { id: string, uuid: string, friendlyName: string | null, parent: { id: string, uuid: string } | null } | null, cards: { totalCount: number, nodes: Array<{ id: string, uuid: string }> }, transactions: { totalCount: number, nodes: Array<
        | { id: string, uuid: string }
        | { id: string, uuid: string }
        | { id: string, uuid: string }
        | { id: string, uuid: string }
        | { id: string, uuid: string }
        | { id: string, uuid: string }
      > } } | null };

export type LedgersQueryVariables = Exact<{
  filter?: LedgerFilter | null | undefined;
  sort?: LedgerSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LedgersQuery = { ledgers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, uuid: string, friendlyName: string | null, status: LedgerStatus, currency: string, country: string, isUpgraded: boolean | null, creationDate: string }> } };

export type BalancesQueryVariables = Exact<{
  filter?: LedgerFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type BalancesQuery = { ledgers: { nodes: Array<{ id: string, uuid: string, iban: string | null, totalAmount: { value: string, currency: string } | null, availableAmount: { value: string, currency: string } | null, reservedAmount: { value: string, currency: string } | null }> } };

export type LedgerMovementsQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LedgerMovementsQuery = { ledger: { id: string, currency: string, transactions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
        | { id: string, creationDate: string, statusText: string, directionFor: TransactionDirection | null, signedAmountFor: { value: string, currency: string } | null }
        | { id: string, creationDate: string, statusText: string, directionFor: TransactionDirection | null, signedAmountFor: { value: string, currency: string } | null }
        | { id: string, creationDate: string, statusText: string, directionFor: TransactionDirection | null, signedAmountFor: { value: string, currency: string } | null }
        | { id: string, creationDate: string, statusText: string, directionFor: TransactionDirection | null, signedAmountFor: { value: string, currency: string } | null }
        | { id: string, creationDate: string, statusText: string, directionFor: TransactionDirection | null, signedAmountFor: { value: string, currency: string } | null }
        | { id: string, creationDate: string, statusText: string, directionFor: TransactionDirection | null, signedAmountFor: { value: string, currency: string } | null }
      > } } | null };

export type NodeQueryVariables = Exact<{
  id: string | number;
}>;


export type NodeQuery = { node:
    | { __typename: 'AcquiringTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'Beneficiary', name: string, id: string }
    | { __typename: 'Card', nameOnCard: string | null, id: string }
    | { __typename: 'CardTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'Consumer', lastName: string | null, id: string }
    | { __typename: 'InterLedgerTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'Ledger', friendlyName: string | null, id: string }
    | { __typename: 'Mandate', id: string }
    | { __typename: 'OtherTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'SepaTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'UkTransaction', id: string, amount: { value: string, currency: string } }
   | null };

export type NodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type NodesQuery = { nodes: Array<
    | { __typename: 'AcquiringTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'Beneficiary', name: string, id: string }
    | { __typename: 'Card', nameOnCard: string | null, id: string }
    | { __typename: 'CardTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'Consumer', lastName: string | null, id: string }
    | { __typename: 'InterLedgerTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'Ledger', friendlyName: string | null, id: string }
    | { __typename: 'Mandate', id: string }
    | { __typename: 'OtherTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'SepaTransaction', id: string, amount: { value: string, currency: string } }
    | { __typename: 'UkTransaction', id: string, amount: { value: string, currency: string } }
   | null> };

type ObjectName_AcquiringTransaction_Fragment = { __typename: 'AcquiringTransaction', id: string, amount: { value: string, currency: string } };

type ObjectName_Beneficiary_Fragment = { __typename: 'Beneficiary', name: string, id: string };

type ObjectName_Card_Fragment = { __typename: 'Card', nameOnCard: string | null, id: string };

type ObjectName_CardTransaction_Fragment = { __typename: 'CardTransaction', id: string, amount: { value: string, currency: string } };

type ObjectName_Consumer_Fragment = { __typename: 'Consumer', lastName: string | null, id: string };

type ObjectName_InterLedgerTransaction_Fragment = { __typename: 'InterLedgerTransaction', id: string, amount: { value: string, currency: string } };

type ObjectName_Ledger_Fragment = { __typename: 'Ledger', friendlyName: string | null, id: string };

type ObjectName_Mandate_Fragment = { __typename: 'Mandate', id: string };

type ObjectName_OtherTransaction_Fragment = { __typename: 'OtherTransaction', id: string, amount: { value: string, currency: string } };

type ObjectName_SepaTransaction_Fragment = { __typename: 'SepaTransaction', id: string, amount: { value: string, currency: string } };

type ObjectName_UkTransaction_Fragment = { __typename: 'UkTransaction', id: string, amount: { value: string, currency: string } };

export type ObjectNameFragment =
  | ObjectName_AcquiringTransaction_Fragment
  | ObjectName_Beneficiary_Fragment
  | ObjectName_Card_Fragment
  | ObjectName_CardTransaction_Fragment
  | ObjectName_Consumer_Fragment
  | ObjectName_InterLedgerTransaction_Fragment
  | ObjectName_Ledger_Fragment
  | ObjectName_Mandate_Fragment
  | ObjectName_OtherTransaction_Fragment
  | ObjectName_SepaTransaction_Fragment
  | ObjectName_UkTransaction_Fragment
;

type TransactionFields_AcquiringTransaction_Fragment = { __typename: 'AcquiringTransaction', paymentDate: string | null, id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, netAmount: { value: string, currency: string } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null };

type TransactionFields_CardTransaction_Fragment = { __typename: 'CardTransaction', direction: TransactionDirection, directionText: string, id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, merchant: { acquirerId: string | null, name: string, city: string, country: string, categoryCode: string, description: string }, cardDetails: { truncatedPan: string | null, terminalAttendance: string | null, holderPresent: string | null, cardPresent: string | null, deviceFormFactor: string | null, inputMethod: string | null } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null };

type TransactionFields_InterLedgerTransaction_Fragment = { __typename: 'InterLedgerTransaction', id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null };

type TransactionFields_OtherTransaction_Fragment = { __typename: 'OtherTransaction', id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null };

type TransactionFields_SepaTransaction_Fragment = { __typename: 'SepaTransaction', sequence: SepaSequence | null, id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null };

type TransactionFields_UkTransaction_Fragment = { __typename: 'UkTransaction', id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null };

export type TransactionFieldsFragment =
  | TransactionFields_AcquiringTransaction_Fragment
  | TransactionFields_CardTransaction_Fragment
  | TransactionFields_InterLedgerTransaction_Fragment
  | TransactionFields_OtherTransaction_Fragment
  | TransactionFields_SepaTransaction_Fragment
  | TransactionFields_UkTransaction_Fragment
;

export type PartyFieldsFragment = { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null };

export type PartyLinksFragment = { ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null };

export type TransactionQueryVariables = Exact<{
  id: string | number;
}>;


export type TransactionQuery = { transaction:
    | { __typename: 'AcquiringTransaction', paymentDate: string | null, id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, netAmount: { value: string, currency: string } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null }
    | { __typename: 'CardTransaction', direction: TransactionDirection, directionText: string, id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, originalTransaction:
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
       | null, clearingTransaction:
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
        | { id: string, uuid: string, type: TransactionType }
       | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, merchant: { acquirerId: string | null, name: string, city: string, country: string, categoryCode: string, description: string }, cardDetails: { truncatedPan: string | null, terminalAttendance: string | null, holderPresent: string | null, cardPresent: string | null, deviceFormFactor: string | null, inputMethod: string | null } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null }
    | { __typename: 'InterLedgerTransaction', id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null }
    | { __typename: 'OtherTransaction', id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null }
    | { __typename: 'SepaTransaction', sequence: SepaSequence | null, id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null }
    | { __typename: 'UkTransaction', id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null, ledger: { id: string, uuid: string } | null, virtualLedger: { id: string, uuid: string } | null, consumer: { id: string, uuid: string } | null, beneficiary: { id: string, uuid: string } | null, card: { id: string, uuid: string } | null } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null }
   | null };

export type TransactionsQueryVariables = Exact<{
  filter?: TransactionFilter | null | undefined;
  sort?: TransactionSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TransactionsQuery = { transactions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
      | { __typename: 'AcquiringTransaction', paymentDate: string | null, id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, netAmount: { value: string, currency: string } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null }
      | { __typename: 'CardTransaction', direction: TransactionDirection, directionText: string, id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, merchant: { acquirerId: string | null, name: string, city: string, country: string, categoryCode: string, description: string }, cardDetails: { truncatedPan: string | null, terminalAttendance: string | null, holderPresent: string | null, cardPresent: string | null, deviceFormFactor: string | null, inputMethod: string | null } | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null }
      | { __typename: 'InterLedgerTransaction', id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null }
      | { __typename: 'OtherTransaction', id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null }
      | { __typename: 'SepaTransaction', sequence: SepaSequence | null, id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null }
      | { __typename: 'UkTransaction', id: string, uuid: string, type: TransactionType, typeText: string, paymentType: PaymentType, paymentTypeText: string, status: TransactionStatus, statusText: string, creationDate: string, conversionRate: string | null, reference: string | null, note: string | null, declineReason: string | null, clearingDate: string | null, amount: { value: string, currency: string }, originalAmount: { value: string, currency: string } | null, sender: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null, receiver: { name: string | null, iban: string | null, bic: string | null, sortCode: string | null, accountNumber: string | null, ledgerFriendlyName: string | null, cardFriendlyName: string | null, virtualLedgerFriendlyName: string | null, previousTotalBalance: string | null, previousReservedBalance: string | null, endUserId: string | null } | null }
    > } };

export type PendingFragment = { scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number };

export type ToSignFragment = { scaId: string, method: string, path: string, body: string | null, expiresAt: string };

type Refused_Conflict_Fragment = { code: string, message: string, retryable: boolean };

type Refused_Forbidden_Fragment = { code: string, message: string, retryable: boolean };

type Refused_InvalidInput_Fragment = { code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> };

type Refused_NotFound_Fragment = { code: string, message: string, retryable: boolean };

type Refused_OutcomeUnknown_Fragment = { code: string, message: string, retryable: boolean };

type Refused_ScaRefused_Fragment = { code: string, message: string, retryable: boolean };

type Refused_UpstreamUnavailable_Fragment = { code: string, message: string, retryable: boolean };

export type RefusedFragment =
  | Refused_Conflict_Fragment
  | Refused_Forbidden_Fragment
  | Refused_InvalidInput_Fragment
  | Refused_NotFound_Fragment
  | Refused_OutcomeUnknown_Fragment
  | Refused_ScaRefused_Fragment
  | Refused_UpstreamUnavailable_Fragment
;

export type SimulateKycMutationVariables = Exact<{
  input: SimulateKycInput;
}>;


export type SimulateKycMutation = { simulateKyc:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'SimulateKycPayload', kycApplicationId: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CreditLedgerMutationVariables = Exact<{
  input: CreditLedgerInput;
}>;


export type CreditLedgerMutation = { creditLedger:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LedgerPayload', id: string, ledger: { id: string, availableAmount: { value: string, currency: string } | null } }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type SimulateCardPaymentMutationVariables = Exact<{
  input: SimulateCardPaymentInput;
}>;


export type SimulateCardPaymentMutation = { simulateCardPayment:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'SimulateCardPaymentPayload', card: { id: string, status: CardStatus } }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type SetBeneficiaryStatusMutationVariables = Exact<{
  input: SetBeneficiaryStatusInput;
}>;


export type SetBeneficiaryStatusMutation = { setBeneficiaryStatus:
    | { __typename: 'BeneficiaryPayload', id: string, beneficiary: { id: string, status: BeneficiaryStatus } }
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CardTruncatedPanQueryVariables = Exact<{
  cardId: string | number;
}>;


export type CardTruncatedPanQuery = { cardTruncatedPan: string | null };

export type RegisterScaDeviceMutationVariables = Exact<{
  input: RegisterScaDeviceInput;
  sca?: ScaInput | null | undefined;
}>;


export type RegisterScaDeviceMutation = { registerScaDevice:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaDevicePayload', scaDeviceId: string, endpointId: string | null, qrCode: string | null, deviceCode: string | null }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ActivateScaDeviceFactorMutationVariables = Exact<{
  input: ActivateScaDeviceFactorInput;
  sca?: ScaInput | null | undefined;
}>;


export type ActivateScaDeviceFactorMutation = { activateScaDeviceFactor:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaDevicePayload', scaDeviceId: string, endpointId: string | null, qrCode: string | null, deviceCode: string | null }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ResetScaDeviceMutationVariables = Exact<{
  input: ResetScaDeviceInput;
}>;


export type ResetScaDeviceMutation = { resetScaDevice:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ResetScaDevicePayload', scaDeviceId: string }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type DeviceAccessFragment = { scaDeviceId: string, endpointId: string | null, qrCode: string | null, deviceCode: string | null };

export type TheGraphQueryVariables = Exact<{ [key: string]: never; }>;


export type TheGraphQuery = { consumers: { totalCount: number, nodes: Array<{ id: string, firstName: string | null, lastName: string | null, ledgers: { nodes: Array<{ id: string, iban: string | null, availableAmount: { value: string, currency: string } | null, cards: { nodes: Array<{ id: string, truncatedPan: string | null, status: CardStatus }> } }> }, transactions: { nodes: Array<
          | { id: string, creationDate: string, amount: { value: string, currency: string }, receiver: { name: string | null } | null }
          | { id: string, creationDate: string, amount: { value: string, currency: string }, receiver: { name: string | null } | null }
          | { id: string, creationDate: string, amount: { value: string, currency: string }, receiver: { name: string | null } | null }
          | { id: string, creationDate: string, amount: { value: string, currency: string }, receiver: { name: string | null } | null }
          | { id: string, creationDate: string, amount: { value: string, currency: string }, receiver: { name: string | null } | null }
          | { id: string, creationDate: string, amount: { value: string, currency: string }, receiver: { name: string | null } | null }
        > } }> } };

export type PagingQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PagingQuery = { transactions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
      | { id: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
      | { id: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
      | { id: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
      | { id: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
      | { id: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
      | { id: string, creationDate: string, amount: { value: string, currency: string }, sender: { name: string | null } | null, receiver: { name: string | null } | null }
    > } };

export type PayLunchMutationVariables = Exact<{
  input: CreateTransferInput;
}>;


export type PayLunchMutation = { createTransfer:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, expiresAt: string }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired' }
    | { __typename: 'TransactionPayload', id: string, transaction:
        | { id: string, status: TransactionStatus }
        | { id: string, status: TransactionStatus }
        | { id: string, status: TransactionStatus }
        | { id: string, status: TransactionStatus }
        | { id: string, status: TransactionStatus }
        | { id: string, status: TransactionStatus }
       }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type AwaitApprovalSubscriptionVariables = Exact<{
  scaId: string;
}>;


export type AwaitApprovalSubscription = { scaCompleted: { status: ScaStatus, result:
      | { __typename: 'BeneficiaryPayload' }
      | { __typename: 'CardPayload' }
      | { __typename: 'Conflict', code: string, message: string }
      | { __typename: 'ConsumerPayload' }
      | { __typename: 'CreatePanCredentialsPayload' }
      | { __typename: 'Forbidden', code: string, message: string }
      | { __typename: 'InvalidInput', code: string, message: string }
      | { __typename: 'LedgerPayload' }
      | { __typename: 'MandatePayload' }
      | { __typename: 'NotFound', code: string, message: string }
      | { __typename: 'OutcomeUnknown', code: string, message: string }
      | { __typename: 'ResetScaDevicePayload' }
      | { __typename: 'RevealCardPinPayload' }
      | { __typename: 'ScaDevicePayload' }
      | { __typename: 'ScaRefused', code: string, message: string }
      | { __typename: 'TransactionPayload', id: string, transaction:
          | { id: string, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
         }
      | { __typename: 'UpstreamUnavailable', code: string, message: string }
     | null } };

export type SignLunchMutationVariables = Exact<{
  input: CreateTransferInput;
}>;


export type SignLunchMutation = { createTransfer:
    | { __typename: 'Conflict', code: string, message: string }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OutcomeUnknown', code: string, message: string }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'TransactionPayload' }
    | { __typename: 'UpstreamUnavailable', code: string, message: string }
   };

export type SubmitSignatureMutationVariables = Exact<{
  scaId: string;
}>;


export type SubmitSignatureMutation = { submitScaSignature: { status: ScaStatus, result:
      | { __typename: 'BeneficiaryPayload' }
      | { __typename: 'CardPayload' }
      | { __typename: 'Conflict', code: string, message: string }
      | { __typename: 'ConsumerPayload' }
      | { __typename: 'CreatePanCredentialsPayload' }
      | { __typename: 'Forbidden', code: string, message: string }
      | { __typename: 'InvalidInput', code: string, message: string }
      | { __typename: 'LedgerPayload' }
      | { __typename: 'MandatePayload' }
      | { __typename: 'NotFound', code: string, message: string }
      | { __typename: 'OutcomeUnknown', code: string, message: string }
      | { __typename: 'ResetScaDevicePayload' }
      | { __typename: 'RevealCardPinPayload' }
      | { __typename: 'ScaDevicePayload' }
      | { __typename: 'ScaRefused', code: string, message: string }
      | { __typename: 'TransactionPayload', id: string, transaction:
          | { id: string, status: TransactionStatus, reference: string | null }
          | { id: string, status: TransactionStatus, reference: string | null }
          | { id: string, status: TransactionStatus, reference: string | null }
          | { id: string, status: TransactionStatus, reference: string | null }
          | { id: string, status: TransactionStatus, reference: string | null }
          | { id: string, status: TransactionStatus, reference: string | null }
         }
      | { __typename: 'UpstreamUnavailable', code: string, message: string }
     | null } | null };

export type MadeTransactionFragment = { id: string, transaction:
    | { __typename: 'AcquiringTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
    | { __typename: 'CardTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
    | { __typename: 'InterLedgerTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
    | { __typename: 'OtherTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
    | { __typename: 'SepaTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
    | { __typename: 'UkTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
   };

export type CreateTransferMutationVariables = Exact<{
  input: CreateTransferInput;
  sca?: ScaInput | null | undefined;
}>;


export type CreateTransferMutation = { createTransfer:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'TransactionPayload', id: string, transaction:
        | { __typename: 'AcquiringTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'CardTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'InterLedgerTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'OtherTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'SepaTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'UkTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
       }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CreateInterLedgerTransferMutationVariables = Exact<{
  input: CreateInterLedgerTransferInput;
  sca?: ScaInput | null | undefined;
}>;


export type CreateInterLedgerTransferMutation = { createInterLedgerTransfer:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaSignatureRequired', scaId: string, method: string, path: string, body: string | null, expiresAt: string }
    | { __typename: 'TransactionPayload', id: string, transaction:
        | { __typename: 'AcquiringTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'CardTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'InterLedgerTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'OtherTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'SepaTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'UkTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
       }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type CreateDirectDebitMutationVariables = Exact<{
  input: CreateDirectDebitInput;
}>;


export type CreateDirectDebitMutation = { createDirectDebit:
    | { __typename: 'Conflict', code: string, message: string, retryable: boolean }
    | { __typename: 'Forbidden', code: string, message: string, retryable: boolean }
    | { __typename: 'InvalidInput', code: string, message: string, retryable: boolean, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string, retryable: boolean }
    | { __typename: 'OutcomeUnknown', code: string, message: string, retryable: boolean }
    | { __typename: 'ScaPending', scaId: string, strategy: ScaStrategy, joinCode: string | null, expiresAt: string, ttlSeconds: number }
    | { __typename: 'ScaRefused', code: string, message: string, retryable: boolean }
    | { __typename: 'TransactionPayload', id: string, transaction:
        | { __typename: 'AcquiringTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'CardTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'InterLedgerTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'OtherTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'SepaTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
        | { __typename: 'UkTransaction', id: string, type: TransactionType, status: TransactionStatus, reference: string | null, amount: { value: string, currency: string } }
       }
    | { __typename: 'UpstreamUnavailable', code: string, message: string, retryable: boolean }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { endUserId: string | null, partnerName: string | null, roles: Array<string>, expiresAt: string | null, consumer: { id: string, firstName: string | null, lastName: string | null } | null } | null };

export type WalkTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type WalkTermsQuery = { termsAndConditions: { version: string, downloadUrl: string } | null };

export type WalkCreateConsumerMutationVariables = Exact<{
  input: CreateConsumerInput;
}>;


export type WalkCreateConsumerMutation = { createConsumer:
    | { __typename: 'Conflict', code: string, message: string }
    | { __typename: 'ConsumerPayload', id: string, uuid: string }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OutcomeUnknown', code: string, message: string }
    | { __typename: 'ScaPending' }
    | { __typename: 'ScaRefused', code: string, message: string }
    | { __typename: 'UpstreamUnavailable', code: string, message: string }
   };

export type WalkRequestPasswordSecretMutationVariables = Exact<{
  input: RequestPasswordSecretInput;
}>;


export type WalkRequestPasswordSecretMutation = { requestPasswordSecret:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { phone: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type WalkChangePasswordMutation = { changePassword:
    | { endUserId: string | null }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkLoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type WalkLoginMutation = { login:
    | { token: string, tokenExpiresAt: string | null }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { scaId: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkStartKycMutationVariables = Exact<{
  input: StartKycInput;
}>;


export type WalkStartKycMutation = { startKyc:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { kycApplicationId: string, url: string | null }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkKycApplicationQueryVariables = Exact<{
  id: string;
}>;


export type WalkKycApplicationQuery = { kycApplication: { status: KycStatus, statusReason: string | null } | null };

export type WalkSendEmailVerificationMutationVariables = Exact<{
  input: SendEmailVerificationInput;
}>;


export type WalkSendEmailVerificationMutation = { sendEmailVerification:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { ttl: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkPartnerLoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type WalkPartnerLoginMutation = { login:
    | { partnerToken: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkSimulateKycMutationVariables = Exact<{
  input: SimulateKycInput;
}>;


export type WalkSimulateKycMutation = { simulateKyc:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { kycApplicationId: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkConsumerQueryVariables = Exact<{
  id: string | number;
}>;


export type WalkConsumerQuery = { consumer: { id: string, firstName: string | null, termsAccepted: boolean, phone: { verified: boolean }, email: { verified: boolean }, kyc: { status: KycStatus } } | null };

export type WalkRegisterScaDeviceMutationVariables = Exact<{
  input: RegisterScaDeviceInput;
}>;


export type WalkRegisterScaDeviceMutation = { registerScaDevice:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { scaDeviceId: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkCreateLedgerMutationVariables = Exact<{
  input: CreateLedgerInput;
}>;


export type WalkCreateLedgerMutation = { createLedger:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { id: string, ledger: { id: string } }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkLedgerQueryVariables = Exact<{
  id: string | number;
}>;


export type WalkLedgerQuery = { ledger: { id: string, status: LedgerStatus, iban: string | null, availableAmount: { value: string, currency: string } | null } | null };

export type WalkCreditLedgerMutationVariables = Exact<{
  input: CreditLedgerInput;
}>;


export type WalkCreditLedgerMutation = { creditLedger:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { id: string, ledger: { id: string, availableAmount: { value: string } | null } }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkCardProfilesQueryVariables = Exact<{
  filter?: CardProfileFilter | null | undefined;
}>;


export type WalkCardProfilesQuery = { cardProfiles: { nodes: Array<{ uuid: string, name: string }> } };

export type WalkCreateCardMutationVariables = Exact<{
  input: CreateCardInput;
}>;


export type WalkCreateCardMutation = { createCard:
    | { id: string, card: { id: string } }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { scaId: string, expiresAt: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkApprovalSubscriptionVariables = Exact<{
  scaId: string;
}>;


export type WalkApprovalSubscription = { scaCompleted: { status: ScaStatus, result:
      | { __typename: 'BeneficiaryPayload', id: string, beneficiary: { id: string, status: BeneficiaryStatus } }
      | { __typename: 'CardPayload', id: string, card: { id: string } }
      | { __typename: 'Conflict', code: string, message: string }
      | { __typename: 'ConsumerPayload' }
      | { __typename: 'CreatePanCredentialsPayload' }
      | { __typename: 'Forbidden', code: string, message: string }
      | { __typename: 'InvalidInput', code: string, message: string }
      | { __typename: 'LedgerPayload' }
      | { __typename: 'MandatePayload' }
      | { __typename: 'NotFound', code: string, message: string }
      | { __typename: 'OutcomeUnknown', code: string, message: string }
      | { __typename: 'ResetScaDevicePayload' }
      | { __typename: 'RevealCardPinPayload' }
      | { __typename: 'ScaDevicePayload' }
      | { __typename: 'ScaRefused', code: string, message: string }
      | { __typename: 'TransactionPayload', id: string, transaction:
          | { id: string, status: TransactionStatus, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, amount: { value: string, currency: string } }
          | { id: string, status: TransactionStatus, amount: { value: string, currency: string } }
         }
      | { __typename: 'UpstreamUnavailable', code: string, message: string }
     | null } };

export type WalkCardQueryVariables = Exact<{
  id: string | number;
}>;


export type WalkCardQuery = { card: { id: string, status: CardStatus, transactions: { nodes: Array<
        | { id: string, status: TransactionStatus, amount: { value: string } }
        | { id: string, status: TransactionStatus, amount: { value: string } }
        | { id: string, status: TransactionStatus, amount: { value: string } }
        | { id: string, status: TransactionStatus, amount: { value: string } }
        | { id: string, status: TransactionStatus, amount: { value: string } }
        | { id: string, status: TransactionStatus, amount: { value: string } }
      > } } | null };

export type WalkSimulateCardPaymentMutationVariables = Exact<{
  input: SimulateCardPaymentInput;
}>;


export type WalkSimulateCardPaymentMutation = { simulateCardPayment:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { card: { id: string, status: CardStatus } }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkAddBeneficiaryMutationVariables = Exact<{
  input: AddBeneficiaryInput;
}>;


export type WalkAddBeneficiaryMutation = { addBeneficiary:
    | { id: string, beneficiary: { id: string } }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { scaId: string, expiresAt: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkSetBeneficiaryStatusMutationVariables = Exact<{
  input: SetBeneficiaryStatusInput;
}>;


export type WalkSetBeneficiaryStatusMutation = { setBeneficiaryStatus:
    | { id: string, beneficiary: { id: string, status: BeneficiaryStatus } }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export type WalkCreateTransferMutationVariables = Exact<{
  input: CreateTransferInput;
}>;


export type WalkCreateTransferMutation = { createTransfer:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { scaId: string, expiresAt: string }
    | { code: string, message: string }
    | { id: string, transaction:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
       }
    | { code: string, message: string }
    | Record<PropertyKey, never>
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const DeviceAccessFragmentDoc = new TypedDocumentString(`
    fragment DeviceAccess on ScaDevicePayload {
  scaDeviceId
  endpointId
  qrCode
  deviceCode: joinCode
}
    `, {"fragmentName":"DeviceAccess"}) as unknown as TypedDocumentString<DeviceAccessFragment, unknown>;
export const RefusedFragmentDoc = new TypedDocumentString(`
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
    `, {"fragmentName":"Refused"}) as unknown as TypedDocumentString<RefusedFragment, unknown>;
export const ApprovalFragmentDoc = new TypedDocumentString(`
    fragment Approval on ScaOperation {
  scaId
  status
  mutation
  expiresAt
  result {
    __typename
    ... on ConsumerPayload {
      id
      consumer {
        id
        uuid
      }
    }
    ... on CardPayload {
      id
      card {
        id
        uuid
        status
      }
    }
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
        uuid
        status
      }
    }
    ... on TransactionPayload {
      id
      transaction {
        id
        uuid
        status
      }
    }
    ... on LedgerPayload {
      id
      ledger {
        id
        uuid
        status
      }
    }
    ... on MandatePayload {
      id
      mandate {
        id
        uuid
        status
      }
    }
    ... on RevealCardPinPayload {
      pin
    }
    ... on CreatePanCredentialsPayload {
      token
      secret
      ttl
    }
    ...DeviceAccess
    ... on ResetScaDevicePayload {
      scaDeviceId
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment DeviceAccess on ScaDevicePayload {
  scaDeviceId
  endpointId
  qrCode
  deviceCode: joinCode
}`, {"fragmentName":"Approval"}) as unknown as TypedDocumentString<ApprovalFragment, unknown>;
export const TokensFragmentDoc = new TypedDocumentString(`
    fragment Tokens on AuthenticationPayload {
  token
  refreshToken
  tokenExpiresAt: expiresAt
  endUserId
}
    `, {"fragmentName":"Tokens"}) as unknown as TypedDocumentString<TokensFragment, unknown>;
export const CardLimitsFragmentDoc = new TypedDocumentString(`
    fragment CardLimits on CardPayload {
  id
  card {
    id
    friendlyName
    rules {
      type
      value
      name
    }
  }
}
    `, {"fragmentName":"CardLimits"}) as unknown as TypedDocumentString<CardLimitsFragment, unknown>;
export const ChangedCardFragmentDoc = new TypedDocumentString(`
    fragment ChangedCard on CardPayload {
  id
  card {
    id
    type
    status
    statusReason
    pinStatus
    updateDate
  }
}
    `, {"fragmentName":"ChangedCard"}) as unknown as TypedDocumentString<ChangedCardFragment, unknown>;
export const ChangedLedgerFragmentDoc = new TypedDocumentString(`
    fragment ChangedLedger on LedgerPayload {
  id
  ledger {
    id
    uuid
    status
    friendlyName
    isUpgraded
    iban
  }
}
    `, {"fragmentName":"ChangedLedger"}) as unknown as TypedDocumentString<ChangedLedgerFragment, unknown>;
export const MandateFragmentDoc = new TypedDocumentString(`
    fragment Mandate on Mandate {
  id
  uuid
  endUserId
  uniqueReference
  status
  friendlyName
  recurring
  expirationDate
  creationDate
  updateDate
  debtor {
    type
    name
    iban
    bic
  }
}
    `, {"fragmentName":"Mandate"}) as unknown as TypedDocumentString<MandateFragment, unknown>;
export const ChangedMandateFragmentDoc = new TypedDocumentString(`
    fragment ChangedMandate on MandatePayload {
  id
  mandate {
    ...Mandate
  }
}
    fragment Mandate on Mandate {
  id
  uuid
  endUserId
  uniqueReference
  status
  friendlyName
  recurring
  expirationDate
  creationDate
  updateDate
  debtor {
    type
    name
    iban
    bic
  }
}`, {"fragmentName":"ChangedMandate"}) as unknown as TypedDocumentString<ChangedMandateFragment, unknown>;
export const ConsumerProfileFragmentDoc = new TypedDocumentString(`
    fragment ConsumerProfile on Consumer {
  id
  uuid
  externalId
  firstName
  middleName
  lastName
  gender
  birthDate
  birthCity
  birthIsoCountryCode
  nationalityCode
  phone {
    countryCode
    number
    verified
    verificationDate
  }
  email {
    address
    verified
    verificationDate
  }
  address {
    uuid
    isoCountryCode
    city
    postalCode
    street
    number
    refinement
    stateOrProvince
    status
  }
  status {
    overall
    banking {
      value
      valueText
      reason
    }
    kyc {
      value
      valueText
      reason
    }
    suspension {
      value
      valueText
      reason
    }
    linkcy {
      value
      valueText
      reason
    }
    compliance {
      value
      valueText
      reason
    }
  }
  kyc {
    kycApplicationId
    status
    statusReason
    type
    updateDate
  }
  termsAccepted
  sourceOfFunds
  otherSourceOfFunds
  occupation
  otherOccupation
  notes
  taxIdentificationNumber
  taxCountry
  accountPurposes
  financialInformation {
    monthlyNetIncome
    currency
    expectedMonthlyIncomingVolume
    expectedMonthlyOutgoingVolume
    expectedMonthlyIncomingTransferFrequency
  }
  strongAuthentication {
    uuid
    endpointId
    creationDate
    pinStatus
    biometryStatus
  }
  userMetadata
  partnerMetadata
  creationDate
  updateDate
}
    `, {"fragmentName":"ConsumerProfile"}) as unknown as TypedDocumentString<ConsumerProfileFragment, unknown>;
export const ObjectNameFragmentDoc = new TypedDocumentString(`
    fragment ObjectName on Node {
  __typename
  id
  ... on Consumer {
    lastName
  }
  ... on Ledger {
    friendlyName
  }
  ... on Card {
    nameOnCard
  }
  ... on Beneficiary {
    name
  }
  ... on Transaction {
    amount {
      value
      currency
    }
  }
}
    `, {"fragmentName":"ObjectName"}) as unknown as TypedDocumentString<ObjectNameFragment, unknown>;
export const PartyFieldsFragmentDoc = new TypedDocumentString(`
    fragment PartyFields on TransactionParty {
  name
  iban
  bic
  sortCode
  accountNumber
  ledgerFriendlyName
  cardFriendlyName
  virtualLedgerFriendlyName
  previousTotalBalance
  previousReservedBalance
  endUserId
}
    `, {"fragmentName":"PartyFields"}) as unknown as TypedDocumentString<PartyFieldsFragment, unknown>;
export const TransactionFieldsFragmentDoc = new TypedDocumentString(`
    fragment TransactionFields on Transaction {
  __typename
  id
  uuid
  type
  typeText
  paymentType
  paymentTypeText
  status
  statusText
  creationDate
  amount {
    value
    currency
  }
  originalAmount {
    value
    currency
  }
  conversionRate
  reference
  note
  declineReason
  clearingDate
  sender {
    ...PartyFields
  }
  receiver {
    ...PartyFields
  }
  ... on SepaTransaction {
    sequence
  }
  ... on CardTransaction {
    direction
    directionText
    merchant {
      acquirerId
      name
      city
      country
      categoryCode
      description
    }
    cardDetails {
      truncatedPan
      terminalAttendance
      holderPresent
      cardPresent
      deviceFormFactor
      inputMethod
    }
  }
  ... on AcquiringTransaction {
    netAmount {
      value
      currency
    }
    paymentDate
  }
}
    fragment PartyFields on TransactionParty {
  name
  iban
  bic
  sortCode
  accountNumber
  ledgerFriendlyName
  cardFriendlyName
  virtualLedgerFriendlyName
  previousTotalBalance
  previousReservedBalance
  endUserId
}`, {"fragmentName":"TransactionFields"}) as unknown as TypedDocumentString<TransactionFieldsFragment, unknown>;
export const PartyLinksFragmentDoc = new TypedDocumentString(`
    fragment PartyLinks on TransactionParty {
  ledger {
    id
    uuid
  }
  virtualLedger {
    id
    uuid
  }
  consumer {
    id
    uuid
  }
  beneficiary {
    id
    uuid
  }
  card {
    id
    uuid
  }
}
    `, {"fragmentName":"PartyLinks"}) as unknown as TypedDocumentString<PartyLinksFragment, unknown>;
export const PendingFragmentDoc = new TypedDocumentString(`
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
    `, {"fragmentName":"Pending"}) as unknown as TypedDocumentString<PendingFragment, unknown>;
export const ToSignFragmentDoc = new TypedDocumentString(`
    fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
    `, {"fragmentName":"ToSign"}) as unknown as TypedDocumentString<ToSignFragment, unknown>;
export const MadeTransactionFragmentDoc = new TypedDocumentString(`
    fragment MadeTransaction on TransactionPayload {
  id
  transaction {
    __typename
    id
    type
    status
    reference
    amount {
      value
      currency
    }
  }
}
    `, {"fragmentName":"MadeTransaction"}) as unknown as TypedDocumentString<MadeTransactionFragment, unknown>;
export const ScaCompletedDocument = new TypedDocumentString(`
    subscription ScaCompleted($scaId: UUID!) {
  scaCompleted(scaId: $scaId) {
    ...Approval
  }
}
    fragment Approval on ScaOperation {
  scaId
  status
  mutation
  expiresAt
  result {
    __typename
    ... on ConsumerPayload {
      id
      consumer {
        id
        uuid
      }
    }
    ... on CardPayload {
      id
      card {
        id
        uuid
        status
      }
    }
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
        uuid
        status
      }
    }
    ... on TransactionPayload {
      id
      transaction {
        id
        uuid
        status
      }
    }
    ... on LedgerPayload {
      id
      ledger {
        id
        uuid
        status
      }
    }
    ... on MandatePayload {
      id
      mandate {
        id
        uuid
        status
      }
    }
    ... on RevealCardPinPayload {
      pin
    }
    ... on CreatePanCredentialsPayload {
      token
      secret
      ttl
    }
    ...DeviceAccess
    ... on ResetScaDevicePayload {
      scaDeviceId
    }
    ...Refused
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment DeviceAccess on ScaDevicePayload {
  scaDeviceId
  endpointId
  qrCode
  deviceCode: joinCode
}`, {"hash":"sha256:cf5970790da4408349bce3ed13712539b1cc4f18d48e4f214f012b4d4216ddc5"}) as unknown as TypedDocumentString<ScaCompletedSubscription, ScaCompletedSubscriptionVariables>;
export const ResumeScaDocument = new TypedDocumentString(`
    mutation ResumeSca($scaId: UUID!) {
  resumeSca(scaId: $scaId) {
    ...Approval
  }
}
    fragment Approval on ScaOperation {
  scaId
  status
  mutation
  expiresAt
  result {
    __typename
    ... on ConsumerPayload {
      id
      consumer {
        id
        uuid
      }
    }
    ... on CardPayload {
      id
      card {
        id
        uuid
        status
      }
    }
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
        uuid
        status
      }
    }
    ... on TransactionPayload {
      id
      transaction {
        id
        uuid
        status
      }
    }
    ... on LedgerPayload {
      id
      ledger {
        id
        uuid
        status
      }
    }
    ... on MandatePayload {
      id
      mandate {
        id
        uuid
        status
      }
    }
    ... on RevealCardPinPayload {
      pin
    }
    ... on CreatePanCredentialsPayload {
      token
      secret
      ttl
    }
    ...DeviceAccess
    ... on ResetScaDevicePayload {
      scaDeviceId
    }
    ...Refused
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment DeviceAccess on ScaDevicePayload {
  scaDeviceId
  endpointId
  qrCode
  deviceCode: joinCode
}`, {"hash":"sha256:3ae0321c21f44ea78034a8b72d186b81349e21824e64b21c67e2ba1581629a31"}) as unknown as TypedDocumentString<ResumeScaMutation, ResumeScaMutationVariables>;
export const SubmitScaSignatureDocument = new TypedDocumentString(`
    mutation SubmitScaSignature($scaId: UUID!, $signature: String!) {
  submitScaSignature(scaId: $scaId, signature: $signature) {
    ...Approval
  }
}
    fragment Approval on ScaOperation {
  scaId
  status
  mutation
  expiresAt
  result {
    __typename
    ... on ConsumerPayload {
      id
      consumer {
        id
        uuid
      }
    }
    ... on CardPayload {
      id
      card {
        id
        uuid
        status
      }
    }
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
        uuid
        status
      }
    }
    ... on TransactionPayload {
      id
      transaction {
        id
        uuid
        status
      }
    }
    ... on LedgerPayload {
      id
      ledger {
        id
        uuid
        status
      }
    }
    ... on MandatePayload {
      id
      mandate {
        id
        uuid
        status
      }
    }
    ... on RevealCardPinPayload {
      pin
    }
    ... on CreatePanCredentialsPayload {
      token
      secret
      ttl
    }
    ...DeviceAccess
    ... on ResetScaDevicePayload {
      scaDeviceId
    }
    ...Refused
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment DeviceAccess on ScaDevicePayload {
  scaDeviceId
  endpointId
  qrCode
  deviceCode: joinCode
}`, {"hash":"sha256:11053ab2483d9685e7f3c17efd7f56cab08bd2bd3c541d89d9b005556a19b705"}) as unknown as TypedDocumentString<SubmitScaSignatureMutation, SubmitScaSignatureMutationVariables>;
export const ScaOperationDocument = new TypedDocumentString(`
    query ScaOperation($scaId: UUID!) {
  scaOperation(scaId: $scaId) {
    ...Approval
  }
}
    fragment Approval on ScaOperation {
  scaId
  status
  mutation
  expiresAt
  result {
    __typename
    ... on ConsumerPayload {
      id
      consumer {
        id
        uuid
      }
    }
    ... on CardPayload {
      id
      card {
        id
        uuid
        status
      }
    }
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
        uuid
        status
      }
    }
    ... on TransactionPayload {
      id
      transaction {
        id
        uuid
        status
      }
    }
    ... on LedgerPayload {
      id
      ledger {
        id
        uuid
        status
      }
    }
    ... on MandatePayload {
      id
      mandate {
        id
        uuid
        status
      }
    }
    ... on RevealCardPinPayload {
      pin
    }
    ... on CreatePanCredentialsPayload {
      token
      secret
      ttl
    }
    ...DeviceAccess
    ... on ResetScaDevicePayload {
      scaDeviceId
    }
    ...Refused
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment DeviceAccess on ScaDevicePayload {
  scaDeviceId
  endpointId
  qrCode
  deviceCode: joinCode
}`, {"hash":"sha256:71ee2dbfc1490babe9eff308b533a6dca4d81c5b2de5ac09c2768774867f0f73"}) as unknown as TypedDocumentString<ScaOperationQuery, ScaOperationQueryVariables>;
export const TermsAndConditionsDocument = new TypedDocumentString(`
    query TermsAndConditions($type: TermsType! = CONSUMER, $language: TermsLanguage! = EN) {
  termsAndConditions(type: $type, language: $language) {
    type
    language
    version
    downloadUrl
  }
}
    `, {"hash":"sha256:b2efb049164bea74afdd890e3a3074729816945c7226ff63f621d449de03a5a9"}) as unknown as TypedDocumentString<TermsAndConditionsQuery, TermsAndConditionsQueryVariables>;
export const RequestPasswordSecretDocument = new TypedDocumentString(`
    mutation RequestPasswordSecret($input: RequestPasswordSecretInput!) {
  requestPasswordSecret(input: $input) {
    __typename
    ... on RequestPasswordSecretPayload {
      phone
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:70a8054284b6a36bf00c8bca3bad68b7a5028e98d03db2efd16baf989ed9127e"}) as unknown as TypedDocumentString<RequestPasswordSecretMutation, RequestPasswordSecretMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    __typename
    ...Tokens
    ...Refused
  }
}
    fragment Tokens on AuthenticationPayload {
  token
  refreshToken
  tokenExpiresAt: expiresAt
  endUserId
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:0b690e029896f0ca2fa3b1be6001d3881c6efd7022c67c4b56dcec73edefc758"}) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const LoginDocument = new TypedDocumentString(`
    mutation Login($input: LoginInput!, $sca: ScaInput, $scaId: UUID) {
  login(input: $input, sca: $sca, scaId: $scaId) {
    __typename
    ...Tokens
    ... on PasswordChangeRequired {
      passwordChangeSecret
    }
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Tokens on AuthenticationPayload {
  token
  refreshToken
  tokenExpiresAt: expiresAt
  endUserId
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:73679b6672f52dbbf65351f2d2c7eb8f24dd2e6f2a8d38be5d98805922b13124"}) as unknown as TypedDocumentString<LoginMutation, LoginMutationVariables>;
export const RefreshTokenDocument = new TypedDocumentString(`
    mutation RefreshToken($input: RefreshTokenInput!, $sca: ScaInput, $scaId: UUID) {
  refreshToken(input: $input, sca: $sca, scaId: $scaId) {
    __typename
    ...Tokens
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Tokens on AuthenticationPayload {
  token
  refreshToken
  tokenExpiresAt: expiresAt
  endUserId
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:116f78f469b6d63cb271728ef362b36cf662ea33c2a157ad7d2b2cb45494ba90"}) as unknown as TypedDocumentString<RefreshTokenMutation, RefreshTokenMutationVariables>;
export const AddBeneficiaryDocument = new TypedDocumentString(`
    mutation AddBeneficiary($input: AddBeneficiaryInput!, $sca: ScaInput) {
  addBeneficiary(input: $input, sca: $sca) {
    __typename
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
        name
        friendlyName
        status
        active
        accountType
      }
    }
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:6312d6ded4abd2827e000dfca862a193a87414f5e8e7a274e2eecc434ce72858"}) as unknown as TypedDocumentString<AddBeneficiaryMutation, AddBeneficiaryMutationVariables>;
export const UpdateBeneficiaryDocument = new TypedDocumentString(`
    mutation UpdateBeneficiary($input: UpdateBeneficiaryInput!, $sca: ScaInput) {
  updateBeneficiary(input: $input, sca: $sca) {
    __typename
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
        friendlyName
        active
        display
        updateDate
      }
    }
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:304189078abe2d941126b7b764d917b843d68800b220bf038b42047f65d3d75e"}) as unknown as TypedDocumentString<UpdateBeneficiaryMutation, UpdateBeneficiaryMutationVariables>;
export const CardProfilesDocument = new TypedDocumentString(`
    query CardProfiles($filter: CardProfileFilter, $direction: SortDirection! = ASC, $first: Int, $after: String) {
  cardProfiles(
    filter: $filter
    direction: $direction
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      uuid
      name
      scheme
      cardType
      userType
      ledgerType
      active
      designId
      programId
      rules {
        type
        value
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:ee82efbfbc9081b3d408f90e2aa493cc29f00ae6a702c0574d049c7f164595ba"}) as unknown as TypedDocumentString<CardProfilesQuery, CardProfilesQueryVariables>;
export const CardDesignsDocument = new TypedDocumentString(`
    query CardDesigns($filter: CardDesignFilter, $direction: SortDirection! = ASC, $first: Int, $after: String) {
  cardDesigns(
    filter: $filter
    direction: $direction
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      uuid
      friendlyName
      scheme
      cardType
      userType
      ledgerType
      availableCountries
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:ced42c43cc11d4ea840833da448cea65c73e6ad96d59257956220be16a0619ec"}) as unknown as TypedDocumentString<CardDesignsQuery, CardDesignsQueryVariables>;
export const UpdateCardDocument = new TypedDocumentString(`
    mutation UpdateCard($input: UpdateCardInput!) {
  updateCard(input: $input) {
    __typename
    ...CardLimits
    ...Pending
    ...Refused
  }
}
    fragment CardLimits on CardPayload {
  id
  card {
    id
    friendlyName
    rules {
      type
      value
      name
    }
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:c9532f76a280e079103491a082e3f87f1bc3454ac81d264f827cf58ec8f3f641"}) as unknown as TypedDocumentString<UpdateCardMutation, UpdateCardMutationVariables>;
export const SetCardRuleDocument = new TypedDocumentString(`
    mutation SetCardRule($input: SetCardRuleInput!, $sca: ScaInput) {
  setCardRule(input: $input, sca: $sca) {
    __typename
    ...CardLimits
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment CardLimits on CardPayload {
  id
  card {
    id
    friendlyName
    rules {
      type
      value
      name
    }
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:562805d1186c666d2145bc27a437d55e1a871d305db2374ac130358606791576"}) as unknown as TypedDocumentString<SetCardRuleMutation, SetCardRuleMutationVariables>;
export const RemoveCardRuleDocument = new TypedDocumentString(`
    mutation RemoveCardRule($input: RemoveCardRuleInput!, $sca: ScaInput) {
  removeCardRule(input: $input, sca: $sca) {
    __typename
    ...CardLimits
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment CardLimits on CardPayload {
  id
  card {
    id
    friendlyName
    rules {
      type
      value
      name
    }
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:f740812c1ce2f18d7386d949767af0f20936d13625dcf44295d8770ee7b3e3a4"}) as unknown as TypedDocumentString<RemoveCardRuleMutation, RemoveCardRuleMutationVariables>;
export const RevealCardPinDocument = new TypedDocumentString(`
    mutation RevealCardPin($input: CardSecretInput!, $sca: ScaInput) {
  revealCardPin(input: $input, sca: $sca) {
    __typename
    ... on RevealCardPinPayload {
      pin
    }
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:abd863bcbd6ab2ef0432b6fce7227d443497834a9b403cb0bc6876b1bc028b76"}) as unknown as TypedDocumentString<RevealCardPinMutation, RevealCardPinMutationVariables>;
export const CreatePanCredentialsDocument = new TypedDocumentString(`
    mutation CreatePanCredentials($input: CardSecretInput!, $sca: ScaInput) {
  createPanCredentials(input: $input, sca: $sca) {
    __typename
    ... on CreatePanCredentialsPayload {
      token
      secret
      ttl
    }
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:af159fc94b2bf6962d7cef4dd3bfa814ee58c62092bea31035fce881922e6d87"}) as unknown as TypedDocumentString<CreatePanCredentialsMutation, CreatePanCredentialsMutationVariables>;
export const CreateCardDocument = new TypedDocumentString(`
    mutation CreateCard($input: CreateCardInput!, $sca: ScaInput) {
  createCard(input: $input, sca: $sca) {
    __typename
    ...ChangedCard
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment ChangedCard on CardPayload {
  id
  card {
    id
    type
    status
    statusReason
    pinStatus
    updateDate
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:d6caf22d89f0047f9b31eb22f6ae78e16e1b944c498f09c0882745c4c34bfb64"}) as unknown as TypedDocumentString<CreateCardMutation, CreateCardMutationVariables>;
export const ActivateCardDocument = new TypedDocumentString(`
    mutation ActivateCard($input: ActivateCardInput!) {
  activateCard(input: $input) {
    __typename
    ...ChangedCard
    ...Pending
    ...Refused
  }
}
    fragment ChangedCard on CardPayload {
  id
  card {
    id
    type
    status
    statusReason
    pinStatus
    updateDate
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:fbfce239890dd220dd9ccb8a812efe03b893dae4b7fef23e68210c3a5e96cb28"}) as unknown as TypedDocumentString<ActivateCardMutation, ActivateCardMutationVariables>;
export const SuspendCardDocument = new TypedDocumentString(`
    mutation SuspendCard($input: SuspendCardInput!) {
  suspendCard(input: $input) {
    __typename
    ...ChangedCard
    ...Pending
    ...Refused
  }
}
    fragment ChangedCard on CardPayload {
  id
  card {
    id
    type
    status
    statusReason
    pinStatus
    updateDate
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:c021cc06b2dacf6918509e7bf4cce914cf3679277da870631fec98ae12c1ccdf"}) as unknown as TypedDocumentString<SuspendCardMutation, SuspendCardMutationVariables>;
export const CloseCardDocument = new TypedDocumentString(`
    mutation CloseCard($input: CloseCardInput!) {
  closeCard(input: $input) {
    __typename
    ...ChangedCard
    ...Pending
    ...Refused
  }
}
    fragment ChangedCard on CardPayload {
  id
  card {
    id
    type
    status
    statusReason
    pinStatus
    updateDate
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:61d33f33ac03820f89b579be681efe4e0a525668f8db5bd0bbfc7c0caec4e919"}) as unknown as TypedDocumentString<CloseCardMutation, CloseCardMutationVariables>;
export const ResetCardPinAttemptsDocument = new TypedDocumentString(`
    mutation ResetCardPinAttempts($input: ResetCardPinAttemptsInput!, $sca: ScaInput) {
  resetCardPinAttempts(input: $input, sca: $sca) {
    __typename
    ...ChangedCard
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment ChangedCard on CardPayload {
  id
  card {
    id
    type
    status
    statusReason
    pinStatus
    updateDate
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:e3fe2d569186a52a8b589d3b89777e1bde0e0f27b26ce73685a8ca1653fe8042"}) as unknown as TypedDocumentString<ResetCardPinAttemptsMutation, ResetCardPinAttemptsMutationVariables>;
export const CreateConsumerDocument = new TypedDocumentString(`
    mutation CreateConsumer($input: CreateConsumerInput!) {
  createConsumer(input: $input) {
    __typename
    ... on ConsumerPayload {
      id
      uuid
    }
    ...Pending
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:9d6c77ec4907d8198c1fbbf53210c905abe26d7ace0224c0a30e4bf8720d49bb"}) as unknown as TypedDocumentString<CreateConsumerMutation, CreateConsumerMutationVariables>;
export const UpdateConsumerDocument = new TypedDocumentString(`
    mutation UpdateConsumer($input: UpdateConsumerInput!, $sca: ScaInput) {
  updateConsumer(input: $input, sca: $sca) {
    __typename
    ... on ConsumerPayload {
      id
      consumer {
        id
        externalId
        termsAccepted
        occupation
        sourceOfFunds
        taxCountry
        updateDate
      }
    }
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:7d8d7d79a339a0dbe038226ff0039b1eabf220f218d899ab4157bfeff726dfde"}) as unknown as TypedDocumentString<UpdateConsumerMutation, UpdateConsumerMutationVariables>;
export const UpdateConsumerContactDocument = new TypedDocumentString(`
    mutation UpdateConsumerContact($input: UpdateConsumerContactInput!, $sca: ScaInput) {
  updateConsumerContact(input: $input, sca: $sca) {
    __typename
    ... on ConsumerPayload {
      id
      consumer {
        id
        phone {
          countryCode
          number
          verified
        }
        email {
          address
          verified
        }
        address {
          city
          status
        }
        updateDate
      }
    }
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:184b6a78424a38f802ed0d7950bb137312bddfbb74bdd264c22f441153dd9f93"}) as unknown as TypedDocumentString<UpdateConsumerContactMutation, UpdateConsumerContactMutationVariables>;
export const ExploreDocument = new TypedDocumentString(`
    query Explore {
  consumers(first: 3) {
    totalCount
    nodes {
      id
      lastName
      ledgers(first: 2) {
        nodes {
          id
          iban
          availableAmount {
            value
            currency
          }
          cards(first: 5) {
            nodes {
              id
              truncatedPan
              status
            }
          }
        }
      }
      transactions(first: 5) {
        nodes {
          id
          __typename
          amount {
            value
            currency
          }
          ... on CardTransaction {
            merchant {
              acquirerId
              name
            }
            card: sender {
              card {
                id
                nameOnCard
              }
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:135cc4e2cb006e10d4259fdc3e7f6c86bf3d58d7965b7cfe89ff085c70d989eb"}) as unknown as TypedDocumentString<ExploreQuery, ExploreQueryVariables>;
export const CreateLedgerDocument = new TypedDocumentString(`
    mutation CreateLedger($input: CreateLedgerInput!) {
  createLedger(input: $input) {
    __typename
    ...ChangedLedger
    ...Refused
  }
}
    fragment ChangedLedger on LedgerPayload {
  id
  ledger {
    id
    uuid
    status
    friendlyName
    isUpgraded
    iban
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:d070fe6121a28e5566f06238b1016995eaac2899ee1b72c99f3ca6039829cceb"}) as unknown as TypedDocumentString<CreateLedgerMutation, CreateLedgerMutationVariables>;
export const UpdateLedgerDocument = new TypedDocumentString(`
    mutation UpdateLedger($input: UpdateLedgerInput!) {
  updateLedger(input: $input) {
    __typename
    ...ChangedLedger
    ...Refused
  }
}
    fragment ChangedLedger on LedgerPayload {
  id
  ledger {
    id
    uuid
    status
    friendlyName
    isUpgraded
    iban
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:861781758bc1592048a33738774c4f73003d79e13e3c2a17eee276a3713839f7"}) as unknown as TypedDocumentString<UpdateLedgerMutation, UpdateLedgerMutationVariables>;
export const SuspendLedgerDocument = new TypedDocumentString(`
    mutation SuspendLedger($input: SuspendLedgerInput!) {
  suspendLedger(input: $input) {
    __typename
    ...ChangedLedger
    ...Refused
  }
}
    fragment ChangedLedger on LedgerPayload {
  id
  ledger {
    id
    uuid
    status
    friendlyName
    isUpgraded
    iban
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:08c33bb4344951be442300924accfbbc09671c17ea1168c3216df7c2837911c0"}) as unknown as TypedDocumentString<SuspendLedgerMutation, SuspendLedgerMutationVariables>;
export const UnsuspendLedgerDocument = new TypedDocumentString(`
    mutation UnsuspendLedger($input: UnsuspendLedgerInput!) {
  unsuspendLedger(input: $input) {
    __typename
    ...ChangedLedger
    ...Refused
  }
}
    fragment ChangedLedger on LedgerPayload {
  id
  ledger {
    id
    uuid
    status
    friendlyName
    isUpgraded
    iban
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:450860269f141c79e2ae485a70e67debae8057c7e38ed57b88bdd05889e9579f"}) as unknown as TypedDocumentString<UnsuspendLedgerMutation, UnsuspendLedgerMutationVariables>;
export const CloseLedgerDocument = new TypedDocumentString(`
    mutation CloseLedger($input: CloseLedgerInput!) {
  closeLedger(input: $input) {
    __typename
    ...ChangedLedger
    ...Refused
  }
}
    fragment ChangedLedger on LedgerPayload {
  id
  ledger {
    id
    uuid
    status
    friendlyName
    isUpgraded
    iban
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:6d989ee778bfcfef6285faa4274b74b78491b04ff232931966f43ba9d27f9274"}) as unknown as TypedDocumentString<CloseLedgerMutation, CloseLedgerMutationVariables>;
export const UpgradeLedgerDocument = new TypedDocumentString(`
    mutation UpgradeLedger($input: UpgradeLedgerInput!) {
  upgradeLedger(input: $input) {
    __typename
    ...ChangedLedger
    ...Refused
  }
}
    fragment ChangedLedger on LedgerPayload {
  id
  ledger {
    id
    uuid
    status
    friendlyName
    isUpgraded
    iban
  }
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:2eac4b5f498027b5b500cec4ad56ad2127aa3219ad0bcc4a36a525eacc0e4f9e"}) as unknown as TypedDocumentString<UpgradeLedgerMutation, UpgradeLedgerMutationVariables>;
export const LedgerStatementDocument = new TypedDocumentString(`
    query LedgerStatement($ledgerId: ID!, $startDate: Date, $endDate: Date) {
  ledger(id: $ledgerId) {
    id
    statement(startDate: $startDate, endDate: $endDate) {
      url
      ttl
    }
  }
}
    `, {"hash":"sha256:f503b8a6f4c8627a72bf36297ec82db9bf9b49e437f4285e2bb1da7afcc6cdce"}) as unknown as TypedDocumentString<LedgerStatementQuery, LedgerStatementQueryVariables>;
export const LedgerBankDetailsDocument = new TypedDocumentString(`
    query LedgerBankDetails($ledgerId: ID!) {
  ledger(id: $ledgerId) {
    id
    bankDetails {
      url
      ttl
    }
  }
}
    `, {"hash":"sha256:f487a49857d6edd61bb8f69cce09552db50b38c1f300da45eef1b36904614ea1"}) as unknown as TypedDocumentString<LedgerBankDetailsQuery, LedgerBankDetailsQueryVariables>;
export const MandatesDocument = new TypedDocumentString(`
    query Mandates($first: Int, $after: String, $last: Int, $before: String, $filter: MandateFilter, $sort: MandateSort) {
  mandates(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    sort: $sort
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Mandate
    }
  }
}
    fragment Mandate on Mandate {
  id
  uuid
  endUserId
  uniqueReference
  status
  friendlyName
  recurring
  expirationDate
  creationDate
  updateDate
  debtor {
    type
    name
    iban
    bic
  }
}`, {"hash":"sha256:b96e8bc574fd4249003543f2d8bf6bf5dfec3d8c518edbad9f38afd2857549af"}) as unknown as TypedDocumentString<MandatesQuery, MandatesQueryVariables>;
export const MandateDocument = new TypedDocumentString(`
    query Mandate($id: ID!) {
  mandate(id: $id) {
    ...Mandate
    consumer {
      id
    }
    debtor {
      ledger {
        id
      }
    }
  }
}
    fragment Mandate on Mandate {
  id
  uuid
  endUserId
  uniqueReference
  status
  friendlyName
  recurring
  expirationDate
  creationDate
  updateDate
  debtor {
    type
    name
    iban
    bic
  }
}`, {"hash":"sha256:dd0108c62c306c9344dfb1d1fbd416623b5a3e512fca19a05795717f9336f291"}) as unknown as TypedDocumentString<MandateQuery, MandateQueryVariables>;
export const CreateMandateDocument = new TypedDocumentString(`
    mutation CreateMandate($input: CreateMandateInput!) {
  createMandate(input: $input) {
    __typename
    ...ChangedMandate
    ...Pending
    ...Refused
  }
}
    fragment Mandate on Mandate {
  id
  uuid
  endUserId
  uniqueReference
  status
  friendlyName
  recurring
  expirationDate
  creationDate
  updateDate
  debtor {
    type
    name
    iban
    bic
  }
}
fragment ChangedMandate on MandatePayload {
  id
  mandate {
    ...Mandate
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:aa54e9f0c023fef24d098c92054c72a8d87ca5ef3d0ea1312f95ab8b0c89be6d"}) as unknown as TypedDocumentString<CreateMandateMutation, CreateMandateMutationVariables>;
export const UpdateMandateDocument = new TypedDocumentString(`
    mutation UpdateMandate($input: UpdateMandateInput!) {
  updateMandate(input: $input) {
    __typename
    ...ChangedMandate
    ...Pending
    ...Refused
  }
}
    fragment Mandate on Mandate {
  id
  uuid
  endUserId
  uniqueReference
  status
  friendlyName
  recurring
  expirationDate
  creationDate
  updateDate
  debtor {
    type
    name
    iban
    bic
  }
}
fragment ChangedMandate on MandatePayload {
  id
  mandate {
    ...Mandate
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:2e6764ab0d6559998f06e0c72632443d3b73921f0510262f29861516e478d12b"}) as unknown as TypedDocumentString<UpdateMandateMutation, UpdateMandateMutationVariables>;
export const ActivateMandateDocument = new TypedDocumentString(`
    mutation ActivateMandate($input: ActivateMandateInput!) {
  activateMandate(input: $input) {
    __typename
    ...ChangedMandate
    ...Pending
    ...Refused
  }
}
    fragment Mandate on Mandate {
  id
  uuid
  endUserId
  uniqueReference
  status
  friendlyName
  recurring
  expirationDate
  creationDate
  updateDate
  debtor {
    type
    name
    iban
    bic
  }
}
fragment ChangedMandate on MandatePayload {
  id
  mandate {
    ...Mandate
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:a9536bd105cf3103069c9fcb3b8b160777cb59bf142f6f0c8c64572f8bae2ebd"}) as unknown as TypedDocumentString<ActivateMandateMutation, ActivateMandateMutationVariables>;
export const CancelMandateDocument = new TypedDocumentString(`
    mutation CancelMandate($input: CancelMandateInput!) {
  cancelMandate(input: $input) {
    __typename
    ...ChangedMandate
    ...Pending
    ...Refused
  }
}
    fragment Mandate on Mandate {
  id
  uuid
  endUserId
  uniqueReference
  status
  friendlyName
  recurring
  expirationDate
  creationDate
  updateDate
  debtor {
    type
    name
    iban
    bic
  }
}
fragment ChangedMandate on MandatePayload {
  id
  mandate {
    ...Mandate
  }
}
fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:90a5696a7467eea80c876a116f0095487fa08ca52703af5a39f36ee82a99e863"}) as unknown as TypedDocumentString<CancelMandateMutation, CancelMandateMutationVariables>;
export const StartKycDocument = new TypedDocumentString(`
    mutation StartKyc($input: StartKycInput!) {
  startKyc(input: $input) {
    __typename
    ... on StartKycPayload {
      kycApplicationId
      url
      ttl
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:48434aaf1c976359ed5eb14bbc8290afce526a1f6843560643722ed9c6c32757"}) as unknown as TypedDocumentString<StartKycMutation, StartKycMutationVariables>;
export const KycApplicationDocument = new TypedDocumentString(`
    query KycApplication($id: UUID!) {
  kycApplication(id: $id) {
    uuid
    personId
    personType
    status
    statusReason
    accessType
    firstName
    lastName
    birthDate
    address {
      city
      isoCountryCode
    }
    updateDate
  }
}
    `, {"hash":"sha256:097254b0a57d00a65f66c66f2ef0382a2f2baf77104d159514478149ad74c72e"}) as unknown as TypedDocumentString<KycApplicationQuery, KycApplicationQueryVariables>;
export const KycApplicationsDocument = new TypedDocumentString(`
    query KycApplications($filter: KycFilter, $sort: KycSort, $first: Int, $after: String) {
  kycApplications(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    nodes {
      uuid
      personId
      status
      creationDate
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:cd2ce2184b156a90e51a223851f677ec45e195a840f4b258556d5bad73621c65"}) as unknown as TypedDocumentString<KycApplicationsQuery, KycApplicationsQueryVariables>;
export const SendPhoneVerificationDocument = new TypedDocumentString(`
    mutation SendPhoneVerification($input: SendPhoneVerificationInput!) {
  sendPhoneVerification(input: $input) {
    __typename
    ... on SendVerificationPayload {
      ttl
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:2b33536d00937422cd6f70a92f1fa33dea0cf9e377f37a86c37baa2167e157cc"}) as unknown as TypedDocumentString<SendPhoneVerificationMutation, SendPhoneVerificationMutationVariables>;
export const VerifyPhoneDocument = new TypedDocumentString(`
    mutation VerifyPhone($input: VerifyPhoneInput!) {
  verifyPhone(input: $input) {
    __typename
    ... on VerifyPhonePayload {
      consumer {
        id
        phone {
          verified
        }
      }
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:ce1f279aa51985d19ecc6f2b6f4e7bb7c7dbdd97af2709b1225f251bf9901014"}) as unknown as TypedDocumentString<VerifyPhoneMutation, VerifyPhoneMutationVariables>;
export const SendEmailVerificationDocument = new TypedDocumentString(`
    mutation SendEmailVerification($input: SendEmailVerificationInput!) {
  sendEmailVerification(input: $input) {
    __typename
    ... on SendVerificationPayload {
      ttl
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:adef14665b00c211032e5b8317286c6d5288b3d6c8d7aa6edd1d8e379fa547a1"}) as unknown as TypedDocumentString<SendEmailVerificationMutation, SendEmailVerificationMutationVariables>;
export const VerifyAddressDocument = new TypedDocumentString(`
    mutation VerifyAddress($input: VerifyAddressInput!) {
  verifyAddress(input: $input) {
    __typename
    ... on VerifyAddressPayload {
      url
      ttl
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:72765039082f781bc669e904303c565d70d27606d8d43bc36d1e3d83245ac045"}) as unknown as TypedDocumentString<VerifyAddressMutation, VerifyAddressMutationVariables>;
export const BeneficiaryDocument = new TypedDocumentString(`
    query Beneficiary($id: ID!) {
  beneficiary(id: $id) {
    id
    uuid
    type
    name
    friendlyName
    status
    statusText
    active
    display
    accountType
    iban
    bicOrSwift
    accountNumber
    sortCode
    creationDate
    updateDate
    endUserId
    linkcyLedgerId
    consumer {
      id
      uuid
      lastName
    }
    ledger {
      id
      uuid
      friendlyName
    }
  }
}
    `, {"hash":"sha256:1b5fd28bf7cf9ecc3df7e126dc697e55365f26db1ad8d250f6441bf1599ad7a8"}) as unknown as TypedDocumentString<BeneficiaryQuery, BeneficiaryQueryVariables>;
export const BeneficiariesDocument = new TypedDocumentString(`
    query Beneficiaries($filter: BeneficiaryFilter, $sort: BeneficiarySort, $first: Int, $after: String) {
  beneficiaries(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      uuid
      type
      name
      friendlyName
      status
      active
      display
      accountType
      iban
      bicOrSwift
      accountNumber
      sortCode
      creationDate
      updateDate
    }
  }
}
    `, {"hash":"sha256:033cdf102aecf321a83dc19fdf23a411d07f8ff5adfa6026d49e7e48eb4c2419"}) as unknown as TypedDocumentString<BeneficiariesQuery, BeneficiariesQueryVariables>;
export const CardDocument = new TypedDocumentString(`
    query Card($id: ID!) {
  card(id: $id) {
    id
    uuid
    type
    scheme
    currency
    status
    statusText
    statusReason
    statusOtherReason
    statusOperator
    friendlyName
    nameOnCard
    truncatedPan
    expiryDate
    pinStatus
    profile {
      uuid
      name
    }
    rules {
      type
      typeText
      name
      value
      enabled
      values
      creator
    }
    delivery {
      address {
        city
        status
      }
      method
      methodText
      shipmentDate
      trackingNumber
    }
    creationDate
    updateDate
    endUserId
    ledger {
      id
      uuid
      friendlyName
    }
    consumer {
      id
      uuid
      lastName
    }
    transactions {
      totalCount
      nodes {
        id
        uuid
      }
    }
  }
}
    `, {"hash":"sha256:c9ef2705925c9058e471846aa1e94942c04ae3ae687e80b52e0ed38b6a9527cf"}) as unknown as TypedDocumentString<CardQuery, CardQueryVariables>;
export const CardsDocument = new TypedDocumentString(`
    query Cards($filter: CardFilter, $sort: CardSort, $first: Int, $after: String) {
  cards(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      uuid
      type
      status
      friendlyName
      nameOnCard
      expiryDate
      profile {
        uuid
        name
      }
      creationDate
    }
  }
}
    `, {"hash":"sha256:5555214578f46e5d4aed350f1c4ea01d3817714235906a7b04c880cc8d9f0d9d"}) as unknown as TypedDocumentString<CardsQuery, CardsQueryVariables>;
export const ConsumerDocument = new TypedDocumentString(`
    query Consumer($id: ID!) {
  consumer(id: $id) {
    ...ConsumerProfile
  }
}
    fragment ConsumerProfile on Consumer {
  id
  uuid
  externalId
  firstName
  middleName
  lastName
  gender
  birthDate
  birthCity
  birthIsoCountryCode
  nationalityCode
  phone {
    countryCode
    number
    verified
    verificationDate
  }
  email {
    address
    verified
    verificationDate
  }
  address {
    uuid
    isoCountryCode
    city
    postalCode
    street
    number
    refinement
    stateOrProvince
    status
  }
  status {
    overall
    banking {
      value
      valueText
      reason
    }
    kyc {
      value
      valueText
      reason
    }
    suspension {
      value
      valueText
      reason
    }
    linkcy {
      value
      valueText
      reason
    }
    compliance {
      value
      valueText
      reason
    }
  }
  kyc {
    kycApplicationId
    status
    statusReason
    type
    updateDate
  }
  termsAccepted
  sourceOfFunds
  otherSourceOfFunds
  occupation
  otherOccupation
  notes
  taxIdentificationNumber
  taxCountry
  accountPurposes
  financialInformation {
    monthlyNetIncome
    currency
    expectedMonthlyIncomingVolume
    expectedMonthlyOutgoingVolume
    expectedMonthlyIncomingTransferFrequency
  }
  strongAuthentication {
    uuid
    endpointId
    creationDate
    pinStatus
    biometryStatus
  }
  userMetadata
  partnerMetadata
  creationDate
  updateDate
}`, {"hash":"sha256:e5fcce5757444415c4926cc4e9aca1c3802c91856aedf560554ecb702c6002ed"}) as unknown as TypedDocumentString<ConsumerQuery, ConsumerQueryVariables>;
export const ConsumerByExternalIdDocument = new TypedDocumentString(`
    query ConsumerByExternalId($externalId: String!) {
  consumerByExternalId(externalId: $externalId) {
    ...ConsumerProfile
  }
}
    fragment ConsumerProfile on Consumer {
  id
  uuid
  externalId
  firstName
  middleName
  lastName
  gender
  birthDate
  birthCity
  birthIsoCountryCode
  nationalityCode
  phone {
    countryCode
    number
    verified
    verificationDate
  }
  email {
    address
    verified
    verificationDate
  }
  address {
    uuid
    isoCountryCode
    city
    postalCode
    street
    number
    refinement
    stateOrProvince
    status
  }
  status {
    overall
    banking {
      value
      valueText
      reason
    }
    kyc {
      value
      valueText
      reason
    }
    suspension {
      value
      valueText
      reason
    }
    linkcy {
      value
      valueText
      reason
    }
    compliance {
      value
      valueText
      reason
    }
  }
  kyc {
    kycApplicationId
    status
    statusReason
    type
    updateDate
  }
  termsAccepted
  sourceOfFunds
  otherSourceOfFunds
  occupation
  otherOccupation
  notes
  taxIdentificationNumber
  taxCountry
  accountPurposes
  financialInformation {
    monthlyNetIncome
    currency
    expectedMonthlyIncomingVolume
    expectedMonthlyOutgoingVolume
    expectedMonthlyIncomingTransferFrequency
  }
  strongAuthentication {
    uuid
    endpointId
    creationDate
    pinStatus
    biometryStatus
  }
  userMetadata
  partnerMetadata
  creationDate
  updateDate
}`, {"hash":"sha256:5823f2fd924511ab5ae4e24b594f5e90a9e1b3429fb0e7c4ff04d4d86bcffd7d"}) as unknown as TypedDocumentString<ConsumerByExternalIdQuery, ConsumerByExternalIdQueryVariables>;
export const ConsumersDocument = new TypedDocumentString(`
    query Consumers($filter: ConsumerFilter, $sort: ConsumerSort, $first: Int, $after: String) {
  consumers(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      uuid
      firstName
      lastName
      email {
        address
      }
      status {
        overall
      }
      kyc {
        status
      }
      creationDate
    }
  }
}
    `, {"hash":"sha256:0834ed7ea33082ccade030283eab25713f7b23f932475ef23b3095f013546814"}) as unknown as TypedDocumentString<ConsumersQuery, ConsumersQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($id: ID!) {
  consumer(id: $id) {
    id
    firstName
    ledgers(filter: {status: ACTIVE}) {
      nodes {
        id
        uuid
        friendlyName
        iban
        availableAmount {
          value
          currency
        }
      }
    }
    cards {
      nodes {
        id
        uuid
        type
        status
        truncatedPan
      }
    }
    beneficiaries(filter: {active: true}) {
      nodes {
        id
        uuid
        name
        friendlyName
      }
    }
    transactions(first: 10) {
      nodes {
        id
        uuid
        creationDate
        amount {
          value
          currency
        }
        sender {
          name
        }
        receiver {
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:70e139e59915d5454ef50d89bd26bf0d89fb291c91602dab4b3209ebe16721b9"}) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const LedgerDocument = new TypedDocumentString(`
    query Ledger($id: ID!) {
  ledger(id: $id) {
    id
    uuid
    friendlyName
    status
    statusText
    currency
    country
    iban
    bicOrSwift
    accountNumber
    sortCode
    totalAmount {
      value
      currency
    }
    availableAmount {
      value
      currency
    }
    reservedAmount {
      value
      currency
    }
    isUpgraded
    creationDate
    endUserId
    consumer {
      id
      uuid
      lastName
    }
    parent {
      id
      uuid
      friendlyName
      parent {
        id
        uuid
      }
    }
    cards {
      totalCount
      nodes {
        id
        uuid
      }
    }
    transactions {
      totalCount
      nodes {
        id
        uuid
      }
    }
  }
}
    `, {"hash":"sha256:9ee983c64b92becf3b86f0998cce1cd92ec08b319a7f80a26588ef71dba94fc7"}) as unknown as TypedDocumentString<LedgerQuery, LedgerQueryVariables>;
export const LedgersDocument = new TypedDocumentString(`
    query Ledgers($filter: LedgerFilter, $sort: LedgerSort, $first: Int, $after: String) {
  ledgers(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      uuid
      friendlyName
      status
      currency
      country
      isUpgraded
      creationDate
    }
  }
}
    `, {"hash":"sha256:66fa071c516062be1409c6d024fe02812d5e57d1f802bb2455f854563267eebd"}) as unknown as TypedDocumentString<LedgersQuery, LedgersQueryVariables>;
export const BalancesDocument = new TypedDocumentString(`
    query Balances($filter: LedgerFilter, $first: Int) {
  ledgers(filter: $filter, first: $first) {
    nodes {
      id
      uuid
      iban
      totalAmount {
        value
        currency
      }
      availableAmount {
        value
        currency
      }
      reservedAmount {
        value
        currency
      }
    }
  }
}
    `, {"hash":"sha256:ea013180e0078a3bf1cad8ef09277e33d74b3425b16b12a04b92235fe98c89e5"}) as unknown as TypedDocumentString<BalancesQuery, BalancesQueryVariables>;
export const LedgerMovementsDocument = new TypedDocumentString(`
    query LedgerMovements($id: ID!, $first: Int, $after: String) {
  ledger(id: $id) {
    id
    currency
    transactions(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        creationDate
        statusText
        directionFor(id: $id)
        signedAmountFor(id: $id) {
          value
          currency
        }
      }
    }
  }
}
    `, {"hash":"sha256:7be370a18aef45d6b66cc519ddaca0ae157709c9acab80e030f03e380fd12751"}) as unknown as TypedDocumentString<LedgerMovementsQuery, LedgerMovementsQueryVariables>;
export const NodeDocument = new TypedDocumentString(`
    query Node($id: ID!) {
  node(id: $id) {
    ...ObjectName
  }
}
    fragment ObjectName on Node {
  __typename
  id
  ... on Consumer {
    lastName
  }
  ... on Ledger {
    friendlyName
  }
  ... on Card {
    nameOnCard
  }
  ... on Beneficiary {
    name
  }
  ... on Transaction {
    amount {
      value
      currency
    }
  }
}`, {"hash":"sha256:84b97f2421baaeefbea337e3446f75e968c40c1e0310f8e47a5f3ed07367d9ae"}) as unknown as TypedDocumentString<NodeQuery, NodeQueryVariables>;
export const NodesDocument = new TypedDocumentString(`
    query Nodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...ObjectName
  }
}
    fragment ObjectName on Node {
  __typename
  id
  ... on Consumer {
    lastName
  }
  ... on Ledger {
    friendlyName
  }
  ... on Card {
    nameOnCard
  }
  ... on Beneficiary {
    name
  }
  ... on Transaction {
    amount {
      value
      currency
    }
  }
}`, {"hash":"sha256:c8545c13c21bc780a2d26f9e48e187809d33863abfe2018230377ddf3ce9409f"}) as unknown as TypedDocumentString<NodesQuery, NodesQueryVariables>;
export const TransactionDocument = new TypedDocumentString(`
    query Transaction($id: ID!) {
  transaction(id: $id) {
    ...TransactionFields
    sender {
      ...PartyLinks
    }
    receiver {
      ...PartyLinks
    }
    ... on CardTransaction {
      originalTransaction {
        id
        uuid
        type
      }
      clearingTransaction {
        id
        uuid
        type
      }
    }
  }
}
    fragment TransactionFields on Transaction {
  __typename
  id
  uuid
  type
  typeText
  paymentType
  paymentTypeText
  status
  statusText
  creationDate
  amount {
    value
    currency
  }
  originalAmount {
    value
    currency
  }
  conversionRate
  reference
  note
  declineReason
  clearingDate
  sender {
    ...PartyFields
  }
  receiver {
    ...PartyFields
  }
  ... on SepaTransaction {
    sequence
  }
  ... on CardTransaction {
    direction
    directionText
    merchant {
      acquirerId
      name
      city
      country
      categoryCode
      description
    }
    cardDetails {
      truncatedPan
      terminalAttendance
      holderPresent
      cardPresent
      deviceFormFactor
      inputMethod
    }
  }
  ... on AcquiringTransaction {
    netAmount {
      value
      currency
    }
    paymentDate
  }
}
fragment PartyFields on TransactionParty {
  name
  iban
  bic
  sortCode
  accountNumber
  ledgerFriendlyName
  cardFriendlyName
  virtualLedgerFriendlyName
  previousTotalBalance
  previousReservedBalance
  endUserId
}
fragment PartyLinks on TransactionParty {
  ledger {
    id
    uuid
  }
  virtualLedger {
    id
    uuid
  }
  consumer {
    id
    uuid
  }
  beneficiary {
    id
    uuid
  }
  card {
    id
    uuid
  }
}`, {"hash":"sha256:0c41f0278970bd333f10bd119fa270fcb1475594f901e689b84e3461d2774376"}) as unknown as TypedDocumentString<TransactionQuery, TransactionQueryVariables>;
export const TransactionsDocument = new TypedDocumentString(`
    query Transactions($filter: TransactionFilter, $sort: TransactionSort, $first: Int, $after: String) {
  transactions(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TransactionFields
    }
  }
}
    fragment TransactionFields on Transaction {
  __typename
  id
  uuid
  type
  typeText
  paymentType
  paymentTypeText
  status
  statusText
  creationDate
  amount {
    value
    currency
  }
  originalAmount {
    value
    currency
  }
  conversionRate
  reference
  note
  declineReason
  clearingDate
  sender {
    ...PartyFields
  }
  receiver {
    ...PartyFields
  }
  ... on SepaTransaction {
    sequence
  }
  ... on CardTransaction {
    direction
    directionText
    merchant {
      acquirerId
      name
      city
      country
      categoryCode
      description
    }
    cardDetails {
      truncatedPan
      terminalAttendance
      holderPresent
      cardPresent
      deviceFormFactor
      inputMethod
    }
  }
  ... on AcquiringTransaction {
    netAmount {
      value
      currency
    }
    paymentDate
  }
}
fragment PartyFields on TransactionParty {
  name
  iban
  bic
  sortCode
  accountNumber
  ledgerFriendlyName
  cardFriendlyName
  virtualLedgerFriendlyName
  previousTotalBalance
  previousReservedBalance
  endUserId
}`, {"hash":"sha256:53eede2bf1b13d52fa7a74412059f3a16fdfd107d5c3fd2ae9224015ece02e31"}) as unknown as TypedDocumentString<TransactionsQuery, TransactionsQueryVariables>;
export const SimulateKycDocument = new TypedDocumentString(`
    mutation SimulateKyc($input: SimulateKycInput!) {
  simulateKyc(input: $input) {
    __typename
    ... on SimulateKycPayload {
      kycApplicationId
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:332ef78d4ef3131c7a132ade94998d43e28a08a40a0555e45ccbe0a2c122d715"}) as unknown as TypedDocumentString<SimulateKycMutation, SimulateKycMutationVariables>;
export const CreditLedgerDocument = new TypedDocumentString(`
    mutation CreditLedger($input: CreditLedgerInput!) {
  creditLedger(input: $input) {
    __typename
    ... on LedgerPayload {
      id
      ledger {
        id
        availableAmount {
          value
          currency
        }
      }
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:0100142af5df1a3823cd1aed201f0d9a84fb04477ae91c3e1514afeb0190858b"}) as unknown as TypedDocumentString<CreditLedgerMutation, CreditLedgerMutationVariables>;
export const SimulateCardPaymentDocument = new TypedDocumentString(`
    mutation SimulateCardPayment($input: SimulateCardPaymentInput!) {
  simulateCardPayment(input: $input) {
    __typename
    ... on SimulateCardPaymentPayload {
      card {
        id
        status
      }
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:ba5e3e5bf233db8ecd7f03d6628e07d2d0e8bbe3330a8abfa6a9e348705fc517"}) as unknown as TypedDocumentString<SimulateCardPaymentMutation, SimulateCardPaymentMutationVariables>;
export const SetBeneficiaryStatusDocument = new TypedDocumentString(`
    mutation SetBeneficiaryStatus($input: SetBeneficiaryStatusInput!) {
  setBeneficiaryStatus(input: $input) {
    __typename
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
        status
      }
    }
    ...Refused
  }
}
    fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:dec418dd8a7c8013cee8b58954ff915b0965795572251684de821f439af3eb2d"}) as unknown as TypedDocumentString<SetBeneficiaryStatusMutation, SetBeneficiaryStatusMutationVariables>;
export const CardTruncatedPanDocument = new TypedDocumentString(`
    query CardTruncatedPan($cardId: ID!) {
  cardTruncatedPan(cardId: $cardId)
}
    `, {"hash":"sha256:6b92aed0793b5c50cb73dee519238d75896a19f8808bbec34dc46fef66feea46"}) as unknown as TypedDocumentString<CardTruncatedPanQuery, CardTruncatedPanQueryVariables>;
export const RegisterScaDeviceDocument = new TypedDocumentString(`
    mutation RegisterScaDevice($input: RegisterScaDeviceInput!, $sca: ScaInput) {
  registerScaDevice(input: $input, sca: $sca) {
    __typename
    ...DeviceAccess
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment DeviceAccess on ScaDevicePayload {
  scaDeviceId
  endpointId
  qrCode
  deviceCode: joinCode
}`, {"hash":"sha256:45fe93343cbaaa9c408d36c0208e10aa5c7489fbd281140043018ff4b42e0fee"}) as unknown as TypedDocumentString<RegisterScaDeviceMutation, RegisterScaDeviceMutationVariables>;
export const ActivateScaDeviceFactorDocument = new TypedDocumentString(`
    mutation ActivateScaDeviceFactor($input: ActivateScaDeviceFactorInput!, $sca: ScaInput) {
  activateScaDeviceFactor(input: $input, sca: $sca) {
    __typename
    ...DeviceAccess
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment DeviceAccess on ScaDevicePayload {
  scaDeviceId
  endpointId
  qrCode
  deviceCode: joinCode
}`, {"hash":"sha256:01badc786e7c7408f4e6537bb1a71499e343cfb5eed177cd27a4c65f9319ad86"}) as unknown as TypedDocumentString<ActivateScaDeviceFactorMutation, ActivateScaDeviceFactorMutationVariables>;
export const ResetScaDeviceDocument = new TypedDocumentString(`
    mutation ResetScaDevice($input: ResetScaDeviceInput!) {
  resetScaDevice(input: $input) {
    __typename
    ... on ResetScaDevicePayload {
      scaDeviceId
    }
    ...Pending
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}`, {"hash":"sha256:c78511dc0a164dc7da3aa56c507f8571efe49374f53c0649459cb45bef92a748"}) as unknown as TypedDocumentString<ResetScaDeviceMutation, ResetScaDeviceMutationVariables>;
export const TheGraphDocument = new TypedDocumentString(`
    query TheGraph {
  consumers(first: 3) {
    totalCount
    nodes {
      id
      firstName
      lastName
      ledgers(first: 2) {
        nodes {
          id
          iban
          availableAmount {
            value
            currency
          }
          cards(first: 2) {
            nodes {
              id
              truncatedPan
              status
            }
          }
        }
      }
      transactions(first: 2) {
        nodes {
          id
          creationDate
          amount {
            value
            currency
          }
          receiver {
            name
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:ed4cf855d0725df202f92ceee701397a003c05ba2c4b85b2f9cbeb27cb2bbb41"}) as unknown as TypedDocumentString<TheGraphQuery, TheGraphQueryVariables>;
export const PagingDocument = new TypedDocumentString(`
    query Paging($first: Int, $after: String) {
  transactions(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      creationDate
      amount {
        value
        currency
      }
      sender {
        name
      }
      receiver {
        name
      }
    }
  }
}
    `, {"hash":"sha256:2b5651179adc8c393ead09becc0c198155a358d41e769d2df7dec82f58b97524"}) as unknown as TypedDocumentString<PagingQuery, PagingQueryVariables>;
export const PayLunchDocument = new TypedDocumentString(`
    mutation PayLunch($input: CreateTransferInput!) {
  createTransfer(input: $input) {
    __typename
    ... on TransactionPayload {
      id
      transaction {
        id
        status
      }
    }
    ... on ScaPending {
      scaId
      expiresAt
    }
    ... on Problem {
      code
      message
      retryable
    }
    ... on InvalidInput {
      fields {
        path
        message
      }
    }
  }
}
    `, {"hash":"sha256:2c3d67e778faa8fea677725bedc5328c1ed4a471a066449fc82785b3e61e995c"}) as unknown as TypedDocumentString<PayLunchMutation, PayLunchMutationVariables>;
export const AwaitApprovalDocument = new TypedDocumentString(`
    subscription AwaitApproval($scaId: UUID!) {
  scaCompleted(scaId: $scaId) {
    status
    result {
      __typename
      ... on TransactionPayload {
        id
        transaction {
          id
          status
          amount {
            value
            currency
          }
          reference
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
}
    `, {"hash":"sha256:30767a7831aaefdf10b855d268e620419a7ab3e6d3664ebb607d711a1c31d399"}) as unknown as TypedDocumentString<AwaitApprovalSubscription, AwaitApprovalSubscriptionVariables>;
export const SignLunchDocument = new TypedDocumentString(`
    mutation SignLunch($input: CreateTransferInput!) {
  createTransfer(input: $input, sca: {strategy: DATA_SIGNING}) {
    __typename
    ... on ScaSignatureRequired {
      scaId
      method
      path
      body
      expiresAt
    }
    ... on Problem {
      code
      message
    }
  }
}
    `, {"hash":"sha256:79b770dd1bfe14f3cb06fbb3cb54383f1d7991318f37e372adff6eb46070e656"}) as unknown as TypedDocumentString<SignLunchMutation, SignLunchMutationVariables>;
export const SubmitSignatureDocument = new TypedDocumentString(`
    mutation SubmitSignature($scaId: UUID!) {
  submitScaSignature(scaId: $scaId, signature: """the signature""") {
    status
    result {
      __typename
      ... on TransactionPayload {
        id
        transaction {
          id
          status
          reference
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
}
    `, {"hash":"sha256:9532625ee8ce505039b3a2c50048748fca3c55f6edb1a78999c1cd001f5e4e0b"}) as unknown as TypedDocumentString<SubmitSignatureMutation, SubmitSignatureMutationVariables>;
export const CreateTransferDocument = new TypedDocumentString(`
    mutation CreateTransfer($input: CreateTransferInput!, $sca: ScaInput) {
  createTransfer(input: $input, sca: $sca) {
    __typename
    ...MadeTransaction
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment MadeTransaction on TransactionPayload {
  id
  transaction {
    __typename
    id
    type
    status
    reference
    amount {
      value
      currency
    }
  }
}`, {"hash":"sha256:079a663cdc4cf17acf0f65872293959b1e3bc4f68d261d05a37ea9aa794bdaf8"}) as unknown as TypedDocumentString<CreateTransferMutation, CreateTransferMutationVariables>;
export const CreateInterLedgerTransferDocument = new TypedDocumentString(`
    mutation CreateInterLedgerTransfer($input: CreateInterLedgerTransferInput!, $sca: ScaInput) {
  createInterLedgerTransfer(input: $input, sca: $sca) {
    __typename
    ...MadeTransaction
    ...Pending
    ...ToSign
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment ToSign on ScaSignatureRequired {
  scaId
  method
  path
  body
  expiresAt
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment MadeTransaction on TransactionPayload {
  id
  transaction {
    __typename
    id
    type
    status
    reference
    amount {
      value
      currency
    }
  }
}`, {"hash":"sha256:77a3ca2d7c16720817a0d1041aece08ded7ca0f4319f42bb388aa21f6f3881f6"}) as unknown as TypedDocumentString<CreateInterLedgerTransferMutation, CreateInterLedgerTransferMutationVariables>;
export const CreateDirectDebitDocument = new TypedDocumentString(`
    mutation CreateDirectDebit($input: CreateDirectDebitInput!) {
  createDirectDebit(input: $input) {
    __typename
    ...MadeTransaction
    ...Pending
    ...Refused
  }
}
    fragment Pending on ScaPending {
  scaId
  strategy
  joinCode
  expiresAt
  ttlSeconds
}
fragment Refused on Problem {
  code
  message
  retryable
  ... on InvalidInput {
    fields {
      path
      message
    }
  }
}
fragment MadeTransaction on TransactionPayload {
  id
  transaction {
    __typename
    id
    type
    status
    reference
    amount {
      value
      currency
    }
  }
}`, {"hash":"sha256:f419af7f8b10f501401e89f50ed4332fd1aa7454e84943a432afc65f3a7f8ed9"}) as unknown as TypedDocumentString<CreateDirectDebitMutation, CreateDirectDebitMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    endUserId
    partnerName
    roles
    expiresAt
    consumer {
      id
      firstName
      lastName
    }
  }
}
    `, {"hash":"sha256:052dcae0b8c4513411a3e7f59454c0beb6f0c586d92ab94e155940faf683a03d"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const WalkTermsDocument = new TypedDocumentString(`
    query WalkTerms {
  termsAndConditions(language: EN) {
    version
    downloadUrl
  }
}
    `, {"hash":"sha256:0c0860407128cbed5b96979285a135e59884587a34161f6c713f75f906d73ee8"}) as unknown as TypedDocumentString<WalkTermsQuery, WalkTermsQueryVariables>;
export const WalkCreateConsumerDocument = new TypedDocumentString(`
    mutation WalkCreateConsumer($input: CreateConsumerInput!) {
  createConsumer(input: $input) {
    __typename
    ... on ConsumerPayload {
      id
      uuid
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:135408417a4420b067c369a0fdc56ccb1ec057347b951b2e205d974d050e0b1b"}) as unknown as TypedDocumentString<WalkCreateConsumerMutation, WalkCreateConsumerMutationVariables>;
export const WalkRequestPasswordSecretDocument = new TypedDocumentString(`
    mutation WalkRequestPasswordSecret($input: RequestPasswordSecretInput!) {
  requestPasswordSecret(input: $input) {
    ... on RequestPasswordSecretPayload {
      phone
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:af1d82c3884ab36e49e3543f1b5bbee448ad65ea825e087eb7c62cfdea71349e"}) as unknown as TypedDocumentString<WalkRequestPasswordSecretMutation, WalkRequestPasswordSecretMutationVariables>;
export const WalkChangePasswordDocument = new TypedDocumentString(`
    mutation WalkChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    ... on AuthenticationPayload {
      endUserId
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:3b7030e5a69ce2780d803581cfb217fd59ca32f92ee3204011afed070485d350"}) as unknown as TypedDocumentString<WalkChangePasswordMutation, WalkChangePasswordMutationVariables>;
export const WalkLoginDocument = new TypedDocumentString(`
    mutation WalkLogin($input: LoginInput!) {
  login(input: $input) {
    ... on AuthenticationPayload {
      token
      tokenExpiresAt: expiresAt
    }
    ... on ScaPending {
      scaId
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:ec6156034268b7f8623593b216ce62e94ba410b446247aa52e63224058dba58a"}) as unknown as TypedDocumentString<WalkLoginMutation, WalkLoginMutationVariables>;
export const WalkStartKycDocument = new TypedDocumentString(`
    mutation WalkStartKyc($input: StartKycInput!) {
  startKyc(input: $input) {
    ... on StartKycPayload {
      kycApplicationId
      url
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:ea9cdb34e9de3b0c25f261bf182489f1aa2730f3747f121f713e927513e7dbb6"}) as unknown as TypedDocumentString<WalkStartKycMutation, WalkStartKycMutationVariables>;
export const WalkKycApplicationDocument = new TypedDocumentString(`
    query WalkKycApplication($id: UUID!) {
  kycApplication(id: $id) {
    status
    statusReason
  }
}
    `, {"hash":"sha256:f7d2e7c3ba176a9d947506fd2698cfed5b9d071f287150339acac715006b7ef4"}) as unknown as TypedDocumentString<WalkKycApplicationQuery, WalkKycApplicationQueryVariables>;
export const WalkSendEmailVerificationDocument = new TypedDocumentString(`
    mutation WalkSendEmailVerification($input: SendEmailVerificationInput!) {
  sendEmailVerification(input: $input) {
    ... on SendVerificationPayload {
      ttl
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:dee5ab2038d9a351dbdcbb890cfdadc2ec1fb3e8f3ad9724a1e224975a5c7166"}) as unknown as TypedDocumentString<WalkSendEmailVerificationMutation, WalkSendEmailVerificationMutationVariables>;
export const WalkPartnerLoginDocument = new TypedDocumentString(`
    mutation WalkPartnerLogin($input: LoginInput!) {
  login(input: $input) {
    ... on AuthenticationPayload {
      partnerToken: token
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:fec86042cf6e4701aeb9b93054fd14dd3bfb28b57f87ae342283c28e3308815e"}) as unknown as TypedDocumentString<WalkPartnerLoginMutation, WalkPartnerLoginMutationVariables>;
export const WalkSimulateKycDocument = new TypedDocumentString(`
    mutation WalkSimulateKyc($input: SimulateKycInput!) {
  simulateKyc(input: $input) {
    ... on SimulateKycPayload {
      kycApplicationId
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:58bc0de4208e8e1bd30dc9008009aea8f88feb0859f29aada9e3222ca05ec7d2"}) as unknown as TypedDocumentString<WalkSimulateKycMutation, WalkSimulateKycMutationVariables>;
export const WalkConsumerDocument = new TypedDocumentString(`
    query WalkConsumer($id: ID!) {
  consumer(id: $id) {
    id
    firstName
    termsAccepted
    phone {
      verified
    }
    email {
      verified
    }
    kyc {
      status
    }
  }
}
    `, {"hash":"sha256:dfd0b16d3bbb86ef41a11291a0e09f4ad83078db8168004a5f194f1e1048ddad"}) as unknown as TypedDocumentString<WalkConsumerQuery, WalkConsumerQueryVariables>;
export const WalkRegisterScaDeviceDocument = new TypedDocumentString(`
    mutation WalkRegisterScaDevice($input: RegisterScaDeviceInput!) {
  registerScaDevice(input: $input) {
    ... on ScaDevicePayload {
      scaDeviceId
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:bd622cbea902ac0635d83276554d850041b41b603502172123be4cb29582d097"}) as unknown as TypedDocumentString<WalkRegisterScaDeviceMutation, WalkRegisterScaDeviceMutationVariables>;
export const WalkCreateLedgerDocument = new TypedDocumentString(`
    mutation WalkCreateLedger($input: CreateLedgerInput!) {
  createLedger(input: $input) {
    ... on LedgerPayload {
      id
      ledger {
        id
      }
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:199bb8df69c951506dc799ffdf01c2b1486b591dd303f9f7a2a7d34dc97c814a"}) as unknown as TypedDocumentString<WalkCreateLedgerMutation, WalkCreateLedgerMutationVariables>;
export const WalkLedgerDocument = new TypedDocumentString(`
    query WalkLedger($id: ID!) {
  ledger(id: $id) {
    id
    status
    iban
    availableAmount {
      value
      currency
    }
  }
}
    `, {"hash":"sha256:1334b8e5767a4bda7df4cdb7d796bdd726b3b235af376226e7173e11841d2d63"}) as unknown as TypedDocumentString<WalkLedgerQuery, WalkLedgerQueryVariables>;
export const WalkCreditLedgerDocument = new TypedDocumentString(`
    mutation WalkCreditLedger($input: CreditLedgerInput!) {
  creditLedger(input: $input) {
    ... on LedgerPayload {
      id
      ledger {
        id
        availableAmount {
          value
        }
      }
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:3465ba7db61d20b2339da295cf62dde334ebffbe54503d6a6102cb8e136d5120"}) as unknown as TypedDocumentString<WalkCreditLedgerMutation, WalkCreditLedgerMutationVariables>;
export const WalkCardProfilesDocument = new TypedDocumentString(`
    query WalkCardProfiles($filter: CardProfileFilter) {
  cardProfiles(filter: $filter, first: 1) {
    nodes {
      uuid
      name
    }
  }
}
    `, {"hash":"sha256:6289c4dec4f1c0905339ab11f5a25cb140b7d75fc8b7a8163ac6c017749b113e"}) as unknown as TypedDocumentString<WalkCardProfilesQuery, WalkCardProfilesQueryVariables>;
export const WalkCreateCardDocument = new TypedDocumentString(`
    mutation WalkCreateCard($input: CreateCardInput!) {
  createCard(input: $input) {
    ... on CardPayload {
      id
      card {
        id
      }
    }
    ... on ScaPending {
      scaId
      expiresAt
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:44bec27e8c5179013c907d087cd22346d9be4945cdd1d9f13ef8f83aa549616f"}) as unknown as TypedDocumentString<WalkCreateCardMutation, WalkCreateCardMutationVariables>;
export const WalkApprovalDocument = new TypedDocumentString(`
    subscription WalkApproval($scaId: UUID!) {
  scaCompleted(scaId: $scaId) {
    status
    result {
      __typename
      ... on CardPayload {
        id
        card {
          id
        }
      }
      ... on BeneficiaryPayload {
        id
        beneficiary {
          id
          status
        }
      }
      ... on TransactionPayload {
        id
        transaction {
          id
          status
          amount {
            value
            currency
          }
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
}
    `, {"hash":"sha256:b7d1c1fa2060f34c273dd9633dce49dc076285d59435f8cbbf242b599743be8e"}) as unknown as TypedDocumentString<WalkApprovalSubscription, WalkApprovalSubscriptionVariables>;
export const WalkCardDocument = new TypedDocumentString(`
    query WalkCard($id: ID!) {
  card(id: $id) {
    id
    status
    transactions {
      nodes {
        id
        status
        amount {
          value
        }
      }
    }
  }
}
    `, {"hash":"sha256:78e4a221c006cecc3253ebe0d623b4e425eb6072eac1baa8d3d95bdb24afb368"}) as unknown as TypedDocumentString<WalkCardQuery, WalkCardQueryVariables>;
export const WalkSimulateCardPaymentDocument = new TypedDocumentString(`
    mutation WalkSimulateCardPayment($input: SimulateCardPaymentInput!) {
  simulateCardPayment(input: $input) {
    ... on SimulateCardPaymentPayload {
      card {
        id
        status
      }
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:90b60596c7236700015cfc98690d91fa9f4d5d64d423cd4ae535cbac9a6fe0c2"}) as unknown as TypedDocumentString<WalkSimulateCardPaymentMutation, WalkSimulateCardPaymentMutationVariables>;
export const WalkAddBeneficiaryDocument = new TypedDocumentString(`
    mutation WalkAddBeneficiary($input: AddBeneficiaryInput!) {
  addBeneficiary(input: $input) {
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
      }
    }
    ... on ScaPending {
      scaId
      expiresAt
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:023abc0abd35e0c68de0709bd8a4e1db5b315d98ba6bb64737a2826886b776e5"}) as unknown as TypedDocumentString<WalkAddBeneficiaryMutation, WalkAddBeneficiaryMutationVariables>;
export const WalkSetBeneficiaryStatusDocument = new TypedDocumentString(`
    mutation WalkSetBeneficiaryStatus($input: SetBeneficiaryStatusInput!) {
  setBeneficiaryStatus(input: $input) {
    ... on BeneficiaryPayload {
      id
      beneficiary {
        id
        status
      }
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:a34afebfcb4a0f4bb51f7a67e4d420d5c9947be78f5863c8fd46a86ba45f7570"}) as unknown as TypedDocumentString<WalkSetBeneficiaryStatusMutation, WalkSetBeneficiaryStatusMutationVariables>;
export const WalkCreateTransferDocument = new TypedDocumentString(`
    mutation WalkCreateTransfer($input: CreateTransferInput!) {
  createTransfer(input: $input) {
    ... on TransactionPayload {
      id
      transaction {
        id
      }
    }
    ... on ScaPending {
      scaId
      expiresAt
    }
    ... on Problem {
      code
      message
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:6d09f1d91f5667b6306d4eb8d8f779ac02e4a3236cde1797ba1842622f0a56ea"}) as unknown as TypedDocumentString<WalkCreateTransferMutation, WalkCreateTransferMutationVariables>;