import { isReadable } from '../validation/readable-text.js';
import { badUserInput } from '../../pagination/errors.js';
import { optionalIdArgument, type NodeType } from './global-id.js';

/**
 * The id to filter a list by. A nested list takes it from its parent: the filter may repeat it, and BAD_USER_INPUT rejects
 * a filter that contradicts it, which must not return another parent's rows.
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

/** Enum values to filter by; an empty list filters nothing. UNKNOWN is rejected, because LinkCy has no such value. */
export function enumFilter<Name extends string>(
  field: string,
  values: readonly Name[] | null | undefined,
): readonly Name[] | undefined {
  if (values == null || values.length === 0) return undefined;
  if (!values.some((value) => value === 'UNKNOWN')) return values;
  throw badUserInput(`"filter.${field}" cannot be UNKNOWN: LinkCy can only be asked for values that have a name.`);
}

/** A text to filter by, cleaned first where people paste it. Throws BAD_USER_INPUT for a text that cannot be sent. */
export function textFilter(
  field: string,
  value: string | null | undefined,
  clean: (text: string) => string = (text) => text,
): string | undefined {
  if (value == null) return undefined;
  return readableArgument(`filter.${field}`, clean(value));
}

/** A text that goes to LinkCy unchanged. Throws BAD_USER_INPUT for control characters and lone surrogates. */
export function readableArgument(argument: string, text: string): string {
  if (isReadable(text)) return text;
  throw badUserInput(`"${argument}" must not have control characters or halves of characters.`);
}
