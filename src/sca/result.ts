import {
  Conflict,
  FieldProblem,
  Forbidden,
  InvalidInput,
  NotFound,
  OutcomeUnknown,
  ScaRefused,
  UpstreamUnavailable,
} from '../graph/problems/problem.type.js';
import type { OperationProblem } from '../graph/problems/problem-of.js';
import { payloadOf, payloadTypeOf, type AnyPayload, type PayloadType } from '../graph/sca/payload.type.js';

/**
 * The result of an operation as data that can be stored. A payload is a reference: what LinkCy answered is never kept,
 * because it can be a secret.
 */
export type Result =
  | { readonly kind: 'payload'; readonly type: PayloadType; readonly uuid: string }
  | {
      readonly kind: 'problem';
      readonly type: ProblemType;
      readonly code: string;
      readonly message: string;
      readonly fields?: readonly { readonly path: readonly string[]; readonly message: string }[];
    };

type ProblemType = keyof typeof problems;

const problems = {
  InvalidInput: (code: string, message: string) => new InvalidInput([], code, message),
  NotFound: (code: string, message: string) => new NotFound(code, message),
  Forbidden: (code: string, message: string) => new Forbidden(code, message),
  Conflict: (code: string, message: string) => new Conflict(code, message),
  ScaRefused: (code: string, message: string) => new ScaRefused(code, message),
  UpstreamUnavailable: (code: string, message: string) => new UpstreamUnavailable(code, message),
  OutcomeUnknown: (code: string, message: string) => new OutcomeUnknown(code, message),
} as const;

export function dataOf(result: AnyPayload | OperationProblem): Result {
  if ('uuid' in result) return { kind: 'payload', type: payloadTypeOf(result), uuid: result.uuid };
  const { code, message } = result;
  const problem = { kind: 'problem', type: problemTypeOf(result), code, message } as const;
  if (!(result instanceof InvalidInput)) return problem;
  return { ...problem, fields: result.fields.map((field) => ({ path: field.path, message: field.message })) };
}

export function resultOf(data: Result): AnyPayload | OperationProblem {
  if (data.kind === 'payload') return payloadOf(data.type, data.uuid);
  if (data.type !== 'InvalidInput') return problems[data.type](data.code, data.message);
  const fields = (data.fields ?? []).map(({ path, message }) => new FieldProblem(path, message));
  return new InvalidInput(fields, data.code, data.message);
}

export function isOutcomeUnknown(data: Result): boolean {
  return data.kind === 'problem' && data.type === 'OutcomeUnknown';
}

function problemTypeOf(problem: OperationProblem): ProblemType {
  if (problem instanceof InvalidInput) return 'InvalidInput';
  if (problem instanceof NotFound) return 'NotFound';
  if (problem instanceof Forbidden) return 'Forbidden';
  if (problem instanceof Conflict) return 'Conflict';
  if (problem instanceof ScaRefused) return 'ScaRefused';
  return problem instanceof UpstreamUnavailable ? 'UpstreamUnavailable' : 'OutcomeUnknown';
}
