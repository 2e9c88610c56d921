import { valuesIn, type Edit, type JsonPath } from './json-edit.js';

/** What a change promises about the answer to the client. */
export type Pledge =
  /** The same meaning in another spelling: the same answer, to the last letter. */
  | 'same'
  /** A word that nobody knows yet: no error, and nothing lost. */
  | 'no error'
  /** What cannot be read costs its field, else its row. */
  | 'contained';

export interface Change {
  readonly name: string;
  /** In the row or object. */
  readonly path: JsonPath;
  readonly edit: Edit;
  readonly pledge: Pledge;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const duration = /^P(?:\d+D)?T(?:\d+[HMS])+$/;
const day = /^\d{4}-\d\d-\d\d$/;
/** Words of LinkCy's enumerations. Currencies and countries look like short ones, and are none. */
const word = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** Every change of one thing in a row or an object of LinkCy's, its own envelope left aside. */
export function changesOf(row: unknown): Change[] {
  return valuesIn(row)
    .filter(({ path }) => path.length > 0)
    .flatMap(({ path, value }) => editsOf(path, value).map(([name, edit, pledge]) => ({ name, path, edit, pledge })));
}

type NamedEdit = readonly [name: string, edit: Edit, pledge: Pledge];

function editsOf(path: JsonPath, value: unknown): NamedEdit[] {
  return [...(typeof path.at(-1) === 'string' ? [absent] : []), ...wrongTypes(value), ...otherSpellings(path, value)];
}

const absent: NamedEdit = ['absent', { remove: true }, 'contained'];

/** Every JSON type but the value's own. */
function wrongTypes(value: unknown): NamedEdit[] {
  const others: NamedEdit[] = [
    ['null', { value: null }, 'contained'],
    ['a number', { value: 4711 }, 'contained'],
    ['a fraction', { value: 0.5 }, 'contained'],
    ['true', { value: true }, 'contained'],
    ['a text', { value: 'Quux' }, 'contained'],
    ['an empty text', { value: '' }, 'contained'],
    ['a list', { value: [] }, 'contained'],
    ['a list of something', { value: [{ a: 1 }, null] }, 'contained'],
    ['an object', { value: {} }, 'contained'],
    ['another object', { value: { a: { b: [1] } } }, 'contained'],
  ];
  return others.filter(([, edit]) => !('value' in edit) || JSON.stringify(edit.value) !== JSON.stringify(value));
}

function otherSpellings(path: JsonPath, value: unknown): NamedEdit[] {
  if (typeof value === 'number') return numbers(value);
  if (typeof value !== 'string') return [];
  if (uuid.test(value)) return [['in capitals', { value: value.toUpperCase() }, 'same']];
  if (moment.test(value)) return moments(value);
  if (day.test(value)) return [['no such day', { value: '2026-02-30' }, 'contained']];
  if (duration.test(value)) {
    return [
      ['in seconds', { value: 'PT90S' }, 'no error'],
      ['with fractions', { value: 'PT1M30.5S' }, 'no error'],
      ['as an object', { value: { seconds: 90, nano: 0, negative: false, zero: false } }, 'contained'],
    ];
  }
  // Letters beyond ASCII, as escapes; the same text.
  const escaped = [...value].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const spelled: NamedEdit[] = value === '' ? [] : [['in escapes', { raw: `"${escaped.join('')}"` }, 'same']];
  return isWord(path, value) ? [...spelled, ['an unknown word', { value: 'NEWER_THAN_WE' }, 'no error']] : spelled;
}

function isWord(path: JsonPath, value: string): boolean {
  return value.length > 3 && word.test(value) && !/iban|bic|swift|pan|name/i.test(String(path.at(-1)));
}

function numbers(value: number): NamedEdit[] {
  const text = String(value);
  if (text.includes('e')) return [];
  const point = text.includes('.') ? text : `${text}.0`;
  return [
    ['with zeros', { raw: `${point}00` }, 'same'],
    ['with an exponent', { raw: `${text}e0` }, 'same'],
    ['with a capital exponent', { raw: `${text}E+0` }, 'same'],
    ['with too many digits', { raw: '0.12345678901234567890' }, 'contained'],
    ['as text', { value: text }, 'contained'],
    ['too large', { raw: '1e400' }, 'contained'],
  ];
}

/** The same moment. Clients get what LinkCy wrote, so that only the date itself may differ. */
function moments(value: string): NamedEdit[] {
  const bare = value.slice(0, 19);
  return [
    ['with an offset of zero', { value: `${bare}+00:00` }, 'no error'],
    ['with an offset', { value: `${bare}+02:00` }, 'no error'],
    ['with nanoseconds', { value: `${bare}.000000000Z` }, 'no error'],
    ['in small letters', { value: value.toLowerCase() }, 'no error'],
    ['without seconds', { value: `${value.slice(0, 16)}Z` }, 'no error'],
    ['without a zone', { value: bare }, 'contained'],
    ['as epoch milliseconds', { value: 1_772_600_000_000 }, 'contained'],
    ['no such day', { value: `2026-02-30${value.slice(10)}` }, 'contained'],
  ];
}
