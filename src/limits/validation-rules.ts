import {
  GraphQLError,
  isSpecifiedScalarType,
  Kind,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  ValuesOfCorrectTypeRule,
  getNamedType,
  type ASTNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { mustBe } from './must-be.js';

/** The rules of GraphQL's specification, without echoes of values; without introspection where it is not allowed. */
export function validationRules({ introspection }: { readonly introspection: boolean }): readonly ValidationRule[] {
  const rules = specifiedRules.map((rule) => (rule === ValuesOfCorrectTypeRule ? ValuesWithoutEchoRule : rule));
  return introspection ? rules : [...rules, NoSchemaIntrospectionCustomRule];
}

/** As in graphql-js, but an error names the argument and what it must be instead of what it was. */
function ValuesWithoutEchoRule(context: ValidationContext) {
  const quiet: ValidationContext = Object.create(context, {
    reportError: { value: (error: GraphQLError) => context.reportError(withoutEcho(error, context)) },
  });
  return ValuesOfCorrectTypeRule(quiet);
}

function withoutEcho(error: GraphQLError, context: ValidationContext): GraphQLError {
  const [node] = error.nodes ?? [];
  // These are about the names of fields, not about values.
  if (node === undefined || node.kind === Kind.OBJECT_FIELD || isAboutFields(node, context)) return error;
  const argument = context.getArgument()?.name;
  const place = argument === undefined ? 'A value' : `The argument "${argument}"`;
  return new GraphQLError(`${place} ${rule(error, context)}.`, { nodes: node });
}

/** The rule reports missing fields of an input object on the object itself. */
function isAboutFields(node: ASTNode, context: ValidationContext): boolean {
  const type = context.getInputType();
  return node.kind === Kind.OBJECT && type != null && 'getFields' in getNamedType(type);
}

function rule(error: GraphQLError, context: ValidationContext): string {
  const type = context.getInputType();
  const named = type && getNamedType(type);
  const isOwnScalar = named && !isSpecifiedScalarType(named) && error.extensions.code === 'BAD_USER_INPUT';
  // The messages of our own scalars name a rule, never a value.
  return isOwnScalar ? `is not valid. ${error.message.replace(/\.$/, '')}` : mustBe(type);
}
