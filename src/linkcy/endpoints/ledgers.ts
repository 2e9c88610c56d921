import type { LinkcyClient } from '../client.js';
import { enumeration, openEnumeration } from '../json/enumeration.js';
import { pageOf, type Page, type PageQuery } from '../json/page.js';
import { route, type Query } from '../route.js';
import { optional, shape, text, uuid, withId } from '../json/shape.js';

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
  readonly totalAmount?: number | null;
  readonly availableAmount?: number | null;
  readonly reservedAmount?: number | null;
  readonly isUpgraded?: boolean | null;
  readonly parentId?: string | null;
}

export interface LedgerQuery extends Query {
  readonly endUserId?: string | null;
  readonly status?: readonly string[] | null;
  readonly parentId?: string | null;
  readonly iban?: string | null;
}

const isLedgerListElement = shape<LedgerListElement>({
  id: uuid,
  currency: text,
  endUser: optional(shape<{ id: string }>({ id: uuid })),
  endUserId: optional(uuid),
  parentId: optional(uuid),
});
const isLedger = shape<Ledger>({ id: uuid, endUserId: uuid, currency: text, parentId: optional(uuid) });
const isLedgerPage = pageOf(isLedgerListElement);

/** LinkCy's ledgers, the accounts: https://docs.linkcy.io/api_reference/sandbox/ledger */
export const ledgers = (client: LinkcyClient) => ({
  list: (filter: LedgerQuery, page: PageQuery): Promise<Page<LedgerListElement>> =>
    client.list(route`/api/partner/ledgers`, isLedgerPage, filter, page),
  get: (id: string): Promise<Ledger> => client.read(route`/api/partner/ledgers/${id}`, withId(isLedger, id)),
});
