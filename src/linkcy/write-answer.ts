import { errorOf, jsonOf } from './answer.js';
import type { ScaPending } from './endpoints/sca.js';
import { LinkcyBrokenAnswer } from './error.js';
import type { TransportAnswer } from './http/message.js';
import { isObject, shape, uuid } from './json/shape.js';

/**
 * The success that LinkCy documents for a write, besides the 202 of an operation that waits for an approval. Plain data,
 * because a write is stored and sent again after an approval. An `id` is the one in the write's own path.
 */
export type SuccessForm =
  /** 201 with the new object's `id`. */
  | { readonly kind: 'created' }
  /** 200 with the object's own `id`. */
  | { readonly kind: 'changed'; readonly id: string }
  /** 204, or 200 with the object's own `id`. */
  | { readonly kind: 'done'; readonly id: string }
  /** 200 with the ledger's own id as `ledgerId`, and a `transactionId`. */
  | { readonly kind: 'credited'; readonly id: string }
  /** This status, without a body. */
  | { readonly kind: 'empty'; readonly status: 200 | 204 }
  /** This status, with a body that the caller reads and checks: tokens, secrets, links. */
  | { readonly kind: 'body'; readonly status: 200 | 201 };

/** What LinkCy said about a write. */
export type WriteAnswer = {
  /** LinkCy's clock: its `Date` header, whole seconds in epoch milliseconds. */
  readonly date?: number;
} & (
  | { readonly kind: 'done'; /** Of a created object, in lower case. */ readonly id?: string }
  | { readonly kind: 'body'; readonly body: unknown }
  | { readonly kind: 'pending'; readonly pending: ScaPending }
);

const isCreated = shape<{ readonly id: string }>({ id: uuid });
const isCredit = shape<{ readonly ledgerId: string }>({ ledgerId: uuid });

/**
 * Reads the answer to a write. Throws the LinkcyError for anything that is not a success in the documented form: an empty
 * 201, a page of HTML under 200, another object's id, a 202 without an scaId. Such an answer proves nothing.
 */
export function readWriteAnswer(call: string, success: SuccessForm, answer: TransportAnswer): WriteAnswer {
  const { status, date, body } = answer;
  if (status < 200 || status > 299) throw errorOf(call, answer);
  if (status === 202) return { kind: 'pending', pending: pendingIn(jsonOf(call, answer), call, answer), date };
  const isEmpty = body.length === 0;
  switch (success.kind) {
    case 'created': {
      const created = status === 201 && jsonOf(call, answer);
      if (isCreated(created)) return { kind: 'done', id: created.id.toLowerCase(), date };
      break;
    }
    case 'changed':
      if (status === 200 && isOwn(jsonOf(call, answer), success.id)) return { kind: 'done', date };
      break;
    case 'done':
      if (status === 204) return { kind: 'done', date };
      if (status === 200 && isOwn(jsonOf(call, answer), success.id)) return { kind: 'done', date };
      break;
    case 'credited': {
      const credit = status === 200 && jsonOf(call, answer);
      if (isCredit(credit) && isSame(credit.ledgerId, success.id)) return { kind: 'done', date };
      break;
    }
    case 'empty':
      if (status === success.status && isEmpty) return { kind: 'body', body: undefined, date };
      break;
    case 'body':
      if (status === success.status) return { kind: 'body', body: isEmpty ? undefined : jsonOf(call, answer), date };
      break;
  }
  throw new LinkcyBrokenAnswer(call, 'the answer does not have the documented form', answer);
}

/** A 202 needs nothing but its `scaId`: whatever else is missing or odd must not cost anybody an approval. */
function pendingIn(body: unknown, call: string, answer: TransportAnswer): ScaPending {
  if (!isObject(body) || typeof body.scaId !== 'string' || !uuid(body.scaId)) {
    throw new LinkcyBrokenAnswer(call, 'the 202 answer has no scaId', answer);
  }
  const { scaId, joinCode, ttl, scaDeviceId } = body;
  return {
    scaId,
    joinCode: typeof joinCode === 'string' && uuid(joinCode) ? joinCode : undefined,
    ttl: isObject(ttl) ? ttl : undefined,
    scaDeviceId: typeof scaDeviceId === 'string' ? scaDeviceId : undefined,
  };
}

const isOwn = (body: unknown, id: string) => isCreated(body) && isSame(body.id, id);
const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
