/** Few enough to put each into place by itself; more are sorted and merged in one go. */
const fewItems = 16;

/** Items that are always in order. `compare` must tell any two items apart. */
export class SortedIndex<Item> {
  private sorted: Item[];
  private added: Item[] = [];

  constructor(
    private readonly compare: (a: Item, b: Item) => number,
    items: Iterable<Item>,
  ) {
    this.sorted = [...items].sort(compare);
  }

  add(item: Item): void {
    this.added.push(item);
  }

  remove(item: Item): void {
    const items = this.items();
    const position = firstPosition(items, (other) => this.compare(other, item) >= 0);
    if (items[position] === item) this.sorted.splice(position, 1);
  }

  items(): readonly Item[] {
    if (this.added.length > fewItems) this.merge();
    else for (const item of this.added) this.putInPlace(item);
    this.added = [];
    return this.sorted;
  }

  private putInPlace(item: Item): void {
    this.sorted.splice(
      firstPosition(this.sorted, (other) => this.compare(other, item) > 0),
      0,
      item,
    );
  }

  private merge(): void {
    const { sorted, added, compare } = this;
    added.sort(compare);
    const merged: Item[] = [];
    let next = 0;
    for (const item of sorted) {
      for (let other = added[next]; other !== undefined && compare(other, item) < 0; other = added[++next]) {
        merged.push(other);
      }
      merged.push(item);
    }
    for (; next < added.length; next += 1) {
      const rest = added[next];
      if (rest !== undefined) merged.push(rest);
    }
    this.sorted = merged;
  }
}

/** Binary search: the first position whose item satisfies `answer`, if all later ones do too; otherwise the length. */
export function firstPosition<Item>(items: readonly Item[], answer: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && !answer(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
