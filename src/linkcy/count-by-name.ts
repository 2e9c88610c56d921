/** How many there are, by name; a name of which there are none takes no memory. */
export class CountByName {
  private readonly counts = new Map<string, number>();

  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  add(name: string, number: number): void {
    const count = this.of(name) + number;
    if (count > 0) this.counts.set(name, count);
    else this.counts.delete(name);
  }
}
