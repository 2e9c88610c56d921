import type { ObjectLoader } from './object-loader.js';

/**
 * Leads from many objects to a few: a hundred transactions to the five ledgers that they came from. The same id gives the
 * same object, so that a link costs nothing more than looking it up. What the caller may not see is null, not an error,
 * for it may belong to somebody else.
 */
export class Links<Wire, Node> {
  private readonly nodes = new Map<string, Promise<Node | null>>();

  constructor(
    private readonly loader: ObjectLoader<Wire>,
    private readonly nodeOf: (wire: Wire) => Node,
  ) {}

  to(uuid: string | null | undefined): Promise<Node | null> | null {
    if (uuid == null) return null;
    const known = this.nodes.get(uuid);
    if (known !== undefined) return known;
    const node = this.loader.loadVisible(uuid).then((wire) => wire && this.nodeOf(wire));
    this.nodes.set(uuid, node);
    return node;
  }

  clearAll(): void {
    this.nodes.clear();
  }
}
