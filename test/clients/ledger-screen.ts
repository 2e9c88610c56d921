import { startStage, type Stage, type StageOptions } from '../sca/stage.js';

/** What the small apps of the tests here are built on: Nora's ledger with 45 payments, newest first, and her payee. */
export interface LedgerScreen {
  readonly stage: Stage;
  readonly authorization: string;
  readonly ledgerId: string;
  /** LinkCy's ids of the payments that were there from the beginning, in the order of the list. */
  readonly payments: readonly string[];
  /** Rows come in at the top and one of them goes away, as they do while somebody reads. `seen` is not touched. */
  churn(seen: readonly string[]): void;
  /** The customer approves on the phone. */
  approve(scaId: string): void;
  close(): Promise<void>;
}

export async function openLedgerScreen(options: StageOptions = {}): Promise<LedgerScreen> {
  const stage = await startStage(options);
  const { simulator, main, owner, ownerToken } = stage;
  const { store, samples } = simulator;
  let minute = 0;
  const pay = () => {
    minute += 1;
    const creationDate = new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString();
    const sender = { name: 'Nora Lind', endUserId: owner.id, ledgerId: main.id };
    const row = samples.transaction({ creationDate, sender, receiver: { name: 'Café' } });
    store.transactions.insert(row);
    return row.id;
  };
  const payments = Array.from({ length: 45 }, pay).reverse();
  return {
    stage,
    authorization: `Bearer ${ownerToken}`,
    ledgerId: main.id,
    payments,
    churn(seen) {
      pay();
      pay();
      pay();
      const unseen = store.transactions.all().find(({ id }) => payments.includes(id) && !seen.includes(id));
      if (unseen !== undefined) store.transactions.remove(unseen.id);
    },
    approve: (scaId) => void simulator.sca.approve(scaId),
    close: () => stage.close(),
  };
}
