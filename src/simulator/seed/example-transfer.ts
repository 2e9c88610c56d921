import { availableCents } from '../ledgers/balances.js';
import type { Store } from '../store.js';

/** Both sides of a transfer: LinkCy's ids of a ledger and of a beneficiary. */
export interface ExampleTransfer {
  readonly ledgerFromId: string;
  readonly beneficiaryId: string;
}

/** Enough to repeat it a few times. */
const enoughCents = 100_000;

/** A transfer to try: its payer has a phone to approve it with. Undefined if there is none. */
export function exampleTransfer(store: Store): ExampleTransfer | undefined {
  for (const { id, active, status, accountType, linkcyLedgerId, endUserId } of store.beneficiaries.all()) {
    if (!active || status !== 'VALID' || accountType !== 'IBAN' || linkcyLedgerId != null) continue;
    const payer = store.consumers.get(endUserId);
    if (payer?.strongAuthentication?.biometryStatus !== 'SET' || payer.status.suspension.value === 'SUSPENDED')
      continue;
    const ledger = store.ledgers
      .all()
      .find(
        (one) =>
          one.endUserId === endUserId &&
          one.status === 'ACTIVE' &&
          one.currency === 'EUR' &&
          one.isUpgraded === true &&
          availableCents(store, one) > enoughCents,
      );
    if (ledger !== undefined) return { ledgerFromId: ledger.id, beneficiaryId: id };
  }
  return undefined;
}
