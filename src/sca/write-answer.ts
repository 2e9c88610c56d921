import type { ScaPending } from '../linkcy/endpoints/sca.js';
import type { WriteAnswer as LinkcyAnswer } from '../linkcy/write-answer.js';
import type { PayloadReference, SecretReference } from './operation-request.js';
import { payload, secretOf, type Payload, type Secret } from './result.js';

/** What LinkCy answered to a write: done, or the user must approve first. */
type WriteOutcome = Payload | Approval;
interface Approval {
  readonly kind: 'approval';
  readonly approval: ScaPending;
}

/** The mutation's result, or undefined for a created object without an id or another kind of answer. */
export function resultOfWrite({ type, id }: PayloadReference, answer: LinkcyAnswer): WriteOutcome | undefined {
  if (answer.kind === 'pending') return { kind: 'approval', approval: answer.pending };
  if (answer.kind !== 'done') return undefined;
  const uuid = id === 'created' ? answer.id : id;
  return uuid === undefined ? undefined : payload(type, uuid);
}

/** As `resultOfWrite` for a secret answer; undefined if it is not the documented secret. */
export function secretOfRead(
  { type }: SecretReference,
  answer: LinkcyAnswer,
): { readonly kind: 'secret'; readonly secret: Secret } | Approval | undefined {
  if (answer.kind === 'pending') return { kind: 'approval', approval: answer.pending };
  const secret = answer.kind === 'body' ? secretOf(type, answer.body) : undefined;
  return secret && { kind: 'secret', secret };
}
