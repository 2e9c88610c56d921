import { hasExactDigits } from '../../linkcy/json/exact-json.js';

const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;

/**
 * LinkCy sends the conversion rate as text. A number of at most 15 digits becomes one for the Decimal scalar to print;
 * anything else is handed on as it is, so that the scalar reports it on its own field.
 */
export function conversionRateOf(rate: string | null | undefined): number | string | null {
  if (rate == null || rate === '') return null;
  return number.test(rate) && hasExactDigits(rate) ? Number(rate) : rate;
}
