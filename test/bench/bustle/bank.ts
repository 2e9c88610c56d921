import { setTimeout as pause } from 'node:timers/promises';
import type { Generation } from '../../../src/simulator/sca/generation.js';
import { startSimulator } from '../../../src/simulator/simulator.js';

/** What the benchmark asks this process; each question gets one answer. */
export type BankQuestion = 'calls' | { readonly approve: string };

/** Somebody with an account, who can pay somebody else. */
export interface Customer {
  readonly token: string;
  readonly ledgerId: string;
  readonly beneficiaryId: string;
}

export interface BankCalls {
  readonly all: number;
  /** Those that make, repeat or look for a payment. */
  readonly ofPayments: number;
}

/** LinkCy of one generation, with as many customers as are asked for; every payment has to be approved. */
const { BANK_GENERATION, BANK_CUSTOMERS, BANK_MILLISECONDS } = process.env;
/** Longer than any approval waits here. */
const ttlSeconds = 900;
const payments = '/api/partner/transactions';

const simulator = await startSimulator({ seed: 'empty', generation: BANK_GENERATION as Generation });
const { store, samples, tokens, sca, log } = simulator;
sca.configure({ required: 'always', ttlSeconds });
const customers = Array.from({ length: Number(BANK_CUSTOMERS) }, (): Customer => {
  const address = { isoCountryCode: 'FRA', city: 'Lyon', postalCode: '69001', street: 'Rue Neuve', status: 'VALID' };
  const { id: device } = samples.consumer();
  const phone = { id: device, endpointId: 'phone', pinStatus: 'SET', biometryStatus: 'SET' };
  const owner = samples.consumer({ address, strongAuthentication: phone });
  const ledger = samples.ledger({ endUserId: owner.id, totalAmount: 1e6, availableAmount: 1e6 });
  const payee = samples.beneficiary({ endUserId: owner.id });
  store.consumers.insert(owner);
  store.ledgers.insert(ledger);
  store.beneficiaries.insert(payee);
  return { token: `Bearer ${tokens.consumer(owner.id)}`, ledgerId: ledger.id, beneficiaryId: payee.id };
});
simulator.onRequest('*', () => pause(Number(BANK_MILLISECONDS)));

process.on('message', (question: BankQuestion) => {
  if (question !== 'calls') return void process.send?.({ approved: sca.approve(question.approve).scaId });
  const ofPayments = log.count(`POST ${payments}`) + log.count(`GET ${payments}`);
  process.send?.({ all: log.count(), ofPayments } satisfies BankCalls);
});
process.on('disconnect', () => process.exit());
process.send?.({ url: simulator.url, customers });
