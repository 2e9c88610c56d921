import { hasExactDigits, LongNumber, type Amount } from '../../linkcy/json/exact-json.js';

const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;

/**
 * LinkCy sends the conversion rate as text, which becomes a number for the Decimal scalar to print. Anything else is handed
 * on as it is: the scalar prints a number, and reports what is none on its own field.
 */
export function conversionRateOf(rate: string | number | null | undefined): Amount | string | null {
  if (rate == null || rate === '') return null;
  if (typeof rate === 'number' || !number.test(rate)) return rate;
  return hasExactDigits(rate) ? Number(rate) : new LongNumber(rate);
}
