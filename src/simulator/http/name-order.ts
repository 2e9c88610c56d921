/** How names are sorted. LinkCy's collation is not documented: 'dictionary' ignores case and accents. */
export type NameOrder = 'dictionary' | 'codeUnits';

/** A name in a form that sorts by plain comparison; undefined without a name. */
export function sortableName(name: string | null | undefined, order: NameOrder): string | undefined {
  if (name == null) return undefined;
  return order === 'codeUnits' ? name : name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
