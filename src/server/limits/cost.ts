import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  OperationTypeNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { detailFields, fieldCalls, mutationCalls, rootCalls } from './cost-table.js';
import { Selections, type FieldGroup, type Fragments, type Variables } from '../../execution/selections.js';

export interface CostLimits {
  /** Largest `first` and `last`. */
  readonly listRows: number;
  /** Most `ids` of `nodes`. */
  readonly nodesIds: number;
}

/** What an operation costs, or the argument that asks for too much. */
export type Cost = { readonly calls: number } | { readonly refused: string };

/** Nodes that are looked at for the cost of one operation; what goes beyond them costs more than anybody allows. */
const mostVisits = 20_000;
const endless = 1_000_000_000;
const standardRows = 20;
/** LinkCy's pages have at most 100 rows, and two that overlap may be needed for more than 50. */
const rowsOfOneCall = 50;

/**
 * The calls to LinkCy that an operation takes at worst: every list is full, every link leads to another object, of every
 * interface the dearest type comes. Fields that are skipped cost nothing.
 */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
  limits: CostLimits,
): Cost {
  const type = schema.getRootType(operation.operation);
  if (type == null) return { calls: 0 };
  const count = new Count(schema, new Selections(schema, fragments, variables), limits);
  try {
    return { calls: count.root(operation, type) };
  } catch (thrown) {
    if (thrown instanceof TooMuch) return { refused: thrown.message };
    if (thrown instanceof Endless) return { calls: endless };
    // A variable that may be null, and is, where a directive wants a value.
    if (thrown instanceof GraphQLError) return { refused: 'The condition of a directive must not be null.' };
    throw thrown;
  }
}

class TooMuch extends Error {}
class Endless extends Error {}

/** Of what is selected of one object: calls for what it leads to, and whether it must itself be fetched whole. */
interface Need {
  readonly calls: number;
  readonly detail: boolean;
}

const nothing: Need = { calls: 0, detail: false };

class Count {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: Selections,
    private readonly limits: CostLimits,
  ) {}

  root(operation: OperationDefinitionNode, type: GraphQLObjectType): number {
    const isMutation = operation.operation === OperationTypeNode.MUTATION;
    return this.selections.at(type, [operation.selectionSet]).reduce((sum, group) => {
      const own = rootCalls[group.name] ?? (isMutation && !group.name.startsWith('__') ? mutationCalls : 0);
      return sum + own + this.field(group, type).calls;
    }, 0);
  }

  private object(group: FieldGroup, type: GraphQLNamedType): Need {
    if (!isCompositeType(type)) return nothing;
    const types = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    return types.map((one) => this.objectOfType(group, one)).reduce(dearer, nothing);
  }

  private objectOfType(group: FieldGroup, type: GraphQLObjectType): Need {
    return this.selections
      .below(type, group)
      .map((one) => this.field(one, type))
      .reduce(together, nothing);
  }

  private field(group: FieldGroup, parent: GraphQLObjectType): Need {
    if (this.selections.visits > mostVisits) throw new Endless();
    const field = parent.getFields()[group.name];
    if (field === undefined) return nothing;
    const type = getNamedType(field.type);
    const detail = detailFields[parent.name]?.has(group.name) ?? false;
    if (isConnection(type)) return { calls: this.list(group, type), detail };
    const need = this.object(group, type);
    const calls = fieldCalls[parent.name]?.[group.name] ?? 0;
    if (!isNode(type)) return together(need, { calls, detail });
    // An object that is fetched by its id comes whole.
    return { calls: this.fetched(group, field) * (1 + need.calls), detail };
  }

  private fetched(group: FieldGroup, field: GraphQLField<unknown, unknown>): number {
    if (!isListType(getNullableType(field.type))) return 1;
    const ids = this.selections.argument(group, 'ids');
    const count = Array.isArray(ids) ? ids.length : 1;
    if (count > this.limits.nodesIds) throw new TooMuch(`"ids" must have at most ${this.limits.nodesIds} ids.`);
    return count;
  }

  private list(group: FieldGroup, type: GraphQLObjectType): number {
    const selected = this.selections.below(type, group).filter(({ name }) => !name.startsWith('__'));
    const rows = Math.max(0, this.rows(group, 'first') ?? this.rows(group, 'last') ?? standardRows);
    if (selected.length === 0) return 0;
    const row = selected.map((one) => this.row(one, type)).reduce(together, nothing);
    const pages = rows > rowsOfOneCall && selected.some(({ name }) => name !== 'totalCount') ? 2 : 1;
    return pages + rows * (row.calls + (row.detail ? 1 : 0));
  }

  /** What `nodes`, or `edges` and their `node`, need of one row. */
  private row(group: FieldGroup, parent: GraphQLObjectType): Need {
    const field = parent.getFields()[group.name];
    if (field === undefined) return nothing;
    const type = getNamedType(field.type);
    if (isNode(type)) return this.object(group, type);
    if (!isObjectType(type)) return nothing;
    return this.selections
      .below(type, group)
      .map((one) => this.row(one, type))
      .reduce(together, nothing);
  }

  private rows(group: FieldGroup, name: 'first' | 'last'): number | undefined {
    const rows = this.selections.argument(group, name);
    if (typeof rows !== 'number') return undefined;
    if (rows > this.limits.listRows) throw new TooMuch(`"${name}" must not be more than ${this.limits.listRows}.`);
    return rows;
  }
}

const together = (one: Need, other: Need): Need => ({
  calls: one.calls + other.calls,
  detail: one.detail || other.detail,
});

function dearer(one: Need, other: Need): Need {
  const calls = Math.max(one.calls, other.calls);
  return { calls, detail: one.detail || other.detail };
}

function isConnection(type: GraphQLNamedType): type is GraphQLObjectType {
  return isObjectType(type) && type.name.endsWith('Connection');
}

function isNode(type: GraphQLNamedType): boolean {
  return (
    (isInterfaceType(type) && type.name === 'Node') ||
    ((isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node'))
  );
}
