import type { ChildProcess } from 'node:child_process';
import { ask, nextMessage, startPart } from '../processes.js';
import type { Generation } from '../../../src/simulator/sca/generation.js';
import type { BankCalls, Customer } from './bank.js';

export const generations: readonly Generation[] = ['1.78', '1.114'];

/** LinkCy in a process of its own. */
export interface Bank {
  readonly process: ChildProcess;
  readonly url: string;
  readonly customers: readonly Customer[];
  /** What a payment itself takes: in 1.114 what stands before the approval is read, too. */
  readonly callsOfPayment: number;
  calls(): Promise<BankCalls>;
  approve(scaId: string): Promise<void>;
}

export async function startBank(generation: Generation, customers: number, milliseconds: number): Promise<Bank> {
  const process = startPart('bustle/bank.ts', {
    ...{ BANK_GENERATION: generation, BANK_CUSTOMERS: String(customers), BANK_MILLISECONDS: String(milliseconds) },
  });
  const started = (await nextMessage(process)) as { readonly url: string; readonly customers: readonly Customer[] };
  let last: Promise<unknown> = Promise.resolve();
  // One question after the other: an answer does not say what it answers.
  const question = <Answer>(asked: Parameters<typeof ask>[1]) => {
    const answer = last.then(() => ask(process, asked)) as Promise<Answer>;
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    ...{ process, ...started, callsOfPayment: generation === '1.114' ? 2 : 1 },
    calls: () => question<BankCalls>('calls'),
    approve: async (scaId) => void (await question({ approve: scaId })),
  };
}
