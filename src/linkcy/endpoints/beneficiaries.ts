import type { LinkcyClient, WriteRequest } from '../client.js';
import { enumeration, openEnumeration } from '../json/enumeration.js';
import { given, jsonBody } from '../json/json-body.js';
import { pageOf, type Page, type PageQuery } from '../json/page.js';
import { route, type Query } from '../route.js';
import { entity, flag, optional, optionalText, text, uuid, withId } from '../json/shape.js';

export const BeneficiaryType = openEnumeration('PERSON', 'COMPANY');
export const BeneficiaryStatus = openEnumeration(
  'DECLINED',
  'PENDING_REVIEW',
  'VALID',
  'PENDING',
  'NEED_ADDITIONAL_INFORMATION',
);
export const BeneficiaryAccountType = openEnumeration('IBAN', 'GBP', 'USD');
export const BeneficiarySortAttribute = enumeration('NAME', 'CREATION_DATE');

/** A row of GET /beneficiaries: it does not say whose beneficiary it is. */
export interface BeneficiaryListElement {
  readonly id: string;
  readonly name: string;
  readonly friendlyName?: string | null;
  readonly type: string;
  readonly updateDate: string;
  readonly status: string;
  readonly active: boolean;
  readonly creationDate: string;
  readonly display?: boolean | null;
  readonly accountType: string;
  readonly iban?: string | null;
  readonly bicOrSwift?: string | null;
  readonly accountNumber?: string | null;
  readonly sortCode?: string | null;
}

/** GET /beneficiaries/{id}. */
export interface Beneficiary extends BeneficiaryListElement {
  readonly endUserId: string;
  /** Set when the payee is itself a LinkCy ledger. */
  readonly linkcyLedgerId?: string | null;
}

export interface BeneficiaryQuery extends Query {
  readonly endUserId?: string | null;
  readonly active?: boolean | null;
  readonly display?: boolean | null;
  /** One value in older versions, several in newer ones; one value reads the same in both. */
  readonly status?: string | null;
}

/** A SEPA account, a British or an American one; LinkCy tells them apart by their fields. */
export type BankingDetails =
  | { readonly iban: string; readonly bic: string }
  | { readonly sortCode: string; readonly accountNumber: string }
  | { readonly abaCode: string; readonly accountNumber: string; readonly swift?: string | null };

/** The body of POST /beneficiaries. Its older `fullName` is deprecated; all versions take `name`. */
interface NewBeneficiary {
  /** Needed unless the caller is the end-user. */
  readonly endUserId?: string | null;
  readonly type: string;
  readonly name: string;
  /** Newer versions only. */
  readonly friendlyName?: string | null;
  readonly bankingDetails: BankingDetails;
  readonly display?: boolean | null;
}

/** The body of PATCH /beneficiaries/{id}. */
interface BeneficiaryChange {
  readonly active?: boolean | null;
  readonly display?: boolean | null;
  /** Newer versions only. */
  readonly friendlyName?: string | null;
}

const common = {
  id: uuid,
  name: text,
  friendlyName: optionalText,
  updateDate: text,
  active: flag,
  creationDate: text,
  display: optional(flag),
  iban: optionalText,
  bicOrSwift: optionalText,
  accountNumber: optionalText,
  sortCode: optionalText,
} as const;
const isBeneficiaryListElement = entity<BeneficiaryListElement>(common);
const isBeneficiary = entity<Beneficiary>({ ...common, endUserId: uuid, linkcyLedgerId: optional(uuid) });
const isBeneficiaryPage = pageOf(isBeneficiaryListElement);

/** LinkCy's beneficiaries, who may receive funds: https://docs.sandbox.linkcy.io/tag/Beneficiary */
export const beneficiaries = (client: LinkcyClient) => ({
  list: (filter: BeneficiaryQuery, page: PageQuery): Promise<Page<BeneficiaryListElement>> =>
    client.list(route`/api/partner/beneficiaries`, isBeneficiaryPage, filter, page),
  get: (id: string): Promise<Beneficiary> =>
    client.read(route`/api/partner/beneficiaries/${id}`, withId(isBeneficiary, id)),
});

/** The requests that change beneficiaries. Their answers: 201 {id} and 200 {id}. */
export const beneficiaryWrites = {
  create: (beneficiary: NewBeneficiary): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/beneficiaries`,
    success: { kind: 'created' },
    body: jsonBody({ ...beneficiary, bankingDetails: given(beneficiary.bankingDetails) }),
  }),
  update: (id: string, change: BeneficiaryChange): WriteRequest => ({
    method: 'PATCH',
    route: route`/api/partner/beneficiaries/${id}`,
    success: { kind: 'changed', id },
    body: jsonBody(change),
  }),
};
