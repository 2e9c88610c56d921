/** A double holds this many decimal digits without loss; beyond it a number could change silently. */
const exactDigits = 15;

/**
 * Two quick looks, because every answer of LinkCy comes through here: digits and points in such a row at all (written out,
 * this takes a quarter of the time that a counter takes), and such a row where a number may stand.
 */
const longRun = new RegExp('[0-9.]'.repeat(exactDigits + 1));
const maybeLongNumber = /[:,[]\s*-?\d[\d.]{15}/;
const textOrLongNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]{15,}/g;

/**
 * JSON.parse, but a number with more digits than a double holds arrives as the text that was sent, so that nothing is
 * rounded unseen: whoever expects an amount there finds that it is none. Throws a SyntaxError.
 */
export function parseExactJson(json: string): unknown {
  const mayHaveOne = longRun.test(json) && maybeLongNumber.test(json);
  return JSON.parse(mayHaveOne ? json.replace(textOrLongNumber, quotedIfTooLong) : json);
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
