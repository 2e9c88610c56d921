import { readFileSync } from 'node:fs';
import {
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schemaText } from '../schema/print.js';
import { createSchema } from '../src/graph/schema.js';

const schema = createSchema();
const contract = buildSchema(textOf('support/contract.graphql'));

describe('the schema', () => {
  test('is the committed schema/schema.graphql', () => {
    expect(schemaText(schema)).toBe(textOf('../schema/schema.graphql'));
  });

  test('offers nothing less than the public contract', () => {
    expect(findBreakingChanges(contract, schema)).toEqual([]);
  });

  test('keeps the default values of the contract', () => {
    const changes = findDangerousChanges(contract, schema).filter(
      ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
    );
    expect(changes).toEqual([]);
    const changed = Object.values(contract.getTypeMap()).flatMap((type) => {
      const ours = schema.getType(type.name);
      if (!isInputObjectType(type) || !isInputObjectType(ours)) return [];
      const fields = Object.values(type.getFields());
      return fields
        .filter(({ name, defaultValue }) => ours.getFields()[name]?.defaultValue !== defaultValue)
        .map(({ name }) => `${type.name}.${name}`);
    });
    expect(changed).toEqual([]);
  });

  test('describes every type, field, argument, input field and enum value', () => {
    const all = Object.values(schema.getTypeMap()).filter(isOurs).flatMap(described);
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  });

  test('says of every field of an object what null means, where it may be null', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const objects = Object.values(schema.getTypeMap()).filter(
      (type) => isOurs(type) && (isObjectType(type) || isInterfaceType(type)) && !roots.some((root) => root === type),
    ) as (GraphQLObjectType | GraphQLInterfaceType)[];
    const nullable = objects.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !isNonNullType(field.type) && !isSemanticNonNull(field))
        .map(({ name, description }) => ({ name: `${type.name}.${name}`, description })),
    );
    expect(nullable.length).toBeGreaterThan(100);
    expect(nullable.filter(({ description }) => !/\bnull\b/i.test(description ?? ''))).toEqual([]);
  });
});

/** What null means there, the directive says. */
function isSemanticNonNull({ astNode }: GraphQLField<unknown, unknown>): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'semanticNonNull') ?? false;
}

function textOf(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function isOurs(type: GraphQLNamedType): boolean {
  return !isIntrospectionType(type) && !isSpecifiedScalarType(type);
}

interface Described {
  readonly name: string;
  readonly description: string | null | undefined;
}

function described(type: GraphQLNamedType): Described[] {
  const within = (parts: readonly Described[], parent: string) =>
    parts.map(({ name, description }) => ({ name: `${parent}.${name}`, description }));
  if (isEnumType(type)) return [type, ...within(type.getValues(), type.name)];
  if (isInputObjectType(type)) return [type, ...within(Object.values(type.getFields()), type.name)];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];
  const fields = Object.values(type.getFields());
  const fieldArguments = fields.flatMap((field) => within(field.args, `${type.name}.${field.name}`));
  return [type, ...within(fields, type.name), ...fieldArguments];
}
