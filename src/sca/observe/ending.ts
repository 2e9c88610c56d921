import { objectTypeOf, refusalOf, type Row } from '../effects/creation.js';
import type { Finding } from '../inquiry.js';
import type { Operation, Outcome } from '../operation.js';
import { payload, problem } from '../result.js';

/** How long LinkCy may take to carry out an approval given at the last moment. */
export const afterEndMilliseconds = 5_000;
/** How long after the end the effect is looked for, and rows stay reserved for a lost write. */
export const reservedMilliseconds = 15 * 60 * 1000;

/** A look that did not find the effect. */
export interface FruitlessLook {
  /** When it began, by our clock. */
  readonly beganAt: number;
  /** Whether it read the list as far back as needed. */
  readonly complete: boolean;
  /** 'nothing': no row could be the effect. Anything else leaves a doubt. */
  readonly verdict: 'nothing' | 'uncertain' | 'invisible' | 'busy';
}

/**
 * What follows if the effect was not found. EXPIRED states that no money has moved, so it needs a complete look that began
 * well after a ttl given by LinkCy. Anything less ends UNKNOWN.
 */
export function endingOf(operation: Operation, { beganAt, complete, verdict }: FruitlessLook, now: number): Finding {
  const { endsAt, createdAt, ttlGiven } = operation;
  if (verdict !== 'busy' && ttlGiven && complete && beganAt >= endsAt + afterEndMilliseconds) {
    return { to: 'finalize', outcome: verdict === 'nothing' ? expired() : unseen(verdict) };
  }
  // An assumed ttl proves nothing: count from the beginning.
  if (now >= (ttlGiven ? endsAt : createdAt) + reservedMilliseconds)
    return { to: 'finalize', outcome: unseen(verdict) };
  return { to: 'wait', inDoubt: false, reason: verdict === 'busy' ? 'busy' : 'not approved' };
}

const expired = (): Outcome => ({
  status: 'EXPIRED',
  result: problem(
    'ScaRefused',
    'SCA_INTERACTION_EXPIRED',
    'Nothing was carried out: it was not approved in time, declined, or refused by LinkCy after the approval.',
  ),
});

/** The end of an operation whose effect is this row: done, or refused by LinkCy after all. */
export function outcomeOf(row: Row): Outcome {
  const refusal = refusalOf(row);
  if (refusal !== undefined) return { status: 'FAILED', result: refusal };
  return { status: 'COMPLETED', result: payload(objectTypeOf[row.kind], row.wire.id.toLowerCase()) };
}

/** It may have been carried out unseen. */
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
