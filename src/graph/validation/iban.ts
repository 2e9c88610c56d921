import { isIBAN } from 'class-validator';
import { Pasted, withoutBlanks } from './pasted.js';
import { both, Rule } from './rule.js';

/** What follows the check digits, where class-validator does not know it, or not as the registry (ISO 13616) has it. */
const accountForms: Readonly<Record<string, RegExp>> = {
  // Of the registry
  ...{ BI: /^\d{23}$/, DJ: /^\d{23}$/, FK: /^[A-Z]{2}\d{12}$/, HN: /^[A-Z]{4}\d{20}$/, LY: /^\d{21}$/ },
  ...{ MN: /^\d{16}$/, NI: /^[A-Z]{4}\d{20}$/, OM: /^\d{3}[A-Z\d]{16}$/, RU: /^\d{14}[A-Z\d]{15}$/ },
  ...{ SD: /^\d{14}$/, SO: /^\d{19}$/, ST: /^\d{21}$/, YE: /^[A-Z]{4}\d{4}[A-Z\d]{18}$/ },
  // Of the registry, with letters where class-validator wants digits
  ...{ AZ: /^[A-Z]{4}[A-Z\d]{20}$/, BY: /^[A-Z\d]{4}\d{4}[A-Z\d]{16}$/, DO: /^[A-Z\d]{4}\d{20}$/ },
  ...{ JO: /^[A-Z]{4}\d{4}[A-Z\d]{18}$/, PK: /^[A-Z]{4}[A-Z\d]{16}$/ },
  // In use though not in the registry
  ...{ AO: /^\d{21}$/, CV: /^\d{21}$/, GW: /^[A-Z\d]{2}\d{19}$/, BF: /^[A-Z\d]{2}\d{22}$/, BJ: /^[A-Z\d]{2}\d{22}$/ },
  ...{ CI: /^[A-Z\d]{2}\d{22}$/, ML: /^[A-Z\d]{2}\d{22}$/, NE: /^[A-Z\d]{2}\d{22}$/, SN: /^[A-Z\d]{2}\d{22}$/ },
  ...{ TG: /^[A-Z\d]{2}\d{22}$/, CF: /^\d{23}$/, CG: /^\d{23}$/, CM: /^\d{23}$/, GA: /^\d{23}$/, GQ: /^\d{23}$/ },
  ...{ KM: /^\d{23}$/, MG: /^\d{23}$/, TD: /^\d{23}$/ },
};

/** The others whose form class-validator knows. There may be more countries: there the check digits decide. */
const knownCountries: ReadonlySet<string> = new Set([
  ...['AD', 'AE', 'AL', 'AT', 'BA', 'BE', 'BG', 'BH', 'BR', 'CH', 'CR', 'CY', 'CZ', 'DE', 'DK'],
  ...['EE', 'EG', 'ES', 'FI', 'FO', 'FR', 'GB', 'GE', 'GI', 'GL', 'GR', 'GT', 'HR', 'HU', 'IE', 'IL', 'IQ', 'IS'],
  ...['IT', 'KW', 'KZ', 'LB', 'LC', 'LI', 'LT', 'LU', 'LV', 'MC', 'MD', 'ME', 'MK', 'MR', 'MT', 'MU', 'NL'],
  ...['NO', 'PL', 'PS', 'PT', 'QA', 'RO', 'RS', 'SA', 'SC', 'SE', 'SI', 'SK', 'SM', 'SV', 'TL', 'TN', 'TR'],
  ...['UA', 'VA', 'VG', 'XK', 'DZ', 'IR', 'MA', 'MZ'],
]);

/** An IBAN (ISO 13616) in the form of its country, with the right check digits. Spaces and small letters are allowed. */
export function Iban(): PropertyDecorator {
  const rule = Rule({
    name: 'iban',
    message: 'Must be an IBAN in the form of its country, with its length and the right check digits.',
    isMet: (value) => typeof value === 'string' && isIban(electronicForm(value)),
  });
  return both(Pasted(electronicForm), rule);
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
  const form = accountForms[country];
  if (form !== undefined) return form.test(iban.slice(4));
  return !knownCountries.has(country) || isIBAN(iban);
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
