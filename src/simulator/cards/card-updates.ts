import { cardInPath } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { badRequest } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { write, type CheckedWrite } from '../http/write.js';

export const cardUpdateRoutes: readonly Endpoint[] = [write('PATCH', '/api/partner/cards/{cardId}', update)];

function update(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const friendlyName = body.text('friendlyName', { most: 255 });
  body.check();

  const { store, clock } = call.simulation;
  const { id, endUserId } = cardInPath(call);
  const others = store.cards
    .inGroup('endUserId', endUserId)
    .filter((one) => one.id !== id && one.status.value !== 'CLOSED');
  if (friendlyName !== undefined && others.some((one) => one.friendlyName === friendlyName)) {
    const detail = { field: 'friendlyName', rejectedValue: friendlyName, message: 'another card has this name' };
    throw badRequest([detail], 'FRIENDLY_NAME_ALREADY_TAKEN');
  }
  return {
    approval: {
      ...{ endUserId, required: false, unusual: true },
      words: { title: 'Rename your card', facts: friendlyName === undefined ? [] : [['New name', friendlyName]] },
    },
    carryOut() {
      const named = friendlyName === undefined ? {} : { friendlyName };
      store.cards.update(id, { ...named, updateDate: secondsText(clock.now()) });
      return { status: 200, body: { id } };
    },
  };
}
