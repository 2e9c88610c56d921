import type { GraphQLField } from 'graphql';
import { Extensions, FieldResolver, type FieldOptions } from 'type-graphql';

/**
 * What a field takes of LinkCy that its type does not show: a list costs its pages, and a link to an object costs
 * fetching it. A test asks for every field of the schema and compares with the calls that were made.
 */
interface FieldCost {
  /** Calls of its own, for each object. */
  readonly calls?: number;
  /** Rows of lists lack it: it needs GET /x/{id} of its object, once however many such fields are selected. */
  readonly detail?: boolean;
  /** A mutation that moves money: an operation may have one. */
  readonly movesMoney?: boolean;
}

type Decorator = (prototype: object, name: string, descriptor: PropertyDescriptor) => void;

const key = 'cost';

/** Says what a field costs, where it is declared. It is no part of the schema that clients see. */
export const Cost = (cost: FieldCost): Decorator => Extensions({ [key]: cost });

/** A `FieldResolver` that needs the detail of its object. */
export function DetailField(type: () => object, options: FieldOptions): Decorator {
  const decorators = [FieldResolver(type, options), Cost({ detail: true })];
  return (prototype, name, descriptor) => decorators.forEach((decorate) => decorate(prototype, name, descriptor));
}

/** The cost that a field was declared with; empty: none. */
export function costOf({ extensions }: GraphQLField<unknown, unknown>): FieldCost {
  return (extensions[key] as FieldCost | undefined) ?? {};
}
