/**
 * LinkCy's enumerations, each declared once as an object of names. LinkCy adds values without notice, so every
 * enumeration that comes from LinkCy also has `UNKNOWN`, and `known` turns what the code has never heard of into it.
 */
export type Enumeration<Name extends string> = { readonly [Value in Name]: Value };

/** An enumeration whose values we send: LinkCy never answers with anything else. */
export function enumeration<const Name extends string>(...names: Name[]): Enumeration<Name> {
  return Object.freeze(Object.fromEntries(names.map((name) => [name, name]))) as Enumeration<Name>;
}

/** An enumeration whose values LinkCy sends. */
export function openEnumeration<const Name extends string>(...names: Name[]): Enumeration<Name | 'UNKNOWN'> {
  return enumeration<Name | 'UNKNOWN'>(...names, 'UNKNOWN');
}

/** The value itself where the enumeration has it, otherwise `UNKNOWN`. */
export function known<Name extends string>(
  values: Enumeration<Name>,
  value: string | null | undefined,
): Name | 'UNKNOWN' {
  return value != null && isNameOf(values, value) ? value : 'UNKNOWN';
}

/** As `known`, but keeps an absent value absent. */
export function knownOrNull<Name extends string>(
  values: Enumeration<Name>,
  value: string | null | undefined,
): Name | 'UNKNOWN' | null {
  return value == null ? null : known(values, value);
}

function isNameOf<Name extends string>(values: Enumeration<Name>, value: string): value is Name {
  return Object.hasOwn(values, value);
}

/** The names of an enumeration, as a type: `type CardStatus = NameOf<typeof CardStatus>`. */
export type NameOf<Values> = Values[keyof Values];

/** LinkCy's own word for a value, also where the enumeration does not have it; "UNKNOWN" where LinkCy sends none. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : 'UNKNOWN';
}

/** As `wordOf`, but keeps an absent value absent. */
export function wordOrNull(value: unknown): string | null {
  return value == null ? null : wordOf(value);
}
