/**
 * Checks on LinkCy's answers before they are used. Only what the code relies on is checked: that an object is an object,
 * a list a list, an id a UUID. Plain values for the client (names, dates, amounts) are checked by the GraphQL scalar that
 * serializes them, so that an odd value is an error on its own field only.
 */
export type Check = (value: unknown) => boolean;
export type Guard<Wire> = (value: unknown) => value is Wire;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const uuid: Check = (value) => typeof value === 'string' && uuidPattern.test(value);
export const text: Check = (value) => typeof value === 'string';
export const flag: Check = (value) => typeof value === 'boolean';
export const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** Absent and null mean the same to LinkCy. */
export const optional =
  (check: Check): Check =>
  (value) =>
    value == null || check(value);

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

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
