import { Meets } from './rule.js';

/** How many characters an IBAN of a country has. Others may exist: there only the check digits decide. */
const lengths: Readonly<Record<string, number>> = {
  ...{ AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21 },
  ...{ CR: 22, CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18 },
  ...{ FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23 },
  ...{ IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27 },
  ...{ MD: 24, ME: 22, MK: 19, MN: 20, MR: 27, MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28 },
  ...{ PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27 },
  ...{ SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30 },
};

/** An IBAN (ISO 13616) with the right length and check digits. Spaces and small letters are allowed. */
export const Iban = () =>
  Meets({
    name: 'iban',
    message: 'Must be an IBAN with the length of its country and the right check digits.',
    isMet: (value) => typeof value === 'string' && isIban(electronicForm(value)),
  });

/** An IBAN or BIC without the spaces that people write into it, in capital letters. */
export function electronicForm(accountCode: string): string {
  return accountCode.replace(/\s/g, '').toUpperCase();
}

function isIban(iban: string): boolean {
  // Check digits are 98 minus a remainder of 97: 00, 01 and 99 never occur, though the sum below may fit.
  if (!/^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const length = lengths[iban.slice(0, 2)];
  return (length === undefined || length === iban.length) && remainder97(iban.slice(4) + iban.slice(0, 4)) === 1;
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
