/** What has to be closed when the server stops, or when it cannot start: whatever was opened last, first. */
export class Resources {
  private readonly closers: (() => unknown)[] = [];

  /** @param close may return a promise; the next one waits for it */
  add(close: () => unknown): void {
    this.closers.push(close);
  }

  async close(): Promise<void> {
    for (let close = this.closers.pop(); close !== undefined; close = this.closers.pop()) await close();
  }
}
