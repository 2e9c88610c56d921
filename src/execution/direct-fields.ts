import { isInterfaceType, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/**
 * Lets executors read the getters of our classes, and call their field resolvers, by themselves. type-graphql puts a
 * function of its own around every field (for middlewares, parameters and the conversion of classes), which costs more
 * than most fields themselves. Getters need nothing of it, and field resolvers that take the object and the context no
 * more than these two; all others keep their function. Of which type an object is, its class tells at once.
 */
export function resolveFieldsDirectly(schema: GraphQLSchema): GraphQLSchema {
  const { objectTypes, fieldResolvers } = getMetadataStorage();
  const names = new Map<unknown, string>(objectTypes.map(({ name, target }) => [target, name]));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    const { resolveType } = type;
    type.resolveType = (value: object, ...rest) => names.get(value.constructor) ?? resolveType?.(value, ...rest);
  }
  for (const { name, target } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isGetter(target.prototype, field.name)) field.resolve = undefined;
    }
    for (const resolver of fieldResolvers) {
      const field = resolver.getObjectType?.() === target ? type.getFields()[resolver.schemaName] : undefined;
      const { kind, middlewares = [], params = [], methodName } = resolver;
      if (field === undefined || kind === 'internal' || middlewares.length > 0) continue;
      const wanted = [...params].sort((one, other) => one.index - other.index).map(plainKind);
      field.resolve = directCall(resolver.target, methodName, wanted.join()) ?? field.resolve;
    }
  }
  return schema;
}

function isGetter(prototype: unknown, name: string): boolean {
  if (typeof prototype !== 'object' || prototype === null) return false;
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  return property === undefined ? isGetter(Object.getPrototypeOf(prototype), name) : property.get !== undefined;
}

type Parameter = NonNullable<ReturnType<typeof getMetadataStorage>['fieldResolvers'][number]['params']>[number];

/** What a parameter takes as it is, "other" where there is something to be done about it. */
function plainKind(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'root':
      return parameter.propertyName === undefined && parameter.getType === undefined ? 'root' : 'other';
    case 'context':
      return parameter.propertyName === undefined ? 'context' : 'other';
    default:
      return 'other';
  }
}

function directCall(
  resolverClass: Function,
  methodName: string,
  wanted: string,
): GraphQLFieldResolver<unknown, unknown> | undefined {
  const instance: unknown = Reflect.construct(resolverClass, []);
  const method: unknown = (instance as Readonly<Record<string, unknown>>)[methodName];
  if (typeof method !== 'function') return undefined;
  switch (wanted) {
    case 'root':
      return (root): unknown => Reflect.apply(method, instance, [root]);
    case 'root,context':
      return (root, _args, context): unknown => Reflect.apply(method, instance, [root, context]);
    default:
      return undefined;
  }
}
