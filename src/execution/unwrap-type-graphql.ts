import {
  isAbstractType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Storage = ReturnType<typeof getMetadataStorage>;
type FieldResolver = Storage['fieldResolvers'][number];
type Resolver = Storage['queries'][number] | FieldResolver;
type Parameter = NonNullable<Resolver['params']>[number];

/**
 * Removes type-graphql's per-field wrapper where nothing needs it (no middleware, no role, no argument class), so that
 * executors read properties and call the resolvers of queries and fields directly. Resolvers then take arguments as GraphQL
 * coerced them and check them where they use them; the inputs of mutations stay with type-graphql. Abstract types are
 * resolved by constructor.
 */
export function resolveFieldsDirectly(schema: GraphQLSchema): GraphQLSchema {
  const { objectTypes, fieldResolvers, queries } = getMetadataStorage();
  tellTypesByClass(schema, new Map(objectTypes.map(({ name, target }) => [target, name])));
  for (const { name, target } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    const resolvers = fieldResolvers.filter(({ getObjectType }) => isKindOf(target, getObjectType?.()));
    for (const field of Object.values(type.getFields())) {
      if (isGuarded(target, field.name)) continue;
      const resolver = resolvers.find(({ schemaName }) => schemaName === field.name);
      if (resolver === undefined || isGetter(target.prototype, field.name)) field.resolve = undefined;
      else if (resolver.kind === 'external') callDirectly(field, resolver);
    }
  }
  for (const query of queries) callDirectly(schema.getQueryType()?.getFields()[query.schemaName], query);
  return schema;
}

/** Resolvers of fields and types that take no `info` argument, so that none is created for them. */
export const resolversWithoutInfo = new WeakSet<Function>();

function tellTypesByClass(schema: GraphQLSchema, names: ReadonlyMap<unknown, string>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    const { resolveType } = type;
    type.resolveType = (value: object, ...rest) => names.get(value.constructor) ?? resolveType?.(value, ...rest);
    resolversWithoutInfo.add(type.resolveType);
  }
}

function isKindOf(target: Function, other: Function | undefined): boolean {
  return target === other || (other !== undefined && target.prototype instanceof other);
}

/** Whether the field has a middleware or requires a role. */
function isGuarded(target: Function, name: string): boolean {
  const { middlewares, authorizedFields } = getMetadataStorage();
  return [...middlewares, ...authorizedFields].some(
    (guard) => guard.fieldName === name && isKindOf(target, guard.target),
  );
}

function isGetter(prototype: unknown, name: string): boolean {
  if (typeof prototype !== 'object' || prototype === null) return false;
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  return property === undefined ? isGetter(Object.getPrototypeOf(prototype), name) : property.get !== undefined;
}

/** Leaves the field unchanged if the resolver takes a parameter that type-graphql has to create. */
function callDirectly(field: GraphQLField<unknown, unknown> | undefined, resolver: Resolver): void {
  const { target, methodName, params = [], middlewares = [], roles } = resolver;
  const wanted = [...params].sort((one, other) => one.index - other.index).map(valueOf);
  const instance: unknown = Reflect.construct(target, []);
  const method: unknown = (instance as Readonly<Record<string, unknown>>)[methodName];
  if (field === undefined || typeof method !== 'function') return;
  if (isGuarded(target, methodName) || middlewares.length > 0 || roles !== undefined) return;
  if (!wanted.every((value) => value !== undefined)) return;
  field.resolve = call(method, instance, wanted);
  resolversWithoutInfo.add(field.resolve);
}

type Arguments = Readonly<Record<string, unknown>>;
type Value = (root: unknown, args: Arguments, context: unknown) => unknown;

/** How to get a parameter's value; undefined if type-graphql has to create it. */
function valueOf(parameter: Parameter): Value | undefined {
  switch (parameter.kind) {
    case 'root':
      return parameter.propertyName === undefined && parameter.getType === undefined ? (root) => root : undefined;
    case 'context':
      return parameter.propertyName === undefined ? (_root, _args, context) => context : undefined;
    case 'args':
      return (_root, args) => args;
    case 'arg':
      return (_root, args) => args[parameter.name];
    default:
      return undefined;
  }
}

function call(method: Function, instance: unknown, values: readonly Value[]): GraphQLFieldResolver<unknown, unknown> {
  const [first, second] = values;
  // The common case, object and context, allocates no intermediate array: it runs for every link of every row.
  if (first !== undefined && second !== undefined && values.length === 2) {
    return (root, args: Arguments, context): unknown =>
      Reflect.apply(method, instance, [first(root, args, context), second(root, args, context)]);
  }
  return (root, args: Arguments, context): unknown => {
    const given = values.map((value) => value(root, args, context));
    return Reflect.apply(method, instance, given);
  };
}
