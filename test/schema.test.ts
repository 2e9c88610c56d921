import { readFileSync } from 'node:fs';
import {
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  getNamedType,
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
    const objects = objectTypes().filter((type) => !roots.some((root) => root === type));
    const nullable = objects.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !isNonNullType(field.type) && !isSemanticNonNull(field))
        .map(({ name, description }) => ({ name: `${type.name}.${name}`, description })),
    );
    expect(nullable.length).toBeGreaterThan(100);
    expect(nullable.filter(({ description }) => !/\bnull\b/i.test(description ?? ''))).toEqual([]);
  });

  test("has LinkCy's own word, in …Text, beside each field of an enum to which LinkCy may add", () => {
    const fields = objectTypes().flatMap((type) => {
      const all = type.getFields();
      return Object.values(all)
        .filter((field) => isOpenEnum(getNamedType(field.type)) && notOfLinkcy[field.name] === undefined)
        .map((field) => ({ at: `${type.name}.${field.name}`, field, text: all[`${field.name}Text`] }));
    });
    expect(fields.length).toBeGreaterThan(60);
    const wordless = fields.filter(
      ({ field, text }) =>
        text === undefined ||
        String(text.type) !== String(field.type).replace(/\w+/, 'String') ||
        isSemanticNonNull(text) !== isSemanticNonNull(field) ||
        !text.description?.includes(`\`${field.name}\``),
    );
    expect(wordless.map(({ at }) => at)).toEqual([]);
  });

  test("says of each filter and input that takes a consumer whether it takes a corporate's UUID", () => {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const takes = inputs.flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ name }) => name === 'consumerId' || name === 'endUserId')
        .map(({ description }) => ({ type: type.name, corporate: /corporate/.test(description ?? '') })),
    );
    expect(takes.length).toBeGreaterThan(13);
    expect(
      takes
        .filter(({ corporate }) => !corporate)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(Object.keys(consumersOnly));
    const viewers = objectTypes().flatMap((type) => Object.values(type.getFields()).flatMap(({ args }) => args));
    const untold = viewers.filter(({ name, description }) => name === 'id' && /consumer/i.test(description ?? ''));
    expect(untold.length).toBeGreaterThan(10);
    expect(untold.filter(({ description }) => !description?.includes('corporate'))).toEqual([]);
  });
});

/** Fields of open enums whose values are of this API's making, not LinkCy's, by the reason. */
const notOfLinkcy: Readonly<Record<string, string | undefined>> = {
  directionFor:
    'computed from the sides of the transaction; UNKNOWN where `direction` is, beside which the word stands',
};

/** Inputs that a corporate cannot be given to: LinkCy's `consumerId`, where others have its `endUserId`. */
const consumersOnly = {
  SendEmailVerificationInput: 'the address of a person',
  SendPhoneVerificationInput: 'the phone of a person',
  SimulateKycInput: 'persons are identified, companies otherwise',
  StartKycInput: 'persons are identified, companies otherwise',
  VerifyPhoneInput: 'the phone of a person',
};

/** ScaStatus is ours: its UNKNOWN says that the outcome is unknown. */
function isOpenEnum(type: GraphQLNamedType): boolean {
  return isEnumType(type) && type.getValue('UNKNOWN') != null && type.name !== 'ScaStatus';
}

function objectTypes(): (GraphQLObjectType | GraphQLInterfaceType)[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => isOurs(type) && (isObjectType(type) || isInterfaceType(type)),
  ) as (GraphQLObjectType | GraphQLInterfaceType)[];
}

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
