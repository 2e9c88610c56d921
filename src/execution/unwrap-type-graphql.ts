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
 * Lets executors read the properties of our objects, and call the resolvers of queries and fields, by themselves.
 * type-graphql puts a function of its own around every field, for middlewares, and parameters that are made into classes
 * and validated, which costs more than most fields themselves. Properties and getters need nothing of it. Arguments of
 * fields are checked where they are used, so that resolvers take them as GraphQL has coerced them; the inputs of mutations
 * stay with type-graphql. Of which type an object is, its class tells.
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

/** Resolvers of fields and types that can do without the information about their field, which then need not be made. */
export const takeNoInfo = new WeakSet<Function>();

function tellTypesByClass(schema: GraphQLSchema, names: ReadonlyMap<unknown, string>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    const { resolveType } = type;
    type.resolveType = (value: object, ...rest) => names.get(value.constructor) ?? resolveType?.(value, ...rest);
    takeNoInfo.add(type.resolveType);
  }
}

function isKindOf(target: Function, other: Function | undefined): boolean {
  return target === other || (other !== undefined && target.prototype instanceof other);
}

/** Whether something stands before the field that must be asked: a middleware, or the need of a role. */
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

/** Leaves the field as it is where the resolver wants something that type-graphql has to make. */
function callDirectly(field: GraphQLField<unknown, unknown> | undefined, resolver: Resolver): void {
  const { target, methodName, params = [], middlewares = [], roles } = resolver;
  const wanted = [...params].sort((one, other) => one.index - other.index).map(valueOf);
  const instance: unknown = Reflect.construct(target, []);
  const method: unknown = (instance as Readonly<Record<string, unknown>>)[methodName];
  if (field === undefined || typeof method !== 'function') return;
  if (isGuarded(target, methodName) || middlewares.length > 0 || roles !== undefined) return;
  if (!wanted.every((value) => value !== undefined)) return;
  field.resolve = call(method, instance, wanted);
  takeNoInfo.add(field.resolve);
}

type Arguments = Readonly<Record<string, unknown>>;
type Value = (root: unknown, args: Arguments, context: unknown) => unknown;

/** What a parameter takes, where it takes something as it is. */
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
  // Written out for the usual two, the object and the context: a link of every row of a list comes here.
  if (first !== undefined && second !== undefined && values.length === 2) {
    return (root, args: Arguments, context): unknown =>
      Reflect.apply(method, instance, [first(root, args, context), second(root, args, context)]);
  }
  return (root, args: Arguments, context): unknown => {
    const given = values.map((value) => value(root, args, context));
    return Reflect.apply(method, instance, given);
  };
}
