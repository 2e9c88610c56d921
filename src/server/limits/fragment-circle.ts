import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type FragmentSpreadNode } from 'graphql';

/** A spread by which a fragment includes itself; undefined if there is none. */
export function fragmentCircle(document: DocumentNode): FragmentSpreadNode | undefined {
  const spreads = new Map<string, FragmentSpreadNode[]>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) spreads.set(node.name.value, spreadsOf(node));
  }
  const done = new Set<string>();
  const open = new Set<string>();
  const search = (name: string): FragmentSpreadNode | undefined => {
    if (done.has(name)) return undefined;
    open.add(name);
    for (const spread of spreads.get(name) ?? []) {
      const found = open.has(spread.name.value) ? spread : search(spread.name.value);
      if (found !== undefined) return found;
    }
    open.delete(name);
    done.add(name);
    return undefined;
  };
  for (const name of spreads.keys()) {
    const found = search(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function spreadsOf(fragment: FragmentDefinitionNode): FragmentSpreadNode[] {
  const found: FragmentSpreadNode[] = [];
  visit(fragment, { FragmentSpread: (node) => void found.push(node) });
  return found;
}
