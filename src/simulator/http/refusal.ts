import { nanosecondsText } from './instant.js';

export interface RefusedDetail {
  readonly field: string;
  readonly rejectedValue: unknown;
  readonly message: string;
}

/** The `error` constants of LinkCy's bodies; those of 405 and 500 are not documented. */
const constants: Readonly<Record<number, string>> = {
  400: 'linkcy.bad.request',
  401: 'linkcy.unauthorized',
  403: 'linkcy.forbidden',
  404: 'linkcy.not.found',
  405: 'linkcy.method.not.allowed',
  409: 'linkcy.conflict',
  500: 'linkcy.internal.server.error',
};

/** Thrown by a handler to respond with one of LinkCy's error bodies. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly fields: {
      readonly errorCode?: string;
      readonly message?: string;
      readonly details?: readonly RefusedDetail[];
    },
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(fields.errorCode ?? fields.message ?? `status ${status}`);
  }
}

/** 400: one entry for each faulty field. */
export function badRequest(details: readonly RefusedDetail[], errorCode?: string): Refusal {
  return new Refusal(400, { details, errorCode });
}

export function unauthorized(message: string): Refusal {
  return new Refusal(401, { message });
}

export function forbidden(message: string, errorCode?: string): Refusal {
  return new Refusal(403, { message, errorCode });
}

export function notFound(errorCode: string, message: string): Refusal {
  return new Refusal(404, { errorCode, message });
}

export function conflict(errorCode: string, message: string): Refusal {
  return new Refusal(409, { errorCode, message });
}

/** The body that LinkCy sends with a status; `at` is in epoch milliseconds. */
export function refusalBody(status: number, fields: Refusal['fields'], at: number): Record<string, unknown> {
  return { ...fields, error: constants[status] ?? 'linkcy.error', status, timestamp: nanosecondsText(at) };
}
