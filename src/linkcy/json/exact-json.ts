import { randomUUID } from 'node:crypto';

/** Every decimal number of up to 15 significant digits survives the conversion to a double and back. */
const exactDigits = 15;

/** What follows a number: one of these, or the end of the text. */
const ends = [',', '}', ']'];
const textOrLongNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]{15,}|-?\d[\d.]*[eE][+-]?\d{3,}/g;

/** A number with more digits than every double holds, or beyond all doubles, as the JSON text that it was. */
export class LongNumber {
  constructor(readonly text: string) {}

  /** The double that is written with the very same digits; undefined where there is none, and a double would round. */
  get asDouble(): number | undefined {
    const double = Number(this.text);
    return canonical(String(double)) === canonical(this.text) ? double : undefined;
  }
}

/** An amount as LinkCy sends it. */
export type Amount = number | LongNumber;

/** Stands before a long number while JSON.parse takes it for a text. Nobody else can know it. */
const marker = `${randomUUID()} `;

/**
 * JSON.parse, except that a number with more digits than every double holds becomes a LongNumber: nothing is rounded
 * silently. Throws a SyntaxError.
 */
export function parseExactJson(json: string): unknown {
  if (!mayRound(json)) return JSON.parse(json);
  return JSON.parse(json.replace(textOrLongNumber, markedIfTooLong), (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(marker) ? new LongNumber(value.slice(marker.length)) : value,
  );
}

/**
 * Whether JSON.parse may round a number in this text. A cheap check before anything is rewritten: it looks where numbers
 * end, because digits are common elsewhere ("4e123" in a UUID, an IBAN), and finds these places with indexOf, because a
 * pattern for the whole text takes half as long as JSON.parse.
 */
export function mayRound(json: string): boolean {
  for (const end of ends) {
    for (let index = json.indexOf(end); index !== -1; index = json.indexOf(end, index + 1)) {
      if (isLongNumberBefore(json, index)) return true;
    }
  }
  return isLongNumberBefore(json, json.length);
}

function isLongNumberBefore(json: string, end: number): boolean {
  const last = json.charCodeAt(end - 1);
  if (last >= digit0 && last <= digit9) return isLongNumber(json, end);
  return last <= space && isLongNumber(json.slice(0, end).trimEnd());
}

/** Whether a text ends in a long number. Any exponent makes it one: LinkCy writes none. */
function isLongNumber(json: string, end = json.length): boolean {
  let start = end - 1;
  while (isDigitOrPoint(json.charCodeAt(start))) start -= 1;
  const length = end - 1 - start;
  return length >= 16 || (length > 0 && exponentAtEnd.test(json.slice(Math.max(0, start - 1), start + 1)));
}

const [space, point, digit0, digit9] = [0x20, 0x2e, 0x30, 0x39];
const exponentAtEnd = /[eE][+-]?$/;

function isDigitOrPoint(code: number): boolean {
  return (code >= digit0 && code <= digit9) || code === point;
}

function markedIfTooLong(token: string): string {
  if (token.startsWith('"') || (hasExactDigits(token) && isInReach(token))) return token;
  // What is no number is a syntax error, as it is without a marker.
  return numberPattern.test(token) ? `"${marker}${token}"` : token;
}

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Whether a double holds all digits of a decimal number. Sign, point, exponent and the zeros at both ends do not count. */
export function hasExactDigits(number: string): boolean {
  const digits = number.replace(/[eE].*$/, '').replace(/\D/g, '');
  let start = 0;
  let end = digits.length;
  while (start < end && digits[start] === '0') start += 1;
  while (end > start && digits[end - 1] === '0') end -= 1;
  return end - start <= exactDigits;
}

/** Whether there is a double of that size. Those that are nearly zero have fewer digits. */
function isInReach(number: string): boolean {
  return !/[eE][+-]?\d{3}/.test(number) || new LongNumber(number).asDouble !== undefined;
}

/** Whether a number that is written so becomes that very number when JSON readers make a double of it. */
export function isExactNumber(number: string): boolean {
  return (hasExactDigits(number) && isInReach(number)) || new LongNumber(number).asDouble !== undefined;
}

/** Sign, significant digits and power of ten: the same for all ways to write a number. */
function canonical(number: string): string {
  const [mantissa = '', exponent = '0'] = number.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return `${mantissa.startsWith('-') ? '-' : ''}${significant}e${significant === '' ? 0 : power}`;
}
