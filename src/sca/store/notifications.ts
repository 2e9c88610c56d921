/** Listeners in this process, by topic. */
export class Notifications {
  private readonly listeners = new Map<string, Set<() => void>>();

  /** Returns an unsubscribe function. */
  listen(topic: string, onChange: () => void): () => void {
    const listeners = this.listeners.get(topic) ?? new Set();
    // A new function each time, because the same callback may listen twice.
    const listener = () => onChange();
    this.listeners.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(topic) === listeners) this.listeners.delete(topic);
    };
  }

  notify(topic: string): void {
    for (const listener of [...(this.listeners.get(topic) ?? [])]) listener();
  }

  /** Call when notifications may have been missed. */
  notifyAll(): void {
    for (const topic of [...this.listeners.keys()]) this.notify(topic);
  }
}
