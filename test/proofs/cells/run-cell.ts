import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../../pagination/random.js';
import type { Cell } from './cell.js';
import { startStage, type Stage } from './stage.js';
import type { Subject } from './subjects.js';
import { Trial, type Outcome } from './trial.js';

/** What is looked at. */
const looks = [
  'transactions',
  'beneficiaries',
  'cards',
  'beneficiaries/{beneficiaryId}',
  'consumers/{consumerId}',
  'cards/{cardId}',
];
const longestSeconds = 60;
const unreadableMilliseconds = 2_500;

/** Plays one cell with all mutations at once, each with a bank of its own at the same LinkCy. */
export async function runCell(cell: Cell, subjects: readonly Subject[], seed: number): Promise<readonly Outcome[]> {
  const stage = await startStage(cell.settings ?? {});
  try {
    const fitting = subjects.filter((subject) => cell.fits?.(subject) ?? true);
    const random = new Random(seed);
    const trials = fitting.map((one) => new Trial(stage, one, cell.name, cell.asPartner, () => random.next()));
    for (const trial of trials) trial.peers = trials.length;
    if (cell.unreadable === 'from the beginning') spoil(stage);
    const running = Promise.all(trials.map((trial) => played(cell, trial)));
    if (cell.unreadable !== undefined) {
      while (trials.some(({ hasBegun }) => !hasBegun)) await wait(10);
      spoil(stage);
      await wait(unreadableMilliseconds);
      stage.simulator.faults.clear();
    }
    await running;
    return trials.map((trial) => trial.outcome());
  } finally {
    await stage.close();
  }
}

function spoil({ simulator }: Stage): void {
  for (const look of looks) simulator.faults.always(`GET /api/partner/${look}`, { status: 500, text: 'broken' });
}

async function played(cell: Cell, trial: Trial): Promise<void> {
  const tooLong = wait(longestSeconds * 1_000, undefined, { ref: false }).then(() => {
    throw new Error(`nothing came of it in ${longestSeconds} s`);
  });
  await Promise.race([cell.run(trial), tooLong]).catch((error: unknown) => trial.faults.push(String(error)));
}
