/** Every decimal number of up to 15 significant digits survives the conversion to a double and back. */
const exactDigits = 15;

/** A cheap check before anything is rewritten: a run of 16 digits or points where a number can stand. */
const maybeLongNumber = /(?:[:,[]|^)\s*-?\d[\d.]{15}/;
const textOrLongNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]{15,}/g;

/**
 * JSON.parse, except that a number with more digits than a double holds becomes a string with the text that was sent.
 * Nothing is rounded silently: code that expects an amount finds a string and refuses it. Throws a SyntaxError.
 */
export function parseExactJson(json: string): unknown {
  return JSON.parse(maybeLongNumber.test(json) ? json.replace(textOrLongNumber, quotedIfTooLong) : json);
}

function quotedIfTooLong(token: string): string {
  return token.startsWith('"') || hasExactDigits(token) ? token : `"${token}"`;
}

/** Whether a double holds all digits of a decimal number. Sign, point, exponent and the zeros at both ends do not count. */
export function hasExactDigits(number: string): boolean {
  const digits = number.replace(/[eE].*$/, '').replace(/\D/g, '');
  let start = 0;
  let end = digits.length;
  while (start < end && digits[start] === '0') start += 1;
  while (end > start && digits[end - 1] === '0') end -= 1;
  return end - start <= exactDigits;
}
