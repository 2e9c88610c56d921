import type { LinkcyClient } from '../client.js';
import { enumeration, openEnumeration } from '../json/enumeration.js';
import { pageOf, type Page, type PageQuery } from '../json/page.js';
import { route, textRoute, type Query } from '../route.js';
import { entity, flag, isObject, optional, optionalText, text, uuid, withId } from '../json/shape.js';

export const Gender = openEnumeration('MALE', 'FEMALE');
export const AddressStatus = openEnumeration('INVALID', 'VALID', 'VERIFIED');
export const OverallStatus = openEnumeration('ACTIVE', 'INACTIVE');
export const BankingStatus = openEnumeration('VALIDATED', 'PENDING', 'MISSING_DATA', 'BLOCKED', 'NOT_CREATED');
export const SuspensionStatus = openEnumeration('SUSPENDED', 'NOT_SUSPENDED');
export const LinkcyStatus = openEnumeration(
  'PENDING',
  'FORBIDDEN',
  'MISSING_DATA',
  'VALIDATED',
  'LIMITED',
  'CLOSING',
  'CLOSED',
);
export const ComplianceStatus = openEnumeration('PENDING', 'DECLINED', 'PENDING_REVIEW', 'VALIDATED');
export const KycType = openEnumeration('FULL_KYC', 'DOC_ONLY', 'NOT_REQUIRED');
export const FactorStatus = openEnumeration('UNSET', 'PENDING', 'SET');
export const KycStatus = openEnumeration(
  'NOT_STARTED',
  'CREATED',
  'PROCESSING',
  'ABORTED',
  'PENDING_REVIEW',
  'VALIDATED',
  'DECLINED',
);
export const SourceOfFunds = openEnumeration(
  'COMPENSATION_PAYOUT',
  'COMPANY_PROFITS',
  'COMPANY_SALE',
  'DIVIDEND_PAYMENTS',
  'DIVORCE_SETTLEMENT',
  'FIXED_DEPOSITS',
  'GIFT',
  'INHERITANCE',
  'INSURANCE_PAYOUT',
  'LOAN',
  'LOTTERY_OR_GAMBLING_WIN',
  'RETIREMENT_INCOME',
  'SALE_OF_INVESTMENT',
  'SALE_OF_PROPERTY',
  'SAVINGS_FROM_SALARY',
  'OTHER',
);
export const Occupation = openEnumeration(
  'BUSINESS_OWNER',
  'CLERGY',
  'CRAFTSMAN',
  'ENGINEER',
  'EXECUTIVE',
  'FARMER',
  'FREELANCE',
  'LIBERAL_PROFESSION',
  'POLITICIAN',
  'PROFESSOR',
  'PUBLIC_SERVANT',
  'RETIRED',
  'SHOPKEEPER',
  'STUDENT',
  'UNEMPLOYED',
  'WORKER',
  'OTHER',
);
export const AccountPurpose = openEnumeration(
  'PAY_BILLS',
  'MONEY_TO_FROM_FAMILY',
  'DIVIDENDS',
  'SAVINGS',
  'PERSONAL_BUSINESS_PURPOSES',
  'PENSION',
  'CRYPTO',
  'SALARY',
  'LOTTERY_GAMING',
  'RECONCILIATION',
  'VIRTUAL_ACCOUNT',
  'CURRENCY_EXCHANGE',
  'OTHER',
);
export const ConsumerSortAttribute = enumeration('UPDATE_DATE', 'LAST_NAME', 'CREATION_DATE');

export interface Phone {
  readonly countryCode?: string | null;
  readonly number?: string | null;
  readonly verified: boolean;
  readonly verificationDate?: string | null;
}

export interface Email {
  readonly address?: string | null;
  readonly verified: boolean;
  readonly verificationDate?: string | null;
}

export interface Address {
  readonly id?: string | null;
  readonly isoCountryCode: string;
  readonly city: string;
  readonly postalCode?: string | null;
  readonly street?: string | null;
  readonly number?: string | null;
  readonly refinement?: string | null;
  readonly stateOrProvince?: string | null;
  readonly status?: string | null;
}

export interface StatusValue {
  readonly value: string;
  readonly reason?: string | null;
}

export interface ConsumerStatus {
  readonly banking: StatusValue;
  readonly kyc: StatusValue;
  readonly suspension: StatusValue;
  readonly linkcy: StatusValue;
  readonly compliance: StatusValue;
  readonly overall: StatusValue;
}

export interface KycInfo {
  readonly kycApplicationId?: string | null;
  readonly status: string;
  readonly statusReason?: string | null;
  readonly type?: string | null;
  readonly updateDate?: string | null;
}

export interface FinancialInformation {
  readonly monthlyNetIncome?: string | null;
  readonly currency?: string | null;
  readonly expectedMonthlyIncomingVolume?: string | null;
  readonly expectedMonthlyOutgoingVolume?: string | null;
  readonly expectedMonthlyIncomingTransferFrequency?: string | null;
}

export interface ScaDevice {
  readonly id: string;
  readonly endpointId?: string | null;
  readonly creationDate?: string | null;
  readonly pinStatus?: string | null;
  readonly biometryStatus?: string | null;
}

/** A row of GET /consumers. */
export interface ConsumerListElement {
  readonly id: string;
  readonly phone: Phone;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly emailAddress?: string | null;
  readonly status: ConsumerStatus;
  readonly updateDate: string;
  readonly creationDate: string;
}

/** GET /consumers/{id} and GET /consumers/external/{externalId}. */
export interface Consumer {
  readonly id: string;
  readonly externalId?: string | null;
  readonly phone: Phone;
  readonly kycInfo: KycInfo;
  readonly status: ConsumerStatus;
  readonly termsAccepted: boolean;
  readonly address?: Address | null;
  readonly firstName?: string | null;
  readonly middleName?: string | null;
  readonly lastName?: string | null;
  readonly email: Email;
  readonly gender?: string | null;
  readonly birthCity?: string | null;
  readonly birthIsoCountryCode?: string | null;
  readonly birthDate?: string | null;
  readonly nationalityCode?: string | null;
  readonly sourceOfFunds?: string | null;
  readonly otherSourceOfFunds?: string | null;
  readonly occupation?: string | null;
  readonly otherOccupation?: string | null;
  readonly notes?: string | null;
  readonly creationDate: string;
  readonly updateDate: string;
  readonly strongAuthentication?: ScaDevice | null;
  readonly taxIdentificationNumber?: string | null;
  readonly taxCountry?: string | null;
  readonly accountPurposes?: readonly string[] | null;
  readonly financialInformation?: FinancialInformation | null;
  readonly partnerMetadata?: Readonly<Record<string, unknown>> | null;
  readonly userMetadata?: Readonly<Record<string, unknown>> | null;
}

export interface ConsumerQuery extends Query {
  readonly lastName?: string | null;
  readonly phone?: string | null;
  readonly emailAddress?: string | null;
  readonly kycStatus?: readonly string[] | null;
  readonly bankingStatus?: readonly string[] | null;
  readonly suspensionStatus?: readonly string[] | null;
  readonly linkcyStatus?: readonly string[] | null;
  readonly complianceStatus?: readonly string[] | null;
  readonly overallStatus?: string | null;
}

const isPhone = entity<Phone>({
  countryCode: optionalText,
  number: optionalText,
  verified: flag,
  verificationDate: optionalText,
});
export const isAddress = entity<Address>({
  isoCountryCode: text,
  city: text,
  postalCode: optionalText,
  street: optionalText,
  number: optionalText,
  refinement: optionalText,
  stateOrProvince: optionalText,
});
const isStatusValue = entity<StatusValue>({ reason: optionalText });
const isConsumerStatus = entity<ConsumerStatus>({
  banking: isStatusValue,
  kyc: isStatusValue,
  suspension: isStatusValue,
  linkcy: isStatusValue,
  compliance: isStatusValue,
  overall: isStatusValue,
});
const common = {
  id: uuid,
  phone: isPhone,
  firstName: optionalText,
  lastName: optionalText,
  status: isConsumerStatus,
  updateDate: text,
  creationDate: text,
} as const;
const isConsumerListElement = entity<ConsumerListElement>({ ...common, emailAddress: optionalText });
const isConsumer = entity<Consumer>({
  ...common,
  externalId: optionalText,
  middleName: optionalText,
  kycInfo: entity<KycInfo>({
    kycApplicationId: optional(uuid),
    statusReason: optionalText,
    updateDate: optionalText,
  }),
  termsAccepted: flag,
  email: entity<Email>({ address: optionalText, verified: flag, verificationDate: optionalText }),
  address: optional(isAddress),
  birthCity: optionalText,
  birthIsoCountryCode: optionalText,
  birthDate: optionalText,
  nationalityCode: optionalText,
  otherSourceOfFunds: optionalText,
  otherOccupation: optionalText,
  strongAuthentication: optional(entity<ScaDevice>({ id: uuid, endpointId: optionalText, creationDate: optionalText })),
  taxIdentificationNumber: optionalText,
  taxCountry: optionalText,
  accountPurposes: optional(Array.isArray),
  financialInformation: optional(
    entity<FinancialInformation>({
      monthlyNetIncome: optionalText,
      currency: optionalText,
      expectedMonthlyIncomingVolume: optionalText,
      expectedMonthlyOutgoingVolume: optionalText,
      expectedMonthlyIncomingTransferFrequency: optionalText,
    }),
  ),
  partnerMetadata: optional(isObject),
  userMetadata: optional(isObject),
});
const isConsumerPage = pageOf(isConsumerListElement);

/** LinkCy's consumers: https://docs.linkcy.io/api_reference/sandbox/consumer */
export const consumers = (client: LinkcyClient) => ({
  list: (filter: ConsumerQuery, page: PageQuery): Promise<Page<ConsumerListElement>> =>
    client.list(route`/api/partner/consumers`, isConsumerPage, filter, page),
  get: (id: string): Promise<Consumer> => client.read(route`/api/partner/consumers/${id}`, withId(isConsumer, id)),
  getByExternalId: (externalId: string): Promise<Consumer> =>
    client.read(textRoute('/api/partner/consumers/external', externalId), isConsumer),
});
