import { parseExactJson } from './exact-json.js';
import type { Format } from './format.js';
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
export function pageOf<Row>(isRow: Guard<Row>): Format<Page<Row>> {
  const forms = new KnownForms();
  const isWire = (value: unknown): value is Page<Row> =>
    isObject(value) && count(value.totalElements) && Array.isArray(value.content) && value.content.every(isRow);
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
  let end = json[begin] === ']' ? begin : begin - 1;
  while (end < begin || json[end] === ',') {
    const row = forms.objectAt(json, end + 1);
    if (row === undefined) return undefined;
    content.push(row.value);
    end = row.end;
  }
  // What stands around the rows is a page without any.
  if (json[end] !== ']' || json.includes(listName, end)) return undefined;
  const page = parseExactJson(json.slice(0, begin) + json.slice(end));
  return isObject(page) && Array.isArray(page.content) ? { ...page, content } : undefined;
}

function rowsOf(page: unknown): readonly unknown[] | undefined {
  return isObject(page) && Array.isArray(page.content) ? page.content : undefined;
}
