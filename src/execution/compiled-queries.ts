import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Fragments, Variables } from './selections.js';
import { compile } from './compile.js';
import { Writing, type Write } from './response-writer.js';

/** The JSON of an operation's result, which has no errors; or undefined: then graphql-js has to run it. */
export type CompiledQueries = (operation: Operation) => Promise<string | undefined>;

/** An operation that has been validated, with variables that have been coerced. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly variables: Variables;
  readonly context: unknown;
}

/**
 * Which queries are compiled. Compiling takes about a millisecond: it pays for documents that come again, and those made
 * up for once get none. The tests run with "all" and "none", too.
 */
export type Compiling = 'those that come again' | 'all' | 'none';

/** Operations that are kept compiled; each takes about 20 KB. */
const mostOperations = 500;
/** Of one operation, with other values of the variables that decide what is included. */
const mostVariants = 8;

const compiledFromUse: Readonly<Record<Compiling, number>> = { 'those that come again': 2, all: 1, none: Infinity };

interface Entry {
  /** Variables in the conditions of `skip` and `include`. */
  readonly conditions: readonly string[];
  readonly variants: LRUCache<string, Variant>;
}

interface Variant {
  uses: number;
  /** Undefined for what has not come often enough, null for what cannot be compiled. */
  write?: Write | null;
}

/**
 * Makes queries that come again faster than graphql-js does: they are compiled to JavaScript that writes the JSON of
 * their result at once. What a compiled query answers counts only when it is flawless. Where anything went wrong, graphql-js
 * runs the query again in the same context, in which the answers of LinkCy are remembered, so that errors, their paths and
 * the nulls around them are exactly those of the reference implementation. Mutations and subscriptions are never compiled.
 */
export function createCompiledQueries(schema: GraphQLSchema, compiling: Compiling): CompiledQueries {
  const entries = new LRUCache<OperationDefinitionNode, Entry>({ max: mostOperations });
  return async ({ document, operation, fragments, variables, context }) => {
    if (operation.operation !== OperationTypeNode.QUERY) return undefined;
    let entry = entries.get(operation);
    if (entry === undefined) entries.set(operation, (entry = entryOf(document)));
    const variant = variantOf(entry, variables);
    variant.uses += 1;
    if (variant.uses < compiledFromUse[compiling]) return undefined;
    if (variant.write === undefined) {
      variant.write = compile({ schema, operation, fragments, conditions: variables }) ?? null;
    }
    return variant.write === null ? undefined : new Writing(context, variables).result(variant.write);
  };
}

function entryOf(document: DocumentNode): Entry {
  const conditions = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (!conditionalDirectives.has(directive.name.value)) return;
      visit(directive, { Variable: ({ name }) => void conditions.add(name.value) });
    },
  });
  return { conditions: [...conditions], variants: new LRUCache({ max: mostVariants }) };
}

const conditionalDirectives = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);

function variantOf({ conditions, variants }: Entry, variables: Variables): Variant {
  const key = conditions.length === 0 ? '' : conditions.map((name) => String(variables[name])).join();
  let variant = variants.get(key);
  if (variant === undefined) variants.set(key, (variant = { uses: 0 }));
  return variant;
}
