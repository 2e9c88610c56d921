import { parseExactJson } from './exact-json.js';
import type { Decoder } from './decoder.js';
import { KnownForms } from './known-forms.js';
import { count, isObject, type Guard } from './shape.js';

/** LinkCy's limits on numbered pages; it refuses whatever lies beyond. */
export const largestPageSize = 100;
/** Pages count from 0, so the last row that a plain list reaches is number 50,100 at 100 rows a page. */
export const largestPageNumber = 500;

export const SortDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
export type SortDirection = keyof typeof SortDirection;

/** The parameters that every list takes. All four are always sent, because LinkCy's defaults are not documented. */
export type PageQuery = {
  readonly page: number;
  readonly pageSize: number;
  readonly sortAttribute: string;
  readonly sortDirection: SortDirection;
};

/** The envelope of every list. */
export interface Page<Row> {
  readonly content: readonly Row[];
  readonly totalElements: number;
  readonly page: number;
  readonly pageSize: number;
  /** The same page once more, made from the bytes that came, which are cheaper to keep than its rows. */
  readonly again?: () => Page<Row>;
}

/** An answer that is a page of a list. */
export function pageOf<Row>(isRow: Guard<Row>): Decoder<Page<Row>> {
  const forms = new KnownForms();
  const isWire = (value: unknown): value is Page<Row> =>
    hasRows(value) && count(value.totalElements) && value.content.every(isRow);
  const rowsOf = (page: unknown) => (hasRows(page) ? page.content : []);
  return { parse: (json) => forms.parse(json, (text) => pageIn(text, forms), rowsOf), isWire };
}

/** In JSON, a text that contained these would have backslashes in it. */
const listName = '"content"';
const listBegin = `${listName}:[`;

/** Undefined where not all rows have known forms. */
function pageIn(json: string, forms: KnownForms): unknown {
  const begin = json.indexOf(listBegin) + listBegin.length;
  if (begin < listBegin.length) return undefined;
  const content: unknown[] = [];
  let end = begin;
  for (let start = begin; json[end] !== ']'; start = end + 1) {
    const row = forms.objectAt(json, start);
    if (row === undefined) return undefined;
    content.push(row.value);
    end = row.end;
    if (json[end] !== ',' && json[end] !== ']') return undefined;
  }
  if (json.includes(listName, end)) return undefined;
  // What stands around the rows is a page without any.
  const page = parseExactJson(json.slice(0, begin) + json.slice(end));
  return hasRows(page) ? { ...page, content } : undefined;
}

function hasRows(page: unknown): page is { readonly content: readonly unknown[]; readonly totalElements?: unknown } {
  return isObject(page) && Array.isArray(page.content);
}
