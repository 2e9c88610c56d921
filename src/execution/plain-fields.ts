import { isObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/**
 * Lets executors read the getters of our classes by themselves. type-graphql puts a function of its own around every
 * field (for middlewares, parameters and the conversion of classes), of which a getter needs none; without it a compiled
 * document reads the property directly. Fields with parameters and those of field resolvers keep their function.
 */
export function readGettersDirectly(schema: GraphQLSchema): GraphQLSchema {
  for (const { name, target } of getMetadataStorage().objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isGetter(target.prototype, field.name)) field.resolve = undefined;
    }
  }
  return schema;
}

function isGetter(prototype: unknown, name: string): boolean {
  if (typeof prototype !== 'object' || prototype === null) return false;
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  return property === undefined ? isGetter(Object.getPrototypeOf(prototype), name) : property.get !== undefined;
}
