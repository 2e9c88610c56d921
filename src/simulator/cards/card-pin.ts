import { cardInPath } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { conflict } from '../http/refusal.js';
import type { Call, Endpoint } from '../http/router.js';
import { write, type CheckedWrite } from '../http/write.js';

export const cardPinRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/cards/{cardId}/pin/reset', resetAttempts),
];

/** The counter is reset at the next payment with contact; until then the card waits for one. */
function resetAttempts(call: Call): CheckedWrite {
  const { store, clock, transitions } = call.simulation;
  const card = cardInPath(call);
  const { id, status, type } = card;
  if (status.value !== 'ACTIVE') throw conflict('CARD_MUST_BE_ACTIVE', `Card ${id} is ${status.value}`);
  if (type !== 'PHYSICAL') throw conflict('CARD_MUST_BE_PHYSICAL', `Card ${id} is ${type}`);
  const change = (pinStatus: string) => store.cards.update(id, { pinStatus, updateDate: secondsText(clock.now()) });
  return {
    approval: {
      endUserId: card.endUserId,
      required: true,
      words: {
        title: 'Unlock the PIN of your card',
        facts: [
          ...(card.friendlyName == null ? [] : ([['Card', card.friendlyName]] as const)),
          ['Number', `•••• ${card.truncatedPan ?? '••••'}`],
        ],
      },
    },
    carryOut() {
      change('UNLOCKING');
      transitions.later(() => {
        if (store.cards.get(id)?.pinStatus === 'UNLOCKING') change('WAITING_ONLINE_TRANSACTION');
      });
      return { status: 204 };
    },
  };
}
