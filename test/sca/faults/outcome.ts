import { ibanOf } from '../../../src/simulator/ledgers/iban.js';
import type { Simulator } from '../../../src/simulator/simulator.js';
import type { WriteBank } from '../../support/banks/write-bank.js';
import { transfers } from '../store/redis/deployment.js';
import type { Result } from '../store/redis/owner.js';

/** What came of a case. */
export interface Outcome {
  /** What the owner was told in the end. */
  readonly told: string;
  /** How often LinkCy has carried it out. */
  readonly executions: number;
  /** What contradicts the promises. */
  readonly problems: readonly string[];
}

/** COMPLETED, or the end and the code that says more. */
export function endOf({ status, __typename: type = '', code, result }: Result): string {
  if (status === 'COMPLETED' || type.endsWith('Payload')) return 'COMPLETED';
  return [status ?? type, code ?? result?.code].filter((word) => word !== undefined).join(' ');
}

/** The text by which a case's object is known. */
export function named({ store }: Simulator, told: Result): string | undefined {
  const { transaction, beneficiary } = told.result ?? told;
  const made = store.transactions.get(transaction?.uuid ?? '');
  return made?.information?.reference ?? store.beneficiaries.get(beneficiary?.uuid ?? '')?.name;
}

/** One that is looked for in a list of its own, and one that moves money. */
export const writes = { createTransfer: transfers, addBeneficiary: 'POST /api/partner/beneficiaries' } as const;
export type Mutation = keyof typeof writes;

/** What nothing else asks for: its object is known by the mark, which is "Something 12.", and so is its key. */
export function inputOf({ main, payee }: WriteBank, mutation: Mutation, mark: string, amount: string): object {
  const account = mark.replace(/\D/g, '').padStart(10, '0');
  const sepa = { iban: ibanOf('DE', `99974000${account}`), bic: 'NORUDEFFXXX' };
  return {
    ...(mutation === 'createTransfer'
      ? { ledgerFromId: main.id, beneficiaryId: payee.id, amount, reference: mark }
      : { type: 'PERSON', name: mark, bankingDetails: { sepa } }),
    idempotencyKey: mark,
  };
}

/** How often LinkCy has carried it out, whatever led to that. */
export function executionsOf({ store }: Simulator, mark: string): number {
  const rows = [...store.transactions.all(), ...store.beneficiaries.all()];
  return rows.filter((row) => JSON.stringify(row).includes(`"${mark}"`)).length;
}

/** The approval that the user's phone shows for it. */
export function scaIdOf({ sca }: Simulator, mark: string): string | undefined {
  return sca.all().find(({ words }) => JSON.stringify(words).includes(mark))?.scaId;
}
