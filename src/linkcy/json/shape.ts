import { LinkcyBrokenAnswer } from '../error.js';
import { LongNumber } from './exact-json.js';

/**
 * Checks on LinkCy's answers before they are used. An answer that decides something has a `shape`: all of it is right, or it
 * is no answer. What clients read has fields that stand for themselves (`entity`): an odd value costs its own field only.
 */
export type Check = (value: unknown) => boolean;
export type Guard<Wire> = (value: unknown) => value is Wire;

/** Digit by digit, which V8 matches three times as fast as "{8}"; a page of 100 rows has hundreds of them. */
const uuidPattern = new RegExp(`^${[8, 4, 4, 4, 12].map((digits) => '[0-9a-f]'.repeat(digits)).join('-')}$`, 'i');

export const uuid: Guard<string> = (value): value is string => typeof value === 'string' && uuidPattern.test(value);
export const text: Check = (value) => typeof value === 'string';
export const flag: Check = (value) => typeof value === 'boolean';
/** An amount: any number, however long. */
export const amount: Check = (value) => typeof value === 'number' || value instanceof LongNumber;
export const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** Absent and null mean the same to LinkCy. */
export const optional =
  (check: Check): Check =>
  (value) =>
    value == null || check(value);

export const optionalText = optional(text);

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object whose named fields pass their checks. Fields that are not named may be present or not. */
export function shape<Wire>(fields: { readonly [Field in keyof Wire]?: Check }): Guard<Wire> {
  const checks = Object.entries<Check | undefined>(fields);
  return (value): value is Wire =>
    isObject(value) && checks.every(([name, check]) => check === undefined || check(value[name]));
}

/** An object that passes the guard and has this very id: what was asked for, and no other. */
export function withId<Wire extends { readonly id: string }>(guard: Guard<Wire>, id: string): Guard<Wire> {
  return (value): value is Wire => guard(value) && value.id.toLowerCase() === id.toLowerCase();
}

/**
 * An object that clients read field by field. It is checked as a whole by its `id` alone; any other field that fails its
 * check throws a LinkcyBrokenAnswer when it is read, so that its type is true of whatever comes out of it.
 */
export function entity<Wire extends object>(fields: { readonly [Field in keyof Wire]?: Check }): Guard<Wire> {
  const checks = new Map(Object.entries<Check | undefined>(fields));
  const needsId = checks.get('id') === uuid;
  if (needsId) checks.delete('id');
  const required = [...checks].flatMap(([name, check]) => (check?.(undefined) === false ? [name] : []));
  return (value): value is Wire => {
    // First of all: an object that is refused stays as it came.
    if (!isObject(value) || (needsId && !uuid(value.id))) return false;
    // What the answer has, rather than what it may have: a transaction has half of its possible fields.
    for (const name in value) if (checks.get(name)?.(value[name]) === false) makeUnreadable(value, name);
    for (const name of required) if (!Object.hasOwn(value, name)) makeUnreadable(value, name);
    return true;
  };
}

function makeUnreadable(value: object, name: string): void {
  Object.defineProperty(value, name, { get: unreadable, enumerable: true, configurable: true });
}

function unreadable(): never {
  throw new LinkcyBrokenAnswer('an answer', 'a field cannot be read');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
