/** An IBAN with the check digits of ISO 7064 (mod 97-10). `country` is ISO 3166 alpha-2. */
export function ibanOf(country: string, accountPart: string): string {
  const rest = remainder97(digitsOf(`${accountPart}${country}00`));
  return `${country}${String(98 - rest).padStart(2, '0')}${accountPart}`;
}

/** Whether the check digits of an IBAN are right. Says nothing about the account. */
export function hasRightCheckDigits(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  return remainder97(digitsOf(iban.slice(4) + iban.slice(0, 4))) === 1;
}

/** An account number in groups of four, as people read it. */
export function grouped(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The remainder of a long decimal number, divided by 97. */
export function remainder97(digits: string): number {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

/** Account numbers are compared without the spaces that people write into them. */
export function withoutSpaces(text: string | undefined): string | undefined {
  return text?.replace(/\s/g, '').toUpperCase();
}

/** Letters count from A = 10. */
function digitsOf(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
}
