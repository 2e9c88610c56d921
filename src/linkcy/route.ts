import { uuid } from './json/shape.js';

/** A path of LinkCy's API: what goes over the wire, and the template that names it in errors, logs and metrics. */
export interface Route {
  readonly path: string;
  readonly template: string;
}

/**
 * Builds a path from literal text and UUIDs: route`/api/partner/cards/${cardId}/close`.
 * `encodeURIComponent` leaves ".." alone, and `/cards/..` would reach another endpoint; therefore only UUIDs pass.
 */
export function route(literals: TemplateStringsArray, ...ids: readonly string[]): Route {
  for (const id of ids) {
    if (!uuid(id)) throw new TypeError(`A path of LinkCy's API takes UUIDs only: ${literals.join('{id}')}`);
  }
  const path = ids.reduce((text, id, index) => `${text}${id}${literals[index + 1]}`, literals[0] ?? '');
  return { path, template: templateOf(literals) };
}

/** The same place in the code always gives the same literals. */
const templates = new WeakMap<TemplateStringsArray, string>();

function templateOf(literals: TemplateStringsArray): string {
  let template = templates.get(literals);
  if (template === undefined) templates.set(literals, (template = literals.join('{id}')));
  return template;
}

/** A path that ends in one of LinkCy's words, such as DAILY_MAX_SPEND; `name` stands for it in the template. */
export function wordRoute({ path, template }: Route, word: string, name: string): Route {
  if (!/^[A-Z][A-Z_]*$/.test(word))
    throw new TypeError(`This word cannot stand in a path of LinkCy's API: ${template}`);
  return { path: `${path}/${word}`, template: `${template}/{${name}}` };
}

/** A path that ends in free text. "." and ".." cannot be expressed in a URL and are refused. */
export function textRoute(parent: string, text: string): Route {
  if (!isPathText(text)) throw new TypeError(`This text cannot stand in a path of LinkCy's API: ${parent}/{text}`);
  return { path: `${parent}/${encodeURIComponent(text)}`, template: `${parent}/{text}` };
}

/** Whether a text can be the last part of a path and mean itself. */
export function isPathText(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..' && text.isWellFormed();
}

type QueryValue = string | number | boolean | readonly string[] | null | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

/** Lists repeat their key, `status=A&status=B`; absent values are left out. */
export function queryString(...queries: readonly Query[]): string {
  let text = '';
  const append = (name: string, value: string | number | boolean) => {
    text += `${text === '' ? '?' : '&'}${name}=${encodeURIComponent(value)}`;
  };
  for (const query of queries) {
    for (const name in query) {
      const value = query[name];
      if (value == null) continue;
      if (typeof value === 'object') value.forEach((item) => append(name, item));
      else append(name, value);
    }
  }
  return text;
}
