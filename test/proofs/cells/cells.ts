import {
  approvedEnds,
  completed,
  expired,
  invisible,
  isRow,
  isVisible,
  quick,
  short,
  unknown,
  type Cell,
} from './cell.js';
import { troubledCells } from './troubled-cells.js';
import type { Trial } from './trial.js';

async function plain(trial: Trial): Promise<void> {
  return approvedEnds(trial, await trial.begin(), completed);
}

/** The columns of the table. */
export const cells: readonly Cell[] = [
  { name: 'plain', run: plain },
  { name: "partner's token", asPartner: true, run: plain },
  {
    name: 'not approved',
    settings: quick,
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
    settings: short,
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
      const { partnerToken } = trial.bank;
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
  ...troubledCells,
];
