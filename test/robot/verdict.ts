import { isListType, isNonNullType, isObjectType, type GraphQLSchema, type GraphQLOutputType } from 'graphql';
import { isDeepStrictEqual } from 'node:util';
import type { GraphqlError } from '../support/api.js';
import type { Change } from './changes.js';
import { valueAt, valuesIn, type JsonPath } from './json-edit.js';
import type { Question } from './questions.js';

/** What a client got, and what that took. */
export interface Outcome {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly GraphqlError[];
  readonly calls: number;
}

/** Calls beyond those of the unchanged answer that are still no endless search. */
const spareCalls = 6;

/** The place of the changed row or object in the data. */
export function placeOf({ root, index }: Question): JsonPath {
  return index === undefined ? [root] : [root, 'nodes', index];
}

/** What every answer must keep, whatever was changed: the first broken rule, or undefined. */
export function brokenAnyway(before: Outcome, after: Outcome): string | undefined {
  if (after.status !== 200 || after.data == null) return `status ${after.status}, or no data`;
  const wrong = after.errors.find(({ extensions }) => extensions.code !== 'UPSTREAM_UNAVAILABLE');
  if (wrong !== undefined) return `error ${wrong.extensions.code} at ${wrong.path?.join('.')}`;
  if (after.calls > before.calls + spareCalls) return `${after.calls} calls instead of ${before.calls}`;
  return undefined;
}

/** What a change in one row or object broke; undefined: nothing. `feeds`: which fields the changed value is read for. */
export function brokenBy(
  schema: GraphQLSchema,
  question: Question,
  change: Change,
  feeds: readonly JsonPath[],
  before: Outcome,
  after: Outcome,
): string | undefined {
  const anyway = brokenAnyway(before, after);
  if (anyway !== undefined) return anyway;
  const place = placeOf(question);
  const beside = brokenBeside(question, before.data, after.data);
  if (beside !== undefined) return beside;
  const [was, is] = [valueAt(before.data, place), valueAt(after.data, place)];
  const silent = silentNull(change, place, was, is, after.errors);
  if (silent !== undefined) return silent;
  const wordless = wordLost(change, was, is);
  if (wordless !== undefined) return wordless;
  if (change.pledge === 'same')
    return isDeepStrictEqual(was, is) ? undefined : `another answer: ${paths(differences(was, is))}`;
  if (change.pledge === 'no error' && after.errors.length > 0) return `an error at ${after.errors[0]!.path?.join('.')}`;
  // An object that does not say its own id is none.
  if (change.path.join() === 'id') return undefined;
  if (is == null) {
    const isForced = feeds.some((feed) => mustBubble(schema, was, feed.slice(0, Math.max(1, change.path.length))));
    return isForced ? undefined : 'the whole row or object is null';
  }
  const allowed = feeds.map(untilList);
  const strayed = differences(was, is).filter((path) => {
    const place = untilList(path);
    return !allowed.some((feed) => leads(feed, place) || leads(place, feed));
  });
  return strayed.length === 0 ? undefined : `other fields changed: ${paths(strayed)}`;
}

/** The other rows, and what is told of the list. */
function brokenBeside({ root, index }: Question, before: unknown, after: unknown): string | undefined {
  if (index === undefined) return undefined;
  if (valueAt(after, [root]) == null) return 'the whole list is null';
  const [were, are] = [valueAt(before, [root, 'nodes']), valueAt(after, [root, 'nodes'])];
  if (!Array.isArray(were) || !Array.isArray(are)) return 'no rows';
  if (are.length !== were.length) return `${are.length} rows instead of ${were.length}`;
  const other = were.findIndex((row, at) => at !== index && !isDeepStrictEqual(row, are[at]));
  if (other !== -1) return `row ${other} changed, too: ${paths(differences(were[other], are[other]))}`;
  const told = (data: unknown) => [
    valueAt(data, [root, 'totalCount']),
    valueAt(data, [root, 'pageInfo', 'hasNextPage']),
    valueAt(data, [root, 'pageInfo', 'hasPreviousPage']),
    (valueAt(data, [root, 'edges']) as unknown[]).length,
  ];
  return isDeepStrictEqual(told(before), told(after)) ? undefined : 'the count or the ends of the list changed';
}

/** What was there and is not any more must be told as an error, unless LinkCy left it out. */
function silentNull(
  { edit }: Change,
  place: JsonPath,
  was: unknown,
  is: unknown,
  errors: readonly GraphqlError[],
): string | undefined {
  if ('remove' in edit || ('value' in edit && isNothing(edit.value))) return undefined;
  const differing = differences(was, is);
  const lost = differing.find((path) => valueAt(is, path) === null && valueAt(was, path) != null);
  if (lost === undefined) return undefined;
  // A value of another form is told by the field beside it that has that form.
  const isBeside = (path: JsonPath) => leads(lost.slice(0, -1), path) && valueAt(was, path) === null;
  if (differing.some((path) => isBeside(path) && valueAt(is, path) !== null)) return undefined;
  const full = [...place, ...lost];
  const told = errors.some(({ path = [] }) => leads(path, full) || leads(full, path));
  return told ? undefined : `${lost.join('.')} is null, and no error says so`;
}

/** LinkCy's word for what this API has no name for stands in the field …Text beside it. */
function wordLost({ edit }: Change, was: unknown, is: unknown): string | undefined {
  if (!('value' in edit) || typeof edit.value !== 'string' || edit.value === '') return undefined;
  const unnamed = differences(was, is).filter((path) => valueAt(is, path) === 'UNKNOWN');
  const lost = unnamed.find((path) => {
    const name = path.findLastIndex((key) => typeof key === 'string');
    return valueAt(is, path.with(name, `${path[name]}Text`)) !== edit.value;
  });
  return lost && `LinkCy's word for ${lost.join('.')} is lost`;
}

function isNothing(value: unknown): boolean {
  // An object without the fields that are read leaves them out.
  return value == null || value === '' || (typeof value === 'object' && (!Array.isArray(value) || value.length === 0));
}

/** The paths, from the row or object, at which two answers differ. */
export function differences(was: unknown, is: unknown): JsonPath[] {
  const paths = [...valuesIn(was), ...valuesIn(is)].filter(({ value }) => value === null || typeof value !== 'object');
  const differing = paths.filter(({ path }) => valueAt(was, path) !== valueAt(is, path)).map(({ path }) => path);
  // Where an object is gone, it is the object that differs, not each of its fields.
  const shortest = differing.map((path) => {
    const gone = path.findIndex((_key, at) => valueAt(is, path.slice(0, at)) === null);
    return gone === -1 ? path : path.slice(0, gone);
  });
  return [...new Map(shortest.map((path) => [path.join('.'), path])).values()];
}

function paths(list: readonly JsonPath[]): string {
  return list.map((path) => path.join('.')).join(', ');
}

/** Items of a list shift where one goes. */
function untilList(path: JsonPath): JsonPath {
  const item = path.findIndex((key) => typeof key === 'number');
  return item === -1 ? path : path.slice(0, item);
}

function leads(beginning: JsonPath, path: JsonPath): boolean {
  return beginning.length <= path.length && beginning.every((key, at) => key === path[at]);
}

/** Whether null at this field makes the whole row null, because nothing on the way may be null. */
function mustBubble(schema: GraphQLSchema, row: unknown, path: JsonPath): boolean {
  let value: unknown = row;
  let list: GraphQLOutputType | undefined;
  for (const key of path) {
    const type: GraphQLOutputType | undefined = typeof key === 'number' ? itemOf(list) : fieldType(schema, value, key);
    if (type === undefined || !isNonNullType(type)) return false;
    list = type;
    value = valueAt(value, [key]);
  }
  return true;
}

function itemOf(type: GraphQLOutputType | undefined): GraphQLOutputType | undefined {
  const nullable = type !== undefined && isNonNullType(type) ? type.ofType : type;
  return isListType(nullable) ? (nullable.ofType as GraphQLOutputType) : undefined;
}

function fieldType(schema: GraphQLSchema, object: unknown, field: string): GraphQLOutputType | undefined {
  const type = schema.getType(String(valueAt(object, ['__typename'])));
  return isObjectType(type) ? type.getFields()[field]?.type : undefined;
}
