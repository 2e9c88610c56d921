import { LinkcyApi } from '../../linkcy/api.js';
import { LinkcyClient, type Caller } from '../../linkcy/client.js';
import type { Transport } from '../../linkcy/http/transport.js';
import { largestPageSize } from '../../linkcy/json/page.js';
import { creationOf, type Row, type RowList } from '../effects/creation.js';

/** A list that is not read through by then is not looked at: how many rows come a second is not ours to know. */
export const mostPages = 5;

/** What the front of a list showed. */
export interface RowsSeen {
  readonly rows: readonly Row[];
  /** Whether there were rows that cannot be read: any of them may be the effect. */
  readonly unreadable: boolean;
  /** Whether the list was read as far back as was asked. */
  readonly complete: boolean;
  /** LinkCy's clock when it sent the last page, in whole seconds; undefined where it does not tell. */
  readonly date: number | undefined;
}

/** How far back a list is read: to its end where the function says undefined. It is asked again with each page. */
export type Since = (rows: readonly Row[], date: number | undefined) => number | undefined;

/**
 * Reads a list from its front, newest first, until a row is older than `since` by LinkCy's own clock. Rows that come
 * meanwhile push others onto the next page, where they are seen again: none is missed. Throws a LinkcyError.
 */
export async function readRows(
  transport: Transport,
  { authorization, requestId, deadline, signal }: Caller,
  list: RowList,
  since: Since,
  pages = mostPages,
): Promise<RowsSeen> {
  const client = new LinkcyClient(transport, { authorization, requestId, deadline, signal });
  const linkcy = new LinkcyApi(client);
  const rows = new Map<string, Row>();
  let unreadable = false;
  for (let page = 0; page < pages; page += 1) {
    const { rows: found, totalElements } = await list.page(linkcy, page, largestPageSize);
    for (const row of found) if (row !== undefined) rows.set(row.wire.id.toLowerCase(), row);
    unreadable ||= found.includes(undefined);
    const seen = [...rows.values()];
    const end = found.length === 0 || (page + 1) * largestPageSize >= totalElements;
    const limit = since(seen, client.date);
    const reached = limit !== undefined && seen.some((row) => creationOf(row) < limit);
    if (end || reached) return { rows: seen, unreadable, complete: true, date: client.date };
  }
  return { rows: [...rows.values()], unreadable, complete: false, date: client.date };
}
