import { KnownForms } from './known-forms.js';
import type { Guard } from './shape.js';

/** How one kind of answer is read, and what it must then be. */
export interface Decoder<Wire> {
  /** Reads JSON as parseExactJson does. Throws a SyntaxError for what is not JSON. */
  readonly parse: (json: string) => unknown;
  readonly isWire: Guard<Wire>;
}

/** An answer that is one object. */
export function objectOf<Wire>(isWire: Guard<Wire>): Decoder<Wire> {
  const forms = new KnownForms();
  const read = (json: string) => {
    const found = forms.objectAt(json, 0);
    return found?.end === json.length ? found.value : undefined;
  };
  return { parse: (json) => forms.parse(json, read, (value) => [value]), isWire };
}
