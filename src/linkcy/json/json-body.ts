/**
 * The JSON text of a request body, made once: these very bytes go over the wire, also when the request is repeated after
 * the user's approval. Fields that are null or absent are left out, because LinkCy documents no meaning of null.
 */
export function jsonBody(fields: object): string {
  return JSON.stringify(given(fields));
}

/** The fields that have a value. Looks no deeper: in a free-form map a null means what its owner wants it to mean. */
export function given<Fields extends object>(fields: Fields): Partial<Fields>;
export function given<Fields extends object>(fields: Fields | null | undefined): Partial<Fields> | undefined;
export function given<Fields extends object>(fields: Fields | null | undefined): Partial<Fields> | undefined {
  if (fields == null) return undefined;
  const kept: Partial<Fields> = { ...fields };
  for (const name in kept) if (kept[name] == null) delete kept[name];
  return kept;
}
