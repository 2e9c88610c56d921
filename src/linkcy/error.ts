interface LinkcyErrorOptions extends ErrorOptions {
  readonly date?: number;
}

/**
 * What can go wrong with a call to LinkCy, told apart by what is then known about the call. A message names the method
 * and the path's template, never a value: not an id, not a body, not a token.
 */
export abstract class LinkcyError extends Error {
  /** LinkCy's clock, where an answer came that says it: its `Date` header, whole seconds in epoch milliseconds. */
  readonly date: number | undefined;

  /** @param call the method and the path's template, for instance "GET /api/partner/cards/{id}" */
  protected constructor(
    readonly call: string,
    finding: string,
    { cause, date }: LinkcyErrorOptions = {},
  ) {
    super(`${call}: ${finding}`, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.date = date;
  }
}

/** One entry of `details` in LinkCy's 400 answers. The rejected value is dropped on purpose. */
export interface RefusedField {
  /** LinkCy's path, for instance "bankingDetails.iban" or "rules[0].value". */
  readonly field: string;
  readonly message: string;
}

/** LinkCy answered with a 4xx status, in its own error form: nothing was carried out. */
export class LinkcyRejection extends LinkcyError {
  constructor(
    call: string,
    readonly status: number,
    /** LinkCy's `errorCode`, only where it looks like one. */
    readonly code: string | undefined,
    readonly fields: readonly RefusedField[] = [],
    options?: LinkcyErrorOptions,
  ) {
    super(call, `refused with ${status}${code === undefined ? '' : ` ${code}`}`, options);
  }
}

/** Not sent because there is no token. Treated as the 401 that LinkCy would answer. */
export class LinkcyNoToken extends LinkcyRejection {
  constructor(call: string) {
    super(call, 401, undefined);
  }
}

/**
 * A 4xx status without LinkCy's error form: something in between answered, such as an ingress or a firewall. It proves
 * nothing: neither that an object does not exist, nor that a write was not carried out, nor anything about a token.
 */
export class LinkcyForeignAnswer extends LinkcyError {
  constructor(
    call: string,
    readonly status: number,
    options?: LinkcyErrorOptions,
  ) {
    super(call, `answered with ${status}, but not by LinkCy`, options);
  }
}

/** A 5xx status. Whether a write was carried out is not known. */
export class LinkcyFailure extends LinkcyError {
  constructor(
    call: string,
    readonly status: number,
    readonly code?: string,
    options?: LinkcyErrorOptions,
  ) {
    super(call, `failed with ${status}`, options);
  }
}

/** Certainly never sent: the connection could not be made, or the call was held back here. */
export class LinkcyUnreachable extends LinkcyError {
  constructor(
    call: string,
    readonly reason: 'connection' | 'circuit open' | 'overloaded' | 'cancelled' | 'deadline',
    options?: ErrorOptions,
  ) {
    super(call, `not sent (${reason})`, options);
  }
}

/** Sent, but no complete answer came. Whether a write was carried out is not known. */
export class LinkcyNoAnswer extends LinkcyError {
  constructor(
    call: string,
    readonly reason: 'timeout' | 'connection lost' | 'answer too large' | 'cancelled',
    options?: ErrorOptions,
  ) {
    super(call, `no answer (${reason})`, options);
  }
}

/** An answer came that is not what LinkCy's documentation promises. */
export class LinkcyBrokenAnswer extends LinkcyError {
  constructor(call: string, finding: string, options?: LinkcyErrorOptions) {
    super(call, finding, options && { date: options.date });
  }
}

/** Whether LinkCy says that the object does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof LinkcyRejection && error.status === 404;
}

/** Whether LinkCy says that the caller may not see or do this. */
export function isForbidden(error: unknown): boolean {
  return error instanceof LinkcyRejection && error.status === 403;
}
