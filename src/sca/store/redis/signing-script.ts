import type { Operation } from '../../operation.js';
import type { SigningStep } from '../../signing/signing-state.js';
import type { Names } from './names.js';
import { signingText, type RecordCodec } from './record-codec.js';
import { toAsked, toPrepared, toSent } from './scripts.js';

/**
 * The script for a signing step, and its arguments. All are idempotent.
 *
 * @param notAfter when the caller gives up, by Redis's clock
 */
export function signingScript(
  step: SigningStep<Operation>,
  scaId: string,
  notAfter: string,
  names: Names,
  records: RecordCodec,
): readonly [script: string, ...args: string[]] {
  const topic = [names.channel, names.topics(scaId)[0]];
  switch (step.to) {
    case 'sent':
      return [toSent, `${step.sentAt}:${step.submit}`, step.submit, String(step.leaseMilliseconds), notAfter];
    case 'prepared':
      return [toPrepared, step.submit, ...topic, signingText({ stage: 'prepared', refusals: step.refusals })];
    case 'asked':
      return [toAsked, step.submit, ...topic, records.request(step.operation, names.operation(scaId))];
  }
}
