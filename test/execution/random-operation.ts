import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import fc from 'fast-check';

/** Ids by the name of the type that they belong to; some of them of objects that do not exist. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** A query that is valid against the schema, with fragments, aliases, variables and directives. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Operations drawn from the schema itself, so that every field takes part as soon as it exists. */
export function randomOperation(schema: GraphQLSchema, ids: KnownIds): fc.Arbitrary<RandomOperation> {
  return fc.infiniteStream(fc.nat(1_000_000)).map((numbers) => new Writer(schema, ids, numbers).write());
}

const variableTypes = { yes: 'Boolean!', no: 'Boolean!', few: 'Int' } as const;

const knownArguments = ['first', 'ids', 'externalId', 'scaId', 'sort'];

class Writer {
  private readonly fragments: string[] = [];
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ids: KnownIds,
    private readonly numbers: Iterator<number>,
  ) {}

  write(): RandomOperation {
    const root = this.schema.getQueryType();
    if (!root) throw new Error('The schema has no queries.');
    const body = this.selection(root, 4, 2);
    const text = [body, ...this.fragments].join('\n');
    const used = Object.entries(variableTypes).filter(([name]) => text.includes(`$${name}`));
    const head = used.length === 0 ? '' : `(${used.map(([name, type]) => `$${name}: ${type}`).join(', ')})`;
    return { query: `query Random${head} ${text}`, variables: { yes: true, no: false, few: 2 } };
  }

  private selection(type: GraphQLCompositeType, depth: number, most: number): string {
    const parts = [this.chance(4) ? '__typename' : ''];
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => this.canBeAsked(field) && (depth > 0 || isLeafType(getNamedType(field.type))),
      );
      const count = 1 + this.below(most);
      for (let index = 0; index < count && fields.length > 0; index += 1)
        parts.push(this.field(this.pick(fields), depth));
    }
    if (isAbstractType(type)) {
      for (const variant of this.schema.getPossibleTypes(type)) {
        if (this.chance(2)) parts.push(`... on ${variant.name} ${this.selection(variant, depth - 1, 3)}`);
      }
    }
    const text = parts.filter((part) => part !== '').join(' ');
    return `{ ${text === '' ? '__typename' : this.maybeFragment(type, text)} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const given = field.args.map((argument) => this.argument(argument, field)).filter((text) => text !== '');
    const args = given.length === 0 ? '' : `(${given.join(', ')})`;
    const directive = ['', '', '', ' @include(if: $yes)', ' @skip(if: $no)', ' @skip(if: $yes)'][this.below(6)] ?? '';
    // Without an alias a field may come twice and has to be merged; these have the same type wherever they are.
    const alias = ['id', 'uuid', 'creationDate'].includes(field.name) ? '' : `field${(this.aliases += 1)}: `;
    const body = isLeafType(type) ? '' : ` ${this.selection(type as GraphQLCompositeType, depth - 1, 4)}`;
    return `${alias}${field.name}${args}${directive}${body}`;
  }

  private argument(argument: GraphQLArgument, field: GraphQLField<unknown, unknown>): string {
    switch (argument.name) {
      case 'first':
        return `first: ${this.pick(['0', '1', '2', '3', '$few'])}`;
      case 'id':
        return `id: "${this.pick(this.ids[getNamedType(field.type).name] ?? ['none'])}"`;
      case 'ids':
        return `ids: [${Object.values(this.ids)
          .map((ids) => `"${this.pick(ids)}"`)
          .join(', ')}]`;
      case 'externalId':
        return 'externalId: "nobody"';
      case 'scaId':
        return 'scaId: "00000000-0000-4000-8000-000000000000"';
      case 'sort':
        return this.chance(3) ? 'sort: {direction: ASC}' : '';
      default:
        return '';
    }
  }

  /** Whether values are known for all arguments that must be given. */
  private canBeAsked({ args, type }: GraphQLField<unknown, unknown>): boolean {
    const hasIds = getNamedType(type).name in this.ids;
    return args.every(
      (argument) =>
        !isRequiredArgument(argument) || knownArguments.includes(argument.name) || (argument.name === 'id' && hasIds),
    );
  }

  private maybeFragment(type: GraphQLCompositeType, text: string): string {
    if (!this.chance(8)) return text;
    const name = `Part${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
    return `...${name}`;
  }

  private below(limit: number): number {
    const { value } = this.numbers.next() as { value: number };
    return value % limit;
  }

  private chance(one: number): boolean {
    return this.below(one) === 0;
  }

  private pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }
}
