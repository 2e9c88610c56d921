import { isObject } from '../linkcy/json/shape.js';

interface Ttl {
  readonly milliseconds: number;
  /** Whether LinkCy gave it; an assumed value proves nothing. */
  readonly given: boolean;
}

/** Nothing is kept longer than a day. */
const longestMilliseconds = 24 * 60 * 60 * 1000;
const assumed: Ttl = { milliseconds: 300_000, given: false };

/**
 * How long the user has to approve, in whole milliseconds, rounded down: from LinkCy's java.time.Duration or an ISO 8601
 * duration. If it is missing, unreadable or zero, five minutes are assumed, so that no approval is lost.
 */
export function ttlOf(ttl: unknown): Ttl {
  const milliseconds = isObject(ttl) ? partsOf(ttl) : typeof ttl === 'string' ? isoOf(ttl) : undefined;
  if (milliseconds === undefined || !(milliseconds > 0)) return assumed;
  return { milliseconds: Math.floor(Math.min(milliseconds, longestMilliseconds)), given: true };
}

function partsOf({ seconds, nano }: Readonly<Record<string, unknown>>): number | undefined {
  if (!Number.isFinite(seconds) && !Number.isFinite(nano)) return undefined;
  return finite(seconds) * 1000 + finite(nano) / 1_000_000;
}

function isoOf(text: string): number | undefined {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (parts === null || text === 'PT') return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

const finite = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
