/** A double holds this many decimal digits without loss; beyond it a number could change silently. */
const exactDigits = 15;

const textOrLongNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]{15,}/g;

/**
 * JSON.parse, but a number with more digits than a double holds arrives as the text that was sent, so that nothing is
 * rounded unseen: whoever expects an amount there finds that it is none. Throws a SyntaxError.
 */
export function parseExactJson(json: string): unknown {
  return JSON.parse(mayHaveLongNumber(json) ? json.replace(textOrLongNumber, quotedIfTooLong) : json);
}

/** A number that is too long has at least so many digits and points in a row. */
const longRun = exactDigits + 1;
const quote = 0x22;

/**
 * A quick first look, because every answer of LinkCy comes through here, and a regular expression over the whole text
 * takes half as long as the parser: a run of that length covers one of the characters that are its length apart. True
 * also for some texts with digits in them.
 */
function mayHaveLongNumber(json: string): boolean {
  for (let index = longRun - 1; index < json.length; index += longRun) {
    if (!isDigitOrPoint(json.charCodeAt(index))) continue;
    let start = index;
    while (isDigitOrPoint(json.charCodeAt(start - 1))) start -= 1;
    let end = index + 1;
    while (isDigitOrPoint(json.charCodeAt(end))) end += 1;
    // What follows a quotation mark is text, such as an account number.
    if (end - start >= longRun && json.charCodeAt(start - 1) !== quote) return true;
  }
  return false;
}

/** NaN, beyond the ends of the text, is neither. */
function isDigitOrPoint(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2e;
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
