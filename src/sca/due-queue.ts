interface Due {
  due: number;
}

/** Items ordered by time: a binary heap. */
export class DueQueue<Item extends Due> {
  private readonly heap: Item[] = [];

  get next(): Item | undefined {
    return this.heap[0];
  }

  add(item: Item): void {
    let index = this.heap.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (this.at(parent).due <= item.due) break;
      this.heap[index] = this.at(parent);
      index = parent;
    }
    this.heap[index] = item;
  }

  /** Removes and returns the first item. */
  take(): Item | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined || first === last) return first;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      if (left >= this.heap.length) break;
      const right = left + 1;
      const child = right < this.heap.length && this.at(right).due < this.at(left).due ? right : left;
      if (this.at(child).due >= last.due) break;
      this.heap[index] = this.at(child);
      index = child;
    }
    this.heap[index] = last;
    return first;
  }

  /** Removes an item from any position. */
  remove(item: Item): boolean {
    const index = this.heap.indexOf(item);
    if (index === -1) return false;
    const rest = this.heap.filter((one) => one !== item);
    this.heap.length = 0;
    for (const one of rest) this.add(one);
    return true;
  }

  clear(): void {
    this.heap.length = 0;
  }

  private at(index: number): Item {
    const item = this.heap[index];
    if (item === undefined) throw new RangeError('beyond the heap');
    return item;
  }
}
