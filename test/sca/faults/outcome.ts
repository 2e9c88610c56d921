import type { Simulator } from '../../../src/simulator/simulator.js';
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
