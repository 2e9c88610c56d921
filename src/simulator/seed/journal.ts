import { secondsText } from '../http/instant.js';
import type { StoredTransaction } from '../transactions/transactions.js';
import type { Random } from './random.js';

/** The transactions made so far, in the order in which they happened to be recorded. */
export class Journal {
  readonly rows: StoredTransaction[] = [];
  private readonly positions = new Map<string, number>();

  constructor(readonly random: Random) {}

  get length(): number {
    return this.rows.length;
  }

  /** Records a transaction and returns its id. `at` is in epoch milliseconds. */
  add(at: number, row: Omit<StoredTransaction, 'id' | 'creationDate'>): string {
    const id = this.random.uuid();
    this.positions.set(id, this.rows.length);
    this.rows.push({ id, creationDate: secondsText(at), ...row });
    return id;
  }

  get(id: string): StoredTransaction {
    const row = this.rows[this.positions.get(id) ?? -1];
    if (row === undefined) throw new RangeError('there is no such transaction');
    return row;
  }

  change(id: string, change: Partial<StoredTransaction>): void {
    const position = this.positions.get(id);
    if (position !== undefined) this.rows[position] = { ...this.get(id), ...change };
  }
}
