import { present } from '../consumers/consumer-facts.js';
import { ledgerInBody, ledgerInPath } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { limitsIn } from './ledger-creation.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Route } from '../http/router.js';
import { write, type Operation } from '../http/write.js';

export const ledgerUpdateRoutes: readonly Route[] = [write('PATCH', '/api/partner/ledgers/{ledgerId}', update)];

function update(call: Call): Operation {
  const body = RequestBody.of(call.body);
  const friendlyName = body.text('friendlyName', { most: 255 });
  const parentLedgerId = body.optionalId('parentLedgerId');
  const limits = limitsIn(body);
  body.check();

  const { store, clock } = call.simulation;
  const ledger = ledgerInPath(call);
  // Only a virtual ledger has a parent that it could leave.
  const parentId =
    parentLedgerId === undefined || ledger.parentId == null
      ? undefined
      : ledgerInBody(call, 'parentLedgerId', parentLedgerId).id;
  return {
    carryOut() {
      store.ledgers.update(ledger.id, {
        ...present({ friendlyName, parentId }),
        limits: { ...ledger.limits, ...limits },
        updateDate: secondsText(clock.now()),
      });
      return { status: 200, body: { id: ledger.id } };
    },
  };
}
