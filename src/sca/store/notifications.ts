/** Who in this process waits for news of which topic. */
export class Notifications {
  private readonly listeners = new Map<string, Set<() => void>>();

  /** Returns how to end it. */
  listen(topic: string, news: () => void): () => void {
    const listeners = this.listeners.get(topic) ?? new Set();
    // The same function may listen twice; an object of its own keeps the two apart.
    const listener = () => news();
    this.listeners.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(topic) === listeners) this.listeners.delete(topic);
    };
  }

  tell(topic: string): void {
    for (const listener of [...(this.listeners.get(topic) ?? [])]) listener();
  }

  /** Something may have been missed. */
  tellAll(): void {
    for (const topic of [...this.listeners.keys()]) this.tell(topic);
  }
}
