import { getArgumentValues, type GraphQLResolveInfo } from 'graphql';
import type { Variables } from './selections.js';
import type { SelectedField } from './selected-field.js';

/** Writes what is selected of a value as JSON. Throws where graphql-js would report an error. */
export type Write = (value: unknown, writing: Writing) => string;

/** Stands around the number of a part that is awaited. JSON never has it: in texts it is written with an escape. */
const mark = '\0';

/** Text and, at every other place, the number of the part that belongs there. */
type Pieces = readonly string[];

/**
 * One answer that is being written. What is there at once is written at once; for what is awaited a mark is left in the
 * text until it has come. Whatever is wrong makes the whole answer worthless: it has a flaw.
 */
export class Writing {
  private readonly parts: Pieces[] = [];
  /** Of parts that may be needed once more: by how they are written and what they are awaited from. */
  private readonly marks = new Map<Write, Map<PromiseLike<unknown>, string>>();
  /** By the index of the field. */
  private readonly arguments: Record<string, unknown>[] = [];
  private readonly infos: GraphQLResolveInfo[] = [];
  private awaited = 0;
  private hasFlaw = false;
  private done: (() => void) | undefined;

  constructor(
    readonly context: unknown,
    readonly variables: Variables,
  ) {}

  /** The JSON of the result; undefined where it has a flaw. Resolves when nothing that was begun for it is under way. */
  async result(write: Write): Promise<string | undefined> {
    const pieces = this.attempt(write, undefined);
    if (this.awaited > 0) await new Promise<void>((resolve) => (this.done = resolve));
    if (this.hasFlaw) return undefined;
    const texts = ['{"data":'];
    this.collect(pieces, texts);
    texts.push('}');
    return texts.join('');
  }

  /**
   * Leaves a mark for a value that is awaited. The same promise gives the same value, of which the same is selected
   * wherever it is written in the same way: it is written once, however many rows lead to it.
   */
  later(promise: PromiseLike<unknown>, write: Write): string {
    let marks = this.marks.get(write);
    if (marks === undefined) this.marks.set(write, (marks = new Map<PromiseLike<unknown>, string>()));
    const known = marks.get(promise);
    if (known !== undefined) return known;
    const index = this.parts.push([]) - 1;
    const made = `${mark}${index}${mark}`;
    marks.set(promise, made);
    this.awaited += 1;
    promise.then(
      (value) => {
        // Many rows lead to one object, but hardly ever to one list; and its promise would keep all rows of the list.
        if (Array.isArray(value)) marks.delete(promise);
        // With a flaw the answer is worthless, and nothing more is asked for it.
        if (!this.hasFlaw) this.parts[index] = this.attempt(write, value);
        this.arrived();
      },
      () => {
        this.hasFlaw = true;
        this.arrived();
      },
    );
    return made;
  }

  /** The same for all objects that the field is read of. Throws where a variable does not fit. */
  argumentsOf({ index, definition, node }: SelectedField): Record<string, unknown> {
    return (this.arguments[index] ??= getArgumentValues(definition, node, this.variables));
  }

  infoOf({ index, info }: SelectedField): GraphQLResolveInfo {
    return (this.infos[index] ??= { ...info, variableValues: this.variables });
  }

  private attempt(write: Write, value: unknown): Pieces {
    try {
      // Cut up at once, even where there is nothing to cut: V8 then makes one text of it, and what it was put together
      // from is garbage, however long the rest takes.
      return write(value, this).split(mark);
    } catch {
      this.hasFlaw = true;
      return [];
    }
  }

  private arrived(): void {
    this.awaited -= 1;
    if (this.awaited === 0) this.done?.();
  }

  private collect(pieces: Pieces, texts: string[]): void {
    for (let index = 0; index < pieces.length; index += 1) {
      const piece = pieces[index] ?? '';
      if (index % 2 === 0) texts.push(piece);
      else this.collect(this.parts[Number(piece)] ?? [], texts);
    }
  }
}
