import { validateSync, type ValidationError } from 'class-validator';
import { cleanPasted } from '../validation/pasted.js';
import { unreadableTexts } from '../validation/readable-text.js';
import { faultsInList } from '../validation/list.js';
import { wholeInput } from '../validation/rule.js';
import { invalidInput, type FieldProblem } from '../../sca/result.js';
import { problemObject, type ProblemObject } from './problem-object.js';

/** Most broken rules that are reported: a small input must not produce a large answer. */
const maxFields = 20;

/**
 * Validates an input with its nested inputs and lists by the rules of their classes. The problem has an entry with a path
 * for each broken rule; undefined if all are met. class-validator's own errors contain the input and are not passed on.
 */
export function validateInput(input: object): ProblemObject | undefined {
  cleanPasted(input);
  const unreadable = unreadableTexts(input);
  const broken = validateSync(input, { validationError: { target: false } }).flatMap((error) => problemsOf(error, []));
  const isTold = ({ path }: FieldProblem) => unreadable.some((one) => one.path.join() === path.join());
  const fields = [...unreadable, ...broken.filter((problem) => !isTold(problem))];
  return fields.length === 0 ? undefined : problemObject(invalidInput(fields.slice(0, maxFields)));
}

function problemsOf({ property, value, constraints, children }: ValidationError, parent: string[]): FieldProblem[] {
  const path = property === wholeInput ? parent : [...parent, property];
  const own = Object.entries(constraints ?? {}).flatMap(([rule, message]) =>
    (faultsInList(rule, value) ?? [[]]).map((fault) => ({ path: [...path, ...fault], message })),
  );
  return [...own, ...(children ?? []).flatMap((child) => problemsOf(child, path))];
}
