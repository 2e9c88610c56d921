import type { LinkcyClient } from './client.js';
import { enumeration, openEnumeration } from './enumeration.js';
import { pageOf, type Page, type PageQuery } from './page.js';
import { route, type Query } from './route.js';
import { optional, shape, uuid } from './shape.js';

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

const isBeneficiaryListElement = shape<BeneficiaryListElement>({ id: uuid });
const isBeneficiary = shape<Beneficiary>({ id: uuid, endUserId: uuid, linkcyLedgerId: optional(uuid) });

/** LinkCy's beneficiaries, who may receive funds: https://docs.sandbox.linkcy.io/tag/Beneficiary */
export const beneficiaries = (client: LinkcyClient) => ({
  list: (filter: BeneficiaryQuery, page: PageQuery): Promise<Page<BeneficiaryListElement>> =>
    client.read(route`/api/partner/beneficiaries`, pageOf(isBeneficiaryListElement), { ...filter, ...page }),
  get: (id: string): Promise<Beneficiary> => client.read(route`/api/partner/beneficiaries/${id}`, isBeneficiary),
});
