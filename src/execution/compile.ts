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
import { Selections, type FieldGroup, type Fragments, type Variables } from './selections.js';
import { takeNoInfo } from './unwrap-type-graphql.js';
import { leafText, quoted } from './json-text.js';
import type { SelectedField } from './selected-field.js';
import type { Write } from './response-writer.js';

/** What is compiled: a query, and the values of those variables that decide which of its fields are included. */
export interface Compilable {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly conditions: Variables;
}

/**
 * Makes JavaScript that writes what a query selects as JSON: a function for every type in every place, in which all that
 * the document and the schema say is settled, so that V8 knows of each property what objects it is read of. Undefined for
 * what is left to graphql-js: questions about the schema itself, and types with an `isTypeOf`.
 */
export function compile(compilable: Compilable): Write | undefined {
  try {
    return new Compilation(compilable).query();
  } catch (error) {
    // graphql-js says what is wrong with a condition that is null.
    if (error instanceof NotCompilable || error instanceof GraphQLError) return undefined;
    throw error;
  }
}

class NotCompilable extends Error {}

/** What is thrown for null where there must be a value: which it is does not matter, for graphql-js will say it. */
const flaw = new Error('A value is not what the schema says.');

/** Nothing of a document gets into the code but names, which GraphQL makes of letters, digits and "_". */
class Compilation {
  private readonly selections: Selections;
  private readonly functions: string[] = [];
  private readonly constants: unknown[] = [];
  private fieldCount = 0;
  private readonly leaves = new Map<string, Write>();
  private readonly fragments: GraphQLResolveInfo['fragments'];

  constructor(private readonly compilable: Compilable) {
    const { schema, fragments, conditions } = compilable;
    this.selections = new Selections(schema, fragments, conditions);
    this.fragments = Object.fromEntries(fragments);
  }

  query(): Write {
    const { schema, operation } = this.compilable;
    const type = schema.getRootType(operation.operation);
    if (type == null) throw new NotCompilable();
    const root = this.function(type.name, () => this.fields(type, [operation.selectionSet]));
    const names = this.constants.map((_, index) => nameOfConstant(index));
    const code = `'use strict';\n${this.functions.join('\n')}\nreturn ${root};`;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- of names in the schema and the document alone
    const make = new Function('quoted', 'flaw', ...names, code) as (...constants: readonly unknown[]) => Write;
    return make(quoted, flaw, ...this.constants);
  }

  /** Statements that write the object `value`, which is of this very type. */
  private fields(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): string {
    if (type.isTypeOf != null) throw new NotCompilable();
    const parts = this.selections.at(type, sets).map((group, index) => {
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

  /** An expression for the field of `value`: a property, or what the resolver gives. */
  private read(field: SelectedField): string {
    const { resolve, name } = field.definition;
    if (resolve === undefined) return `value.${name}`;
    const given = this.constant(field);
    const args = field.definition.args.length === 0 ? '{}' : `writing.argumentsOf(${given})`;
    const info = takeNoInfo.has(resolve) ? '' : `, writing.infoOf(${given})`;
    return `${this.constant(resolve)}(value, ${args}, writing.context${info})`;
  }

  /** An expression for the JSON of `part`. */
  private written(type: GraphQLOutputType, write: string): string {
    const inner = isNonNullType(type) ? type.ofType : type;
    const isText = isLeafType(inner) && (inner.name === 'String' || inner.name === 'ID');
    return isText ? `typeof part === 'string' ? quoted(part) : ${write}(part, writing)` : `${write}(part, writing)`;
  }

  /** The name of a function that writes whatever the field, or an item of its list, may be: null and promises, too. */
  private writer(type: GraphQLOutputType, sets: readonly SelectionSetNode[], field: SelectedField): string {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isLeafType(inner)) return this.leaf(inner, isNonNullType(type));
    return this.function(isListType(inner) ? 'List' : inner.name, (name) =>
      [
        `if (value == null) ${isNonNullType(type) ? 'throw flaw;' : "return 'null';"}`,
        `if (typeof value.then === 'function') return writing.later(value, ${name});`,
        "if (typeof value !== 'object' || value instanceof Error) throw flaw;",
        isListType(inner) ? this.items(inner.ofType, sets, field) : this.object(inner, sets, field),
      ].join('\n'),
    );
  }

  private items(type: GraphQLOutputType, sets: readonly SelectionSetNode[], field: SelectedField): string {
    const write = this.writer(type, sets, field);
    return `if (!Array.isArray(value)) throw flaw;
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
      return `case '${variant.name}': return ${write}(value, writing);`;
    });
    const info = takeNoInfo.has(type.resolveType) ? 'undefined' : `writing.infoOf(${this.constant(field)})`;
    const name = `${this.constant(type.resolveType)}(value, writing.context, ${info}, ${this.constant(type)})`;
    return `switch (${name}) { ${cases.join('\n')} default: throw flaw; }`;
  }

  private selected(parentType: GraphQLObjectType, { key, name, nodes }: FieldGroup): SelectedField {
    const { schema, operation } = this.compilable;
    const definition = parentType.getFields()[name];
    const [node] = nodes;
    if (definition === undefined || node === undefined) throw new NotCompilable();
    return {
      ...{ index: this.fieldCount++, definition, node },
      info: {
        ...{ fieldName: name, fieldNodes: nodes, returnType: definition.type, parentType, schema, operation },
        path: { prev: undefined, key, typename: parentType.name },
        fragments: this.fragments,
        rootValue: undefined,
      },
    };
  }

  /** Adds a function of `value` and `writing`; its statements may call it by its name. */
  private function(label: string, statements: (name: string) => string): string {
    const name = `write${label}${this.functions.length}`;
    const place = this.functions.push('') - 1;
    this.functions[place] = `function ${name}(value, writing) {\n${statements(name)}\n}`;
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

function leafWriter(type: GraphQLLeafType, isNonNull: boolean): Write {
  const text = leafText(type);
  const write: Write = (value, writing) => {
    if (value == null) {
      if (isNonNull) throw flaw;
      return 'null';
    }
    if (typeof value !== 'object') return text(value);
    if ('then' in value && typeof value.then === 'function') return writing.later(value as PromiseLike<unknown>, write);
    if (value instanceof Error) throw value;
    return text(value);
  };
  return write;
}
