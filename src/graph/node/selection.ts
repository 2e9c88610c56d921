import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Whether a field was asked for nothing but these fields of its object (and `__typename`). */
export function selectsOnly(info: GraphQLResolveInfo, fields: readonly string[]): boolean {
  const known = new Set([...fields, '__typename']);
  const isKnown = (set: SelectionSetNode | undefined): boolean =>
    set === undefined ||
    set.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return known.has(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return isKnown(selection.selectionSet);
      return isKnown(info.fragments[selection.name.value]?.selectionSet);
    });
  return info.fieldNodes.every((node) => isKnown(node.selectionSet));
}
