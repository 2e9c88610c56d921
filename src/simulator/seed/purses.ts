import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import type { StoredActor } from '../transactions/transactions.js';
import type { Random } from './random.js';

/** The balance of a ledger while its history is generated, in cents. */
export class Purse {
  total: number;
  reserved = 0;

  constructor(
    readonly ledger: Ledger,
    readonly holder: string,
    random: Random,
  ) {
    this.total = random.between(90_000, 650_000);
  }

  /** Whether an amount can be spent. */
  covers(cents: number): boolean {
    return this.total - this.reserved >= cents;
  }

  get actor(): StoredActor {
    const { id, endUserId, friendlyName } = this.ledger;
    return { name: this.holder, ledgerId: id, endUserId, ledgerFriendlyName: friendlyName };
  }

  /** The ledger with its amounts. */
  get withAmounts(): Ledger {
    const { total, reserved } = this;
    return {
      ...this.ledger,
      totalAmount: total / 100,
      availableAmount: (total - reserved) / 100,
      reservedAmount: reserved / 100,
    };
  }
}
