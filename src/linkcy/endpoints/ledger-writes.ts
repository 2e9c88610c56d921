import type { LinkcyClient, WriteRequest } from '../client.js';
import { given, jsonBody } from '../json/json-body.js';
import type { LedgerLimits } from './ledgers.js';
import { route, wordRoute } from '../route.js';
import { shape, text } from '../json/shape.js';

type Limits = { readonly [Name in keyof LedgerLimits]?: number | null };

/** The body of POST /ledgers: with a type it is a ledger of its own, with a parent a virtual one below that. */
export interface NewLedger {
  readonly endUserId?: string | null;
  readonly type?: string | null;
  readonly parentLedgerId?: string | null;
  readonly friendlyName?: string | null;
  readonly autoUpgrade?: boolean | null;
  readonly limits?: Limits | null;
}

export interface LedgerChange {
  readonly friendlyName?: string | null;
  readonly parentLedgerId?: string | null;
  readonly limits?: Limits | null;
}

/** Where a document can be fetched; `ttl` is an ISO 8601 duration. */
export interface DocumentLink {
  readonly url: string;
  readonly ttl: string;
}

/** The requests that change ledgers. Their answers: 201 {id}, 200 {id} for a change, 204 for the others. */
export const ledgerWrites = {
  create: (ledger: NewLedger): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/ledgers`,
    success: { kind: 'created' },
    body: jsonBody({ ...ledger, limits: given(ledger.limits) }),
  }),
  update: (id: string, change: LedgerChange): WriteRequest => ({
    method: 'PATCH',
    route: route`/api/partner/ledgers/${id}`,
    success: { kind: 'changed', id },
    body: jsonBody({ ...change, limits: given(change.limits) }),
  }),
  suspend: (id: string, suspension: { readonly operator: string; readonly reason: string }): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/ledgers/${id}/suspensions`,
    success: { kind: 'done', id },
    body: jsonBody(suspension),
  }),
  unsuspend: (id: string, operator: string): WriteRequest => ({
    method: 'DELETE',
    route: wordRoute(route`/api/partner/ledgers/${id}/suspensions`, operator, 'operator'),
    success: { kind: 'done', id },
  }),
  close: (id: string, closing: { readonly operator: string; readonly reason?: string | null }): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/ledgers/${id}/close`,
    success: { kind: 'done', id },
    body: jsonBody(closing),
  }),
  upgrade: (id: string): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/ledgers/${id}/upgrade`,
    success: { kind: 'done', id },
  }),
};

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
