import {
  getEnterLeaveForKind,
  getNamedType,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isListType,
  Kind,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  ValuesOfCorrectTypeRule,
  type ASTNode,
  type ASTVisitor,
  type GraphQLInputType,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { expectedValue } from './expected-value.js';

/**
 * The validation rules of the GraphQL specification, except that no error repeats a value; without introspection if it
 * is off.
 */
export function validationRules({ introspection }: { readonly introspection: boolean }): readonly ValidationRule[] {
  const rules = specifiedRules.map((rule) => (rule === ValuesOfCorrectTypeRule ? ValuesWithoutEchoRule : rule));
  return introspection ? rules : [...rules, NoSchemaIntrospectionCustomRule];
}

/** graphql-js's rule, but its errors name the argument and the expected value instead of the given one. */
function ValuesWithoutEchoRule(context: ValidationContext): ASTVisitor {
  let current: ASTNode | undefined;
  const quiet = Object.create(context, {
    reportError: { value: (error: GraphQLError) => context.reportError(withoutEcho(error, current, context)) },
  }) as ValidationContext;
  const rule = ValuesOfCorrectTypeRule(quiet);
  // Some errors of the rule have no node.
  return {
    enter(node, ...position): unknown {
      current = node;
      return getEnterLeaveForKind(rule, node.kind).enter?.(node, ...position);
    },
  };
}

function withoutEcho(error: GraphQLError, node: ASTNode | undefined, context: ValidationContext): GraphQLError {
  // These are about field names, not values.
  if (node === undefined || node.kind === Kind.OBJECT_FIELD || isAboutFields(node, context)) return error;
  const argument = context.getArgument()?.name;
  const place = argument === undefined ? 'A value' : `The argument "${argument}"`;
  // Messages of our own scalars name a rule, never a value.
  const isOurs = error.extensions.code === 'BAD_USER_INPUT';
  const rule = isOurs ? `is not valid. ${error.message.replace(/\.$/, '')}` : expectedValue(typeOf(node, context));
  return new GraphQLError(`${place} ${rule}.`, { nodes: node });
}

/** The rule reports missing fields of an input object on the object itself. */
function isAboutFields(node: ASTNode, context: ValidationContext): boolean {
  const type = context.getInputType();
  return node.kind === Kind.OBJECT && type != null && isInputObjectType(getNamedType(type));
}

/** The type expected at a value. The visitor has entered a list by then, but a single value may stand for a list. */
function typeOf(node: ASTNode, context: ValidationContext): GraphQLInputType | null | undefined {
  if (node.kind === Kind.LIST) return context.getParentInputType();
  const type = context.getInputType();
  const inner = type && getNullableType(type);
  return isListType(inner) && node.kind !== Kind.NULL ? inner.ofType : type;
}
