import { withoutAbsent } from '../consumers/consumer-declaration.js';
import { ledgerInBody, ledgerInPath } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { limitsIn } from './ledger-creation.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { write, type CheckedWrite } from '../http/write.js';

export const ledgerUpdateRoutes: readonly Endpoint[] = [write('PATCH', '/api/partner/ledgers/{ledgerId}', update)];

function update(call: Call): CheckedWrite {
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
        ...withoutAbsent({ friendlyName, parentId }),
        limits: { ...ledger.limits, ...limits },
        updateDate: secondsText(clock.now()),
      });
      return { status: 200, body: { id: ledger.id } };
    },
  };
}
