import type { Amount } from '../../linkcy/json/exact-json.js';

/** The amount of a request in cents; undefined unless it is above 0, exact, and has at most two decimals. */
export function centsIn(amount: unknown): number | undefined {
  if (typeof amount !== 'number') return undefined;
  // The shortest text of a double shows whether somebody wrote more than two decimals; arithmetic would not.
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(amount)) ?? [];
  const cents = Number(`${whole}${decimals.padEnd(2, '0')}`);
  return Number.isSafeInteger(cents) && cents > 0 ? cents : undefined;
}

/** An amount of a row in cents. */
export function centsOf(amount: Amount | null | undefined): number {
  const value = amount ?? 0;
  return Math.round(Number(typeof value === 'number' ? value : value.text) * 100);
}

/** Cents as the number that goes over the wire. */
export function amountOf(cents: number): number {
  return cents / 100;
}

// Cached, because creating one is expensive.
const formats = new Map<string, Intl.NumberFormat>();

/** For people: "€1,200.50". */
export function moneyText(cents: number, currency: string): string {
  const format = formats.get(currency) ?? new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  formats.set(currency, format);
  return format.format(amountOf(cents));
}
