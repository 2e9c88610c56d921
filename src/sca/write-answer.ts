import { LinkcyBrokenAnswer } from '../linkcy/error.js';
import { isScaPending, type Duration, type ScaPending } from '../linkcy/endpoints/sca.js';
import { callName, type TransportAnswer } from '../linkcy/http/transport.js';
import { jsonOf } from '../linkcy/json/answer.js';
import { isObject, shape, uuid } from '../linkcy/json/shape.js';
import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { PayloadReference, SecretReference } from './operation-request.js';
import { payload, secretOf, type Payload, type Secret } from './result.js';

/** What a 2xx answer to a write says: it is done, or the user must approve it first. */
export type WriteAnswer = Payload | { readonly kind: 'approval'; readonly approval: ScaPending };

const isCreated = shape<{ readonly id: string }>({ id: uuid });

/**
 * Reads a 2xx answer. Throws a LinkcyBrokenAnswer for what LinkCy does not document: an empty 201, a page of HTML from
 * something in between, a 202 without scaId. Such an answer proves nothing.
 */
export function readWriteAnswer(
  write: WriteRequest | SecretRead,
  { type, id }: PayloadReference,
  answer: TransportAnswer,
): WriteAnswer {
  const call = callName(write);
  if (answer.status === 204 && id !== 'created') return payload(type, id);
  const body = jsonOf(call, answer.body);
  if (answer.status === 202) return approvalIn(body, call);
  if (id !== 'created' && isObject(body)) return payload(type, id);
  if (id === 'created' && isCreated(body)) return payload(type, body.id.toLowerCase());
  throw new LinkcyBrokenAnswer(call, 'the answer does not have the documented shape');
}

/** As `readWriteAnswer`, where the answer is a secret. */
export function readSecretAnswer(
  read: WriteRequest | SecretRead,
  { type }: SecretReference,
  answer: TransportAnswer,
): { readonly kind: 'secret'; readonly secret: Secret } | Extract<WriteAnswer, { kind: 'approval' }> {
  const call = callName(read);
  const body = jsonOf(call, answer.body);
  if (answer.status === 202) return approvalIn(body, call);
  const secret = secretOf(type, body);
  if (secret !== undefined) return { kind: 'secret', secret };
  throw new LinkcyBrokenAnswer(call, 'the answer does not have the documented shape');
}

function approvalIn(body: unknown, call: string): Extract<WriteAnswer, { kind: 'approval' }> {
  if (isScaPending(body)) return { kind: 'approval', approval: body };
  throw new LinkcyBrokenAnswer(call, 'the 202 answer does not have the documented shape');
}

/** Nothing is kept longer than a day. */
const longestTtlMilliseconds = 24 * 60 * 60 * 1000;
/** What stands for a Duration without any number in it. */
const assumedTtlMilliseconds = 300_000;

/** LinkCy's Duration in whole milliseconds, rounded down, at least 0 and at most a day. */
export function ttlMilliseconds({ seconds, nano }: Duration): number {
  if (!Number.isFinite(seconds) && !Number.isFinite(nano)) return assumedTtlMilliseconds;
  const milliseconds = finite(seconds) * 1000 + finite(nano) / 1_000_000;
  return Math.floor(Math.min(Math.max(milliseconds, 0), longestTtlMilliseconds));
}

function finite(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
