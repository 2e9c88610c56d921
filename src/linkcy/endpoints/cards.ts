import type { LinkcyClient, WriteRequest } from '../client.js';
import { isAddress, type Address } from './consumers.js';
import { enumeration, openEnumeration } from '../json/enumeration.js';
import { given, jsonBody } from '../json/json-body.js';
import { pageOf, type Page, type PageQuery } from '../json/page.js';
import { route, wordRoute, type Query } from '../route.js';
import { entity, listOf, optional, optionalText, shape, text, uuid, withId } from '../json/shape.js';

export const CardType = openEnumeration('PHYSICAL', 'VIRTUAL');
export const CardScheme = openEnumeration('MASTERCARD', 'VISA');
export const CardStatus = openEnumeration(
  'CREATING',
  'AWAITING_ACTIVATION',
  'ACTIVATING',
  'REACTIVATING',
  'ACTIVE',
  'SUSPENDING',
  'SUSPENDED',
  'CLOSING',
  'CLOSED',
  'EXPIRED',
  'FAILED',
);
export const PinStatus = openEnumeration('LOCKED', 'UNLOCKING', 'UNLOCKED', 'WAITING_ONLINE_TRANSACTION');
export const Operator = openEnumeration('END_USER', 'PARTNER', 'LINKCY');
export const CardRuleType = openEnumeration(
  'DAILY_MAX_SPEND',
  'WEEKLY_MAX_SPEND',
  'MONTHLY_MAX_SPEND',
  'DISABLE_CONTACTLESS',
  'DISABLE_ONLINE',
  'DISABLE_RECURRING',
  'MCC_WHITELIST',
  'MCC_BLACKLIST',
  'MERCHANT_WHITELIST',
  'MERCHANT_BLACKLIST',
);
/** The first three are documented for orders, all six are seen on cards; LinkCy decides what fits the address. */
export const DeliveryMethod = openEnumeration(
  'FRENCH_MAIL',
  'FRENCH_MAIL_TRACKING',
  'INTERNATIONAL_MAIL',
  'UK_MAIL',
  'DHL',
  'COURIER',
);
export const CardReason = enumeration('STOLEN', 'LOST', 'DAMAGED', 'OTHER');
export const CardSortAttribute = enumeration('CREATION_DATE');

export interface CardProfileReference {
  readonly id: string;
  readonly name: string;
}

/** A row of GET /cards. */
export interface CardListElement {
  readonly id: string;
  readonly endUserId: string;
  readonly ledgerId: string;
  readonly friendlyName?: string | null;
  readonly profile: CardProfileReference;
  readonly expiryDate?: string | null;
  readonly nameOnCard?: string | null;
  readonly type: string;
  readonly status: string;
  readonly creationDate: string;
}

export interface CardRule {
  readonly type: string;
  readonly name?: string | null;
  /** Of a limit: whole units of the card's currency, 1 to 999,999,999. How LinkCy writes the others is undocumented. */
  readonly value?: unknown;
  readonly enabled?: unknown;
  readonly values?: unknown;
  readonly creator?: string | null;
}

/** A rule as it is sent: the one of the three that its type takes. */
export interface NewCardRule {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: number | null;
  readonly enabled?: boolean | null;
  readonly values?: readonly string[] | null;
}

export interface CardStatusInfo {
  readonly value: string;
  readonly reason?: string | null;
  readonly otherReason?: string | null;
  readonly operator?: string | null;
}

/** GET /cards/{id}. */
export interface Card {
  readonly id: string;
  readonly endUserId: string;
  readonly ledgerId: string;
  readonly profile: CardProfileReference;
  readonly expiryDate?: string | null;
  readonly nameOnCard?: string | null;
  readonly friendlyName?: string | null;
  readonly deliveryAddress?: Address | null;
  readonly deliveryMethod?: string | null;
  readonly deliveryShipmentDate?: string | null;
  readonly deliveryTrackingNumber?: string | null;
  readonly truncatedPan?: string | null;
  readonly type: string;
  readonly scheme: string;
  readonly currency: string;
  readonly status: CardStatusInfo;
  readonly creationDate: string;
  readonly updateDate: string;
  readonly pinStatus: string;
  readonly rules?: readonly CardRule[] | null;
}

export interface CardQuery extends Query {
  readonly endUserId?: string | null;
  readonly ledgerId?: string | null;
  readonly profileId?: string | null;
  readonly status?: readonly string[] | null;
  readonly types?: readonly string[] | null;
}

/** The body of POST /cards. With `deliveryMethod` the card is physical, without it virtual. */
interface CardOrder {
  readonly ledgerId: string;
  readonly profileId: string;
  /** 1 to 21 capital letters and spaces. */
  readonly nameOnCard?: string | null;
  readonly friendlyName?: string | null;
  readonly rules?: readonly NewCardRule[] | null;
  readonly deliveryMethod?: string | null;
}

/** The body of POST /cards/{id}/suspend and POST /cards/{id}/close, which wants the reason. */
interface CardStop {
  readonly operator: string;
  readonly reason?: string | null;
  readonly otherReason?: string | null;
}

const isProfile = shape<CardProfileReference>({ id: uuid, name: text });
const common = {
  id: uuid,
  endUserId: uuid,
  ledgerId: uuid,
  profile: isProfile,
  friendlyName: optionalText,
  expiryDate: optionalText,
  nameOnCard: optionalText,
  creationDate: text,
} as const;
const isCardListElement = entity<CardListElement>(common);
const isCard = entity<Card>({
  ...common,
  currency: text,
  status: entity<CardStatusInfo>({ reason: optionalText, otherReason: optionalText }),
  updateDate: text,
  truncatedPan: optionalText,
  deliveryAddress: optional(isAddress),
  deliveryMethod: optionalText,
  deliveryShipmentDate: optionalText,
  deliveryTrackingNumber: optionalText,
  rules: optional(listOf(entity<CardRule>({ name: optionalText }))),
});
const isCardPage = pageOf(isCardListElement);

/** LinkCy's cards: https://docs.linkcy.io/api_reference/sandbox/card */
export const cards = (client: LinkcyClient) => ({
  list: (filter: CardQuery, page: PageQuery): Promise<Page<CardListElement>> =>
    client.list(route`/api/partner/cards`, isCardPage, filter, page),
  get: (id: string): Promise<Card> => client.read(route`/api/partner/cards/${id}`, withId(isCard, id)),
});

/** The requests that change cards. Their answers: 201 {id} for an order, 204 for the others. */
export const cardWrites = {
  create: (order: CardOrder): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/cards`,
    success: { kind: 'created' },
    body: jsonBody({ ...order, rules: order.rules?.map((rule) => given(rule)) }),
  }),
  /** `truncatedPan`, the last four digits, is needed the first time a physical card is activated. */
  activate: (id: string, activation: { readonly truncatedPan?: string | null }): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/cards/${id}/activate`,
    success: { kind: 'done', id },
    body: jsonBody(activation),
  }),
  suspend: (id: string, stop: CardStop): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/cards/${id}/suspend`,
    success: { kind: 'done', id },
    body: jsonBody(stop),
  }),
  close: (id: string, stop: CardStop & { readonly reason: string }): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/cards/${id}/close`,
    success: { kind: 'done', id },
    body: jsonBody(stop),
  }),
  update: (id: string, change: { readonly friendlyName: string }): WriteRequest => ({
    method: 'PATCH',
    route: route`/api/partner/cards/${id}`,
    success: { kind: 'changed', id },
    body: jsonBody(change),
  }),
  /** Sets a rule, or replaces the one of the same type. */
  setRule: (id: string, { type, value, enabled, values, name }: NewCardRule): WriteRequest => ({
    method: 'PUT',
    route: route`/api/partner/cards/${id}/rules`,
    success: { kind: 'done', id },
    body: jsonBody({ type, value, enabled, values, name }),
  }),
  removeRule: (id: string, type: string): WriteRequest => ({
    method: 'DELETE',
    route: wordRoute(route`/api/partner/cards/${id}/rules`, type, 'ruleType'),
    success: { kind: 'done', id },
  }),
  resetPinAttempts: (id: string): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/cards/${id}/pin/reset`,
    success: { kind: 'done', id },
  }),
};
