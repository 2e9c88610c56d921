import {
  getOperationAST,
  isNonNullType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableNode,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** Answers an operation that has been validated, with variables that have been, or undefined: then graphql-js has to. */
export type CompiledQueries = (operation: Operation) => Promise<ExecutionResult | undefined>;

export type Operation = Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues' | 'contextValue'>;

/**
 * Which queries are compiled. Compiling takes about a millisecond: it pays for documents that come again, and those made
 * up for once get none. The tests run with "all" and "none", too.
 */
export type Compiling = 'those that come again' | 'all' | 'none';

/** Documents that are kept compiled; each takes about 20 KB. */
const mostDocuments = 500;

const compiledFromUse: Readonly<Record<Compiling, number>> = { 'those that come again': 2, all: 1, none: Infinity };

interface Entry {
  uses: number;
  /** Undefined for a query that has not come often enough, null for one that cannot be compiled. */
  compiled?: Compiled | null;
}

interface Compiled {
  readonly query: CompiledQuery;
  /** Variables that may be null, in places that may not. */
  readonly unsafeNulls: readonly string[];
}

/**
 * Makes queries that come again faster than graphql-js does: they are compiled to JavaScript by graphql-jit. What a
 * compiled query answers counts only when it is flawless. Where anything went wrong, graphql-js runs the query again in
 * the same context, in which the answers of LinkCy are remembered, so that errors, their paths and the nulls around them
 * are exactly those of the reference implementation. Mutations and subscriptions are never compiled.
 */
export function createCompiledQueries(schema: GraphQLSchema, compiling: Compiling): CompiledQueries {
  const entries = new LRUCache<DocumentNode, Map<string, Entry>>({ max: mostDocuments });
  return async (operation) => {
    const definition = getOperationAST(operation.document, operation.operationName);
    if (definition?.operation !== OperationTypeNode.QUERY) return undefined;
    const entry = entryOf(entries, operation.document, definition);
    entry.uses += 1;
    if (entry.uses < compiledFromUse[compiling]) return undefined;
    entry.compiled ??= await compile(schema, operation.document, definition);
    if (entry.compiled === null || hasUnsafeNull(entry.compiled, operation)) return undefined;
    return flawless(entry.compiled.query, operation);
  };
}

function entryOf(
  entries: LRUCache<DocumentNode, Map<string, Entry>>,
  document: DocumentNode,
  { name }: OperationDefinitionNode,
): Entry {
  const operations = entries.get(document) ?? new Map<string, Entry>();
  entries.set(document, operations);
  const key = name?.value ?? '';
  const entry = operations.get(key) ?? { uses: 0 };
  operations.set(key, entry);
  return entry;
}

async function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): Promise<Compiled | null> {
  // Loaded when it is first needed: a start has no time for it.
  const { compileQuery, isCompiledQuery } = await import('graphql-jit');
  const compiled = compileQuery(schema, document, definition.name?.value, { disablingCapturingStackErrors: true });
  if (!isCompiledQuery(compiled)) return null;
  return { query: compiled, unsafeNulls: unsafeNullsOf(schema, document, definition) };
}

/**
 * A variable may be null where a default makes it fit a place that may not, and then its null is an error, which
 * compiled queries do not see.
 */
function unsafeNullsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): readonly string[] {
  const nullable = variableDefinitions.filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE);
  const unsafe = new Set<string>();
  const types = new TypeInfo(schema);
  const Variable = ({ name }: VariableNode) => {
    if (isNonNullType(types.getInputType())) unsafe.add(name.value);
  };
  visit(document, visitWithTypeInfo(types, { Variable }));
  return nullable.map(({ variable }) => variable.name.value).filter((name) => unsafe.has(name));
}

function hasUnsafeNull({ unsafeNulls }: Compiled, { variableValues }: Operation): boolean {
  return unsafeNulls.some((name) => variableValues?.[name] == null);
}

async function flawless(compiled: CompiledQuery, operation: Operation): Promise<ExecutionResult | undefined> {
  try {
    const result = await compiled.query(undefined, operation.contextValue, operation.variableValues);
    return result.errors === undefined || result.errors.length === 0 ? result : undefined;
  } catch {
    // A getter that throws ends a compiled query as a whole; graphql-js makes an error of the field of it.
    return undefined;
  }
}
