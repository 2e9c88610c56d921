import type { CardStatusInfo } from '../../linkcy/endpoints/cards.js';
import type { StoredCard } from './cards.js';
import { endUserOf } from '../consumers/end-users.js';
import { cardInPath } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { operators, requireOperator } from '../authentication/operators.js';
import { badRequest, conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import type { Simulation } from '../control/simulation.js';
import { requireStanding } from '../authentication/standing.js';
import { write, type CheckedWrite } from '../http/write.js';

export const cardStateRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/cards/{cardId}/activate', activate),
  write('POST', '/api/partner/cards/{cardId}/suspend', suspend),
  write('POST', '/api/partner/cards/{cardId}/close', close),
];

const reasons = ['STOLEN', 'LOST', 'DAMAGED', 'OTHER'] as const;

/** The first activation of a physical card wants its last four digits; after a suspension there is nothing to prove. */
function activate(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const truncatedPan = body.text('truncatedPan', { pattern: /^[0-9]{4}$/ });
  body.check();

  const { store } = call.simulation;
  const card = cardInPath(call);
  const first = card.status.value === 'AWAITING_ACTIVATION';
  if (!first && card.status.value !== 'SUSPENDED') {
    throw conflict('CARD_MUST_BE_SUSPENDED_OR_AWAITING_ACTIVATION', `Card ${card.id} is ${card.status.value}`);
  }
  if (!mayUndo(call, card.status.operator)) {
    throw conflict('INSUFFICIENT_RIGHTS', `Only ${card.status.operator ?? ''} can lift this suspension`);
  }
  const digits = store.cardSecrets.get(card.id)?.pan.slice(-4) ?? card.truncatedPan ?? undefined;
  if (first && card.type === 'PHYSICAL' && truncatedPan !== digits) {
    const detail = {
      field: 'truncatedPan',
      rejectedValue: truncatedPan ?? null,
      message: 'are not the last four digits',
    };
    throw badRequest([detail], 'INVALID_PAN');
  }
  requireStanding(endUserOf(store, card.endUserId), ['suspension', 'linkcy', 'banking']);

  return passing(call.simulation, card, { value: first ? 'ACTIVATING' : 'REACTIVATING' }, () => {
    // Activating the card proves that the letter arrived, so the address is right.
    const address = store.consumers.get(card.endUserId)?.address;
    if (first && address != null) {
      const updateDate = secondsText(call.simulation.clock.now());
      store.consumers.update(card.endUserId, { address: { ...address, status: 'VERIFIED' }, updateDate });
    }
    return { status: { value: 'ACTIVE' }, truncatedPan: digits };
  });
}

function suspend(call: Call): CheckedWrite {
  const why = reasonIn(call, false);
  const card = cardInPath(call);
  if (card.status.value !== 'ACTIVE') throw conflict('CARD_MUST_BE_ACTIVE', `Card ${card.id} is ${card.status.value}`);
  const status = { value: 'SUSPENDED', ...why };
  return passing(call.simulation, card, { ...status, value: 'SUSPENDING' }, () => ({ status }));
}

/** Closing is final. A closed card stays closed. */
function close(call: Call): CheckedWrite {
  const why = reasonIn(call, true);
  const card = cardInPath(call);
  if (['CLOSED', 'CLOSING'].includes(card.status.value)) return { carryOut: () => ({ status: 204 }) };
  const status = { value: 'CLOSED', ...why };
  return passing(call.simulation, card, { ...status, value: 'CLOSING' }, () => ({ status }));
}

function reasonIn(call: Call, needed: boolean): Omit<CardStatusInfo, 'value'> {
  const body = RequestBody.of(call.body);
  const operator = body.needs('operator').oneOf('operator', operators);
  const reason = (needed ? body.needs('reason') : body).oneOf('reason', reasons);
  const otherReason = body.text('otherReason', { most: 511 });
  body.check();
  if (reason === 'OTHER' && !otherReason) {
    const detail = { field: 'otherReason', rejectedValue: null, message: 'has to say what OTHER means' };
    throw badRequest([detail], 'OTHER_STATUS_REASON_MUST_HAVE_A_DESCRIPTION');
  }
  requireOperator(call, operator ?? 'END_USER');
  return { reason, otherReason, operator };
}

/** End-user and partner can lift an end-user's suspension; only the partner can lift a partner's. */
function mayUndo({ caller }: Call, operator: string | null | undefined): boolean {
  if (operator == null || operator === 'END_USER') return true;
  return operator === 'PARTNER' && caller?.endUserId === undefined;
}

/** A change with an intermediate state, followed by the final one a moment later. */
function passing(
  { store, clock, transitions }: Simulation,
  card: StoredCard,
  status: CardStatusInfo,
  finish: () => Partial<StoredCard>,
): CheckedWrite {
  return {
    carryOut() {
      store.cards.update(card.id, { status, updateDate: secondsText(clock.now()) });
      transitions.later(() => {
        // Something newer may have come in between.
        if (store.cards.get(card.id)?.status !== status) return;
        store.cards.update(card.id, { ...finish(), updateDate: secondsText(clock.now()) });
      });
      return { status: 204 };
    },
  };
}
