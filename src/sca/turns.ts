/** A round-robin queue: owners take turns, however many items each has. */
export class Turns<Item> {
  private readonly queues = new Map<string, Item[]>();

  add(whose: string, item: Item): void {
    const queue = this.queues.get(whose);
    if (queue === undefined) this.queues.set(whose, [item]);
    else queue.push(item);
  }

  get isEmpty(): boolean {
    return this.queues.size === 0;
  }

  /** Removes and returns the next item. Its owner moves to the end of the round. */
  next(): Item | undefined {
    for (const [whose, queue] of this.queues) {
      const item = queue.shift();
      this.queues.delete(whose);
      if (queue.length > 0) this.queues.set(whose, queue);
      if (item !== undefined) return item;
    }
    return undefined;
  }

  clear(): void {
    this.queues.clear();
  }
}
