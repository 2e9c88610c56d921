import { jsonOf } from '../linkcy/json/answer.js';
import { LinkcyBrokenAnswer } from '../linkcy/error.js';
import { isScaPending, type Duration, type ScaPending } from '../linkcy/endpoints/sca.js';
import { isObject, shape, uuid } from '../linkcy/json/shape.js';
import { callName, type TransportAnswer } from '../linkcy/http/transport.js';
import type { SecretRead, Write } from '../linkcy/client.js';
import type { PayloadReference } from './operation-request.js';
import { payloadOf, type AnyPayload } from '../graph/sca/payload.type.js';
import { secretOf, type SecretPayload, type SecretReference } from '../graph/sca/secret.type.js';

/** What a 2xx answer to a write says: it is done, or the user must approve it first. */
export type WriteAnswer = { readonly payload: AnyPayload } | { readonly pending: ScaPending };

const isCreated = shape<{ readonly id: string }>({ id: uuid });

/**
 * Reads a 2xx answer. Throws a LinkcyBrokenAnswer for what LinkCy does not document: an empty 201, a page of HTML from
 * something in between, a 202 without scaId. Such an answer proves nothing.
 */
export function readWriteAnswer(
  write: Write | SecretRead,
  payload: PayloadReference,
  answer: TransportAnswer,
): WriteAnswer {
  const call = callName(write);
  if (answer.status === 204 && payload.id !== 'created') return { payload: payloadOf(payload.type, payload.id) };
  const body = jsonOf(call, answer.body);
  if (answer.status === 202) return { pending: pendingIn(body, call) };
  if (payload.id !== 'created' && isObject(body)) return { payload: payloadOf(payload.type, payload.id) };
  if (payload.id === 'created' && isCreated(body)) return { payload: payloadOf(payload.type, body.id.toLowerCase()) };
  throw new LinkcyBrokenAnswer(call, 'the answer does not have the documented shape');
}

/** As `readWriteAnswer`, where the answer is a secret. */
export function readSecretAnswer(
  read: Write | SecretRead,
  { type }: SecretReference,
  answer: TransportAnswer,
): { readonly secret: SecretPayload } | { readonly pending: ScaPending } {
  const call = callName(read);
  const body = jsonOf(call, answer.body);
  if (answer.status === 202) return { pending: pendingIn(body, call) };
  const secret = secretOf(type, body);
  if (secret !== undefined) return { secret };
  throw new LinkcyBrokenAnswer(call, 'the answer does not have the documented shape');
}

function pendingIn(body: unknown, call: string): ScaPending {
  if (isScaPending(body)) return body;
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
