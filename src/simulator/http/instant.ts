const pattern = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/;

/**
 * A point in time as text that sorts chronologically: always UTC, always nanoseconds. Parses RFC 3339 and the short
 * form of LinkCy's query parameters (`2022-05-16T10:30`: no seconds, no zone, UTC). Undefined for other text.
 */
export function instantOf(text: string): string | undefined {
  const [, date, minutes, seconds = ':00', fraction = '', zone = 'Z'] = pattern.exec(text) ?? [];
  if (date === undefined || minutes === undefined) return undefined;
  const milliseconds = Date.parse(`${date}T${minutes}${seconds}${zone}`);
  if (Number.isNaN(milliseconds)) return undefined;
  const utc = new Date(milliseconds).toISOString();
  // Date.parse turns February 30 into March 2; LinkCy refuses such a date.
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) return undefined;
  return `${utc.slice(0, 19)}.${fraction.padEnd(9, '0')}`;
}

/** As `instantOf`, for the simulator's own rows. Throws for other text. */
export function sortableInstant(text: string): string {
  if (text.length === 20 && text.endsWith('Z')) return `${text.slice(0, 19)}.000000000`;
  const instant = instantOf(text);
  if (instant === undefined) throw new TypeError('a date of a row is not an RFC 3339 date-time');
  return instant;
}

/** Whether a text is a day that exists: YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** Seconds precision, as in LinkCy's samples: "2026-06-30T18:45:00Z". */
export function secondsText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

let lastSecond = NaN;
let lastDate = '';

/** The form of the `Date` header: "Tue, 30 Jun 2026 18:45:00 GMT". Made once a second. */
export function httpDate(milliseconds: number): string {
  const second = Math.floor(milliseconds / 1000);
  if (second !== lastSecond) [lastSecond, lastDate] = [second, new Date(second * 1000).toUTCString()];
  return lastDate;
}

/** Nanosecond precision, as in LinkCy's error bodies. The last six digits only look like nanoseconds. */
export function nanosecondsText(milliseconds: number): string {
  const rest = String(process.hrtime.bigint() % 1_000_000n).padStart(6, '0');
  return `${new Date(milliseconds).toISOString().slice(0, 23)}${rest}Z`;
}
