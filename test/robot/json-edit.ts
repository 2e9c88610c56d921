/** Where something is in a JSON value: keys of objects and indices of arrays. */
export type JsonPath = readonly (string | number)[];

/** What a value becomes: nothing at all, another value, or a token that JSON.stringify would not write. */
export type Edit = { readonly remove: true } | { readonly value: unknown } | { readonly raw: string };

export function valueAt(json: unknown, path: JsonPath): unknown {
  return path.reduce((value: unknown, key) => (isTree(value) ? value[key] : undefined), json);
}

/** The JSON text with one thing changed. */
export function edited(json: unknown, path: JsonPath, edit: Edit): string {
  const copy: unknown = structuredClone(json);
  const [last = ''] = path.slice(-1);
  const parent = valueAt(copy, path.slice(0, -1));
  if (!isTree(parent)) throw new TypeError('There is nothing to change.');
  if ('remove' in edit) delete parent[last];
  else parent[last] = 'raw' in edit ? rawMark : edit.value;
  const text = JSON.stringify(copy);
  return 'raw' in edit ? text.replace(JSON.stringify(rawMark), edit.raw) : text;
}

/** Every value in a JSON value, with its path: the root first, parents before their children. */
export function valuesIn(json: unknown, path: JsonPath = []): { readonly path: JsonPath; readonly value: unknown }[] {
  const keys: readonly (string | number)[] = Array.isArray(json)
    ? [...json.keys()]
    : isTree(json)
      ? Object.keys(json)
      : [];
  return [{ path, value: json }, ...keys.flatMap((key) => valuesIn(valueAt(json, [key]), [...path, key]))];
}

const rawMark = '\u0001raw\u0001';

function isTree(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
