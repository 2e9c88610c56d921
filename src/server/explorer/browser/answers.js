// What the answers so far have said. Later operations name it with words in capitals: CARD_ID for `card { id }`.

export class Answers {
  #placeholders;
  #key;
  #known;

  /** What is known stays with this tab of the browser, for the chapters of a tour are pages; and of all texts, what a placeholder wants. */
  constructor(placeholders, namespace) {
    this.#placeholders = placeholders;
    this.#key = `${namespace}:answers`;
    this.#known = new Map(Object.entries(JSON.parse(sessionStorage.getItem(this.#key) ?? '{}')));
  }

  remember(data) {
    for (const [word, text] of wordsOf(data)) if (this.#placeholders.includes(word)) this.#known.set(word, text);
    sessionStorage.setItem(this.#key, JSON.stringify(Object.fromEntries(this.#known)));
  }

  forget() {
    this.#known.clear();
    sessionStorage.removeItem(this.#key);
  }

  /** The value with what is known in place of its placeholders. Throws where one is not known yet. */
  filled(value) {
    if (typeof value === 'string') return this.#placeholders.includes(value) ? this.#valueOf(value) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.filled(item));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.filled(inner)]));
  }

  #valueOf(placeholder) {
    if (this.#known.has(placeholder)) return this.#known.get(placeholder);
    const error = new Error(
      `${placeholder} is not known yet. An answer of an earlier step has it, or a message on the phone: then write it into the variables.`,
    );
    // It would be shown.
    error.stack = undefined;
    throw error;
  }
}

/** Each text of an answer, by its field and by its object and field. The ids of a ConsumerPayload are its consumer's. */
function* wordsOf(value, field = '') {
  const parent = /^(\w+)Payload$/.exec(value.__typename)?.[1].toLowerCase() ?? field;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      yield [wordOf(name), inner];
      yield [wordOf(`${parent}_${name}`), inner];
    } else if (Array.isArray(inner)) {
      // Of a list, the first.
      yield* wordsOf({ [parent.replace(/s$/, '')]: inner[0] });
    } else if (typeof inner === 'object' && inner !== null) yield* wordsOf(inner, name);
  }
}

const wordOf = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
