import type { Generation } from '../../../src/simulator/sca/generation.js';
import { faults, foreignAnswers, type Fault } from '../../support/banks/fault-proxy.js';
import type { Mutation } from './outcome.js';

/** What goes wrong on the wire, and when. */
export interface WireCase {
  readonly generation: Generation;
  readonly fault: Fault;
  readonly stage: Stage;
  readonly mutation: Mutation;
  /** Whether the request reaches LinkCy before its answer is spoilt. */
  readonly reachesLinkcy: boolean;
}

/**
 * write: nobody has to approve, and LinkCy carries the first request out. lost 202: the user is asked, we are not told, and
 * the user approves. replay: what is sent again after the approval. baseline: the looks before ScaPending is answered.
 * look: those that come after the approval.
 */
export type Stage = 'write' | 'lost 202' | 'replay' | 'baseline' | 'look';

const stagesOf = {
  '1.114': ['write', 'lost 202', 'baseline', 'look'],
  '1.78': ['write', 'lost 202', 'replay'],
} as const satisfies Record<Generation, readonly Stage[]>;

/** They happen to connections, before there is a request. */
export const ofConnections: readonly Fault[] = ['refuse', 'accept and reset'];

export const wireCases: readonly WireCase[] = (['1.114', '1.78'] as const).flatMap((generation) =>
  stagesOf[generation].flatMap((stage) =>
    [...faults, ...foreignAnswers]
      // A 202 that never was cannot be lost; and the write before the baseline would not be answered either.
      .filter((fault) => !ofConnections.includes(fault) || !['lost 202', 'baseline'].includes(stage))
      .flatMap((fault) =>
        reaches(fault, stage).flatMap((reachesLinkcy) =>
          (['createTransfer', 'addBeneficiary'] as const).map((mutation) => ({
            ...{ generation, fault, stage, mutation, reachesLinkcy },
          })),
        ),
      ),
  ),
);

function reaches(fault: Fault, stage: Stage): readonly boolean[] {
  if (ofConnections.includes(fault)) return [false];
  return stage === 'write' || stage === 'replay' ? [true, false] : [true];
}
