import { isRecord, jsonOf } from './body.js';
import { isDate } from './instant.js';
import { centsIn } from '../transactions/money.js';
import { isUuid } from './query.js';
import { badRequest, type RefusedDetail } from './refusal.js';

/** The rules of a text field. Lengths are in characters; `must` describes the rule. */
interface TextRule {
  readonly least?: number;
  readonly most?: number;
  readonly pattern?: RegExp;
  readonly must?: string;
}

/**
 * The JSON body of a write, read field by field. Null counts as absent, unknown fields are ignored. Errors are
 * collected under LinkCy's path of the field ("bankingDetails.iban", "rules[0].value").
 */
export class RequestBody {
  private constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    private readonly prefix: string,
    private readonly refused: RefusedDetail[],
  ) {}

  /** Throws a 400 if the text is not a JSON object. */
  static of(text: string): RequestBody {
    const fields = jsonOf(text);
    if (isRecord(fields)) return new RequestBody(fields, '', []);
    throw badRequest([{ field: 'body', rejectedValue: null, message: 'must be a JSON object' }]);
  }

  /** Throws a 400 that names every faulty field of the whole body. */
  check(): void {
    if (this.refused.length > 0) throw badRequest(this.refused);
  }

  has(name: string): boolean {
    return this.fields[name] != null;
  }

  /** Says that a field must be there, and hands the body back to read it. */
  needs(name: string): this {
    if (!this.has(name)) this.refuse(name, 'must not be null');
    return this;
  }

  refuse(name: string, message: string): void {
    const rejectedValue = this.fields[name] ?? null;
    this.refused.push({ field: this.prefix + name, rejectedValue, message });
  }

  text(name: string, { least = 0, most = Infinity, pattern, must }: TextRule = {}): string | undefined {
    const long = most === Infinity ? `size must be at least ${least}` : `size must be between ${least} and ${most}`;
    return this.read(name, 'must be a text', (value) => {
      if (typeof value !== 'string') return undefined;
      if (value.length < least || value.length > most) return this.refuse(name, long);
      if (pattern?.test(value) === false) return this.refuse(name, must ?? `must match "${pattern.source}"`);
      return value;
    });
  }

  /** An id in lower case; "" if it is missing, which `check` rejects. */
  id(name: string): string {
    return this.needs(name).optionalId(name) ?? '';
  }

  optionalId(name: string): string | undefined {
    const id = (value: unknown) => (typeof value === 'string' && isUuid(value) ? value.toLowerCase() : undefined);
    return this.read(name, 'must be a UUID', id);
  }

  boolean(name: string): boolean | undefined {
    return this.read(name, 'must be true or false', (value) => (typeof value === 'boolean' ? value : undefined));
  }

  oneOf<Value extends string>(name: string, allowed: readonly Value[]): Value | undefined {
    return this.read(name, `must be one of ${allowed.join(', ')}`, (value) => allowed.find((one) => one === value));
  }

  integer(name: string, least: number, most: number): number | undefined {
    return this.read(name, `must be a whole number between ${least} and ${most}`, (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined,
    );
  }

  /** An amount of money above 0, in cents; 0 if it is missing or invalid, which `check` rejects. */
  cents(name: string): number {
    const must = 'must be greater than 0 and have at most two decimals';
    return this.needs(name).read(name, must, centsIn) ?? 0;
  }

  /** YYYY-MM-DD, a day that exists. */
  date(name: string): string | undefined {
    return this.read(name, 'must be a date', (value) =>
      typeof value === 'string' && isDate(value) ? value : undefined,
    );
  }

  /** Texts out of a list of allowed ones, each at most once. */
  anyOf(name: string, allowed: readonly string[]): readonly string[] | undefined {
    return this.read(name, `must be different values out of ${allowed.join(', ')}`, (value) => {
      if (!Array.isArray(value) || new Set(value).size < value.length) return undefined;
      const known = allowed.filter((one) => value.includes(one));
      return known.length === value.length ? known : undefined;
    });
  }

  /** Texts, each of any kind. */
  words(name: string): readonly string[] | undefined {
    const isText = (item: unknown) => typeof item === 'string';
    return this.read(name, 'must be a list of texts', (value) =>
      Array.isArray(value) && value.every(isText) ? value : undefined,
    );
  }

  /** A free-form object. */
  map(name: string): Readonly<Record<string, unknown>> | undefined {
    return this.read(name, 'must be an object', (value) => (isRecord(value) ? value : undefined));
  }

  /** An object inside, whose faults are reported by this body's `check`. */
  inside(name: string): RequestBody | undefined {
    const fields = this.map(name);
    return fields && new RequestBody(fields, `${this.prefix}${name}.`, this.refused);
  }

  /** The objects of a list. */
  list(name: string): readonly RequestBody[] | undefined {
    const items = this.read(name, 'must be a list of objects', (value) =>
      Array.isArray(value) && value.every(isRecord) ? value : undefined,
    );
    return items?.map((item, at) => new RequestBody(item, `${this.prefix}${name}[${at}].`, this.refused));
  }

  /** @param accept returns undefined for a value of the wrong kind, whether or not it has already reported it */
  private read<Value>(name: string, must: string, accept: (value: unknown) => Value | undefined | void) {
    const value = this.fields[name];
    if (value == null) return undefined;
    const faults = this.refused.length;
    const accepted = accept(value);
    if (accepted !== undefined) return accepted;
    if (this.refused.length === faults) this.refuse(name, must);
    return undefined;
  }
}
