import { setTimeout as wait } from 'node:timers/promises';
import type { ScaSettings } from '../../../src/simulator/sca/settings.js';
import type { Subject } from './subjects.js';
import type { Trial } from './trial.js';

/** A column of the table: what happens around an operation, and what must come of it. */
export interface Cell {
  readonly name: string;
  readonly settings?: Partial<ScaSettings>;
  readonly fits?: (subject: Subject) => boolean;
  readonly asPartner?: true;
  readonly run: (trial: Trial) => Promise<void>;
  /** Goes wrong for all trials of the cell from when all have begun, or, with `fromTheBeginning`, before; then goes well again. */
  readonly unreadableSeconds?: number;
  readonly fromTheBeginning?: true;
}

const completed = 'COMPLETED';
const expired = 'EXPIRED';
const unknown = 'UNKNOWN';
const unknownYet = 'OutcomeUnknown';
const invisible = 'UNKNOWN EFFECT_NOT_VISIBLE';

const isRow = ({ seen }: Subject) => seen === 'row';
const isVisible = ({ seen }: Subject) => seen !== 'nothing';
const isKept = ({ forgotten }: Subject) => forgotten !== true;
const isTransaction = ({ payload }: Subject) => payload === 'TransactionPayload';

/** Where the user does nothing. */
const quick = { ttlSeconds: 2 };
/** Long enough for a user on a busy machine, short enough for a proof. */
const short = { ttlSeconds: 8 };

/** The operation is approved, and what must come of it: of a secret, that nobody can see it. */
async function approvedEnds(trial: Trial, scaId: string, ...expected: readonly string[]): Promise<void> {
  trial.approve(scaId);
  if (trial.subject.seen !== 'nothing') return trial.expect(await trial.ending(scaId), ...expected);
  // Only the owner's word sends it once more, and a second push says that it was in vain.
  trial.expect(await trial.resuming(scaId, trial.stage.api, 1), 'FAILED SCA_NOT_RESUMABLE');
  trial.expect(await trial.resuming(scaId), 'FAILED SCA_NOT_RESUMABLE');
}

/** What waits and cannot be kept says so, and nothing more follows. */
async function plain(trial: Trial): Promise<void> {
  if (!trial.subject.forgotten) return approvedEnds(trial, await trial.begin(), completed);
  trial.expect((await trial.ask()).code ?? '', 'APPROVAL_MAY_CARRY_OUT');
}

/** Every push comes, and no client learns of it. */
function loseAnswers({ stage: { simulator } }: Trial): void {
  simulator.faults.always('*', { answered: 202, destroySocket: true });
}

/** Resolves when the user's time is nearly over. */
async function lastMoment({ stage: { simulator } }: Trial, scaId: string): Promise<void> {
  const { expiresAt = 0 } = simulator.sca.get(scaId) ?? {};
  await wait(Math.max(expiresAt - 400 - simulator.clock.now(), 0));
}

export const cells: readonly Cell[] = [
  { name: 'plain', run: plain },
  { name: "partner's token", asPartner: true, run: plain },
  {
    name: 'not approved',
    settings: quick,
    fits: isKept,
    run: async (trial) =>
      trial.expect(await trial.ending(await trial.begin()), isVisible(trial.subject) ? expired : invisible),
  },
  {
    name: 'declined by the user',
    settings: short,
    fits: isVisible,
    async run(trial) {
      const scaId = await trial.begin();
      trial.stage.simulator.sca.decline(scaId);
      trial.expect(await trial.ending(scaId), expired);
    },
  },
  {
    name: 'already as asked, approved',
    settings: short,
    fits: isVisible,
    async run(trial) {
      await trial.doElsewhere();
      trial.age();
      if (trial.subject.single !== undefined) return trial.expect((await trial.ask()).code ?? '', trial.subject.single);
      await approvedEnds(trial, await trial.begin(), trial.subject.seen === 'state' ? invisible : completed);
    },
  },
  {
    name: 'already as asked, not approved',
    settings: quick,
    fits: isVisible,
    async run(trial) {
      await trial.doElsewhere();
      trial.age();
      if (trial.subject.single !== undefined) return trial.expect((await trial.ask()).code ?? '', trial.subject.single);
      trial.expect(await trial.ending(await trial.begin()), trial.subject.seen === 'state' ? invisible : expired);
    },
  },
  {
    name: 'a twin here, both approved',
    settings: short,
    fits: isVisible,
    async run(trial) {
      const ids = [await trial.begin(), await trial.begin()];
      for (const scaId of ids) trial.approve(scaId);
      const ends = await Promise.all(ids.map((scaId) => trial.ending(scaId)));
      trial.expectAll(ends, [completed, trial.subject.single !== undefined ? expired : completed]);
    },
  },
  {
    name: 'a twin here, one approved',
    settings: short,
    fits: isVisible,
    async run(trial) {
      const ids = [await trial.begin(), await trial.begin()];
      trial.approve(ids[1] ?? '');
      const ends = await Promise.all(ids.map((scaId) => trial.ending(scaId)));
      trial.expectAll(ends, [completed, isRow(trial.subject) ? expired : completed]);
    },
  },
  {
    name: 'a twin elsewhere, ours not approved',
    settings: short,
    fits: isVisible,
    async run(trial) {
      const scaId = await trial.begin();
      await trial.doElsewhere();
      trial.expect(await trial.ending(scaId), completed);
    },
  },
  {
    name: 'a twin elsewhere, both approved',
    fits: isVisible,
    async run(trial) {
      const scaId = await trial.begin();
      trial.approve(scaId);
      if (trial.subject.single === undefined) await trial.doElsewhere();
      trial.expect(await trial.ending(scaId), completed);
    },
  },
  {
    name: 'a twin of another principal',
    settings: short,
    fits: ({ seen, partner }) => seen !== 'nothing' && partner === undefined,
    async run(trial) {
      const { partnerToken } = trial.world;
      const ids = [await trial.begin(), await trial.begin(undefined, undefined, partnerToken)];
      trial.approve(ids[0] ?? '');
      const ends = await Promise.all([trial.ending(ids[0]!), trial.ending(ids[1]!, undefined, partnerToken)]);
      trial.expectAll(ends, isRow(trial.subject) ? [unknown, unknown] : [completed, completed]);
    },
  },
  {
    name: 'a near miss, not approved',
    settings: short,
    fits: ({ near, third }) => near !== undefined || third !== undefined,
    async run(trial) {
      const scaId = await trial.begin();
      await trial.doNearly();
      trial.expect(await trial.ending(scaId), unknown);
    },
  },
  {
    name: 'a near miss, approved',
    fits: ({ near, third }) => near !== undefined || third !== undefined,
    async run(trial) {
      const scaId = await trial.begin();
      await trial.doNearly();
      await approvedEnds(trial, scaId, completed);
    },
  },
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
      trial.subject.refuse?.(trial.world);
      trial.approve(scaId);
      trial.expect(await trial.ending(scaId), expired);
    },
  },
  {
    name: 'unreadable from the beginning, for 3 s',
    settings: short,
    unreadableSeconds: 3,
    fromTheBeginning: true,
    fits: isVisible,
    async run(trial) {
      const scaId = await trial.begin();
      // What LinkCy makes in the very second of its 202 may have been there before.
      await wait(1_100);
      await approvedEnds(trial, scaId, isRow(trial.subject) ? completed : unknown);
    },
  },
  {
    name: 'unreadable since, for 3 s',
    unreadableSeconds: 3,
    fits: isVisible,
    run: async (trial) => approvedEnds(trial, await trial.begin(), completed),
  },
  {
    name: 'a row that nobody can read, approved',
    fits: ({ spoil }) => spoil !== undefined,
    async run(trial) {
      trial.subject.spoil?.(trial.world);
      await approvedEnds(trial, await trial.begin(), completed);
    },
  },
  {
    name: 'a row that nobody can read, not approved',
    settings: short,
    fits: ({ spoil }) => spoil !== undefined,
    async run(trial) {
      const scaId = await trial.begin();
      trial.subject.spoil?.(trial.world);
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
    fits: isKept,
    async run(trial) {
      const scaId = await trial.begin();
      await lastMoment(trial, scaId);
      await approvedEnds(trial, scaId, completed);
    },
  },
  {
    name: 'last second, LinkCy takes 2 s',
    settings: { ttlSeconds: 5, executionSeconds: 2 },
    fits: isVisible,
    async run(trial) {
      const scaId = await trial.begin();
      await lastMoment(trial, scaId);
      await approvedEnds(trial, scaId, completed);
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
    fits: isKept,
    run: async (trial) => approvedEnds(trial, await trial.begin(), completed),
  }));
}
