import { isReadable } from '../validation/readable-text.js';
import { badUserInput } from '../../pagination/errors.js';
import { optionalIdArgument, type NodeType } from './global-id.js';

/**
 * The id that a list is narrowed to. In a nested list the parent gives it: the filter may repeat it, and a filter that
 * contradicts it is refused rather than answered with somebody else's rows.
 */
export function idFilter(
  type: NodeType,
  field: string,
  filterId: string | null | undefined,
  parentId: string | undefined,
): string | undefined {
  const uuid = optionalIdArgument(type, filterId, `filter.${field}`);
  if (uuid === undefined || parentId === undefined || uuid === parentId.toLowerCase()) return parentId ?? uuid;
  throw badUserInput(`"filter.${field}" contradicts the ${type} that this list belongs to.`);
}

/** Values of an enumeration to filter by; an empty list does not narrow. UNKNOWN stands for values without a name. */
export function enumFilter<Name extends string>(
  field: string,
  values: readonly Name[] | null | undefined,
): readonly Name[] | undefined {
  if (values == null || values.length === 0) return undefined;
  if (!values.some((value) => value === 'UNKNOWN')) return values;
  throw badUserInput(`"filter.${field}" cannot be UNKNOWN: LinkCy can only be asked for values that have a name.`);
}

/** A text to filter by. What cannot be sent as it is, is refused; codes that people paste are cleaned first. */
export function textFilter(
  field: string,
  value: string | null | undefined,
  clean: (text: string) => string = (text) => text,
): string | undefined {
  if (value == null) return undefined;
  return readableArgument(`filter.${field}`, clean(value));
}

/** A text of a query that goes to LinkCy as it is. */
export function readableArgument(argument: string, text: string): string {
  if (isReadable(text)) return text;
  throw badUserInput(`"${argument}" must not have control characters or halves of characters.`);
}
