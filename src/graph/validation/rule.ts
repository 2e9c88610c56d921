import { IsOptional, registerDecorator, ValidateNested } from 'class-validator';

interface RuleOptions {
  /** Unique among the rules of a field. */
  readonly name: string;
  /** One sentence for the client that says what is valid, without the value. */
  readonly message: string;
  readonly isMet: (value: unknown, input: object) => boolean;
}

/** What a value must be. Null and absent values pass, because GraphQL's types say what is required. */
export function Rule(rule: RuleOptions): PropertyDecorator {
  return PresenceRule({ ...rule, isMet: (value, input) => value == null || rule.isMet(value, input) });
}

/** As `Rule`, but it also decides about null and absent values. */
export function PresenceRule({ name, message, isMet }: RuleOptions): PropertyDecorator {
  return (target, property) => register(target.constructor, String(property), { name, message, isMet });
}

/** A rule about several fields of an input together; a problem has the path of the input itself. */
export function InputRule({ name, message, isMet }: RuleOptions): ClassDecorator {
  return (target) => register(target, wholeInput, { name, message, isMet });
}

/** The field is an input, or a list of inputs, which has rules of its own. */
export function Nested(): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    ValidateNested()(target, String(property));
  };
}

/** The property name in class-validator's errors about the whole input. */
export const wholeInput = '';

function register(target: Function, propertyName: string, { name, message, isMet }: RuleOptions): void {
  registerDecorator({
    name,
    target,
    propertyName,
    options: { message },
    validator: { validate: (value, about) => isMet(value, about?.object ?? {}) },
  });
}

/** Applies two decorators. */
export function both(first: PropertyDecorator, second: PropertyDecorator): PropertyDecorator {
  return (target, property) => {
    first(target, property);
    second(target, property);
  };
}
