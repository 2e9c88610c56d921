import type { FieldProblem } from '../../sca/result.js';

/** Half of a character of two parts, which no encoding can send. */
const half = /\p{Surrogate}/u;
const control = /\p{Cc}/u;

export const unreadableText = 'Must not have control characters or halves of characters.';

/** Whether a text can be sent as it is: no half of a character, and no control character. */
export function isReadable(text: string): boolean {
  return !half.test(text) && !control.test(text);
}

/** The fields of an input whose texts cannot be sent as they are. Line ends are at home in free-form data alone. */
export function unreadableTexts(input: object): FieldProblem[] {
  return Object.entries(input).flatMap(([name, value]) => problemsOf(value, [name]));
}

function problemsOf(value: unknown, path: string[]): FieldProblem[] {
  if (typeof value === 'string') return isReadable(value) ? [] : [{ path, message: unreadableText }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => problemsOf(item, [...path, String(index)]));
  const isFreeForm = Object.getPrototypeOf(value) === Object.prototype;
  if (isFreeForm) return hasHalf(value) ? [{ path, message: unreadableText }] : [];
  return Object.entries(value).flatMap(([name, item]) => problemsOf(item, [...path, name]));
}

function hasHalf(value: unknown): boolean {
  if (typeof value === 'string') return half.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) => half.test(key) || hasHalf(item));
}
