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
import type { Fragments, Variables } from './field-collector.js';
import { compile, type CompiledQuery } from './compile.js';
import { ResponseWriter } from './response-writer.js';

/** A validated operation with coerced variables. */
export interface ExecutableOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly variables: Variables;
  readonly context: unknown;
}

/**
 * Which queries are compiled. `repeated`: those that were run twice with an accepted token, see `countRun`. `all`:
 * every query at its first run; the test suite runs with `all` and with `none` as well.
 */
export type Compiling = 'repeated' | 'all' | 'none';

/** Runs with an accepted token after which a query is compiled. */
const runsBeforeCompiling = 2;
/** Total fields of all compiled queries. `npm run proof:executor` prints how much memory they take. */
const maxFields = 10_000;
/**
 * Variants of one query whose runs are counted: combinations of the variables that decide which fields are included.
 */
const maxVariants = 8;

interface Entry {
  /** Prefix of the keys of this operation's variants. */
  readonly id: number;
  /** The variables used in `skip` and `include`. */
  readonly conditions: readonly string[];
  /** Counted runs, by variant. */
  readonly runs: LRUCache<string, number>;
}

/**
 * Compiles repeated queries to JavaScript that writes their result as JSON. A compiled query answers only results
 * without errors. When it bails out, graphql-js runs the query again in the same context, which reuses LinkCy's
 * responses: errors, their paths and the nulls around them are those of the reference implementation. Mutations and
 * subscriptions are never compiled.
 *
 * Compiled code is cached by weight, the number of fields that it writes, and a query with too many fields is not
 * compiled: fragments can make a small document arbitrarily large.
 */
export class CompiledQueries {
  /** An entry lives as long as the server remembers the document. */
  private readonly entries = new WeakMap<OperationDefinitionNode, Entry>();
  private readonly compiled = new LRUCache<string, CompiledQuery | 'not compilable'>({
    maxSize: maxFields,
    sizeCalculation: (query) => (typeof query === 'string' ? 1 : Math.max(1, query.fieldCount)),
  });
  private entryCount = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly compiling: Compiling,
  ) {}

  /** The JSON of the operation's result; undefined if graphql-js has to run it. */
  async run(operation: ExecutableOperation): Promise<string | undefined> {
    if (this.compiling === 'all') this.compile(operation);
    const entry = this.entries.get(operation.operation);
    if (entry === undefined) return undefined;
    const query = this.compiled.get(variantOf(entry, operation.variables));
    if (query === undefined || query === 'not compilable') return undefined;
    return new ResponseWriter(operation.context, operation.variables).result(query.write);
  }

  /**
   * Call it after graphql-js ran an operation for a client whose own token LinkCy accepted during that run. Requests
   * without such a token never cause compiling: otherwise anyone could fill the memory of the process.
   */
  countRun(operation: ExecutableOperation): void {
    if (this.compiling !== 'repeated' || operation.operation.operation !== OperationTypeNode.QUERY) return;
    const entry = this.entryOf(operation);
    const variant = variantOf(entry, operation.variables);
    const runs = (entry.runs.get(variant) ?? 0) + 1;
    entry.runs.set(variant, runs);
    if (runs >= runsBeforeCompiling) this.compile(operation);
  }

  private compile(executable: ExecutableOperation): void {
    const { operation, fragments, variables } = executable;
    if (operation.operation !== OperationTypeNode.QUERY) return;
    const variant = variantOf(this.entryOf(executable), variables);
    if (this.compiled.has(variant)) return;
    const query = compile({ schema: this.schema, operation, fragments, conditions: variables });
    this.compiled.set(variant, query ?? 'not compilable');
  }

  private entryOf({ operation, document }: ExecutableOperation): Entry {
    let entry = this.entries.get(operation);
    if (entry === undefined) {
      const runs = new LRUCache<string, number>({ max: maxVariants });
      entry = { id: this.entryCount++, conditions: conditionsOf(document), runs };
      this.entries.set(operation, entry);
    }
    return entry;
  }
}

const conditionalDirectives = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);

function conditionsOf(document: DocumentNode): string[] {
  const conditions = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (!conditionalDirectives.has(directive.name.value)) return;
      visit(directive, { Variable: ({ name }) => void conditions.add(name.value) });
    },
  });
  return [...conditions];
}

function variantOf({ id, conditions }: Entry, variables: Variables): string {
  return [id, ...conditions.map((name) => String(variables[name]))].join();
}
