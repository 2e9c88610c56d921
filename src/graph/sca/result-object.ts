import type { OperationResult, PendingApproval, Result, SignatureRequired } from '../../sca/result.js';
import { problemObject, type ProblemObject } from '../problems/problem-object.js';
import { payloadObject, type AnyPayload } from './payload.type.js';
import { ScaPending } from './sca-pending.type.js';
import { ScaSignatureRequired } from './sca-signature-required.type.js';

/** Turns a plain result of the core into an object of the schema. */
export function resultObject(result: Result): AnyPayload | ProblemObject {
  return result.kind === 'payload' ? payloadObject(result) : problemObject(result);
}

/** As `resultObject`, for results that may still need an approval or a signature. */
export function outcomeObject(result: OperationResult): AnyPayload | ProblemObject | ScaPending | ScaSignatureRequired {
  if (result.kind === 'pending' || result.kind === 'signature') return openObject(result);
  return resultObject(result);
}

/** What the client has to wait for, or to sign, before there is a result. */
export function openObject(open: PendingApproval | SignatureRequired): ScaPending | ScaSignatureRequired {
  return open.kind === 'pending' ? new ScaPending(open) : new ScaSignatureRequired(open);
}
