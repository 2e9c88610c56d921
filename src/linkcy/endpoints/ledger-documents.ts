import type { LinkcyClient } from '../client.js';
import { shape, text } from '../json/shape.js';
import { route } from '../route.js';

/** Where a document can be fetched; `ttl` is an ISO 8601 duration. */
export interface DocumentLink {
  readonly url: string;
  readonly ttl: string;
}

const isDocumentLink = shape<DocumentLink>({ url: text, ttl: text });

/** Documents of ledgers, as links. */
export const ledgerDocuments = (client: LinkcyClient) => ({
  statement: (id: string, startDate?: string | null, endDate?: string | null): Promise<DocumentLink> =>
    client.read(route`/api/partner/documents/ledger-statement/${id}`, isDocumentLink, {
      startDate,
      endDate,
    }),
  bankDetails: (id: string): Promise<DocumentLink> =>
    client.read(route`/api/partner/documents/bank-details/${id}`, isDocumentLink),
});
