import { isIBAN } from 'class-validator';
import { Pasted, withoutBlanks } from './pasted.js';
import { both, Meets } from './rule.js';

/** What follows the check digits in the countries of the registry (ISO 13616) that class-validator lacks. */
const accountForms: Readonly<Record<string, RegExp>> = {
  ...{ BI: /^\d{23}$/, DJ: /^\d{23}$/, FK: /^[A-Z]{2}\d{12}$/, HN: /^[A-Z]{4}\d{20}$/, LY: /^\d{21}$/ },
  ...{ MN: /^\d{16}$/, NI: /^[A-Z]{4}\d{20}$/, OM: /^\d{3}[A-Z\d]{16}$/, RU: /^\d{14}[A-Z\d]{15}$/ },
  ...{ SD: /^\d{14}$/, SO: /^\d{19}$/, ST: /^\d{21}$/, YE: /^[A-Z]{4}\d{4}[A-Z\d]{18}$/ },
};

/** The countries of the registry whose form class-validator knows. Others may exist: there the check digits decide. */
const knownCountries: ReadonlySet<string> = new Set([
  ...['AD', 'AE', 'AL', 'AT', 'AZ', 'BA', 'BE', 'BG', 'BH', 'BR', 'BY', 'CH', 'CR', 'CY', 'CZ', 'DE', 'DK', 'DO'],
  ...['EE', 'EG', 'ES', 'FI', 'FO', 'FR', 'GB', 'GE', 'GI', 'GL', 'GR', 'GT', 'HR', 'HU', 'IE', 'IL', 'IQ', 'IS'],
  ...['IT', 'JO', 'KW', 'KZ', 'LB', 'LC', 'LI', 'LT', 'LU', 'LV', 'MC', 'MD', 'ME', 'MK', 'MR', 'MT', 'MU', 'NL'],
  ...['NO', 'PK', 'PL', 'PS', 'PT', 'QA', 'RO', 'RS', 'SA', 'SC', 'SE', 'SI', 'SK', 'SM', 'SV', 'TL', 'TN', 'TR'],
  ...['UA', 'VA', 'VG', 'XK'],
]);

/** An IBAN (ISO 13616) in the form of its country, with the right check digits. Spaces and small letters are allowed. */
export function Iban(): PropertyDecorator {
  const meets = Meets({
    name: 'iban',
    message: 'Must be an IBAN with the length of its country and the right check digits.',
    isMet: (value) => typeof value === 'string' && isIban(electronicForm(value)),
  });
  return both(Pasted(electronicForm), meets);
}

/** An IBAN or BIC without what people write or paste into it, in capital letters. */
export function electronicForm(accountCode: string): string {
  return withoutBlanks(accountCode).toUpperCase();
}

function isIban(iban: string): boolean {
  // Check digits are 98 minus a remainder of 97: 00, 01 and 99 never occur, though the sum below may fit.
  if (!/^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  return hasFormOfCountry(iban) && remainder97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

function hasFormOfCountry(iban: string): boolean {
  const country = iban.slice(0, 2);
  if (knownCountries.has(country)) return isIBAN(iban);
  return accountForms[country]?.test(iban.slice(4)) ?? true;
}

/** Letters count as two digits, from A = 10; the number is too long for anything but dividing digit by digit. */
function remainder97(characters: string): number {
  let remainder = 0;
  for (const character of characters) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
