/** Comparison by meaning: LinkCy may spell a value differently. */

/** Ids are compared without case. */
export const sameId = (found: string | null | undefined, wanted: string): boolean =>
  found?.toLowerCase() === wanted.toLowerCase();

/** Free text: surrounding blanks do not count, and absent equals empty. */
export const sameText = (found: unknown, wanted: unknown): boolean => text(found) === text(wanted);

/** Account numbers and e-mail addresses: case and blanks do not count. */
export const sameCode = (found: unknown, wanted: unknown): boolean => code(found) === code(wanted);

/** "+33" and "33" are the same country. */
export const sameCallingCode = (found: unknown, wanted: unknown): boolean =>
  code(found).replace('+', '') === code(wanted).replace('+', '');

/** Any other JSON value: lists as sets, objects by the requested fields. */
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
