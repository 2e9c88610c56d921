/** How often writes were carried out: what a test counts to prove that nothing happened twice. */
export class Executions {
  private routes = new Map<string, number>();
  private scaIds = new Map<string, number>();

  /** Of one write, for instance "POST /api/partner/transactions", or of all. */
  count(route?: string): number {
    if (route !== undefined) return this.routes.get(route) ?? 0;
    return [...this.routes.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Of the operation that was approved under this id: 0 or 1. */
  of(scaId: string): number {
    return this.scaIds.get(scaId) ?? 0;
  }

  /** By write, and by scaId. */
  get all(): { readonly routes: Readonly<Record<string, number>>; readonly scaIds: Readonly<Record<string, number>> } {
    return { routes: Object.fromEntries(this.routes), scaIds: Object.fromEntries(this.scaIds) };
  }

  add(route: string, scaId: string | undefined): void {
    this.routes.set(route, this.count(route) + 1);
    if (scaId !== undefined) this.scaIds.set(scaId, this.of(scaId) + 1);
  }

  clear(): void {
    this.routes = new Map();
    this.scaIds = new Map();
  }
}
