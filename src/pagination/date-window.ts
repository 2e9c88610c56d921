import type { Direction } from './order.js';
import { instantOf } from './order.js';

/** A period of time; each end is RFC 3339 text. Whether the ends belong to it is up to the upstream. */
export interface DateWindow {
  readonly startDate?: string | null | undefined;
  readonly endDate?: string | null | undefined;
}

/** The intersection of two windows. A missing date does not narrow. */
export function bothWindows(one: DateWindow, other: DateWindow): DateWindow {
  return {
    startDate: choose(one.startDate, other.startDate, (a, b) => a > b),
    endDate: choose(one.endDate, other.endDate, (a, b) => a < b),
  };
}

/**
 * The window of a list that starts just ahead of a row, in whole seconds. It contains every row of that moment and
 * every later one, whether or not the upstream includes the date itself.
 */
export function windowFrom(bound: string, direction: Direction): DateWindow {
  return direction === 'ASC' ? { startDate: bound } : { endDate: bound };
}

/** The date for `windowFrom`. */
export function dateAhead(key: string, direction: Direction): string {
  const second = Math.floor(Date.parse(key) / 1_000);
  const date = new Date((direction === 'ASC' ? second - 1 : second + 2) * 1_000);
  return `${date.toISOString().slice(0, 19)}Z`;
}

type GivenDate = string | null | undefined;

function choose(one: GivenDate, other: GivenDate, wins: (one: string, other: string) => boolean): GivenDate {
  if (one == null) return other;
  if (other == null) return one;
  const [a, b] = [instantOf(one), instantOf(other)];
  return a !== undefined && b !== undefined && wins(b, a) ? other : one;
}
