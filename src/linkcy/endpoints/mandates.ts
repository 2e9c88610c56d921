import type { LinkcyClient, WriteRequest } from '../client.js';
import { enumeration, openEnumeration } from '../json/enumeration.js';
import { given, jsonBody } from '../json/json-body.js';
import { pageOf, type Page, type PageQuery } from '../json/page.js';
import { route, type Query } from '../route.js';
import { entity, flag, optional, optionalText, text, uuid, withId } from '../json/shape.js';

export const MandateStatus = openEnumeration(
  'AWAITING_ACTIVATION',
  'ACTIVATING',
  'ACTIVATED',
  'CANCELING',
  'CANCELED',
  'FAILED',
);
export const DebtorType = openEnumeration('PERSON', 'COMPANY');
export const MandateSortAttribute = enumeration('DEBTOR_NAME', 'CREATION_DATE');

/** A SEPA account. */
export interface DebtorAccount {
  readonly iban: string;
  readonly bic: string;
}

export interface Debtor {
  readonly type: string;
  readonly name: string;
  readonly bankingDetails?: DebtorAccount | null;
  /** Set when the debtor's account is itself a LinkCy ledger. */
  readonly ledgerId?: string | null;
}

/** Rows of GET /mandates and the answer of GET /mandates/{id} are the same. */
export interface Mandate {
  readonly id: string;
  readonly uniqueReference: string;
  readonly endUserId: string;
  readonly status: string;
  readonly friendlyName?: string | null;
  readonly debtor: Debtor;
  readonly recurring?: boolean | null;
  readonly expirationDate?: string | null;
  readonly updateDate: string;
  readonly creationDate: string;
}

export interface MandateQuery extends Query {
  readonly endUserId?: string | null;
  /** One value only. */
  readonly status?: string | null;
}

/** The body of POST /mandates. */
interface NewMandate {
  /** Needed unless the caller is the end-user. */
  readonly endUserId?: string | null;
  readonly friendlyName?: string | null;
  readonly debtor: {
    readonly type: string;
    readonly name: string;
    readonly bankingDetails?: DebtorAccount | null;
  };
  readonly recurring?: boolean | null;
  readonly expirationDate?: string | null;
}

/** The body of PATCH /mandates/{id}. */
interface MandateChange {
  readonly friendlyName?: string | null;
  readonly debtor?: { readonly bankingDetails: DebtorAccount } | null;
  readonly recurring?: boolean | null;
  readonly expirationDate?: string | null;
}

const isAccount = entity<DebtorAccount>({ iban: optionalText, bic: optionalText });
const isMandate = entity<Mandate>({
  id: uuid,
  endUserId: uuid,
  uniqueReference: text,
  friendlyName: optionalText,
  debtor: entity<Debtor>({ name: text, bankingDetails: optional(isAccount), ledgerId: optional(uuid) }),
  recurring: optional(flag),
  expirationDate: optionalText,
  creationDate: text,
  updateDate: text,
});
const isMandatePage = pageOf(isMandate);

/** LinkCy's mandates, which allow a corporate to collect money: https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate */
export const mandates = (client: LinkcyClient) => ({
  list: (filter: MandateQuery, page: PageQuery): Promise<Page<Mandate>> =>
    client.list(route`/api/partner/mandates`, isMandatePage, filter, page),
  get: (id: string): Promise<Mandate> => client.read(route`/api/partner/mandates/${id}`, withId(isMandate, id)),
});

/** The requests that change mandates. Their answers: 201 {id} and 200 {id}. */
export const mandateWrites = {
  create: (mandate: NewMandate): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/mandates`,
    success: { kind: 'created' },
    body: jsonBody({ ...mandate, debtor: given(mandate.debtor) }),
  }),
  update: (id: string, change: MandateChange): WriteRequest => ({
    method: 'PATCH',
    route: route`/api/partner/mandates/${id}`,
    success: { kind: 'changed', id },
    body: jsonBody(change),
  }),
  activate: (id: string): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/mandates/${id}/activate`,
    success: { kind: 'done', id },
  }),
  cancel: (id: string): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/mandates/${id}/cancel`,
    success: { kind: 'done', id },
  }),
};
