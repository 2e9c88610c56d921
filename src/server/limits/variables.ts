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
import { expectedValue } from './expected-value.js';
import { RequestRejection } from './request-rejection.js';
import type { Variables } from '../../execution/field-collector.js';

/** Further errors are neither reported nor looked for. */
const mostErrors = 20;

export interface VariableLimits {
  /** Maximum items of a list in an input. */
  readonly inputListItems: number;
}

const standardVariableLimits: VariableLimits = { inputListItems: 1_000 };

/**
 * The coerced variables of an operation with their defaults, or what is wrong with them. graphql-js's own messages
 * repeat the whole value, which may be an IBAN or a PIN; these name only its place and the rule.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
  limits: VariableLimits = standardVariableLimits,
): Variables | RequestRejection {
  // Clients choose the names: "__proto__" must be an ordinary one.
  const values = Object.create(null) as Record<string, unknown>;
  const errors: GraphQLError[] = [];
  try {
    for (const node of variableDefinitions) {
      const name = node.variable.name.value;
      const type = typeFromAST(schema, node.type);
      if (!isInputType(type)) continue;
      const report = (problem: string) => {
        errors.push(invalid(node, problem));
        if (errors.length >= mostErrors) throw new EnoughErrors();
      };
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value !== undefined) values[name] = coerce(value, type, limits, report);
      else if (node.defaultValue) values[name] = valueFromAST(node.defaultValue, type);
      else if (isNonNullType(type)) report('is missing');
    }
  } catch (thrown) {
    if (!(thrown instanceof EnoughErrors)) throw thrown;
  }
  return errors.length > 0 ? new RequestRejection('request', errors) : values;
}

class EnoughErrors extends Error {}

function coerce(
  value: unknown,
  type: GraphQLInputType,
  { inputListItems }: VariableLimits,
  report: (problem: string) => void,
): unknown {
  // Checked before any work is done per item.
  if (hasLongList(value, type, inputListItems)) {
    report(`has a list of more than ${inputListItems} items`);
    return undefined;
  }
  return coerceInputValue(value, type, (path, _value, error) => {
    const place = path.length === 0 ? '' : `at "${path.join('.')}" `;
    report(place + problemOf(error, typeAt(type, path)));
  });
}

/** Whether a value contains a list that is too long. Free-form JSON is limited by the size of the body instead. */
function hasLongList(value: unknown, type: GraphQLInputType, most: number): boolean {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    if (!Array.isArray(value)) return hasLongList(value, inner.ofType, most);
    return value.length > most || value.some((item) => hasLongList(item, inner.ofType, most));
  }
  if (!isInputObjectType(inner) || typeof value !== 'object' || value === null) return false;
  const fields = inner.getFields();
  return Object.entries(value).some(([key, item]) => {
    const field = fields[key];
    return field !== undefined && hasLongList(item, field.type, most);
  });
}

/** graphql-js's sentences about fields and types have these forms; its other sentences may contain the value. */
const aboutFields =
  /^(?:Field "\w+" of required type "[\w[\]!]+" was not provided|Field "\w+" is not defined by type "\w+"|Exactly one key must be specified)/;

/** Longer sentences repeat a name from the request that no field has. */
const longestSentence = 300;

function problemOf(error: GraphQLError, type: GraphQLInputType | undefined): string {
  // Messages of our own scalars name a rule, never a value.
  if (error.extensions.code === 'BAD_USER_INPUT') return `is not valid. ${error.message}`;
  const [sentence] = aboutFields.exec(error.message.slice(0, longestSentence)) ?? [];
  return sentence === undefined ? expectedValue(type) : `is not valid. ${sentence}`;
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
