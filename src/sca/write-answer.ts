import type { ScaPending } from '../linkcy/endpoints/sca.js';
import type { WriteAnswer as LinkcyAnswer } from '../linkcy/write-answer.js';
import type { PayloadReference, SecretReference } from './operation-request.js';
import { payload, secretOf, type Payload, type Secret } from './result.js';

/** What LinkCy's answer to a write says: it is done, or the user must approve it first. */
export type WriteAnswer = Payload | Approval;
interface Approval {
  readonly kind: 'approval';
  readonly approval: ScaPending;
}

/** What the answer means for the object; undefined where a created object has no id, or the answer is of another kind. */
export function resultOfWrite({ type, id }: PayloadReference, answer: LinkcyAnswer): WriteAnswer | undefined {
  if (answer.kind === 'pending') return { kind: 'approval', approval: answer.pending };
  if (answer.kind !== 'done') return undefined;
  const uuid = id === 'created' ? answer.id : id;
  return uuid === undefined ? undefined : payload(type, uuid);
}

/** As `resultOfWrite`, where the answer is a secret; undefined where it is not the secret that LinkCy documents. */
export function secretOfRead(
  { type }: SecretReference,
  answer: LinkcyAnswer,
): { readonly kind: 'secret'; readonly secret: Secret } | Approval | undefined {
  if (answer.kind === 'pending') return { kind: 'approval', approval: answer.pending };
  const secret = answer.kind === 'body' ? secretOf(type, answer.body) : undefined;
  return secret && { kind: 'secret', secret };
}
