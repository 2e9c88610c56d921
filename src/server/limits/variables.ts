import {
  coerceInputValue,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { mustBe } from './expected-value.js';
import { Refusal } from './refusal.js';
import type { Variables } from '../../execution/selections.js';

/** Beyond so many, further errors are not told. */
const mostErrors = 20;

/**
 * The values of an operation's variables, defaults filled in, or what is wrong with them. What graphql-js says about it
 * repeats the whole value, which may be an IBAN or a PIN; here it is said with the place and the rule alone.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Variables | Refusal {
  const values: Record<string, unknown> = {};
  const errors: GraphQLError[] = [];
  for (const node of variableDefinitions) {
    const name = node.variable.name.value;
    const type = typeFromAST(schema, node.type);
    if (!isInputType(type)) continue;
    const report = (problem: string) => {
      if (errors.length < mostErrors) errors.push(invalid(node, problem));
    };
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value !== undefined) values[name] = coerce(value, type, report);
    else if (node.defaultValue) values[name] = valueFromAST(node.defaultValue, type);
    else if (isNonNullType(type)) report('is missing');
  }
  return errors.length > 0 ? new Refusal('request', errors) : values;
}

function coerce(value: unknown, type: GraphQLInputType, report: (problem: string) => void): unknown {
  return coerceInputValue(value, type, (path, _value, error) => {
    const place = path.length === 0 ? '' : `at "${path.join('.')}" `;
    report(place + problemOf(error, typeAt(type, path)));
  });
}

/** graphql-js speaks of fields and types in sentences of these forms; everything else it says may hold the value. */
const aboutFields =
  /^(?:Field "\w+" of required type "[\w[\]!]+" was not provided|Field "\w+" is not defined by type "\w+"|Exactly one key must be specified)/;

function problemOf(error: GraphQLError, type: GraphQLInputType | undefined): string {
  // The messages of our own scalars name a rule, never a value.
  if (error.extensions.code === 'BAD_USER_INPUT') return `is not valid. ${error.message}`;
  const [sentence] = aboutFields.exec(error.message) ?? [];
  return sentence === undefined ? mustBe(type) : `is not valid. ${sentence}`;
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType | undefined {
  return path.reduce<GraphQLInputType | undefined>((parent, key) => {
    const inner = parent && getNullableType(parent);
    if (isListType(inner) && typeof key === 'number') return inner.ofType;
    return isInputObjectType(inner) ? inner.getFields()[key]?.type : undefined;
  }, type);
}

function invalid(node: VariableDefinitionNode, problem: string): GraphQLError {
  const message = `Variable "$${node.variable.name.value}" ${problem.replace(/\.$/, '')}.`;
  return new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
}
