/**
 * Checks on what LinkCy sends, before anything is believed. Checked here is what the code relies on: that an object is
 * an object, a list a list, an id a UUID. Plain values on their way to the client (names, dates, amounts) are checked
 * by the GraphQL scalar that prints them, so that one odd value is an error on its own field and nowhere else.
 */
export type Check = (value: unknown) => boolean;
export type Guard<Wire> = (value: unknown) => value is Wire;

/** Every digit written out: with counters it takes three times as long, and a page of rows has hundreds of ids. */
const uuidPattern = new RegExp(`^${[8, 4, 4, 4, 12].map((digits) => '[0-9a-f]'.repeat(digits)).join('-')}$`, 'i');

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

/**
 * An object whose named fields pass their checks; fields that are not named may be there or not. Made into code that reads
 * `value.id`, from names that stand in this program: this runs for every row of every list, and reading a field by a
 * name in a variable takes most of the time of a check.
 */
export function shape<Wire>(fields: { readonly [Field in keyof Wire]?: Check }): Guard<Wire> {
  const checked = Object.entries<Check | undefined>(fields).filter(([, check]) => check !== undefined);
  const parts = checked.map(([name], index) => ` && checks[${index}](value.${name})`);
  const code = `return (value) => isObject(value)${parts.join('')};`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- of names in this program alone
  const make = new Function('isObject', 'checks', code) as (...given: readonly unknown[]) => Guard<Wire>;
  return make(
    isObject,
    checked.map(([, check]) => check),
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
