import { getArgumentValues, type GraphQLResolveInfo } from 'graphql';
import type { Variables } from './field-collector.js';
import type { SelectedField } from './selected-field.js';

/** Writes the selected fields of a value as JSON. Throws if graphql-js would report an error. */
export type WriteValue = (value: unknown, writer: ResponseWriter) => string;

/** Encloses the index of a pending part. JSON must escape this character, so the text never contains it. */
const delimiter = '\0';

/** A tree of strings of this length may wait for the rest of the response. */
const shortText = 2_000;

/** A text, or one in pieces of which every odd one is the index of a pending part. */
type Part = string | readonly string[];

/**
 * Builds one JSON response. Synchronous values are appended; a promise leaves a placeholder that is filled when it
 * settles. Any error bails out of the whole response.
 */
export class ResponseWriter {
  private readonly parts: Part[] = [];
  /** Reused if the same promise is written by the same function again. */
  private readonly placeholders = new Map<WriteValue, Map<PromiseLike<unknown>, string>>();
  /** By `SelectedField.index`. */
  private readonly arguments: Record<string, unknown>[] = [];
  private readonly infos: GraphQLResolveInfo[] = [];
  private pending = 0;
  /** Placeholders written so far. */
  private placed = 0;
  private bailedOut = false;
  private done: (() => void) | undefined;

  constructor(
    readonly context: unknown,
    readonly variables: Variables,
  ) {}

  /** The JSON of the result; undefined after a bailout. Resolves when every promise that it waited for has settled. */
  async result(write: WriteValue): Promise<string | undefined> {
    const part = this.attempt(write, undefined);
    if (this.pending > 0) await new Promise<void>((resolve) => (this.done = resolve));
    if (this.bailedOut) return undefined;
    const texts = ['{"data":'];
    this.collect(part, texts);
    texts.push('}');
    return texts.join('');
  }

  /**
   * A placeholder for a promise's value. The same promise written by the same function gets the same placeholder: its
   * value is written once, however many rows link to it.
   */
  later(promise: PromiseLike<unknown>, write: WriteValue): string {
    this.placed += 1;
    let placeholders = this.placeholders.get(write);
    if (placeholders === undefined) {
      this.placeholders.set(write, (placeholders = new Map<PromiseLike<unknown>, string>()));
    }
    const known = placeholders.get(promise);
    if (known !== undefined) return known;
    const index = this.parts.push('') - 1;
    const placeholder = `${delimiter}${index}${delimiter}`;
    placeholders.set(promise, placeholder);
    this.pending += 1;
    promise.then(
      (value) => {
        // Many rows link to one object but rarely to one list, and the cached promise would keep all of its rows in
        // memory.
        if (Array.isArray(value)) placeholders.delete(promise);
        // After a bailout no further resolver is called.
        if (!this.bailedOut) this.parts[index] = this.attempt(write, value);
        this.arrived();
      },
      () => {
        this.bailedOut = true;
        this.arrived();
      },
    );
    return placeholder;
  }

  /** Coerced once per response, as arguments are the same for every object. Throws if a variable does not fit. */
  argumentsOf({ index, definition, node }: SelectedField): Record<string, unknown> {
    return (this.arguments[index] ??= getArgumentValues(definition, node, this.variables));
  }

  infoOf({ index, info }: SelectedField): GraphQLResolveInfo {
    return (this.infos[index] ??= { ...info, variableValues: this.variables });
  }

  private attempt(write: WriteValue, value: unknown): Part {
    const { placed } = this;
    try {
      const text = write(value, this);
      const isLast = this.pending <= 1;
      if (this.placed === placed && (isLast || text.length <= shortText)) return text;
      // split() flattens V8's tree of concatenated strings, so that its parts can be collected while promises are
      // pending.
      return text.split(delimiter);
    } catch {
      this.bailedOut = true;
      return '';
    }
  }

  private arrived(): void {
    this.pending -= 1;
    if (this.pending === 0) this.done?.();
  }

  private collect(part: Part, texts: string[]): void {
    if (typeof part === 'string') return void texts.push(part);
    for (let index = 0; index < part.length; index += 1) {
      const piece = part[index] ?? '';
      if (index % 2 === 0) texts.push(piece);
      else this.collect(this.parts[Number(piece)] ?? '', texts);
    }
  }
}
