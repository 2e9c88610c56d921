import { randomUUID } from 'node:crypto';
import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationTypeNode,
} from 'graphql';
import { createContext, type Context, type Services } from '../context.js';
import { maskError } from '../problems/mask-error.js';

/** What the streaming doors (WebSocket, server-sent events) share with each other. HTTP goes through Apollo. */
export interface StreamingDoor {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly development: boolean;
  /** The `Authorization` that stands for a client without one; only the local simulator lends one. */
  readonly lentAuthorization: string | undefined;
}

/** What a client sends to have an operation run. */
export interface OperationMessage {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** Who sends it, and until when they want an answer. */
export interface OperationCaller {
  readonly authorization: string | undefined;
  readonly signal: AbortSignal;
}

export interface PreparedOperation extends ExecutionArgs {
  readonly contextValue: Context;
  readonly operation: OperationTypeNode;
}

/** Tokens of a document; more are refused while it is read. */
const mostTokens = 2_000;

/** An operation ready to run with a context of its own, or the reasons why it is refused. */
export function prepareOperation(
  door: StreamingDoor,
  message: OperationMessage,
  caller: OperationCaller,
): PreparedOperation | readonly GraphQLError[] {
  const document = documentOf(message.query);
  if (document instanceof GraphQLError) return [document];
  const rules = door.development ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const problems = validate(door.schema, document, rules, { maxErrors: 20 });
  if (problems.length > 0) return problems.map((problem) => withCode(problem, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, message.operationName)?.operation;
  if (operation === undefined) {
    return [
      new GraphQLError('The document has no operation of that name, or several and none is named.', {
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
      }),
    ];
  }
  const { authorization = door.lentAuthorization, signal } = caller;
  return {
    operation,
    schema: door.schema,
    document,
    operationName: message.operationName,
    variableValues: message.variables,
    contextValue: createContext(door.services, { authorization, requestId: randomUUID(), signal }),
  };
}

export function isPrepared(prepared: PreparedOperation | readonly GraphQLError[]): prepared is PreparedOperation {
  return 'document' in prepared;
}

/** A result as it may leave: errors masked, each with the request's id. */
export function presentResult(result: ExecutionResult, requestId: string): ExecutionResult {
  return result.errors ? { ...result, errors: presentErrors(result.errors, requestId) } : result;
}

export function presentErrors(errors: readonly GraphQLError[], requestId: string): GraphQLError[] {
  return errors.map((error) => {
    const { message, extensions } = maskError(error.toJSON(), error);
    const { nodes, source, positions, path } = error;
    return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions, requestId } });
  });
}

function documentOf(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: mostTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return withCode(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
