import { badRequest, type RefusedDetail } from './refusal.js';

/** Reads the fields of a JSON body, each by its type, and remembers what is wrong with them. */
export class BodyReader {
  private readonly refused: RefusedDetail[] = [];

  private constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  /** Throws a 400 if the body is not a JSON object. */
  static of(body: string): BodyReader {
    const fields = jsonOf(body);
    if (!isRecord(fields)) {
      throw badRequest([{ field: 'body', rejectedValue: null, message: 'must be a JSON object' }]);
    }
    return new BodyReader(fields);
  }

  /** Throws a 400 that names every faulty field. */
  check(): void {
    if (this.refused.length > 0) throw badRequest(this.refused);
  }

  has(name: string): boolean {
    return this.fields[name] != null;
  }

  text(name: string, pattern?: RegExp): string | undefined {
    const value = this.fields[name];
    if (value == null) return undefined;
    if (typeof value !== 'string') this.refuse(name, value, 'must be a text');
    else if (pattern !== undefined && !pattern.test(value)) this.refuse(name, value, `must match ${pattern.source}`);
    else return value;
    return undefined;
  }

  number(name: string): number | undefined {
    const value = this.fields[name];
    if (value == null) return undefined;
    if (typeof value === 'number') return value;
    this.refuse(name, value, 'must be a number');
    return undefined;
  }

  boolean(name: string): boolean | undefined {
    const value = this.fields[name];
    if (value == null) return undefined;
    if (typeof value === 'boolean') return value;
    this.refuse(name, value, 'must be true or false');
    return undefined;
  }

  /** A flat object of texts. */
  texts(name: string): Readonly<Record<string, string>> | undefined {
    const value = this.fields[name];
    if (value == null) return undefined;
    if (isRecord(value) && Object.values(value).every((one) => typeof one === 'string')) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, String(one)]));
    }
    this.refuse(name, value, 'must be an object of texts');
    return undefined;
  }

  /** Whatever is there. */
  value(name: string): unknown {
    return this.fields[name];
  }

  requiredText(name: string, pattern?: RegExp): string {
    if (!this.has(name)) this.refuse(name, null, 'must not be null');
    return this.text(name, pattern) ?? '';
  }

  refuse(field: string, rejectedValue: unknown, message: string): void {
    this.refused.push({ field, rejectedValue, message });
  }
}

/** The parsed body; undefined if it is not JSON. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
