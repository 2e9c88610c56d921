import { registerEnumType } from 'type-graphql';
import type { Enumeration } from '../../linkcy/json/enumeration.js';

/** The description of UNKNOWN in enums to which LinkCy may add values. */
const unknownValue = 'A value that this API does not know yet; the field …Text beside it has it.';

/** A description per value: the compiler reports a missing one. UNKNOWN has a default. */
type Descriptions<Name extends string> = { readonly [Value in Exclude<Name, 'UNKNOWN'>]: string } & {
  readonly UNKNOWN?: string;
};

/** Registers an enumeration of LinkCy as an enum of the schema. */
export function registerEnum<Name extends string>(
  name: string,
  values: Enumeration<Name>,
  description: string,
  descriptions: Descriptions<Name>,
): void {
  const all: Readonly<Record<string, string>> =
    'UNKNOWN' in values ? { UNKNOWN: unknownValue, ...descriptions } : descriptions;
  const valuesConfig = Object.fromEntries(Object.entries(all).map(([value, text]) => [value, { description: text }]));
  registerEnumType<Record<string, string>>(values, { name, description, valuesConfig });
}
