import { Rule } from './rule.js';

/** The path below the list: an index, and perhaps a field of the item. */
type PathInList = readonly string[];

/** A rule about the items of a list; it names the items that break it. */
interface ListRule {
  readonly name: string;
  readonly message: string;
  readonly faults: (items: readonly unknown[]) => readonly PathInList[];
}

const rules = new Map<string, ListRule['faults']>();

/** The items of a list that break the rule of this name; undefined where the rule is not about items. */
export function faultsInList(rule: string, list: unknown): readonly PathInList[] | undefined {
  return Array.isArray(list) ? rules.get(rule)?.(list) : undefined;
}

/** No item occurs twice. */
export const Unique = () =>
  listRule({
    name: 'unique',
    message: 'Must not be in the list twice.',
    faults: (items) => repeated(items).map((index) => [String(index)]),
  });

/** No two items have the same value of a field. */
export const UniqueBy = (field: string) =>
  listRule({
    name: `unique ${field}`,
    message: `No two items of the list may have the same ${field}.`,
    faults: (items) => repeated(items.map((item) => fieldOf(item, field))).map((index) => [String(index), field]),
  });

/** No item is UNKNOWN, which only stands for what LinkCy sends and this API has no name for. */
export const KnownItems = () =>
  listRule({
    name: 'known items',
    message: 'Must not be UNKNOWN.',
    faults: (items) => items.flatMap((item, index) => (item === 'UNKNOWN' ? [[String(index)]] : [])),
  });

function listRule({ name, message, faults }: ListRule): PropertyDecorator {
  rules.set(name, faults);
  return Rule({ name, message, isMet: (value) => !Array.isArray(value) || faults(value).length === 0 });
}

function repeated(values: readonly unknown[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

function fieldOf(item: unknown, field: string): unknown {
  return typeof item === 'object' && item !== null ? Reflect.get(item, field) : undefined;
}
