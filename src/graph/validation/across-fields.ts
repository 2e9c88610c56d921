import { PresenceRule, InputRule } from './rule.js';

/** The field is required when another field has this value: OTHER needs a description. */
export function RequiredWhen(field: string, value: string): PropertyDecorator {
  return PresenceRule({
    name: `required when ${field}`,
    message: `Must be given when ${field} is ${value}.`,
    isMet: (own, input) => fieldOf(input, field) !== value || isFilled(own),
  });
}

/** The field is required when another field is given. */
export function RequiredWith(field: string): PropertyDecorator {
  return PresenceRule({
    name: `required with ${field}`,
    message: `Must be given together with ${field}.`,
    isMet: (own, input) => !isFilled(fieldOf(input, field)) || isFilled(own),
  });
}

/** Exactly one of the fields is given. */
export function ExactlyOneOf(...fields: readonly string[]): ClassDecorator {
  return InputRule({
    name: 'exactly one',
    message: `Must have exactly one of ${fields.join(', ')}.`,
    isMet: (_, input) => fields.filter((field) => fieldOf(input, field) != null).length === 1,
  });
}

/** An update changes something. */
export function AtLeastOneOf(...fields: readonly string[]): ClassDecorator {
  return InputRule({
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
