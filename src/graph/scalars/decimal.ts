import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { LongNumber } from '../../linkcy/json/exact-json.js';
import { badUserInput } from '../../pagination/errors.js';

/** The largest exponent of a double. */
const maxExponent = 308;
/** A double holds this many decimal digits exactly; with more, an amount could change silently. */
const maxSignificantDigits = 15;
const decimalPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** An exact decimal as text. LinkCy sends and takes JSON numbers; they are never computed with. */
export const Decimal = new GraphQLScalarType<number, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as text in plain notation, such as "12.50": a point, no exponent. Returned with all ' +
    'digits that LinkCy sends; accepted with at most 15 significant digits, which reach LinkCy without loss. An ' +
    'amount is in main currency units (12.50 is twelve euros and fifty cents).',
  serialize: decimalText,
  parseValue: parseDecimal,
  parseLiteral(node) {
    if (node.kind === Kind.STRING) return parseDecimal(node.value);
    throw badUserInput('Decimal must be written as text in double quotes, such as "12.50".');
  },
});

/**
 * The exact text of a number, without exponent: 12.5 -> "12.5", 1e-7 -> "0.0000001"; a LongNumber keeps its digits. Throws
 * for anything else.
 */
export function decimalText(value: unknown): string {
  if (value instanceof LongNumber) return plainNotation(value.text);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw notPrintable();
  const shortest = String(value);
  return shortest.includes('e') ? plainNotation(shortest) : shortest;
}

function parseDecimal(value: unknown): number {
  if (typeof value !== 'string') throw badUserInput('Decimal must be text, such as "12.50".');
  if (!decimalPattern.test(value)) {
    throw badUserInput('Decimal must be in plain notation, such as "12.50": digits, at most one point, no exponent.');
  }
  if (significantDigits(value) > maxSignificantDigits) {
    throw badUserInput(`Decimal must have at most ${maxSignificantDigits} significant digits.`);
  }
  return Number(value);
}

function significantDigits(text: string): number {
  const digits = text.replace('-', '').replace('.', '').replace(/^0+/, '');
  return (text.includes('.') ? digits : digits.replace(/0+$/, '')).length;
}

function plainNotation(text: string): string {
  const [mantissa = '', exponentText] = text.toLowerCase().split('e');
  if (exponentText === undefined) return text;
  const exponent = Number(exponentText);
  // No amount is that long, and its zeros would fill memory.
  if (Math.abs(exponent) > maxExponent) throw notPrintable();
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const padded = digits.padEnd(point, '0');
  return padded.length === point ? sign + padded : `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
}

const notPrintable = () =>
  new GraphQLError('LinkCy sent an amount that cannot be given exactly.', {
    extensions: { code: 'UPSTREAM_UNAVAILABLE' },
  });
