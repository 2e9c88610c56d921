import { hasExactDigits, LongNumber, type Amount } from '../../linkcy/json/exact-json.js';

const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;

/**
 * LinkCy sends the conversion rate as text. A number becomes one for the Decimal scalar to print; anything else is handed
 * on as it is, so that the scalar reports it on its own field.
 */
export function conversionRateOf(rate: string | null | undefined): Amount | string | null {
  if (rate == null || rate === '') return null;
  if (!number.test(rate)) return rate;
  return hasExactDigits(rate) ? Number(rate) : new LongNumber(rate);
}
