import { randomInt, randomUUID } from 'node:crypto';
import { requirePayable, sepaAccountIn, type SepaAccount } from '../ledgers/bank-accounts.js';
import { endUserOf } from '../consumers/end-users.js';
import { secondsText } from '../http/instant.js';
import { mandateInPath } from './mandate-routes.js';
import type { MandateRecord } from './mandates.js';
import { ownerNamed } from '../consumers/owners.js';
import { badRequest, conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { requireStanding } from '../authentication/standing.js';
import { write, type CheckedWrite } from '../http/write.js';

export const mandateWriteRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/mandates', create),
  write('PATCH', '/api/partner/mandates/{mandateId}', update),
  write('POST', '/api/partner/mandates/{mandateId}/activate', activate),
  write('POST', '/api/partner/mandates/{mandateId}/cancel', cancel),
];

const longestYears = 10;

function create(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const endUserId = body.optionalId('endUserId');
  const friendlyName = body.text('friendlyName', { most: 255 });
  const debtor = body.needs('debtor').inside('debtor');
  const type = debtor?.needs('type').oneOf('type', ['PERSON', 'COMPANY']) ?? 'PERSON';
  const name = debtor?.needs('name').text('name', { least: 3, most: 511 }) ?? '';
  const account = debtor && sepaAccountIn(debtor);
  const recurring = body.boolean('recurring') ?? false;
  const expirationDate = body.date('expirationDate');
  body.check();

  const { store, clock } = call.simulation;
  const owner = endUserOf(store, ownerNamed(call, endUserId));
  requireDebtor(account);
  requireExpiration(call, expirationDate);
  if (owner.kind === 'CONSUMER') {
    throw conflict('MANDATE_NOT_AVAILABLE_FOR_CONSUMERS', 'Only corporates can have mandates');
  }
  requireStanding(owner);
  const now = secondsText(clock.now());
  const mandate: MandateRecord = {
    id: randomUUID(),
    uniqueReference: `AUR${String(randomInt(1e12)).padStart(12, '0')}`,
    endUserId: owner.id,
    status: 'AWAITING_ACTIVATION',
    friendlyName,
    debtor: { type, name, bankingDetails: account },
    recurring,
    expirationDate,
    updateDate: now,
    creationDate: now,
  };
  return {
    carryOut() {
      store.mandates.insert(mandate);
      return { status: 201, body: { id: mandate.id } };
    },
  };
}

/** Only before it is activated. */
function update(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const friendlyName = body.text('friendlyName', { most: 255 });
  const debtor = body.inside('debtor');
  const account = debtor && sepaAccountIn(debtor);
  const recurring = body.boolean('recurring');
  const expirationDate = body.date('expirationDate');
  body.check();

  const mandate = mandateInPath(call);
  requireDebtor(account);
  requireExpiration(call, expirationDate);
  requireStatus(mandate, 'AWAITING_ACTIVATION');
  return changing(call, mandate, {
    ...(friendlyName === undefined ? {} : { friendlyName }),
    ...(account === undefined ? {} : { debtor: { ...mandate.debtor, bankingDetails: account } }),
    ...(recurring === undefined ? {} : { recurring }),
    ...(expirationDate === undefined ? {} : { expirationDate }),
  });
}

function activate(call: Call): CheckedWrite {
  const mandate = mandateInPath(call);
  if (mandate.debtor.bankingDetails == null) {
    throw conflict('MISSING_MANDATE_DATA', 'The account of the debtor is missing');
  }
  requireStatus(mandate, 'AWAITING_ACTIVATION');
  requireStanding(endUserOf(call.simulation.store, mandate.endUserId));
  return changing(call, mandate, { status: 'ACTIVATING' }, 'ACTIVATED');
}

function cancel(call: Call): CheckedWrite {
  const mandate = mandateInPath(call);
  requireStatus(mandate, 'AWAITING_ACTIVATION', 'ACTIVATED');
  return changing(call, mandate, { status: 'CANCELING' }, 'CANCELED');
}

function changing(
  { simulation }: Call,
  { id }: MandateRecord,
  change: Partial<MandateRecord>,
  final?: string,
): CheckedWrite {
  const { store, clock, transitions } = simulation;
  const set = (fields: Partial<MandateRecord>) =>
    store.mandates.update(id, { ...fields, updateDate: secondsText(clock.now()) });
  return {
    carryOut() {
      set(change);
      if (final !== undefined) {
        transitions.later(() => {
          if (store.mandates.get(id)?.status === change.status) set({ status: final });
        });
      }
      return { status: 200, body: { id } };
    },
  };
}

function requireDebtor(account: SepaAccount | undefined): void {
  if (account !== undefined) requirePayable({ iban: account.iban, bicOrSwift: account.bic }, 'debtor.bankingDetails');
}

function requireExpiration({ simulation: { clock } }: Call, date: string | undefined): void {
  const today = secondsText(clock.now()).slice(0, 10);
  const latest = `${Number(today.slice(0, 4)) + longestYears}${today.slice(4)}`;
  if (date === undefined || (date > today && date < latest)) return;
  const message = `must be after ${today} and before ${latest}`;
  throw badRequest([{ field: 'expirationDate', rejectedValue: date, message }], 'INVALID_EXPIRATION_DATE');
}

function requireStatus({ id, status }: MandateRecord, ...allowed: readonly string[]): void {
  if (!allowed.includes(status)) throw conflict('CONFLICTING_MANDATE_STATUS', `Mandate ${id} is ${status}`);
}
