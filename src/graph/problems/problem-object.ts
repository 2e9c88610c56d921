import { refusedValue } from '../../sca/problem-of.js';
import type { Problem as PlainProblem } from '../../sca/result.js';
import { linkcyCodes } from './codes/refusals.js';
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
  // What LinkCy's code means says more than that the value was refused.
  const reason = Object.hasOwn(linkcyCodes, code) ? linkcyCodes[code]?.when : undefined;
  return new InvalidInput(
    fields.map(({ path, message }) => new FieldProblem(path, message === refusedValue ? (reason ?? message) : message)),
    code,
    message,
  );
}
