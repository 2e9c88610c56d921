import type { CardRule } from '../../linkcy/endpoints/cards.js';
import type { Address } from '../../linkcy/endpoints/consumers.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import type { CardProfileRecord } from './card-profiles.js';
import { ruleContent, ruleTypes } from './card-rules.js';
import type { EndUser } from '../consumers/end-users.js';
import { unknown } from '../http/found.js';
import { centsOf } from '../transactions/money.js';
import { badRequest, conflict } from '../http/refusal.js';
import type { RequestBody } from '../http/request-body.js';
import type { Call } from '../http/router.js';
import { requireStanding } from '../authentication/standing.js';
import type { Store } from '../store.js';
import { requireActive } from '../transactions/transfer-rules.js';

/** Everything that decides about a new card. */
export interface CardPlan {
  readonly ledger: Ledger;
  readonly profile: CardProfileRecord;
  readonly owner: EndUser;
  /** Where a physical card goes. */
  readonly address: Address | undefined;
  readonly deliveryMethod: string | undefined;
  readonly friendlyName: string | undefined;
  readonly rules: readonly CardRule[];
}

const countriesByMethod: Readonly<Record<string, string>> = {
  FRENCH_MAIL: 'FRA',
  FRENCH_MAIL_TRACKING: 'FRA',
  UK_MAIL: 'GBR',
};
/** Methods that the demo partner has no contract for. */
const unsupportedMethods = ['COURIER'];

/** The rules of a card in a body. */
export function cardRules(call: Call, body: RequestBody): readonly CardRule[] {
  const creator = call.caller?.endUserId === undefined ? 'PARTNER' : 'END_USER';
  return (body.list('rules') ?? []).map((rule) => {
    const type = rule.needs('type').oneOf('type', ruleTypes) ?? '';
    return { type, ...ruleContent(rule, type), name: rule.text('name'), creator };
  });
}

/** The card profile in a body. Throws a 400 if it is not available. */
export function profileInBody(store: Store, id: string): CardProfileRecord {
  const profile = store.cardProfiles.get(id);
  if (profile === undefined) throw unknown('profileId', id, 'CARD_PROFILE_NOT_FOUND', 'card profile');
  if (!profile.active) throw unknown('profileId', id, 'CARD_PROFILE_NOT_ACTIVE', 'active card profile');
  return profile;
}

/** Checks that LinkCy answers with 400. */
export function requireDeliverable(store: Store, plan: CardPlan): void {
  const { profile, deliveryMethod = null, friendlyName = null, owner, rules, address } = plan;
  const refuse = (field: string, rejectedValue: unknown, errorCode: string, message: string) =>
    badRequest([{ field, rejectedValue, message }], errorCode);
  if (profile.cardType === 'PHYSICAL' && deliveryMethod === null) {
    throw refuse('deliveryMethod', null, 'DELIVERY_METHOD_REQUIRED', 'a physical card has to be delivered somehow');
  }
  const others = store.cards.inGroup('endUserId', owner.id).filter((one) => one.status.value !== 'CLOSED');
  if (friendlyName !== null && others.some((one) => one.friendlyName === friendlyName)) {
    throw refuse('friendlyName', friendlyName, 'FRIENDLY_NAME_ALREADY_TAKEN', 'another card has this name');
  }
  if (new Set(rules.map((rule) => rule.type)).size < rules.length) {
    throw refuse('rules', null, 'CARD_RULE_NOT_UNIQUE', 'each type of rule may be there once');
  }
  const country = countriesByMethod[deliveryMethod ?? ''];
  if (country !== undefined && address !== undefined && address.isoCountryCode !== country) {
    const message = `does not deliver to ${address.isoCountryCode}`;
    throw refuse('deliveryMethod', deliveryMethod, 'INVALID_DELIVERY_METHOD', message);
  }
}

/** Checks that LinkCy answers with 409. */
export function requireCompatible(store: Store, { ledger, profile, owner, deliveryMethod, address }: CardPlan): void {
  requireStanding(owner);
  if (ledger.parentId != null || !profile.ledgerType.startsWith(ledger.currency)) {
    throw conflict('CARD_PROGRAM_NOT_COMPATIBLE_LEDGER', `A ${profile.ledgerType} program does not fit the ledger`);
  }
  if (profile.userType !== owner.kind) {
    throw conflict('CARD_PROGRAM_NOT_COMPATIBLE_END_USER', `The program is for a ${profile.userType}`);
  }
  requireStanding(owner, ['terms']);
  if (ledger.status !== 'SUSPENDED') requireActive(ledger);
  if (profile.cardType === 'VIRTUAL' && deliveryMethod !== undefined) {
    throw conflict('INVALID_CARD_PROGRAM_TYPE', 'A virtual card cannot be delivered');
  }
  if (ledger.status === 'SUSPENDED') throw conflict('LEDGER_MUST_NOT_BE_SUSPENDED', `Ledger ${ledger.id} is suspended`);
  const british = address?.isoCountryCode === 'GBR';
  if (profile.cardType === 'PHYSICAL' && address !== undefined && british !== (ledger.currency === 'GBP')) {
    throw conflict('INVALID_CARD_PROGRAM_COUNTRY', `The program does not deliver to ${address.isoCountryCode}`);
  }
  if (unsupportedMethods.includes(deliveryMethod ?? '')) {
    throw conflict('UNSUPPORTED_DELIVERY_METHOD', `The partner has not agreed on ${deliveryMethod ?? ''}`);
  }
  const cards = store.cards.inGroup('ledgerId', ledger.id);
  if (cards.length === 0 && centsOf(ledger.reservedAmount) !== 0) {
    const message = 'Money is reserved on the ledger, and it has no card yet';
    throw conflict('RESERVED_BALANCE_MUST_BE_EMPTY_WHEN_CREATING_FIRST_CARD', message);
  }
  const creating = cards.find((one) => one.status.value === 'CREATING');
  if (creating !== undefined) {
    throw conflict('OTHER_CARD_BEING_CREATED_FOR_SAME_LEDGER', `Card ${creating.id} is still being created`);
  }
}
