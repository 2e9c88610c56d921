import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { fieldCost } from '../../graph/field-cost.js';
import { fragmentCircle } from './fragment-circle.js';

export interface DocumentLimits {
  readonly documentTokens: number;
  /** Levels of nested fields. */
  readonly documentDepth: number;
  /** Levels of nested list fields. */
  readonly documentListDepth: number;
  readonly documentAliases: number;
  readonly documentDirectives: number;
  /** Fields with the same response name in one selection set. */
  readonly documentRepeatedFields: number;
  readonly queryRootFields: number;
  readonly mutationRootFields: number;
  readonly mutationMoneyFields: number;
}

/**
 * The limit that a document exceeds, described for the client, and where. Except for directives, fragments count
 * wherever they are used.
 */
export interface ExceededLimit {
  readonly message: string;
  readonly node: ASTNode;
}

/**
 * The first limit that a document exceeds; undefined if there is none. Linear in the size of the document, so that it
 * can run before graphql-js's validation rules, some of which are quadratic.
 */
export function exceededLimit(
  schema: GraphQLSchema,
  document: DocumentNode,
  limits: DocumentLimits,
): ExceededLimit | undefined {
  const circle = fragmentCircle(document);
  if (circle !== undefined) return { message: 'Fragments must not contain themselves.', node: circle };
  const walk = new Walk(schema, document, limits);
  try {
    walk.document(document);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof LimitExceeded) return thrown;
    throw thrown;
  }
}

class LimitExceeded extends Error implements ExceededLimit {
  constructor(
    message: string,
    readonly node: ASTNode,
  ) {
    super(message);
  }
}

/** A field of the document and the type that it is selected on; undefined if the schema has no such type. */
interface Written {
  readonly node: FieldNode;
  readonly parent: GraphQLNamedType | undefined;
}

interface Nesting {
  readonly depth: number;
  readonly listDepth: number;
}

class Walk {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly reached = new Set<string>();
  private visits = 0;
  private aliases = 0;
  /** Of the current operation, each once. */
  private directives = new Set<ASTNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly limits: DocumentLimits,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  document({ definitions }: DocumentNode): void {
    for (const node of definitions) {
      if (node.kind !== Kind.OPERATION_DEFINITION) continue;
      this.root(node, this.schema.getRootType(node.operation) ?? undefined, node.operation);
    }
    // Unused fragments are rejected later, by validation rules that must be protected from them too.
    for (const [name, node] of this.fragments) {
      if (!this.reached.has(name)) this.root(node, this.typeNamed(node.typeCondition.name.value));
    }
  }

  private root(
    node: ASTNode & { readonly selectionSet: SelectionSetNode },
    type: GraphQLNamedType | undefined,
    operation?: OperationTypeNode,
  ): void {
    this.aliases = 0;
    this.directives = new Set();
    this.countDirectives(node);
    if ('variableDefinitions' in node) node.variableDefinitions?.forEach((one) => this.countDirectives(one));
    const fields = this.merge([{ set: node.selectionSet, parent: type }]);
    if (operation !== undefined) this.checkRoot(node, operation, fields);
    this.below(fields, { depth: 0, listDepth: 0 });
  }

  private checkRoot(node: ASTNode, operation: OperationTypeNode, groups: Map<string, Written[]>): void {
    const written = [...groups.values()].flat();
    if (operation === OperationTypeNode.QUERY) {
      const most = this.limits.queryRootFields;
      if (written.length > most) throw new LimitExceeded(`A query must have at most ${most} fields at its root.`, node);
    }
    if (operation !== OperationTypeNode.MUTATION) return;
    const { mutationRootFields: most, mutationMoneyFields: mostMoney } = this.limits;
    if (written.length > most)
      throw new LimitExceeded(`A mutation must have at most ${most} fields at its root.`, node);
    if (written.filter(movesMoney).length > mostMoney) {
      throw new LimitExceeded(`A mutation must have at most ${mostMoney} field that moves money.`, node);
    }
  }

  /** The fields of selection sets by response name, including those of fragments. */
  private merge(sets: readonly { set: SelectionSetNode; parent: GraphQLNamedType | undefined }[]) {
    const groups = new Map<string, Written[]>();
    const spread = new Set<string>();
    const visit = (set: SelectionSetNode, parent: GraphQLNamedType | undefined): void => {
      for (const node of set.selections) {
        this.count(node);
        if (node.kind === Kind.FIELD) {
          this.countAlias(node);
          const name = node.alias?.value ?? node.name.value;
          const group = groups.get(name) ?? [];
          group.push({ node, parent });
          groups.set(name, group);
          const most = this.limits.documentRepeatedFields;
          if (group.length > most)
            throw new LimitExceeded(`A field must be written at most ${most} times in one place.`, node);
        } else if (node.kind === Kind.INLINE_FRAGMENT) {
          visit(node.selectionSet, node.typeCondition ? this.typeNamed(node.typeCondition.name.value) : parent);
        } else {
          const name = node.name.value;
          const fragment = this.fragments.get(name);
          if (fragment === undefined || spread.has(name)) continue;
          spread.add(name);
          this.reached.add(name);
          this.countDirectives(fragment);
          visit(fragment.selectionSet, this.typeNamed(fragment.typeCondition.name.value));
        }
      }
    };
    for (const { set, parent } of sets) visit(set, parent);
    return groups;
  }

  private below(groups: Map<string, Written[]>, nesting: Nesting): void {
    for (const group of groups.values()) {
      const [first] = group;
      if (first === undefined) continue;
      // Introspection is for developers only, and graphql-js limits its depth itself.
      const isSchema = first.node.name.value === '__schema' || first.node.name.value === '__type';
      const next = isSchema ? { depth: -Infinity, listDepth: -Infinity } : this.next(group, nesting);
      const sets = group.flatMap(({ node, parent }) =>
        node.selectionSet === undefined
          ? []
          : [{ set: node.selectionSet, parent: typeOf(fieldOf(parent, node.name.value)) }],
      );
      if (sets.length > 0) this.below(this.merge(sets), next);
    }
  }

  private next(group: readonly Written[], nesting: Nesting): Nesting {
    const { documentDepth, documentListDepth } = this.limits;
    const depth = nesting.depth + 1;
    const list = group.find(({ node, parent }) => isList(fieldOf(parent, node.name.value)));
    const listDepth = nesting.listDepth + (list === undefined ? 0 : 1);
    if (depth > documentDepth) {
      throw new LimitExceeded(`Fields must be at most ${documentDepth} below each other.`, group[0]!.node);
    }
    if (list !== undefined && listDepth > documentListDepth) {
      throw new LimitExceeded(`Lists must be at most ${documentListDepth} below each other.`, list.node);
    }
    return { depth, listDepth };
  }

  /** Caps the expanded size: fragments can make a small document huge. */
  private count(node: ASTNode): void {
    this.visits += 1;
    if (this.visits > this.limits.documentTokens) {
      const message = `The document must have at most ${this.limits.documentTokens} fields when its fragments are written out.`;
      throw new LimitExceeded(message, node);
    }
    this.countDirectives(node);
  }

  private countAlias(node: FieldNode): void {
    if (node.alias !== undefined && !isGenerated(node)) this.aliases += 1;
    const most = this.limits.documentAliases;
    if (this.aliases > most) throw new LimitExceeded(`An operation must have at most ${most} aliases.`, node);
  }

  private countDirectives(node: ASTNode): void {
    if (!('directives' in node) || node.directives === undefined) return;
    for (const directive of node.directives) this.directives.add(directive);
    const most = this.limits.documentDirectives;
    if (this.directives.size > most)
      throw new LimitExceeded(`An operation must have at most ${most} directives.`, node);
  }

  private typeNamed(name: string): GraphQLNamedType | undefined {
    return this.schema.getType(name);
  }
}

/**
 * Relay's compiler adds `__isTransaction: __typename` wherever it spreads a fragment on an interface. It costs nothing.
 */
const isGenerated = ({ alias, name }: FieldNode) =>
  name.value === '__typename' && alias !== undefined && /^__is[A-Z]/.test(alias.value);

type Field = GraphQLField<unknown, unknown>;

function fieldOf(parent: GraphQLNamedType | undefined, name: string): Field | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

const movesMoney = ({ node, parent }: Written) => {
  const field = fieldOf(parent, node.name.value);
  return field !== undefined && fieldCost(field).movesMoney === true;
};

const typeOf = (field: Field | undefined) => (field === undefined ? undefined : getNamedType(field.type));
const isList = (field: Field | undefined) => field !== undefined && isListType(getNullableType(field.type));
