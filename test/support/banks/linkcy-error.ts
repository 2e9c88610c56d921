import type { Fault } from '../../../src/simulator/control/faults.js';

const words: Readonly<Record<number, string>> = {
  400: 'linkcy.bad.request',
  401: 'linkcy.unauthorized',
  403: 'linkcy.forbidden',
  404: 'linkcy.not.found',
  409: 'linkcy.conflict',
};

/** A fault that LinkCy itself writes: an error in its own form. */
export function linkcyError(status: number, fields: object = {}): Fault {
  const form = { error: words[status] ?? 'linkcy.error', status, timestamp: '2026-01-05T09:00:00.123456789Z' };
  return { status, body: { ...fields, ...form } };
}
