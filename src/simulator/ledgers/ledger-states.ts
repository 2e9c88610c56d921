import type { Suspension } from '../../linkcy/endpoints/ledgers.js';
import { ledgerInPath } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { centsOf } from '../transactions/money.js';
import { operators, requireOperator, usualOperator } from '../authentication/operators.js';
import { badRequest, conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { requireActive } from '../transactions/transfer-rules.js';
import { write, type CheckedWrite } from '../http/write.js';

export const ledgerStateRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/ledgers/{ledgerId}/upgrade', upgrade),
  write('POST', '/api/partner/ledgers/{ledgerId}/suspensions', suspend),
  write('DELETE', '/api/partner/ledgers/{ledgerId}/suspensions/{operator}', unsuspend),
  write('POST', '/api/partner/ledgers/{ledgerId}/close', close),
];

/** Only an upgraded ledger pays to other banks. */
function upgrade(call: Call): CheckedWrite {
  const { store, clock } = call.simulation;
  const ledger = ledgerInPath(call);
  if (ledger.isUpgraded === true) throw conflict('LEDGER_ALREADY_UPGRADED', `Ledger ${ledger.id} is upgraded`);
  requireActive(ledger);
  return {
    carryOut() {
      store.ledgers.update(ledger.id, { isUpgraded: true, updateDate: secondsText(clock.now()) });
      return { status: 204 };
    },
  };
}

/** Several operators can suspend a ledger; it is usable again when the last suspension is lifted. */
function suspend(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const operator = body.oneOf('operator', operators) ?? usualOperator(call);
  const reason = body.needs('reason').text('reason');
  body.check();

  const { store, clock } = call.simulation;
  const { id, status, suspensionsInformation } = ledgerInPath(call);
  requireOperator(call, operator);
  const suspensions = suspensionsInformation ?? [];
  if (status === 'CLOSED' || status === 'CLOSING') {
    throw conflict('LEDGER_MUST_NOT_BE_CLOSED', `Ledger ${id} is ${status}`);
  }
  if (suspensions.some((one) => one.operator === operator)) {
    throw conflict('LEDGER_MUST_NOT_BE_SUSPENDED', `Ledger ${id} is suspended by ${operator}`);
  }
  return {
    carryOut() {
      const date = secondsText(clock.now());
      const added: Suspension = { date, reason, operator };
      store.ledgers.update(id, {
        status: 'SUSPENDED',
        suspensionsInformation: [...suspensions, added],
        updateDate: date,
      });
      return { status: 204 };
    },
  };
}

function unsuspend(call: Call): CheckedWrite {
  const { store, clock } = call.simulation;
  const operator = operators.find((one) => one === call.parameters.operator);
  if (operator === undefined) {
    const message = `must be one of ${operators.join(', ')}`;
    throw badRequest([{ field: 'operator', rejectedValue: call.parameters.operator, message }]);
  }
  const { id, status, suspensionsInformation } = ledgerInPath(call);
  requireOperator(call, operator);
  const left = (suspensionsInformation ?? []).filter((one) => one.operator !== operator);
  return {
    carryOut() {
      store.ledgers.update(id, {
        status: status === 'SUSPENDED' && left.length === 0 ? 'ACTIVE' : status,
        suspensionsInformation: left,
        updateDate: secondsText(clock.now()),
      });
      return { status: 204 };
    },
  };
}

/** An empty ledger is CLOSING, and CLOSED a moment later. That is final. */
function close(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const operator = body.needs('operator').oneOf('operator', operators) ?? 'END_USER';
  const reason = body.text('reason', { most: 511 });
  body.check();

  const { store, clock, transitions } = call.simulation;
  const ledger = ledgerInPath(call);
  const { id, status } = ledger;
  requireOperator(call, operator);
  if (status === 'CLOSED' || status === 'CLOSING') {
    throw conflict('LEDGER_MUST_NOT_BE_CLOSED', `Ledger ${id} is ${status}`);
  }
  if ([ledger.totalAmount, ledger.availableAmount, ledger.reservedAmount].some((amount) => centsOf(amount) !== 0)) {
    throw conflict('LEDGER_MUST_BE_EMPTY', `Ledger ${id} holds money`);
  }
  return {
    carryOut() {
      const date = secondsText(clock.now());
      store.ledgers.update(id, { status: 'CLOSING', closeInformation: { date, reason, operator }, updateDate: date });
      transitions.later(() => {
        if (store.ledgers.get(id)?.status !== 'CLOSING') return;
        store.ledgers.update(id, { status: 'CLOSED', updateDate: secondsText(clock.now()) });
      });
      return { status: 204 };
    },
  };
}
