import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../src/graph/schema.js';

const text = readFileSync(new URL('../schema/SOURCES.md', import.meta.url), 'utf8');
const schema = createSchema({ sandbox: true });

interface Statement {
  readonly says: string;
  readonly elements: readonly string[];
  readonly reason: string | undefined;
  readonly words: string | undefined;
}

const statements: readonly Statement[] = [
  ...text.matchAll(/^\| (?!LinkCy says|-)(.+?) *\| (.+?) *\|(?: "(.+)"| *) *\|$/gm),
].map(([, says = '', place = '', words]) => ({
  says,
  elements: [...place.matchAll(/`([^`]+)`/g)].map(([, element = '']) => element),
  reason: /^none: (.+)$/.exec(place)?.[1],
  words,
}));

type Element =
  GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLEnumValue | GraphQLArgument;

/** What a schema coordinate leads to: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`. */
function elementAt(coordinate: string): Element | undefined {
  const [, name = '', member, argument] = /^(\w+)(?:\.(\w+))?(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const type = schema.getType(name);
  if (member === undefined) return type;
  if (isEnumType(type)) return type.getValue(member) ?? undefined;
  if (isInputObjectType(type)) return type.getFields()[member];
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const field = type.getFields()[member];
  return argument === undefined ? field : field?.args.find((one) => one.name === argument);
}

test('every statement of the pages has an element of the schema, or a reason why there is none', () => {
  const rows = text.split('\n').filter((line) => /^\| (?!LinkCy says|-)/.test(line));
  expect(statements.length).toBe(rows.length);
  const withElement = statements.filter(({ elements }) => elements.length > 0);
  const withReason = statements.filter(
    ({ elements, reason }) => reason !== undefined && (elements.length === 0 || reason.length > 30),
  );
  console.log(
    `${statements.length} statements: ${withElement.length} with an element, ${withReason.length} with a reason`,
  );
  expect(statements.length).toBeGreaterThan(350);
  expect(statements.filter(({ elements, reason }) => elements.length === 0 && (reason ?? '').length < 20)).toEqual([]);
});

test('every element that is named exists', () => {
  const named = statements.filter(({ reason }) => reason === undefined).flatMap(({ elements }) => elements);
  expect(named.filter((coordinate) => elementAt(coordinate) === undefined)).toEqual([]);
});

test('rules are told on the element: its description says the words', () => {
  const told = statements.filter(({ words }) => words !== undefined);
  expect(told.length).toBeGreaterThan(80);
  const untold = told.filter(
    ({ elements: [first = ''], words = '' }) => !elementAt(first)?.description?.includes(words),
  );
  expect(untold.map(({ says, elements, words }) => `${says}: ${elements[0]} does not say "${words}"`)).toEqual([]);
});
