import {
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { FieldCollector, type FieldGroup, type Fragments, type Variables } from './field-collector.js';
import { resolversWithoutInfo } from './unwrap-type-graphql.js';
import { leafText, quoted } from './json-text.js';
import type { SelectedField } from './selected-field.js';
import type { WriteValue } from './response-writer.js';

/** A query with the values of those variables that decide which of its fields are included. */
interface Compilable {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly conditions: Variables;
}

export interface CompiledQuery {
  readonly write: WriteValue;
  /** Fields that its code writes. A field counts once for each type and place in which it is selected. */
  readonly fieldCount: number;
}

/** Queries that write more fields are left to graphql-js, which bounds the time and memory of compiling one. */
export const maxFieldsOfQuery = 400;

/**
 * Generates JavaScript that writes the selected fields as JSON: one function per type and place, so that V8 sees
 * objects of one class at each property access. Undefined for queries left to graphql-js: introspection, types with an
 * `isTypeOf`, and queries with too many fields.
 */
export function compile(compilable: Compilable): CompiledQuery | undefined {
  try {
    return new Compilation(compilable).query();
  } catch (error) {
    // A null condition is a GraphQLError here; graphql-js reports it properly.
    if (error instanceof NotCompilable || error instanceof GraphQLError) return undefined;
    throw error;
  }
}

class NotCompilable extends Error {}

/** Thrown to bail out. The cause is irrelevant: graphql-js runs the query again and reports the real error. */
const bailout = new Error('The compiled query bailed out.');

/**
 * Security: the code contains only names from the document and the schema, which in GraphQL consist of letters, digits
 * and "_".
 */
class Compilation {
  private readonly fieldCollector: FieldCollector;
  private readonly functions: string[] = [];
  private readonly constants: unknown[] = [];
  /** Counts by type and place; gives each `SelectedField` its index. */
  private selectedCount = 0;
  private fieldCount = 0;
  private readonly leaves = new Map<string, WriteValue>();
  private readonly fragments: GraphQLResolveInfo['fragments'];

  constructor(private readonly compilable: Compilable) {
    const { schema, fragments, conditions } = compilable;
    this.fieldCollector = new FieldCollector(schema, fragments, conditions);
    this.fragments = Object.fromEntries(fragments);
  }

  query(): CompiledQuery {
    const { schema, operation } = this.compilable;
    const type = schema.getRootType(operation.operation);
    if (type == null) throw new NotCompilable();
    const root = this.function(type.name, () => this.fields(type, [operation.selectionSet]));
    const names = this.constants.map((_, index) => nameOfConstant(index));
    const code = `'use strict';\n${this.functions.join('\n')}\nreturn ${root};`;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- of names in the schema and the document alone
    const make = new Function('quoted', 'bailout', ...names, code) as (...constants: readonly unknown[]) => WriteValue;
    return { write: make(quoted, bailout, ...this.constants), fieldCount: this.fieldCount };
  }

  /** Statements that write the object `value`, whose concrete type is `type`. */
  private fields(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): string {
    if (type.isTypeOf != null) throw new NotCompilable();
    const parts = this.fieldCollector.collect(type, sets).map((group, index) => {
      this.fieldCount += 1;
      if (this.fieldCount > maxFieldsOfQuery) throw new NotCompilable();
      const start = `text += '${index === 0 ? '' : ','}"${group.key}":';`;
      return group.name === '__typename' ? `${start} text += '"${type.name}"';` : start + this.field(type, group);
    });
    return `let text = '{', part; ${parts.join('\n')} return text + '}';`;
  }

  private field(parentType: GraphQLObjectType, group: FieldGroup): string {
    const field = this.selected(parentType, group);
    const { definition, info } = field;
    const sets = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const write = this.writer(definition.type, sets, field);
    return `part = ${this.read(field)}; text += ${this.written(definition.type, write)};`;
  }

  /** An expression for the field of `value`: a property access or a call of the resolver. */
  private read(field: SelectedField): string {
    const { resolve, name } = field.definition;
    if (resolve === undefined) return `value.${name}`;
    const given = this.constant(field);
    const args = field.definition.args.length === 0 ? '{}' : `writer.argumentsOf(${given})`;
    const info = resolversWithoutInfo.has(resolve) ? '' : `, writer.infoOf(${given})`;
    return `${this.constant(resolve)}(value, ${args}, writer.context${info})`;
  }

  /** An expression for the JSON of `part`. */
  private written(type: GraphQLOutputType, write: string): string {
    const inner = isNonNullType(type) ? type.ofType : type;
    const isText = isLeafType(inner) && (inner.name === 'String' || inner.name === 'ID');
    return isText ? `typeof part === 'string' ? quoted(part) : ${write}(part, writer)` : `${write}(part, writer)`;
  }

  /** The name of a function that writes any value of the field or of an item of its list, including null and promises. */
  private writer(type: GraphQLOutputType, sets: readonly SelectionSetNode[], field: SelectedField): string {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isLeafType(inner)) return this.leaf(inner, isNonNullType(type));
    return this.function(isListType(inner) ? 'List' : inner.name, (name) =>
      [
        `if (value == null) ${isNonNullType(type) ? 'throw bailout;' : "return 'null';"}`,
        `if (typeof value.then === 'function') return writer.later(value, ${name});`,
        "if (typeof value !== 'object' || value instanceof Error) throw bailout;",
        isListType(inner) ? this.items(inner.ofType, sets, field) : this.object(inner, sets, field),
      ].join('\n'),
    );
  }

  private items(type: GraphQLOutputType, sets: readonly SelectionSetNode[], field: SelectedField): string {
    const write = this.writer(type, sets, field);
    return `if (!Array.isArray(value)) throw bailout;
      let text = '[', part;
      for (let index = 0; index < value.length; index += 1) {
        if (index > 0) text += ',';
        part = value[index];
        text += ${this.written(type, write)};
      }
      return text + ']';`;
  }

  private object(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], field: SelectedField): string {
    return isAbstractType(type) ? this.variants(type, sets, field) : this.fields(type, sets);
  }

  private variants(type: GraphQLAbstractType, sets: readonly SelectionSetNode[], field: SelectedField): string {
    if (type.resolveType == null) throw new NotCompilable();
    const cases = this.compilable.schema.getPossibleTypes(type).map((variant) => {
      const write = this.function(variant.name, () => this.fields(variant, sets));
      return `case '${variant.name}': return ${write}(value, writer);`;
    });
    const info = resolversWithoutInfo.has(type.resolveType) ? 'undefined' : `writer.infoOf(${this.constant(field)})`;
    const name = `${this.constant(type.resolveType)}(value, writer.context, ${info}, ${this.constant(type)})`;
    return `switch (${name}) { ${cases.join('\n')} default: throw bailout; }`;
  }

  private selected(parentType: GraphQLObjectType, { key, name, nodes }: FieldGroup): SelectedField {
    const { schema, operation } = this.compilable;
    const definition = parentType.getFields()[name];
    const [node] = nodes;
    if (definition === undefined || node === undefined) throw new NotCompilable();
    return {
      ...{ index: this.selectedCount++, definition, node },
      info: {
        ...{ fieldName: name, fieldNodes: nodes, returnType: definition.type, parentType, schema, operation },
        path: { prev: undefined, key, typename: parentType.name },
        fragments: this.fragments,
        rootValue: undefined,
      },
    };
  }

  /** Adds a function of `value` and `writer`, which may call itself by its name. */
  private function(label: string, statements: (name: string) => string): string {
    const name = `write${label}${this.functions.length}`;
    const place = this.functions.push('') - 1;
    this.functions[place] = `function ${name}(value, writer) {\n${statements(name)}\n}`;
    return name;
  }

  private constant(value: unknown): string {
    const known = this.constants.indexOf(value);
    return nameOfConstant(known === -1 ? this.constants.push(value) - 1 : known);
  }

  private leaf(type: GraphQLLeafType, isNonNull: boolean): string {
    const key = isNonNull ? `${type.name}!` : type.name;
    let write = this.leaves.get(key);
    if (write === undefined) this.leaves.set(key, (write = leafWriter(type, isNonNull)));
    return this.constant(write);
  }
}

const nameOfConstant = (index: number) => `constant${index}`;

function leafWriter(type: GraphQLLeafType, isNonNull: boolean): WriteValue {
  const text = leafText(type);
  const write: WriteValue = (value, writer) => {
    if (value == null) {
      if (isNonNull) throw bailout;
      return 'null';
    }
    if (typeof value !== 'object') return text(value);
    if ('then' in value && typeof value.then === 'function') return writer.later(value as PromiseLike<unknown>, write);
    if (value instanceof Error) throw value;
    return text(value);
  };
  return write;
}
