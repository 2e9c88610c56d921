import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
/** Coerced, with default values. */
export type Variables = Readonly<Record<string, unknown>>;

/** All field nodes of a selection set with the same response key. */
export interface FieldGroup {
  /** The response key: the alias, or the name. */
  readonly key: string;
  /** The field's own name. */
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

/** Collects the selected fields of an object type, as CollectFields in the GraphQL specification does. */
export class FieldCollector {
  /** Nodes visited so far; the work is proportional to it. */
  visits = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly variables: Variables,
  ) {}

  collectBelow(type: GraphQLObjectType, group: FieldGroup): readonly FieldGroup[] {
    return this.collect(
      type,
      group.nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
  }

  collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly FieldGroup[] {
    const groups = new Map<string, { key: string; name: string; nodes: FieldNode[] }>();
    const spread = new Set<string>();
    const visit = (set: SelectionSetNode): void => {
      for (const node of set.selections) {
        this.visits += 1;
        if (!this.isIncluded(node)) continue;
        if (node.kind === Kind.FIELD) {
          const key = node.alias?.value ?? node.name.value;
          const group = groups.get(key);
          if (group === undefined) groups.set(key, { key, name: node.name.value, nodes: [node] });
          else group.nodes.push(node);
        } else if (node.kind === Kind.INLINE_FRAGMENT) {
          if (this.applies(node.typeCondition?.name.value, type)) visit(node.selectionSet);
        } else if (!spread.has(node.name.value)) {
          spread.add(node.name.value);
          const fragment = this.fragments.get(node.name.value);
          if (fragment && this.applies(fragment.typeCondition.name.value, type)) visit(fragment.selectionSet);
        }
      }
    };
    sets.forEach(visit);
    return [...groups.values()];
  }

  /** The value of an argument, with variables substituted. */
  argument({ nodes }: FieldGroup, name: string): unknown {
    const value = nodes[0]?.arguments?.find((argument) => argument.name.value === name)?.value;
    return value && valueFromASTUntyped(value, this.variables);
  }

  private isIncluded(node: SelectionNode): boolean {
    if (node.directives === undefined || node.directives.length === 0) return true;
    if (getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.if !== false;
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = this.schema.getType(condition);
    return isAbstractType(conditionType) && this.schema.isSubType(conditionType, type);
  }
}
