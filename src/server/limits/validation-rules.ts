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

/** The rules of GraphQL's specification, without echoes of values; without introspection where it is not allowed. */
export function validationRules({ introspection }: { readonly introspection: boolean }): readonly ValidationRule[] {
  const rules = specifiedRules.map((rule) => (rule === ValuesOfCorrectTypeRule ? ValuesWithoutEchoRule : rule));
  return introspection ? rules : [...rules, NoSchemaIntrospectionCustomRule];
}

/** As in graphql-js, but an error names the argument and what it must be instead of what it was. */
function ValuesWithoutEchoRule(context: ValidationContext): ASTVisitor {
  let current: ASTNode | undefined;
  const quiet = Object.create(context, {
    reportError: { value: (error: GraphQLError) => context.reportError(withoutEcho(error, current, context)) },
  }) as ValidationContext;
  const rule = ValuesOfCorrectTypeRule(quiet);
  // Not every error of the rule says what it is about.
  return {
    enter(node, ...position): unknown {
      current = node;
      return getEnterLeaveForKind(rule, node.kind).enter?.(node, ...position);
    },
  };
}

function withoutEcho(error: GraphQLError, node: ASTNode | undefined, context: ValidationContext): GraphQLError {
  // These are about the names of fields, not about values.
  if (node === undefined || node.kind === Kind.OBJECT_FIELD || isAboutFields(node, context)) return error;
  const argument = context.getArgument()?.name;
  const place = argument === undefined ? 'A value' : `The argument "${argument}"`;
  // The messages of our own scalars name a rule, never a value.
  const isOurs = error.extensions.code === 'BAD_USER_INPUT';
  const rule = isOurs ? `is not valid. ${error.message.replace(/\.$/, '')}` : expectedValue(typeOf(node, context));
  return new GraphQLError(`${place} ${rule}.`, { nodes: node });
}

/** The rule reports missing fields of an input object on the object itself. */
function isAboutFields(node: ASTNode, context: ValidationContext): boolean {
  const type = context.getInputType();
  return node.kind === Kind.OBJECT && type != null && isInputObjectType(getNamedType(type));
}

/** What is expected where a value stands. A list is entered by then, and a single value may stand for a list. */
function typeOf(node: ASTNode, context: ValidationContext): GraphQLInputType | null | undefined {
  if (node.kind === Kind.LIST) return context.getParentInputType();
  const type = context.getInputType();
  const inner = type && getNullableType(type);
  return isListType(inner) && node.kind !== Kind.NULL ? inner.ofType : type;
}
