import type { OperationResult, Result } from '../../sca/result.js';
import { problemObject, type ProblemObject } from '../problems/problem-object.js';
import { payloadObject, type AnyPayload } from './payload.type.js';
import { ScaPending } from './sca-pending.type.js';

/** A plain result of the core as an object of the schema. */
export function resultObject(result: Result): AnyPayload | ProblemObject {
  return result.kind === 'payload' ? payloadObject(result) : problemObject(result);
}

/** As `resultObject`, where the user may still have to approve. */
export function outcomeObject(result: OperationResult): AnyPayload | ProblemObject | ScaPending {
  return result.kind === 'pending' ? new ScaPending(result) : resultObject(result);
}
