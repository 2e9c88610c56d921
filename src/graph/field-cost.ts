import type { GraphQLField } from 'graphql';
import { Extensions, FieldResolver, type FieldOptions } from 'type-graphql';

/**
 * What a field costs and its type does not show: calls to LinkCy (a list costs its pages, a link the object), and whether
 * it moves money.
 * test/server/limits/cost.test.ts selects every field of the schema and compares its cost with the calls made.
 */
interface FieldCost {
  /** Calls for this field alone, per object. */
  readonly calls?: number;
  /** Rows of lists lack it: needs GET /x/{id}, once per object for all such fields. */
  readonly detail?: boolean;
  /** A mutation that moves money; an operation may contain one. */
  readonly movesMoney?: boolean;
}

type Decorator = (prototype: object, name: string, descriptor: PropertyDescriptor) => void;

const key = 'cost';

/** Declares the cost of a field, as an extension of the schema, which clients do not see. */
export const Cost = (cost: FieldCost): Decorator => Extensions({ [key]: cost });

/** A `FieldResolver` for a field that needs the detail of its object. */
export function DetailField(type: () => object, options: FieldOptions): Decorator {
  const decorators = [FieldResolver(type, options), Cost({ detail: true })];
  return (prototype, name, descriptor) => decorators.forEach((decorate) => decorate(prototype, name, descriptor));
}

/** The declared cost of a field; empty by default. */
export function fieldCost({ extensions }: GraphQLField<unknown, unknown>): FieldCost {
  return (extensions[key] as FieldCost | undefined) ?? {};
}
