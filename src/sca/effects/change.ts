import type { LinkcyApi } from '../../linkcy/api.js';
import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import type { Card } from '../../linkcy/endpoints/cards.js';
import type { Consumer } from '../../linkcy/endpoints/consumers.js';
import { sameCallingCode, sameCode, sameValue } from './compare.js';
import type { Change } from './effect.js';

/** What the object shows of the change. Stored with the operation. */
export interface Seen {
  /** LinkCy's own text; absent if it says nothing about this change. */
  readonly updateDate?: string;
  /** Whether every field that LinkCy gives back has the requested value. */
  readonly isAsked: boolean;
  /** Current values of the requested fields, by name: tells a third value from the old one. */
  readonly values: Readonly<Record<string, unknown>>;
}

type Compare = (found: unknown, wanted: unknown) => boolean;

/** Where an object shows a field of the request body, and how to compare it. */
interface Shown<Wire> {
  readonly in: (object: Wire) => unknown;
  readonly same?: Compare;
}

const beneficiaryFields: Readonly<Record<string, Shown<Beneficiary>>> = {
  active: { in: ({ active }) => active },
  display: { in: ({ display }) => display },
  friendlyName: { in: ({ friendlyName }) => friendlyName },
};

const cardFields: Readonly<Record<string, Shown<Card>>> = { friendlyName: { in: ({ friendlyName }) => friendlyName } };

/** Without `occupationSector`, `isUsPerson` and `lastTermsAccepted`: LinkCy never gives them back. */
const consumerFields: Readonly<Record<string, Shown<Consumer>>> = {
  externalId: { in: ({ externalId }) => externalId },
  sourceOfFunds: { in: ({ sourceOfFunds }) => sourceOfFunds },
  otherSourceOfFunds: { in: ({ otherSourceOfFunds }) => otherSourceOfFunds },
  occupation: { in: ({ occupation }) => occupation },
  otherOccupation: { in: ({ otherOccupation }) => otherOccupation },
  taxIdentificationNumber: { in: ({ taxIdentificationNumber }) => taxIdentificationNumber },
  taxCountry: { in: ({ taxCountry }) => taxCountry },
  accountPurposes: { in: ({ accountPurposes }) => accountPurposes },
  financialInformationRequestDto: { in: ({ financialInformation }) => financialInformation },
  userMetadata: { in: ({ userMetadata }) => userMetadata },
  partnerMetadata: { in: ({ partnerMetadata }) => partnerMetadata },
  emailAddress: { in: ({ email }) => email.address, same: sameCode },
  phone: { in: ({ phone }) => phone, same: samePhone },
  address: { in: ({ address }) => address, same: sameAddress },
};

/** An object as read, shared by all its changes. */
export type Read =
  | { readonly object: 'Consumer'; readonly wire: Consumer }
  | { readonly object: 'Card'; readonly wire: Card }
  | { readonly object: 'Beneficiary'; readonly wire: Beneficiary };

/** Reads the object of the change. Throws a LinkcyError. */
export async function readObject(linkcy: LinkcyApi, change: Change): Promise<Read> {
  const object = objectOf(change);
  if (object === 'Consumer') return { object, wire: await linkcy.consumers.get(change.id) };
  if (object === 'Card') return { object, wire: await linkcy.cards.get(change.id) };
  return { object, wire: await linkcy.beneficiaries.get(change.id) };
}

/** What the object shows of the change. */
export function seenIn(read: Read, change: Change): Seen {
  if (change.kind === 'fields') {
    if (read.object === 'Consumer') return shown(read.wire, consumerFields, change.asked);
    return read.object === 'Card'
      ? shown(read.wire, cardFields, change.asked)
      : shown(read.wire, beneficiaryFields, change.asked);
  }
  if (read.object !== 'Card') return { isAsked: false, values: {} };
  const { pinStatus, rules } = read.wire;
  if (change.kind === 'card pin') {
    return { isAsked: pinStatus === 'WAITING_ONLINE_TRANSACTION' || pinStatus === 'UNLOCKING', values: { pinStatus } };
  }
  // The partner and the end user may each have a rule of the same type.
  const same = (rules ?? []).filter(({ type }) => type === change.type);
  const isAsked =
    change.content === undefined
      ? same.length === 0
      : same.some((rule) => [rule.value, rule.enabled, rule.values].some((said) => sameContent(said, change.content)));
  const contents = same.map(({ value, enabled, values }) => value ?? enabled ?? values ?? null);
  return { isAsked, values: { rules: same.length, contents } };
}

/** LinkCy does not document how it writes switches and lists: a value may come as text, "true" or "100". */
function sameContent(said: unknown, asked: unknown): boolean {
  return said != null && (sameValue(said, asked) || JSON.stringify(said) === JSON.stringify(String(asked)));
}

/** Which object to read; changes of the same object share one look. */
export function objectKeyOf(change: Change): string {
  return `${objectOf(change)} ${change.id.toLowerCase()}`;
}

export function objectOf(change: Change): Read['object'] {
  return change.kind === 'fields' ? change.object : 'Card';
}

/** Whether LinkCy gives back any requested field, so that looking can decide. */
export function isVisible(change: Change): boolean {
  return change.kind !== 'fields' || Object.keys(change.asked).some((name) => name in fieldsOf[change.object]);
}

const fieldsOf: Readonly<Record<'Consumer' | 'Card' | 'Beneficiary', object>> = {
  Consumer: consumerFields,
  Card: cardFields,
  Beneficiary: beneficiaryFields,
};

function shown<Wire extends { readonly updateDate?: string | null }>(
  object: Wire,
  fields: Readonly<Record<string, Shown<Wire>>>,
  asked: Readonly<Record<string, unknown>>,
): Seen {
  const compared = Object.entries(asked).flatMap(([name, wanted]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field === undefined ? [] : [{ name, found: field.in(object), wanted, same: field.same ?? sameValue }];
  });
  return {
    updateDate: object.updateDate ?? undefined,
    isAsked: compared.length > 0 && compared.every(({ found, wanted, same }) => same(found, wanted)),
    values: Object.fromEntries(compared.map(({ name, found }) => [name, found ?? null])),
  };
}

function samePhone(found: unknown, wanted: unknown): boolean {
  const [one, other] = [fieldsIn(found), fieldsIn(wanted)];
  return sameCallingCode(one.countryCode, other.countryCode) && sameCode(one.number, other.number);
}

/** Without the flag that asks to verify the address: LinkCy never gives it back. */
function sameAddress(found: unknown, wanted: unknown): boolean {
  const { bypassVerification: _asked, ...address } = fieldsIn(wanted);
  return sameValue(found, address);
}

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
