import {
  LinkcyBrokenAnswer,
  LinkcyFailure,
  LinkcyForeignAnswer,
  LinkcyRejection,
  type LinkcyError,
  type RefusedField,
} from './error.js';
import type { TransportAnswer } from './http/message.js';
import { parseExactJson } from './json/exact-json.js';
import { isObject, type Guard } from './json/shape.js';

/*
 * Who wrote this answer? Ingresses, gateways and firewalls stand between us and LinkCy, and they answer, too: "default
 * backend - 404" does not say that a ledger does not exist, and a 403 of a firewall after LinkCy has carried out a transfer
 * does not say that it was refused. Everything that reads an answer of LinkCy's asks this file and `write-answer.ts`.
 *
 * - 4xx: LinkCy's, and then nothing was carried out, only in LinkCy's documented error form: JSON with `error`, one of its
 *   words ("linkcy.not.found"), with `status`, the same as the answer's, and with `timestamp`. LinkCy documents all three
 *   as required for each 4xx, its 401 and 403 included. Frameworks write JSON with fields of these names as well, Spring
 *   Boot for instance, but with `error: "Not Found"`: therefore the words.
 * - 2xx: LinkCy's only in the form documented for the operation.
 * - 5xx: whoever wrote it, nobody knows whether the request was carried out. Redirects are never LinkCy's.
 */

/** LinkCy's error codes look like this; anything else in their place is not passed on. */
const errorCodePattern = /^[A-Z][A-Z0-9_]{2,79}$/;
const errorWordPattern = /^linkcy(?:\.[a-z]+)+$/;

/** The error that an answer without the documented success status stands for. */
export function errorOf(call: string, answer: TransportAnswer): LinkcyError {
  const { status, date } = answer;
  const body = bodyOf(answer);
  const code = typeof body.errorCode === 'string' && errorCodePattern.test(body.errorCode) ? body.errorCode : undefined;
  if (status >= 500) return new LinkcyFailure(call, status, code, { date });
  if (status < 400) return new LinkcyBrokenAnswer(call, `unexpected status ${status}`, { date });
  if (!hasErrorForm(body, status)) return new LinkcyForeignAnswer(call, status, { date });
  return new LinkcyRejection(call, status, code, refusedFields(body.details), { date });
}

/** What a read was answered with. Throws the LinkcyError for any other answer than a 200 of the documented shape. */
export function readAnswer<Wire>(call: string, answer: TransportAnswer, isWire: Guard<Wire>): Wire {
  if (answer.status !== 200) throw errorOf(call, answer);
  const json = jsonOf(call, answer);
  if (isWire(json)) return json;
  throw new LinkcyBrokenAnswer(call, 'the answer does not have the documented shape', answer);
}

/**
 * The JSON of an answer. Numbers with more digits than a double holds arrive as text, and are refused as amounts. Throws a
 * LinkcyBrokenAnswer.
 */
export function jsonOf(call: string, answer: TransportAnswer): unknown {
  try {
    return parseExactJson(textOf(answer));
  } catch {
    throw new LinkcyBrokenAnswer(call, 'the answer is not JSON', answer);
  }
}

/** Decoded by the charset that the answer names, or as UTF-8. Throws for bytes that are not text in that charset. */
function textOf({ body, contentType = '' }: TransportAnswer): string {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
  // A byte order mark is left out.
  return (charset === undefined ? utf8 : new TextDecoder(charset, { fatal: true })).decode(body);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function bodyOf(answer: TransportAnswer): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(textOf(answer));
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

function hasErrorForm({ error, status, timestamp }: Readonly<Record<string, unknown>>, answered: number): boolean {
  const hasWord = typeof error === 'string' && errorWordPattern.test(error);
  return hasWord && status === answered && typeof timestamp === 'string' && !Number.isNaN(Date.parse(timestamp));
}

function refusedFields(details: unknown): RefusedField[] {
  if (!Array.isArray(details)) return [];
  return details.flatMap((detail: unknown) =>
    isObject(detail) && typeof detail.field === 'string'
      ? [{ field: detail.field, message: messageWithoutValue(detail.message, detail.rejectedValue) }]
      : [],
  );
}

/** LinkCy's messages may repeat the rejected value, which can be an IBAN or a name. */
function messageWithoutValue(message: unknown, rejected: unknown): string {
  if (typeof message !== 'string' || message === '') return 'LinkCy refused this value.';
  const value = typeof rejected === 'string' || typeof rejected === 'number' ? String(rejected) : '';
  return value !== '' && message.includes(value) ? 'LinkCy refused this value.' : message;
}
