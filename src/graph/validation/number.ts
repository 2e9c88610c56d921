import { Rule } from './rule.js';

/**
 * An amount of money in main currency units. EUR, GBP and USD have two decimals; 13 digits before the point and two
 * behind are the 15 that a JSON number holds exactly, and LinkCy takes amounts as JSON numbers.
 */
export const Amount = () =>
  Rule({
    name: 'amount',
    message: 'Must be above 0, with at most two decimals and at most 13 digits before the point.',
    // Printed and looked at, not computed with: 12.10 * 100 is not 1210 in floating point.
    isMet: (value) => typeof value === 'number' && value > 0 && /^\d{1,13}(?:\.\d{1,2})?$/.test(String(value)),
  });

/** A whole number between two bounds, both included. */
export function WholeNumber(least: number, most: number): PropertyDecorator {
  const bounds = [least, most].map((bound) => bound.toLocaleString('en-GB'));
  return Rule({
    name: 'whole number',
    message: `Must be a whole number from ${bounds.join(' to ')}.`,
    isMet: (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
  });
}
