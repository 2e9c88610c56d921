import type { Consumer } from '../../linkcy/endpoints/consumers.js';
import { badRequest, type Refusal } from '../http/refusal.js';
import type { RequestBody } from '../http/request-body.js';
import { europeanCountries } from './contact-data.js';
import { latestTerms } from '../authentication/terms.js';

const sourcesOfFunds =
  'COMPENSATION_PAYOUT COMPANY_PROFITS COMPANY_SALE DIVIDEND_PAYMENTS DIVORCE_SETTLEMENT FIXED_DEPOSITS GIFT INHERITANCE INSURANCE_PAYOUT LOAN LOTTERY_OR_GAMBLING_WIN RETIREMENT_INCOME SALE_OF_INVESTMENT SALE_OF_PROPERTY SAVINGS_FROM_SALARY OTHER'.split(
    ' ',
  );
const occupations =
  'BUSINESS_OWNER CLERGY CRAFTSMAN ENGINEER EXECUTIVE FARMER FREELANCE LIBERAL_PROFESSION POLITICIAN PROFESSOR PUBLIC_SERVANT RETIRED SHOPKEEPER STUDENT UNEMPLOYED WORKER OTHER'.split(
    ' ',
  );
const purposes =
  'PAY_BILLS MONEY_TO_FROM_FAMILY DIVIDENDS SAVINGS PERSONAL_BUSINESS_PURPOSES PENSION CRYPTO SALARY LOTTERY_GAMING RECONCILIATION VIRTUAL_ACCOUNT CURRENCY_EXCHANGE OTHER'.split(
    ' ',
  );
const largestMap = 3_000;

/** The fields that creation and update have in common. */
interface ConsumerDeclaration {
  readonly fields: Partial<Consumer>;
  readonly lastTermsAccepted: string | undefined;
}

/** Reads them; only what is there ends up in `fields`. */
export function declarationIn(body: RequestBody): ConsumerDeclaration {
  const fields = {
    externalId: body.text('externalId', { most: 511 }),
    sourceOfFunds: body.oneOf('sourceOfFunds', sourcesOfFunds),
    otherSourceOfFunds: body.text('otherSourceOfFunds', { most: 511 }),
    occupation: body.oneOf('occupation', occupations),
    otherOccupation: body.text('otherOccupation', { most: 511 }),
    taxIdentificationNumber: body.text('taxIdentificationNumber', { most: 255 }),
    taxCountry: body.oneOf('taxCountry', europeanCountries),
    accountPurposes: body.anyOf('accountPurposes', purposes),
  };
  return { fields: withoutAbsent(fields), lastTermsAccepted: body.text('lastTermsAccepted') };
}

/** Throws LinkCy's business 400s. `known` is what is stored already. */
export function requireSound({ fields, lastTermsAccepted }: ConsumerDeclaration, known: Partial<Consumer> = {}): void {
  if (lastTermsAccepted !== undefined && lastTermsAccepted !== latestTerms) {
    throw rejectedField('lastTermsAccepted', lastTermsAccepted, 'INVALID_TERMS_VERSION', 'is not the newest version');
  }
  if (fields.occupation === 'OTHER' && !fields.otherOccupation) {
    throw rejectedField(
      'otherOccupation',
      null,
      'OTHER_OCCUPATION_MUST_HAVE_A_DESCRIPTION',
      'has to describe the occupation',
    );
  }
  if (fields.sourceOfFunds === 'OTHER' && !fields.otherSourceOfFunds) {
    const message = 'has to describe the source of funds';
    throw rejectedField('otherSourceOfFunds', null, 'OTHER_SOURCE_OF_FUNDS_MUST_HAVE_A_DESCRIPTION', message);
  }
  if (fields.taxIdentificationNumber !== undefined && (fields.taxCountry ?? known.taxCountry) == null) {
    const message = 'has to say whose number it is';
    throw rejectedField('taxCountry', null, 'TAX_IDENTIFICATION_NUMBER_MUST_HAVE_A_COUNTRY', message);
  }
}

/** Throws a 400 for a free-form field that is too large. */
export function requireSmall(field: string, map: Readonly<Record<string, unknown>> | undefined): void {
  const size = map === undefined ? 0 : JSON.stringify(map).length;
  if (size > largestMap)
    throw rejectedField(field, null, 'TOO_LONG_FIELD', `has ${size} characters, at most ${largestMap}`);
}

/** The fields that are not undefined. */
export function withoutAbsent<Fields extends object>(fields: Fields): Partial<Fields> {
  const present: Partial<Fields> = { ...fields };
  for (const name in present) if (present[name] === undefined) delete present[name];
  return present;
}

function rejectedField(field: string, rejectedValue: unknown, errorCode: string, message: string): Refusal {
  return badRequest([{ field, rejectedValue, message }], errorCode);
}
