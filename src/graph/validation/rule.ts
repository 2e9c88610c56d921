import { IsOptional, registerDecorator, ValidateNested } from 'class-validator';

/** What a field of an input must be. */
export interface Rule {
  /** Tells the rules of one field apart. */
  readonly name: string;
  /** One sentence for the client that says what is right. It never repeats the value. */
  readonly message: string;
  readonly isMet: (value: unknown, input: object) => boolean;
}

/** A field must meet the rule. Null and absent values pass: what is required, GraphQL's types say. */
export function Meets(rule: Rule): PropertyDecorator {
  return Always({ ...rule, isMet: (value, input) => value == null || rule.isMet(value, input) });
}

/** As `Meets`, but the rule also decides about null and absent values. */
export function Always({ name, message, isMet }: Rule): PropertyDecorator {
  return (target, property) => register(target.constructor, String(property), { name, message, isMet });
}

/** A rule about several fields of an input at once; its problem has the path of the input itself. */
export function MeetsAsWhole({ name, message, isMet }: Rule): ClassDecorator {
  return (target) => register(target, wholeInput, { name, message, isMet });
}

/** The field is an input, or a list of inputs, with rules of its own. */
export function Nested(): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    ValidateNested()(target, String(property));
  };
}

/** Stands in class-validator's errors where a field's name would stand. */
export const wholeInput = '';

function register(target: Function, propertyName: string, { name, message, isMet }: Rule): void {
  registerDecorator({
    name,
    target,
    propertyName,
    options: { message },
    validator: { validate: (value, about) => isMet(value, about?.object ?? {}) },
  });
}

/** Two decorators as one. */
export function both(first: PropertyDecorator, second: PropertyDecorator): PropertyDecorator {
  return (target, property) => {
    first(target, property);
    second(target, property);
  };
}
