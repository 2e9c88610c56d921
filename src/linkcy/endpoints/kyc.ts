import type { LinkcyClient, WriteRequest } from '../client.js';
import { isAddress, type Address } from './consumers.js';
import { enumeration, openEnumeration } from '../json/enumeration.js';
import { given, jsonBody } from '../json/json-body.js';
import { pageOf, type Page, type PageQuery } from '../json/page.js';
import { route, type Query } from '../route.js';
import { entity, optional, optionalText, shape, text, uuid, withId } from '../json/shape.js';

export const KycAccessType = openEnumeration('LINK', 'SDK');
export const KycPersonType = openEnumeration('CONSUMER', 'CORPORATE_RELATED_PHYSICAL_PERSON');
export const KycSortAttribute = enumeration('CREATION_DATE', 'UPDATE_DATE');

/** What lists and GET /kyc/{id} both say. */
interface IdentifiedPerson {
  readonly id: string;
  readonly address?: Address | null;
  readonly firstName?: string | null;
  readonly middleName?: string | null;
  readonly lastName?: string | null;
  readonly gender?: string | null;
  readonly birthDate?: string | null;
  readonly emailAddress?: string | null;
  readonly birthCity?: string | null;
  readonly birthIsoCountryCode?: string | null;
  readonly creationDate: string;
  readonly updateDate: string;
}

/** A row of GET /kyc. */
export interface KycListElement extends IdentifiedPerson {
  readonly personId: string;
  readonly personType: string;
  readonly status: string;
  readonly statusReason?: string | null;
}

/** GET /kyc/{id} */
export interface KycApplication extends IdentifiedPerson {
  readonly person: { readonly id: string; readonly type: string };
  readonly status: { readonly value: string; readonly reason?: string | null };
  readonly accessType: string;
}

export interface KycQuery extends Query {
  readonly personId?: string | null;
  readonly personType?: string | null;
  readonly kycStatus?: string | null;
}

/** Whose identification or verification; absent: the caller's own. */
export interface PersonReference {
  readonly consumerId?: string | null;
  readonly relatedPhysicalPersonId?: string | null;
}

interface NewKyc extends PersonReference {
  readonly kycConfiguration: {
    readonly accessType: string;
    readonly urlOnComplete?: string | null;
    readonly urlOnFailure?: string | null;
  };
}

/** Answer of POST /kyc: a link, or what a mobile SDK needs. `ttl` is an ISO 8601 duration. */
export interface KycAccess {
  readonly id: string;
  readonly ttl?: string | null;
  readonly url?: string | null;
  readonly token?: string | null;
  readonly kycApiUrl?: string | null;
  readonly flowName?: string | null;
}

export const isKycAccess = shape<KycAccess>({
  ...{ id: uuid, ttl: optionalText, url: optionalText, token: optionalText },
  ...{ kycApiUrl: optionalText, flowName: optionalText },
});
const found = {
  id: uuid,
  firstName: optionalText,
  middleName: optionalText,
  lastName: optionalText,
  birthDate: optionalText,
  birthCity: optionalText,
  birthIsoCountryCode: optionalText,
  emailAddress: optionalText,
  address: optional(isAddress),
  creationDate: text,
  updateDate: text,
} as const;
const isKycListElement = entity<KycListElement>({ ...found, personId: uuid, statusReason: optionalText });
const isKycApplication = entity<KycApplication>({
  ...found,
  person: shape<{ id: string }>({ id: uuid }),
  status: entity<KycApplication['status']>({ reason: optionalText }),
});
const isKycPage = pageOf(isKycListElement);

/** Identifications (know your customer): https://docs.linkcy.io/api_reference/sandbox/kyc */
export const kyc = (client: LinkcyClient) => ({
  list: (filter: KycQuery, page: PageQuery): Promise<Page<KycListElement>> =>
    client.list(route`/api/partner/kyc`, isKycPage, filter, page),
  get: (id: string): Promise<KycApplication> =>
    client.read(route`/api/partner/kyc/${id}`, withId(isKycApplication, id)),
});

export const kycWrites = {
  create: ({ kycConfiguration, ...person }: NewKyc): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/kyc`,
    success: { kind: 'body', status: 201 },
    body: jsonBody({ ...person, kycConfiguration: given(kycConfiguration) }),
  }),
};
