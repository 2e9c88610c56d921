import { parseExactJson } from './exact-json.js';
import type { Form, ObjectForm } from './form.js';

/** A value that was read, and where it ended. */
export interface Found {
  readonly value: unknown;
  readonly end: number;
}

/** A part of the regular expression, and the code that makes a value of what its groups have found. */
interface Part {
  readonly pattern: string;
  readonly code: string;
}

/**
 * A text without escapes; a number of at most 15 digits, which a double holds exactly; a list without lists in it, which
 * JSON.parse reads. What else JSON can say is not matched, and nothing that is not JSON.
 */
const patterns = {
  text: String.raw`"([^"\\\0-\x1f]*)"`,
  number: String.raw`(-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?)`,
  flag: '(true|false)',
  list: String.raw`(\[(?:[^"[\]]|"[^"\\\0-\x1f]*")*\])`,
};
const values = {
  text: (found: string) => found,
  number: (found: string) => `Number(${found})`,
  flag: (found: string) => `${found} === 'true'`,
  list: (found: string) => `parse(${found})`,
};

/**
 * Reads objects of one form: a regular expression matches the text, and code makes an object of what it has found. Fields
 * that are absent are undefined.
 */
export class FormReader {
  private groups = 0;
  private readonly pattern: RegExp;
  private readonly make: (found: RegExpExecArray, parse: typeof parseExactJson) => unknown;

  constructor(form: ObjectForm) {
    const { pattern, code } = this.part(form, false);
    this.pattern = new RegExp(pattern, 'y');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- of names made of letters and digits alone
    this.make = new Function('found', 'parse', `return ${code};`) as typeof this.make;
  }

  /** The object that begins there; undefined where there is none of this form. Throws a SyntaxError for what is not JSON. */
  read(json: string, start: number): Found | undefined {
    this.pattern.lastIndex = start;
    const found = this.pattern.exec(json);
    return found === null ? undefined : { value: this.make(found, parseExactJson), end: this.pattern.lastIndex };
  }

  private part(form: Form, mayBeAbsent: boolean): Part {
    if (form.kind === 'null') return this.null(mayBeAbsent);
    const found = this.nextGroup();
    const { pattern, code } =
      form.kind === 'object' ? this.object(form) : { pattern: patterns[form.kind], code: values[form.kind](found) };
    if (!form.mayBeNull) return { pattern, code: mayBeAbsent ? `${found} === undefined ? undefined : ${code}` : code };
    const otherwise = this.null(mayBeAbsent);
    return {
      pattern: `(?:${pattern}|${otherwise.pattern})`,
      code: `${found} === undefined ? ${otherwise.code} : ${code}`,
    };
  }

  /** Its own group finds the brace. */
  private object({ fields }: ObjectForm): Part {
    const parts = fields.map(({ name, form, mayBeAbsent }, index) => {
      const { pattern, code } = this.part(form, mayBeAbsent);
      const written = `${index === 0 ? '' : ','}"${name}":${pattern}`;
      return { pattern: mayBeAbsent ? `(?:${written})?` : written, code: `${name}: ${code}` };
    });
    return {
      pattern: String.raw`(\{)${parts.map((part) => part.pattern).join('')}\}`,
      code: `{ ${parts.map((part) => part.code).join(', ')} }`,
    };
  }

  private null(mayBeAbsent: boolean): Part {
    return mayBeAbsent
      ? { pattern: '(null)', code: `(${this.nextGroup()} && null)` }
      : { pattern: 'null', code: 'null' };
  }

  private nextGroup(): string {
    this.groups += 1;
    return `found[${this.groups}]`;
  }
}
