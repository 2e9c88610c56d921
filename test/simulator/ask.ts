import type { Simulator } from '../../src/simulator/simulator.js';

/** An answer of the simulator, its body looked at without any expectation. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
}

export type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

interface Ask {
  readonly method?: string;
  readonly token?: string | null;
  readonly body?: unknown;
}

/** Asks over real HTTP, as the demo partner unless another token (or none: null) is given. */
export async function ask(
  simulator: Simulator,
  path: string,
  { method = 'GET', token, body }: Ask = {},
): Promise<Answered> {
  const headers: Record<string, string> = {};
  if (token !== null) headers.authorization = `Bearer ${token ?? simulator.demoToken()}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(simulator.url + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, headers: response.headers, text, body: json ? (JSON.parse(text) as Json) : null };
}

/** A field of an answer by its path, for instance "content.0.id"; undefined where there is none. */
export function at(value: Json | undefined, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const part of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Array.isArray(found) ? found[Number(part)] : found[part];
  }
  return found;
}

export function rows(answer: Answered): Json[] {
  const content = at(answer.body, 'content');
  if (!Array.isArray(content)) throw new Error(`not a list: ${answer.status} ${answer.text.slice(0, 300)}`);
  return content;
}

/** A text of an answer by its path; anything else there is an error. */
export function textAt(value: Json | undefined, path: string): string {
  const found = at(value, path);
  if (typeof found !== 'string') throw new Error(`there is no text at ${path}`);
  return found;
}

/** One field of every row. */
export function column(answer: Answered, path: string): (Json | undefined)[] {
  return rows(answer).map((row) => at(row, path));
}

/** One text of every row. */
export function texts(answer: Answered, path: string): string[] {
  return rows(answer).map((row) => textAt(row, path));
}

/** The names of all fields, nested ones with dots; elements of arrays share one name. */
export function fieldsOf(value: Json, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(one, prefix));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => [prefix + name, ...fieldsOf(field, `${prefix}${name}.`)]);
}
