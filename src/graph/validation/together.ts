import { Always, MeetsAsWhole } from './rule.js';

/** The field must be filled when another field has this value: OTHER is nothing without a description. */
export function NeededWhen(field: string, value: string): PropertyDecorator {
  return Always({
    name: `needed when ${field}`,
    message: `Must be given when ${field} is ${value}.`,
    isMet: (own, input) => fieldOf(input, field) !== value || isFilled(own),
  });
}

/** The field must be filled when another field is. */
export function NeededWith(field: string): PropertyDecorator {
  return Always({
    name: `needed with ${field}`,
    message: `Must be given together with ${field}.`,
    isMet: (own, input) => !isFilled(fieldOf(input, field)) || isFilled(own),
  });
}

/** One of the fields is given, and no second one. */
export function ExactlyOneOf(...fields: readonly string[]): ClassDecorator {
  return MeetsAsWhole({
    name: 'exactly one',
    message: `Must have exactly one of ${fields.join(', ')}.`,
    isMet: (_, input) => fields.filter((field) => fieldOf(input, field) != null).length === 1,
  });
}

/** An update changes something. */
export function AtLeastOneOf(...fields: readonly string[]): ClassDecorator {
  return MeetsAsWhole({
    name: 'at least one',
    message: `Must have at least one of ${fields.join(', ')}: there is nothing to change.`,
    isMet: (_, input) => fields.some((field) => fieldOf(input, field) != null),
  });
}

function fieldOf(input: object, field: string): unknown {
  return Reflect.get(input, field);
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value != null;
}
