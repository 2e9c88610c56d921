import { validateSync, type ValidationError } from 'class-validator';
import { cleanPasted } from '../validation/pasted.js';
import { unreadableTexts } from '../validation/readable-text.js';
import { faultsInList } from '../validation/list.js';
import { wholeInput } from '../validation/rule.js';
import { invalidInput, type FieldProblem } from '../../sca/result.js';
import { problemObject, type ProblemObject } from './problem-object.js';

/** Beyond so many, broken rules are not told: the answer to a small input must not be a large one. */
const mostFields = 20;

/**
 * Checks an input, and the inputs and lists in it, by the rules that its class declares. Every broken rule is one entry
 * with the path of its field; undefined means that all are met. class-validator's own errors carry the input and stay here.
 */
export function validateInput(input: object): ProblemObject | undefined {
  cleanPasted(input);
  const unreadable = unreadableTexts(input);
  const broken = validateSync(input, { validationError: { target: false } }).flatMap((error) => problemsOf(error, []));
  const isTold = ({ path }: FieldProblem) => unreadable.some((one) => one.path.join() === path.join());
  const fields = [...unreadable, ...broken.filter((problem) => !isTold(problem))];
  return fields.length === 0 ? undefined : problemObject(invalidInput(fields.slice(0, mostFields)));
}

function problemsOf({ property, value, constraints, children }: ValidationError, parent: string[]): FieldProblem[] {
  const path = property === wholeInput ? parent : [...parent, property];
  const own = Object.entries(constraints ?? {}).flatMap(([rule, message]) =>
    (faultsInList(rule, value) ?? [[]]).map((fault) => ({ path: [...path, ...fault], message })),
  );
  return [...own, ...(children ?? []).flatMap((child) => problemsOf(child, path))];
}
