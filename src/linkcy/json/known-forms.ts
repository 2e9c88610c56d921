import { isDeepStrictEqual } from 'node:util';
import { parseExactJson } from './exact-json.js';
import { FormReader, type Found } from './form-reader.js';
import { commonObjectForm, formOf, sizeOf, type ObjectForm } from './form.js';

/** Forms that are remembered of one kind of answer, and fields of a form: more than LinkCy's objects have. */
const mostForms = 10;
const mostFields = 200;
/** When so many more answers could not be read by their forms than could, it is not tried any more. */
const mostFailures = 20;

interface KnownForm {
  readonly form: ObjectForm;
  readonly reader: FormReader;
}

/**
 * Reads objects of one kind as parseExactJson does, in about half the time: LinkCy writes them alike, and one whose form
 * was seen before is read by a regular expression. Anything else (an escape, a long number, a list in a list, a form that
 * is new) is left to parseExactJson, and its form is learned. Fields that others of its kind have may be there as undefined.
 * Of what was read only the names of fields and their order are kept. Texts are parts of the answer's text: whoever keeps
 * one of them keeps all of it.
 */
export class KnownForms {
  private readonly known: KnownForm[] = [];
  private failures = 0;

  /**
   * What `read` makes of a text; where it gives undefined, what parseExactJson makes of it, and then the forms of the
   * `samples` in it are learned. Throws a SyntaxError for what is not JSON.
   */
  parse(json: string, read: (json: string) => unknown, samples: (value: unknown) => readonly unknown[]): unknown {
    if (this.failures > mostFailures) return parseExactJson(json);
    const known = read(json);
    this.failures = Math.max(0, this.failures + (known === undefined ? 1 : -1));
    if (known !== undefined) return known;
    const value = parseExactJson(json);
    for (const sample of samples(value)) this.learn(sample);
    return value;
  }

  /** The object that begins there; undefined where it has none of the known forms. Throws a SyntaxError, too. */
  objectAt(json: string, start: number): Found | undefined {
    for (const known of this.known) {
      const found = known.reader.read(json, start);
      if (found === undefined) continue;
      this.putFirst(known);
      return found;
    }
    return undefined;
  }

  /** Like objects often follow each other. */
  private putFirst(known: KnownForm): void {
    if (this.known[0] === known) return;
    this.known.splice(this.known.indexOf(known), 1);
    this.known.unshift(known);
  }

  private learn(value: unknown): void {
    const form = formOf(value);
    if (form?.kind !== 'object') return;
    for (const [index, { form: before }] of this.known.entries()) {
      const common = commonObjectForm(before, form);
      if (common === undefined || sizeOf(common) > mostFields) continue;
      if (!isDeepStrictEqual(common, before)) this.known[index] = { form: common, reader: new FormReader(common) };
      return;
    }
    const isRoom = this.known.length < mostForms && sizeOf(form) <= mostFields;
    if (isRoom) this.known.push({ form, reader: new FormReader(form) });
  }
}
