import { hasRightCheckDigits, withoutSpaces } from './iban.js';
import { badRequest, type Refusal } from '../http/refusal.js';
import type { RequestBody } from '../http/request-body.js';

/** The account of a payee, under the names that a beneficiary has for it. */
export interface PayeeAccount {
  readonly accountType: 'IBAN' | 'GBP' | 'USD';
  readonly iban?: string;
  readonly bicOrSwift?: string;
  readonly sortCode?: string;
  readonly accountNumber?: string;
}

export interface SepaAccount {
  readonly iban: string;
  readonly bic: string;
}

const sepaCountries = new Set(
  'AD AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM VA'.split(
    ' ',
  ),
);
/** Banks in these countries are not dealt with. */
const excludedCountries = new Set(['CU', 'IR', 'KP', 'SY']);
const bicPattern = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

/** Reads `bankingDetails`, whose fields tell the kind of account. Undefined if it is invalid. */
export function accountIn(body: RequestBody): PayeeAccount | undefined {
  const details = body.needs('bankingDetails').inside('bankingDetails');
  if (details === undefined) return undefined;
  if (details.has('sortCode')) {
    const sortCode = details.text('sortCode', { pattern: /^[0-9]{6}$/ });
    const accountNumber = details.needs('accountNumber').text('accountNumber', { pattern: /^[0-9]{8}$/ });
    return { accountType: 'GBP', sortCode, accountNumber };
  }
  if (details.has('abaCode')) {
    details.text('abaCode', { pattern: /^[0-9]{9}$/ });
    const accountNumber = details.needs('accountNumber').text('accountNumber', { least: 1, most: 17 });
    return { accountType: 'USD', accountNumber, bicOrSwift: details.text('swift') };
  }
  const { iban, bic } = ibanIn(details);
  return { accountType: 'IBAN', iban, bicOrSwift: bic };
}

/** Reads the `bankingDetails` of a debtor, which may be missing. */
export function sepaAccountIn(body: RequestBody): SepaAccount | undefined {
  const details = body.inside('bankingDetails');
  if (details === undefined) return undefined;
  const { iban = '', bic = '' } = ibanIn(details);
  return { iban, bic };
}

function ibanIn(details: RequestBody): Partial<SepaAccount> {
  const iban = withoutSpaces(details.needs('iban').text('iban'));
  const bic = details.needs('bic').text('bic');
  if (iban !== undefined && !hasRightCheckDigits(iban))
    details.refuse('iban', 'must be an IBAN with right check digits');
  return { iban, bic };
}

/** Throws a 400 for an account that LinkCy cannot pay to. `path` is its path in the body. */
export function requirePayable(
  { iban, bicOrSwift }: Pick<PayeeAccount, 'iban' | 'bicOrSwift'>,
  path = 'bankingDetails',
): void {
  const country = iban?.slice(0, 2);
  if (iban !== undefined && country !== undefined && !sepaCountries.has(country)) {
    throw refused(`${path}.iban`, iban, 'IBAN_NOT_SUPPORTED', `Accounts in ${country} cannot be paid`);
  }
  if (bicOrSwift === undefined) return;
  const field = `${path}.${iban === undefined ? 'swift' : 'bic'}`;
  if (!bicPattern.test(bicOrSwift)) throw refused(field, bicOrSwift, 'INVALID_BIC_SWIFT', 'This is not a BIC');
  if (excludedCountries.has(bicOrSwift.slice(4, 6))) {
    throw refused(field, bicOrSwift, 'NOT_ALLOWED_BIC_SWIFT', 'Payments to this bank are not allowed');
  }
}

function refused(field: string, rejectedValue: string, errorCode: string, message: string): Refusal {
  return badRequest([{ field, rejectedValue, message }], errorCode);
}
