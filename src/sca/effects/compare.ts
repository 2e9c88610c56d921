/** Comparing by meaning: how LinkCy spells a value is its own affair. */

/** Ids of the same object differ in case at most. */
export const sameId = (found: string | null | undefined, wanted: string): boolean =>
  found?.toLowerCase() === wanted.toLowerCase();

/** Texts for people: blanks at the ends do not count, and none is as good as an empty one. */
export const sameText = (found: unknown, wanted: unknown): boolean => text(found) === text(wanted);

/** Account numbers and e-mail addresses: neither case nor blanks count. */
export const sameCode = (found: unknown, wanted: unknown): boolean => code(found) === code(wanted);

/** "+33" and "33" are the same country. */
export const sameCallingCode = (found: unknown, wanted: unknown): boolean =>
  code(found).replace('+', '') === code(wanted).replace('+', '');

/** Anything else that JSON can say; lists as sets, objects by the fields that were asked for. */
export function sameValue(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) || found.length !== wanted.length) return false;
    return wanted.every((one) => found.some((other) => sameValue(other, one)));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof found !== 'object' || found === null) return false;
    const fields = new Map(Object.entries(found));
    return Object.entries(wanted).every(([name, value]) => sameValue(fields.get(name), value));
  }
  return typeof wanted === 'string' || wanted == null ? sameText(found, wanted) : found === wanted;
}

const text = (value: unknown) =>
  value == null ? '' : typeof value === 'string' ? value.trim() : JSON.stringify(value);
const code = (value: unknown) => text(value).replace(/\s/g, '').toLowerCase();
