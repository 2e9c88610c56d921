import type { Problem as PlainProblem } from '../../sca/result.js';
import {
  Conflict,
  FieldProblem,
  Forbidden,
  InvalidInput,
  NotFound,
  OutcomeUnknown,
  ScaRefused,
  UpstreamUnavailable,
} from './problem.type.js';

const classes = { NotFound, Forbidden, Conflict, ScaRefused, UpstreamUnavailable, OutcomeUnknown } as const;

export type ProblemObject = InvalidInput | InstanceType<(typeof classes)[keyof typeof classes]>;

/** The problem as an object of the schema: result unions tell their members apart by class. */
export function problemObject({ type, code, message, fields = [] }: PlainProblem): ProblemObject {
  if (type !== 'InvalidInput') return new classes[type](code, message);
  return new InvalidInput(
    fields.map((field) => new FieldProblem(field.path, field.message)),
    code,
    message,
  );
}
