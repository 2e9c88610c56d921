import type { Finding } from '../inquiry.js';
import type { Operation, Outcome } from '../operation.js';
import { problem } from '../result.js';

/** LinkCy may take so long to carry out what was approved in the last moment. */
export const afterEndMilliseconds = 5_000;
/** For so long it is tried to see how an operation ended, and a lost write keeps what it could have led to. */
export const reservedMilliseconds = 15 * 60 * 1000;

/** A look that has not found the effect. */
export interface FruitlessLook {
  /** When it was begun, by our clock. */
  readonly beganAt: number;
  /** Whether it saw everything that it had to see. */
  readonly complete: boolean;
  /** 'nothing': there is nothing that could be the effect. Anything else leaves a doubt. */
  readonly verdict: 'nothing' | 'uncertain' | 'invisible' | 'busy';
}

/**
 * What follows for an operation whose effect is not there (yet). EXPIRED says that no money has moved, and so needs a
 * complete look that began well after a ttl of LinkCy's own; whatever is less ends UNKNOWN.
 */
export function endingOf(operation: Operation, { beganAt, complete, verdict }: FruitlessLook, now: number): Finding {
  const { endsAt, createdAt, ttlGiven } = operation;
  if (verdict !== 'busy' && ttlGiven && complete && beganAt >= endsAt + afterEndMilliseconds) {
    return { to: 'finalize', outcome: verdict === 'nothing' ? expired() : unseen(verdict) };
  }
  // A ttl that we have assumed says nothing; from LinkCy's own, it counts from its end.
  if (now >= (ttlGiven ? endsAt : createdAt) + reservedMilliseconds)
    return { to: 'finalize', outcome: unseen(verdict) };
  return { to: 'wait', inDoubt: false, reason: 'not approved' };
}

const expired = (): Outcome => ({
  status: 'EXPIRED',
  result: problem(
    'ScaRefused',
    'SCA_INTERACTION_EXPIRED',
    'Nothing was carried out: it was not approved in time, declined, or refused by LinkCy after the approval.',
  ),
});

/** It may have been carried out, and nobody has seen it. */
export const unseen = (verdict: FruitlessLook['verdict']): Outcome => ({
  status: 'UNKNOWN',
  result:
    verdict === 'invisible'
      ? problem(
          'OutcomeUnknown',
          'EFFECT_NOT_VISIBLE',
          'Whether it was carried out cannot be told: LinkCy shows nothing that this changes. Look at the object, or ask the user.',
        )
      : problem('OutcomeUnknown'),
});
