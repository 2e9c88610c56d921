/** Blank or invisible: spaces of all kinds, line ends, soft hyphens, marks of direction, fillers. People paste them along. */
const blanks = /[\s\p{Z}\p{Cf}\u2800\u3164\u115f\u1160\uffa0]/gu;

/** A text out of which nothing that can be seen is missing. */
export function withoutBlanks(text: string): string {
  return text.replace(blanks, '');
}

const cleaners = new Map<object, Map<string, (text: string) => string>>();

/** The field is a number or code that people paste: it is cleaned before it is looked at, and sent like that. */
export function Pasted(clean: (text: string) => string = withoutBlanks): PropertyDecorator {
  return (target, property) => {
    const fields = cleaners.get(target) ?? new Map<string, (text: string) => string>();
    cleaners.set(target, fields.set(String(property), clean));
  };
}

/** Cleans what was pasted, in an input and the inputs in it. */
export function cleanPasted(input: object): void {
  for (const [name, value] of Object.entries(input)) {
    if (typeof value === 'string') Reflect.set(input, name, cleanerOf(input, name)?.(value) ?? value);
    else if (typeof value === 'object' && value !== null) cleanPasted(value as object);
  }
}

function cleanerOf(input: object, name: string): ((text: string) => string) | undefined {
  for (let type = Object.getPrototypeOf(input) as object | null; type !== null; type = prototypeOf(type)) {
    const clean = cleaners.get(type)?.get(name);
    if (clean !== undefined) return clean;
  }
  return undefined;
}

const prototypeOf = (type: object) => Object.getPrototypeOf(type) as object | null;
