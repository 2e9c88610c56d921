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
  /** LinkCy answers no look from then on until some seconds after all have begun. */
  readonly unreadable?: 'from the beginning' | 'since';
}

export const completed = 'COMPLETED';
export const expired = 'EXPIRED';
export const unknown = 'UNKNOWN';
export const unknownYet = 'OutcomeUnknown';
export const invisible = 'UNKNOWN EFFECT_NOT_VISIBLE';

export const isRow = ({ seen }: Subject) => seen === 'row';
export const isVisible = ({ seen }: Subject) => seen !== 'nothing';
export const isTransaction = ({ payload }: Subject) => payload === 'TransactionPayload';

/** Where the user does nothing. */
export const quick = { ttlSeconds: 2 };
/** Long enough for a user on a busy machine, short enough for a proof. */
export const short = { ttlSeconds: 8 };

/** The user thinks and approves, and what must come of it. */
export async function approvedEnds(trial: Trial, scaId: string, ...expected: readonly string[]): Promise<void> {
  await trial.takeTime();
  await approvedNowEnds(trial, scaId, ...expected);
}

/** The operation is approved, and what must come of it: of a secret, that nobody can see it. */
export async function approvedNowEnds(trial: Trial, scaId: string, ...expected: readonly string[]): Promise<void> {
  trial.approve(scaId);
  if (trial.subject.seen !== 'nothing') return trial.expect(await trial.ending(scaId), ...expected);
  // Only the owner's word sends it once more, and a second push says that it was in vain.
  trial.expect(await trial.resuming(scaId, trial.stage.api, 1), 'FAILED SCA_NOT_RESUMABLE');
  trial.expect(await trial.resuming(scaId), 'FAILED SCA_NOT_RESUMABLE');
}
