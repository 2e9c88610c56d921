import { LinkcyApi } from '../../linkcy/api.js';
import { LinkcyClient, type Caller } from '../../linkcy/client.js';
import type { Transport } from '../../linkcy/http/transport.js';
import { largestPageSize } from '../../linkcy/json/page.js';
import { creationOf, type Row, type RowList } from '../effects/creation.js';

/** A list that needs more pages counts as not read. */
const maxPages = 5;

/** The front of a list. */
export interface RowsSeen {
  readonly rows: readonly Row[];
  /** Whether some rows could not be read: any of them may be the effect. */
  readonly unreadable: boolean;
  /** Whether the list was read as far back as requested. */
  readonly complete: boolean;
  /** LinkCy's `Date` of the last page, in epoch milliseconds; undefined if missing. */
  readonly date: number | undefined;
}

/** How far back to read, in epoch milliseconds; undefined means to the end. Called after each page. */
export type Since = (rows: readonly Row[], date: number | undefined) => number | undefined;

/**
 * Reads a list from its front, newest first, until a row is older than `since` by LinkCy's clock. Rows that arrive meanwhile
 * push others onto the next page, where they are seen again; none is missed. Throws a LinkcyError.
 */
export async function readRows(
  transport: Transport,
  { authorization, requestId, deadline, signal }: Caller,
  list: RowList,
  since: Since,
  pages = maxPages,
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
