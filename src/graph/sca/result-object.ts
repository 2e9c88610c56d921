import type { OperationResult, PendingApproval, Result, SignatureRequired } from '../../sca/result.js';
import { problemObject, type ProblemObject } from '../problems/problem-object.js';
import { payloadObject, type AnyPayload } from './payload.type.js';
import { ScaPending } from './sca-pending.type.js';
import { ScaSignatureRequired } from './sca-signature-required.type.js';

/** A plain result of the core as an object of the schema. */
export function resultObject(result: Result): AnyPayload | ProblemObject {
  return result.kind === 'payload' ? payloadObject(result) : problemObject(result);
}

/** As `resultObject`, where the user may still have to approve or to sign. */
export function outcomeObject(result: OperationResult): AnyPayload | ProblemObject | ScaPending | ScaSignatureRequired {
  if (result.kind === 'pending' || result.kind === 'signature') return openObject(result);
  return resultObject(result);
}

/** What the client waits for, or must do, before there is a result. */
export function openObject(open: PendingApproval | SignatureRequired): ScaPending | ScaSignatureRequired {
  return open.kind === 'pending' ? new ScaPending(open) : new ScaSignatureRequired(open);
}
