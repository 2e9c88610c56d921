import type { LinkcyClient } from '../client.js';
import type { CardRule } from './cards.js';
import { openEnumeration } from '../json/enumeration.js';
import { pageOf, type Page, type PageQuery } from '../json/page.js';
import { route, type Query } from '../route.js';
import { entity, flag, isObject, listOf, optional, shape, text, uuid } from '../json/shape.js';

export const CardHolderType = openEnumeration('CONSUMER', 'CORPORATE');

/** A row of GET /card-profiles; there is no endpoint for a single one. */
export interface CardProfileListElement {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
  readonly ledgerType: string;
  readonly cardType: string;
  readonly userType: string;
  readonly active: boolean;
  readonly program?: { readonly id: string } | null;
  readonly design?: { readonly id: string } | null;
  readonly rules?: readonly CardRule[] | null;
}

/** A row of GET /card-designs; there is no endpoint for a single one. */
export interface CardDesignListElement {
  readonly id: string;
  readonly friendlyName: string;
  readonly scheme: string;
  readonly ledgerType: string;
  readonly cardType: string;
  readonly userType: string;
  readonly availableCountries?: readonly string[] | null;
}

export interface CardProfileQuery extends Query {
  readonly userTypes?: readonly string[] | null;
  readonly ledgerTypes?: readonly string[] | null;
  readonly cardTypes?: readonly string[] | null;
  readonly active?: boolean | null;
}

export interface CardDesignQuery extends Query {
  readonly scheme?: string | null;
  readonly ledgerType?: string | null;
  readonly cardType?: string | null;
  readonly userType?: string | null;
}

const reference = optional(shape<{ id: string }>({ id: uuid }));
const isProfile = entity<CardProfileListElement>({
  ...{ id: uuid, name: text, active: flag, program: reference, design: reference, rules: optional(listOf(isObject)) },
});
const isDesign = entity<CardDesignListElement>({
  ...{ id: uuid, friendlyName: text, availableCountries: optional(listOf(text)) },
});
const isProfilePage = pageOf(isProfile);
const isDesignPage = pageOf(isDesign);

/** What cards a partner issues, and how they look: https://docs.linkcy.io/api_reference/sandbox/card */
export const cardProfiles = (client: LinkcyClient) => ({
  list: (filter: CardProfileQuery, page: PageQuery): Promise<Page<CardProfileListElement>> =>
    client.list(route`/api/partner/card-profiles`, isProfilePage, filter, page),
  designs: (filter: CardDesignQuery, page: PageQuery): Promise<Page<CardDesignListElement>> =>
    client.list(route`/api/partner/card-designs`, isDesignPage, filter, page),
});
