import { isCardPin, isPanCredentials, type CardPin, type PanCredentials } from '../linkcy/endpoints/card-secrets.js';
import type { ScaStrategy } from '../linkcy/endpoints/sca.js';
import { isScaDeviceAccess, type ScaDeviceAccess } from '../linkcy/endpoints/sca-devices.js';

/** Types of the objects that mutations change. */
export type ObjectType = 'Consumer' | 'Card' | 'Beneficiary' | 'Transaction' | 'Ledger' | 'Mandate' | 'ScaDevice';

/** Carried out. Only a reference: LinkCy's answer is never stored, because it can be a secret. */
export interface Payload {
  readonly kind: 'payload';
  readonly type: ObjectType;
  readonly uuid: string;
}

/** Why it was not carried out, or why that is unknown. */
export interface Problem {
  readonly kind: 'problem';
  readonly type: ProblemType;
  readonly code: string;
  readonly message: string;
  /** Set for InvalidInput. */
  readonly fields?: readonly FieldProblem[];
}

export interface FieldProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** How a mutation ends, as data that can be stored. */
export type Result = Payload | Problem;

/** The user must approve first. */
export interface PendingApproval {
  readonly kind: 'pending';
  readonly scaId: string;
  readonly strategy: ScaStrategy;
  readonly joinCode?: string | null;
  readonly scaDeviceId?: string | null;
  readonly ttlSeconds: number;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Nothing was sent yet: the user's device must sign exactly this request. */
export interface SignatureRequired {
  readonly kind: 'signature';
  readonly scaId: string;
  readonly method: string;
  /** Without the prefix of LINKCY_URL. */
  readonly path: string;
  readonly body?: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** The answer to a mutation. */
export type OperationResult = Result | PendingApproval | SignatureRequired;

/** A secret answer: given once to the caller who asked; never stored, published or logged. */
export type Secret =
  | { readonly type: 'RevealCardPin'; readonly answer: CardPin }
  | { readonly type: 'CreatePanCredentials'; readonly answer: PanCredentials }
  | { readonly type: 'ScaDeviceAccess'; readonly answer: ScaDeviceAccess };

export type SecretType = Secret['type'];

export type ProblemType = keyof typeof standardProblems;

/** Code and message of each type, unless LinkCy's code says more. */
const standardProblems = {
  InvalidInput: ['INVALID_INPUT', 'The input is not valid.'],
  NotFound: ['NOT_FOUND', 'The object does not exist.'],
  Forbidden: ['FORBIDDEN', 'The caller may not do this.'],
  Conflict: ['CONFLICT', 'The present state of things does not allow this; `code` says what is in the way.'],
  ScaRefused: ['SCA_REFUSED', "The user's approval is missing; `code` says why."],
  UpstreamUnavailable: [
    'UPSTREAM_UNAVAILABLE',
    'Nothing was carried out: LinkCy was not reached. Sending it again is safe.',
  ],
  OutcomeUnknown: [
    'OUTCOME_UNKNOWN',
    'The operation was sent, but no usable answer came: it may have been carried out or not. Look for its effect first (in the ' +
      'list of transactions, cards or beneficiaries), or repeat it with the same idempotencyKey: that never sends it again.',
  ],
} as const;

export function problem(
  type: ProblemType,
  code: string = standardProblems[type][0],
  message: string = standardProblems[type][1],
): Problem {
  return { kind: 'problem', type, code, message };
}

/** LinkCy has asked the user, but the operation could not be stored. */
export const approvalMayCarryOut = () =>
  problem(
    'OutcomeUnknown',
    'APPROVAL_MAY_CARRY_OUT',
    'LinkCy asks the user to approve this, and it could not be kept here. If the phone asks, approving carries it out; do not send it anew before you have looked for its effect.',
  );

/** The answer was lost, and a matching row was created after the loss. */
export const oneAlikeSince = () =>
  problem(
    'OutcomeUnknown',
    'ONE_ALIKE_SINCE',
    'The answer was lost, and one like it was made since: after an approval of this one, or by somebody else. Look at it before anything is sent anew.',
  );

/** Replaces a secret after it was given. */
export const shownOnce = () =>
  problem(
    'Conflict',
    'SHOWN_ONCE',
    'The user approved, and the answer was given once, to the first who asked. It is a secret and was not kept: send the mutation again for another.',
  );

export function invalidInput(fields: readonly FieldProblem[], code?: string, message?: string): Problem {
  return { ...problem('InvalidInput', code, message), fields };
}

export function payload(type: ObjectType, uuid: string): Payload {
  return { kind: 'payload', type, uuid };
}

export function isOutcomeUnknown(result: OperationResult): boolean {
  return result.kind === 'problem' && result.type === 'OutcomeUnknown';
}

/** Provably not carried out, and not a final refusal: the same request may be sent again. */
export function isRepeatable(result: OperationResult): boolean {
  return result.kind === 'problem' && result.type === 'UpstreamUnavailable';
}

/** Checks LinkCy's answer; undefined if it does not have the documented form. */
export function secretOf(type: SecretType, body: unknown): Secret | undefined {
  switch (type) {
    case 'RevealCardPin':
      return isCardPin(body) ? { type, answer: body } : undefined;
    case 'CreatePanCredentials':
      return isPanCredentials(body) ? { type, answer: body } : undefined;
    case 'ScaDeviceAccess':
      return isScaDeviceAccess(body) ? { type, answer: body } : undefined;
  }
}
