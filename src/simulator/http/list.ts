import type { Page } from '../../linkcy/json/page.js';
import type { ListAnswer } from './collection.js';
import type { Paging } from './query.js';
import type { Answer } from './router.js';

/** The envelope of a list, its rows turned into LinkCy's list elements. */
export function listed<Row, Element>(paging: Paging, list: ListAnswer<Row>, element: (row: Row) => Element): Answer {
  const body: Page<Element> = {
    content: list.rows.map(element),
    totalElements: list.totalElements,
    page: paging.page,
    pageSize: paging.pageSize,
  };
  return { status: 200, body };
}
