import { setTimeout as wait } from 'node:timers/promises';
import {
  approvedEnds,
  approvedNowEnds,
  completed,
  expired,
  isRow,
  isTransaction,
  isVisible,
  short,
  unknown,
  unknownYet,
  type Cell,
} from './cell.js';
import type { Trial } from './trial.js';

/** Every push comes, and no client learns of it. */
function loseAnswers({ stage: { simulator } }: Trial): void {
  simulator.faults.always('*', { answered: 202, destroySocket: true });
}

/** Resolves when the user's time is nearly over. */
async function lastMoment({ stage: { simulator } }: Trial, scaId: string): Promise<void> {
  const { expiresAt = 0 } = simulator.sca.get(scaId) ?? {};
  await wait(Math.max(expiresAt - 400 - simulator.clock.now(), 0));
}

/** Columns in which LinkCy or the way to it is not as it should be. */
export const troubledCells: readonly Cell[] = [
  {
    name: 'a declined row',
    fits: isTransaction,
    async run(trial) {
      const scaId = await trial.begin();
      trial.approve(scaId);
      const { sca, store } = trial.stage.simulator;
      const id = sca.get(scaId)?.execution?.objectId ?? '';
      const { information } = store.transactions.get(id) ?? {};
      const declined = { status: 'DECLINED', information: { ...information, declineReason: 'INSUFFICIENT_FUNDS' } };
      store.transactions.update(id, declined);
      trial.expect(await trial.ending(scaId), 'FAILED INSUFFICIENT_FUNDS');
    },
  },
  {
    name: 'refused by LinkCy after the approval',
    settings: short,
    fits: ({ refuse }) => refuse !== undefined,
    async run(trial) {
      const scaId = await trial.begin();
      trial.subject.refuse?.(trial.bank);
      trial.approve(scaId);
      trial.expect(await trial.ending(scaId), expired);
    },
  },
  {
    name: 'unreadable from the beginning',
    settings: { ttlSeconds: 20 },
    unreadable: 'from the beginning',
    fits: isVisible,
    async run(trial) {
      const scaId = await trial.begin();
      // What LinkCy makes in the very second of its 202 may have been there before.
      await wait(1_100);
      await approvedEnds(trial, scaId, isRow(trial.subject) ? completed : unknown);
    },
  },
  {
    name: 'unreadable since it has begun',
    unreadable: 'since',
    fits: isVisible,
    async run(trial) {
      const scaId = await trial.begin();
      while (trial.stage.simulator.faults.all.length === 0) await wait(10);
      await approvedEnds(trial, scaId, completed);
    },
  },
  {
    name: 'a row that nobody can read, approved',
    fits: ({ spoil }) => spoil !== undefined,
    async run(trial) {
      trial.subject.spoil?.(trial.bank);
      await approvedEnds(trial, await trial.begin(), completed);
    },
  },
  {
    name: 'a row that nobody can read, not approved',
    settings: short,
    fits: ({ spoil }) => spoil !== undefined,
    async run(trial) {
      const scaId = await trial.begin();
      trial.subject.spoil?.(trial.bank);
      trial.expect(await trial.ending(scaId), unknown);
    },
  },
  {
    name: 'its 202 is lost, then approved',
    fits: isVisible,
    async run(trial) {
      loseAnswers(trial);
      trial.expect(await trial.lose(), unknownYet);
      // What is made in the second of the loss is its own; what is made later may be another channel's.
      await wait(2_000);
      trial.approve(trial.adopt());
      const told = await trial.ask(trial.keyed);
      trial.answered(`${told.__typename} ${told.code}`);
      trial.expect(told.__typename ?? '', unknownYet);
      trial.expect(told.code ?? '', isRow(trial.subject) ? 'ONE_ALIKE_SINCE' : 'OUTCOME_UNKNOWN');
    },
  },
  {
    name: 'a twin whose 202 is lost',
    settings: { ttlSeconds: 10 },
    fits: isVisible,
    async run(trial) {
      loseAnswers(trial);
      trial.expect(await trial.lose(), unknownYet);
      const { sca, faults } = trial.stage.simulator;
      while (sca.all().length < trial.peers) await wait(10);
      faults.clear();
      const scaId = await trial.begin();
      trial.approve(scaId);
      // The row may be that of the other: nobody has it.
      trial.expect(await trial.ending(scaId), isRow(trial.subject) ? unknown : completed);
    },
  },
  ...oddTtls(),
  {
    name: 'approval in the last second',
    settings: { ttlSeconds: 5 },
    async run(trial) {
      const scaId = await trial.begin();
      await lastMoment(trial, scaId);
      await approvedNowEnds(trial, scaId, completed);
    },
  },
  {
    name: 'last second, LinkCy takes 2 s',
    settings: { ttlSeconds: 5, executionSeconds: 2 },
    fits: isVisible,
    async run(trial) {
      const scaId = await trial.begin();
      await lastMoment(trial, scaId);
      await approvedNowEnds(trial, scaId, completed);
    },
  },
];

/** A 202 needs nothing but its scaId. */
function oddTtls(): Cell[] {
  const odd: Readonly<Record<string, unknown>> = {
    missing: undefined,
    null: null,
    'a number': 300,
    'a text': 'soon',
    negative: { seconds: -5, nano: 0, zero: false, negative: true, positive: false },
    zero: { seconds: 0, nano: 0, zero: true, negative: false, positive: false },
    'numbers as texts': { seconds: '300', positive: 'true' },
    'ISO 8601': 'PT5M',
  };
  return Object.entries(odd).map(([name, ttl]) => ({
    name: `ttl: ${name}`,
    settings: { pendingBody: ({ scaId }) => ({ scaId, ttl }) },
    run: async (trial) => approvedEnds(trial, await trial.begin(), completed),
  }));
}
