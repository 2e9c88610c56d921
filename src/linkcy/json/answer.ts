import { LinkcyBrokenAnswer, LinkcyFailure, LinkcyRejection, type LinkcyError, type RefusedField } from '../error.js';
import { parseExactJson } from './exact-json.js';
import { isObject } from './shape.js';
import type { TransportAnswer } from '../http/transport.js';

/** LinkCy's error codes look like this; anything else in their place is not passed on. */
const errorCodePattern = /^[A-Z][A-Z0-9_]{2,79}$/;

/** The JSON of an answer. Numbers with more digits than a double holds arrive as text, and are refused as amounts. */
export function jsonOf(call: string, body: Buffer): unknown {
  try {
    return parseExactJson(body.toString());
  } catch {
    throw new LinkcyBrokenAnswer(call, 'the answer is not JSON');
  }
}

/** The error that a status outside 200 to 299 stands for. */
export function errorOf(call: string, answer: TransportAnswer): LinkcyError {
  const body = bodyOf(answer);
  const code = typeof body.errorCode === 'string' && errorCodePattern.test(body.errorCode) ? body.errorCode : undefined;
  if (answer.status >= 500) return new LinkcyFailure(call, answer.status, code);
  if (answer.status >= 400) return new LinkcyRejection(call, answer.status, code, refusedFields(body.details));
  return new LinkcyBrokenAnswer(call, `unexpected status ${answer.status}`);
}

function bodyOf(answer: TransportAnswer): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(answer.body.toString());
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
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
