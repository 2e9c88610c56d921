import type { Operation } from '../../operation.js';
import type { SigningStep } from '../../signing/signing-state.js';
import type { Names } from './names.js';
import { signingText, type RecordCodec } from './record-codec.js';
import { toAsked, toPrepared, toSent } from './scripts.js';

/**
 * The script that takes an operation a step on in its signing, and its arguments. Each comes to the same when it is run twice.
 *
 * @param deadline until when sending may begin, in Redis's time
 */
export function signingScript(
  step: SigningStep<Operation>,
  scaId: string,
  deadline: string,
  names: Names,
  records: RecordCodec,
): readonly [script: string, ...args: string[]] {
  const news = [names.channel, names.topics(scaId)[0]];
  switch (step.to) {
    case 'sent':
      return [toSent, `${step.sentAt}:${step.submit}`, step.submit, String(step.leaseMilliseconds), deadline];
    case 'prepared':
      return [toPrepared, step.submit, ...news, signingText({ stage: 'prepared', refusals: step.refusals })];
    case 'asked':
      return [toAsked, step.submit, ...news, records.request(step.operation, names.operation(scaId))];
  }
}
