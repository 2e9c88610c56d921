import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { fieldCost } from '../../graph/field-cost.js';
import { defaultRowsOf } from '../../pagination/connection.js';
import { FieldCollector, type FieldGroup, type Fragments, type Variables } from '../../execution/field-collector.js';

export interface CostLimits {
  /** Largest `first` and `last`. */
  readonly listRows: number;
  /** Maximum length of the `ids` of `nodes`. */
  readonly nodesIds: number;
}

/** The cost of an operation, or why one of its arguments is rejected. */
export type OperationCost = { readonly calls: number } | { readonly refused: string };

/** Limit of the document nodes, fragments expanded, that are visited to count one operation. */
const maxVisits = 20_000;
/** Stands for a cost above any limit: the operation has more nodes than that. */
const unbounded = 1_000_000_000;
/** A page of LinkCy has at most 100 rows; more than 50 may need two that overlap. */
const rowsOfOneCall = 50;

/**
 * The most calls to LinkCy that an operation can take: every list is full, every link leads to a different object, and
 * each interface is its most expensive type. Skipped fields cost nothing.
 */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
  limits: CostLimits,
): OperationCost {
  const type = schema.getRootType(operation.operation);
  if (type == null) return { calls: 0 };
  const walk = new CostWalk(schema, new FieldCollector(schema, fragments, variables), limits);
  try {
    return { calls: walk.root(operation, type) };
  } catch (thrown) {
    if (thrown instanceof ArgumentTooLarge) return { refused: thrown.message };
    if (thrown instanceof CostOverflow) return { calls: unbounded };
    // A directive's condition is a nullable variable without a value.
    if (thrown instanceof GraphQLError) return { refused: 'The condition of a directive must not be null.' };
    throw thrown;
  }
}

class ArgumentTooLarge extends Error {}
class CostOverflow extends Error {}

/** The cost of selections on one object: calls for linked objects, and whether it needs its own detail. */
interface SelectionCost {
  readonly calls: number;
  readonly detail: boolean;
}

const none: SelectionCost = { calls: 0, detail: false };

class CostWalk {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: FieldCollector,
    private readonly limits: CostLimits,
  ) {}

  root(operation: OperationDefinitionNode, type: GraphQLObjectType): number {
    const groups = this.selections.collect(type, [operation.selectionSet]);
    return groups.map((group) => this.field(group, type)).reduce(sum, none).calls;
  }

  private object(group: FieldGroup, type: GraphQLNamedType): SelectionCost {
    if (!isCompositeType(type)) return none;
    const types = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    return types.map((one) => this.objectOfType(group, one)).reduce(max, none);
  }

  private objectOfType(group: FieldGroup, type: GraphQLObjectType): SelectionCost {
    return this.selections
      .collectBelow(type, group)
      .map((one) => this.field(one, type))
      .reduce(sum, none);
  }

  private field(group: FieldGroup, parent: GraphQLObjectType): SelectionCost {
    if (this.selections.visits > maxVisits) throw new CostOverflow();
    const field = parent.getFields()[group.name];
    if (field === undefined) return none;
    const type = getNamedType(field.type);
    const { calls = 0, detail = false } = fieldCost(field);
    const rows = defaultRowsOf(type);
    if (rows !== undefined && isObjectType(type)) return { calls: calls + this.list(group, type, rows), detail };
    const below = this.object(group, type);
    if (!isNode(type)) return sum({ calls, detail }, below);
    // An object that is fetched by id includes its detail.
    return { calls: calls + this.fetched(group, field) * (1 + below.calls), detail };
  }

  private fetched(group: FieldGroup, field: GraphQLField<unknown, unknown>): number {
    if (!isListType(getNullableType(field.type))) return 1;
    const ids = this.selections.argument(group, 'ids');
    const count = Array.isArray(ids) ? ids.length : 1;
    if (count > this.limits.nodesIds)
      throw new ArgumentTooLarge(`"ids" must have at most ${this.limits.nodesIds} ids.`);
    return count;
  }

  private list(group: FieldGroup, type: GraphQLObjectType, defaultRows: number): number {
    const selected = this.selections.collectBelow(type, group).filter(({ name }) => !name.startsWith('__'));
    const rows = Math.max(0, this.rows(group, 'first') ?? this.rows(group, 'last') ?? defaultRows);
    if (selected.length === 0) return 0;
    const row = selected.map((one) => this.row(one, type)).reduce(sum, none);
    const pages = rows > rowsOfOneCall && selected.some(({ name }) => name !== 'totalCount') ? 2 : 1;
    return pages + rows * (row.calls + (row.detail ? 1 : 0));
  }

  /** The cost per row of the selections of `nodes`, or of `edges` and their `node`. */
  private row(group: FieldGroup, parent: GraphQLObjectType): SelectionCost {
    const field = parent.getFields()[group.name];
    if (field === undefined) return none;
    const type = getNamedType(field.type);
    if (isNode(type)) return this.object(group, type);
    if (!isObjectType(type)) return none;
    return this.selections
      .collectBelow(type, group)
      .map((one) => this.row(one, type))
      .reduce(sum, none);
  }

  private rows(group: FieldGroup, name: 'first' | 'last'): number | undefined {
    const rows = this.selections.argument(group, name);
    if (typeof rows !== 'number') return undefined;
    if (rows > this.limits.listRows)
      throw new ArgumentTooLarge(`"${name}" must not be more than ${this.limits.listRows}.`);
    return rows;
  }
}

const sum = (one: SelectionCost, other: SelectionCost): SelectionCost => ({
  calls: one.calls + other.calls,
  detail: one.detail || other.detail,
});

function max(one: SelectionCost, other: SelectionCost): SelectionCost {
  const calls = Math.max(one.calls, other.calls);
  return { calls, detail: one.detail || other.detail };
}

function isNode(type: GraphQLNamedType): boolean {
  return (
    (isInterfaceType(type) && type.name === 'Node') ||
    ((isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node'))
  );
}
