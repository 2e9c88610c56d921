import { setTimeout as wait } from 'node:timers/promises';
import { defaultLimits } from '../../../src/config/settings.js';
import { insertTrialBank } from '../../support/banks/trial-bank.js';
import { startStage, type Stage } from './stage.js';
import { subjects } from './subjects.js';
import { nameOf } from './trial.js';

/** What an approval took to reach its owner, in milliseconds, at worst. */
export interface Crowd {
  readonly operations: number;
  readonly slowest: number;
  readonly callsPerSecond: number;
}

/**
 * One user has so many operations pending that each needs a look of its own, far more than the budget is good for. How
 * long do the approvals of another user take meanwhile?
 */
export async function measureCrowd(operations: number, callsPerSecond: number, approvals: number): Promise<Crowd> {
  const limits = { ...defaultLimits, watchCallsPerSecond: callsPerSecond };
  const stage = await startStage({ ttlSeconds: 600 }, { limits });
  try {
    await fill(stage, operations);
    stage.simulator.log.clear();
    const began = performance.now();
    const milliseconds = await slowest(stage, approvals);
    const seconds = (performance.now() - began) / 1_000;
    return {
      operations,
      slowest: milliseconds,
      callsPerSecond: Math.round(stage.simulator.log.entries.length / seconds),
    };
  } finally {
    await stage.close();
  }
}

/** The slowest of some approvals, one after the other. */
async function slowest({ simulator, api }: Stage, approvals: number): Promise<number> {
  const times: number[] = [];
  const subject = subjects.find((one) => nameOf(one) === 'createTransfer');
  if (subject === undefined) throw new Error('there is no createTransfer');
  for (let index = 0; index < approvals; index += 1) {
    const bank = insertTrialBank(simulator);
    const { scaId = '' } = await api.mutate(bank.ownerToken, subject, subject.input(bank));
    const event = api.completed(bank.ownerToken, scaId);
    // Where in its pause the next look is must not matter.
    await wait((index * 800) / approvals);
    const approvedAt = performance.now();
    simulator.sca.approve(scaId);
    await event;
    times.push(performance.now() - approvedAt);
  }
  return Math.round(Math.max(...times));
}

async function fill({ simulator, api }: Stage, operations: number): Promise<void> {
  const { store, owner, ownerToken } = insertTrialBank(simulator);
  const update = { mutation: 'updateBeneficiary', payload: 'BeneficiaryPayload' };
  const payees = Array.from({ length: operations }, () => simulator.samples.beneficiary({ endUserId: owner.id }));
  store.beneficiaries.insert(...payees);
  const left = [...payees];
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let payee = left.pop(); payee !== undefined; payee = left.pop()) {
        const told = await api.mutate(ownerToken, update, { id: payee.id, friendlyName: 'Landlady' });
        if (told.scaId === undefined) throw new Error(`not pending: ${told.__typename} ${told.code}`);
      }
    }),
  );
}
