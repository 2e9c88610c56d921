import { cardInPath } from './found.js';
import { secondsText } from './instant.js';
import { badRequest } from './refusal.js';
import { RequestBody } from './requestBody.js';
import type { Call, Route } from './router.js';
import { write, type Operation } from './write.js';

export const cardUpdateRoutes: readonly Route[] = [write('PATCH', '/api/partner/cards/{cardId}', update)];

function update(call: Call): Operation {
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
    carryOut() {
      const named = friendlyName === undefined ? {} : { friendlyName };
      store.cards.update(id, { ...named, updateDate: secondsText(clock.now()) });
      return { status: 200, body: { id } };
    },
  };
}
