import type { LinkcyClient, WriteRequest } from '../client.js';
import { enumeration, openEnumeration } from '../json/enumeration.js';
import { given, jsonBody } from '../json/json-body.js';
import { pageOf, type Page, type PageQuery } from '../json/page.js';
import { route, wordRoute, type Query } from '../route.js';
import type { Amount } from '../json/exact-json.js';
import { amount, entity, flag, optional, optionalText, shape, text, uuid, withId } from '../json/shape.js';

export const LedgerStatus = openEnumeration('PENDING', 'ACTIVE', 'CLOSING', 'CLOSED', 'SUSPENDED', 'FAILED');
export const LedgerType = openEnumeration(
  'EUR_BELGIUM',
  'EUR_FRANCE',
  'EUR_ESTONIA',
  'EUR_LITHUANIA',
  'EUR_BG',
  'USD_USA',
  'GBP_GREAT_BRITAIN',
);
export const LedgerSortAttribute = enumeration('CREATION_DATE');

/** A row of GET /ledgers: no iban and no amounts, these come only from GET /ledgers/{id}. */
export interface LedgerListElement {
  readonly id: string;
  readonly country: string;
  readonly currency: string;
  readonly isUpgraded?: boolean | null;
  readonly endUser?: { readonly id: string } | null;
  /** Deprecated by LinkCy in favour of `endUser`. */
  readonly endUserId?: string | null;
  readonly friendlyName?: string | null;
  /** Set on a virtual ledger. */
  readonly parentId?: string | null;
  readonly status: string;
  readonly creationDate: string;
}

export interface Suspension {
  readonly date: string;
  readonly reason?: string | null;
  readonly operator: string;
}

export interface LedgerLimits {
  readonly ddTransactionLimit?: number;
  readonly ddMonthlyLimit?: number;
  readonly transactionLimit?: number;
  readonly transactionDailyLimit?: number;
  readonly transactionMonthlyLimit?: number;
}

/** GET /ledgers/{id}: a classic ledger has amounts and `isUpgraded`, a virtual one has `parentId`. */
export interface Ledger {
  readonly id: string;
  readonly endUserId: string;
  readonly friendlyName?: string | null;
  readonly status: string;
  readonly currency: string;
  readonly country: string;
  readonly creationDate: string;
  readonly updateDate: string;
  readonly iban?: string | null;
  readonly bicOrSwift?: string | null;
  readonly accountNumber?: string | null;
  readonly sortCode?: string | null;
  readonly routingNumber?: string | null;
  readonly suspensionsInformation?: readonly Suspension[] | null;
  readonly limits?: LedgerLimits | null;
  readonly closeInformation?: Suspension | null;
  readonly totalAmount?: Amount | null;
  readonly availableAmount?: Amount | null;
  readonly reservedAmount?: Amount | null;
  readonly isUpgraded?: boolean | null;
  readonly parentId?: string | null;
}

export interface LedgerQuery extends Query {
  readonly endUserId?: string | null;
  readonly status?: readonly string[] | null;
  readonly parentId?: string | null;
  readonly iban?: string | null;
}

type Limits = { readonly [Name in keyof LedgerLimits]?: number | null };

/** The body of POST /ledgers: with a type it is a ledger of its own, with a parent a virtual one below that. */
interface NewLedger {
  readonly endUserId?: string | null;
  readonly type?: string | null;
  readonly parentLedgerId?: string | null;
  readonly friendlyName?: string | null;
  readonly autoUpgrade?: boolean | null;
  readonly limits?: Limits | null;
}

interface LedgerChange {
  readonly friendlyName?: string | null;
  readonly parentLedgerId?: string | null;
  readonly limits?: Limits | null;
}

const common = { id: uuid, friendlyName: optionalText, currency: text, country: text, creationDate: text } as const;
const isLedgerListElement = entity<LedgerListElement>({
  ...common,
  isUpgraded: optional(flag),
  endUser: optional(shape<{ id: string }>({ id: uuid })),
  endUserId: optional(uuid),
  parentId: optional(uuid),
});
const isLedger = entity<Ledger>({
  ...common,
  endUserId: uuid,
  isUpgraded: optional(flag),
  parentId: optional(uuid),
  iban: optionalText,
  bicOrSwift: optionalText,
  accountNumber: optionalText,
  sortCode: optionalText,
  totalAmount: optional(amount),
  availableAmount: optional(amount),
  reservedAmount: optional(amount),
});
const isLedgerPage = pageOf(isLedgerListElement);

/** LinkCy's ledgers, the accounts: https://docs.linkcy.io/api_reference/sandbox/ledger */
export const ledgers = (client: LinkcyClient) => ({
  list: (filter: LedgerQuery, page: PageQuery): Promise<Page<LedgerListElement>> =>
    client.list(route`/api/partner/ledgers`, isLedgerPage, filter, page),
  get: (id: string): Promise<Ledger> => client.read(route`/api/partner/ledgers/${id}`, withId(isLedger, id)),
});

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
