import { randomBytes } from 'node:crypto';
import type { CardSecret, StoredCard } from './cards.js';
import { cardInPath } from '../http/found.js';
import { conflict } from '../http/refusal.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import type { ApprovalDemand } from '../sca/approval.js';
import { write, type CheckedWrite } from '../http/write.js';

export const cardSecretRoutes: readonly Endpoint[] = [
  write('GET', '/api/partner/cards/{cardId}/pin', pin),
  write('GET', '/api/partner/cards/{cardId}/pan/credentials', panCredentials),
  { method: 'GET', path: '/api/partner/cards/{cardId}/pan', access: 'bearer', handle: truncatedPan },
];

function pin(call: Call): CheckedWrite {
  const card = cardInPath(call);
  requireActive(card);
  requirePhysical(card);
  return {
    approval: approvalOf(card, 'Show the PIN of your card'),
    carryOut: () => ({ status: 200, body: { pin: secretOf(call, card).pin } }),
  };
}

/** Credentials with which a browser shows the card's number, valid for a minute. */
function panCredentials(call: Call): CheckedWrite {
  const card = cardInPath(call);
  if (card.status.value !== 'ACTIVE')
    throw conflict('OPERATION_NOT_ALLOWED', `Card ${card.id} is ${card.status.value}`);
  const secret = () => randomBytes(24).toString('base64url');
  return {
    approval: approvalOf(card, 'Show the number of your card'),
    carryOut: () => ({ status: 200, body: { token: secret(), secret: secret(), ttl: 'PT1M' } }),
  };
}

/** Sandbox only: the last four digits, which only the letter with the card says otherwise. */
function truncatedPan(call: Call): Answer {
  const card = cardInPath(call);
  requirePhysical(card);
  if (card.status.value === 'CREATING') throw conflict('CARD_STILL_CREATING', `Card ${card.id} is being created`);
  return { status: 200, body: secretOf(call, card).pan.slice(-4) };
}

function requireActive({ id, status }: StoredCard): void {
  if (status.value !== 'ACTIVE') throw conflict('CARD_MUST_BE_ACTIVE', `Card ${id} is ${status.value}`);
}

function requirePhysical({ id, type }: StoredCard): void {
  if (type !== 'PHYSICAL') throw conflict('CARD_MUST_BE_PHYSICAL', `Card ${id} is ${type}`);
}

function approvalOf({ endUserId, friendlyName, truncatedPan }: StoredCard, title: string): ApprovalDemand {
  const named = friendlyName == null ? [] : ([['Card', friendlyName]] as const);
  return {
    endUserId,
    required: true,
    words: { title, facts: [...named, ['Number', `•••• ${truncatedPan ?? '••••'}`]] },
  };
}

function secretOf({ simulation: { store } }: Call, { id, truncatedPan }: StoredCard): CardSecret {
  // A card that a test has inserted has no secret of its own.
  return store.cardSecrets.get(id) ?? { id, pan: `999974000000${truncatedPan ?? '0000'}`, pin: '0000', cvv: '000' };
}
