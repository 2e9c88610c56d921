import { randomUUID } from 'node:crypto';
import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import { accountIn, requirePayable, type PayeeAccount } from '../ledgers/bank-accounts.js';
import { endUserOf } from '../consumers/end-users.js';
import { beneficiaryInPath } from '../http/found.js';
import { grouped } from '../ledgers/iban.js';
import { secondsText } from '../http/instant.js';
import { ownerNamed } from '../consumers/owners.js';
import { badRequest, conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import type { ApprovalWords } from '../sca/approval.js';
import { requireStanding } from '../authentication/standing.js';
import type { Store } from '../store.js';
import { write, type CheckedWrite } from '../http/write.js';

export const beneficiaryWriteRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/beneficiaries', add),
  write('PATCH', '/api/partner/beneficiaries/{beneficiaryId}', update),
];

/** Compliance looks at a new payee: it is PENDING, and VALID a moment later. */
function add(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const type = body.needs('type').oneOf('type', ['PERSON', 'COMPANY']) ?? 'PERSON';
  const length = { least: 3, most: 70 };
  const fullName = body.text('fullName', length);
  const name = fullName === undefined ? (body.needs('name').text('name', length) ?? '') : body.text('name', length);
  const endUserId = body.optionalId('endUserId');
  const friendlyName = body.text('friendlyName', { least: 1, most: 255 });
  const account = accountIn(body);
  const display = body.boolean('display') ?? true;
  body.check();

  const { simulation } = call;
  const { store, clock, transitions } = simulation;
  const owner = endUserOf(store, ownerNamed(call, endUserId));
  if (account === undefined) throw new Error('a body without bankingDetails has passed its check');
  requirePayable(account);
  requireStanding(owner);
  const same = store.beneficiaries.inGroup('endUserId', owner.id).find((one) => isSameAccount(one, account));
  if (same !== undefined) throw conflict('BENEFICIARY_ALREADY_EXISTS', `Beneficiary ${same.id} has this account`);

  const id = randomUUID();
  const now = secondsText(clock.now());
  const payee: Beneficiary = {
    id,
    name: name ?? fullName ?? '',
    friendlyName,
    type,
    updateDate: now,
    status: 'PENDING',
    active: true,
    creationDate: now,
    display,
    endUserId: owner.id,
    linkcyLedgerId: ledgerWith(store, account),
    ...account,
  };
  return {
    approval: { endUserId: owner.id, required: true, words: addWords(payee) },
    carryOut() {
      store.beneficiaries.insert(payee);
      transitions.later(() => {
        if (store.beneficiaries.get(id)?.status !== 'PENDING') return;
        store.beneficiaries.update(id, { status: 'VALID', updateDate: secondsText(clock.now()) });
      });
      return { status: 201, body: { id } };
    },
  };
}

function update(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const active = body.boolean('active');
  const display = body.boolean('display');
  const friendlyName = body.text('friendlyName', { least: 1, most: 255 });
  body.check();

  const { store, clock } = call.simulation;
  const payee = beneficiaryInPath(call);
  if (display !== undefined && call.caller?.endUserId !== undefined) {
    const message = 'only the partner decides what is displayed';
    const detail = { field: 'display', rejectedValue: display, message };
    throw badRequest([detail], 'CANNOT_CHANGE_BENEFICIARY_DISPLAY');
  }
  return {
    approval: {
      endUserId: payee.endUserId,
      required: true,
      words: updateWords(payee, { active, display, friendlyName }),
    },
    carryOut() {
      store.beneficiaries.update(payee.id, {
        updateDate: secondsText(clock.now()),
        ...(active === undefined ? {} : { active }),
        ...(display === undefined ? {} : { display }),
        ...(friendlyName === undefined ? {} : { friendlyName }),
      });
      return { status: 200, body: { id: payee.id } };
    },
  };
}

function isSameAccount(payee: Beneficiary, { iban, sortCode, accountNumber }: PayeeAccount): boolean {
  if (iban !== undefined) return payee.iban === iban;
  return payee.accountNumber === accountNumber && (payee.sortCode ?? undefined) === sortCode;
}

/** The ledger of this bank that the payee's account belongs to, if any. */
function ledgerWith(store: Store, { iban, sortCode, accountNumber }: PayeeAccount): string | undefined {
  if (iban !== undefined) return store.ledgers.inGroup('iban', iban)[0]?.id;
  return store.ledgers.inGroup('accountNumber', accountNumber ?? '').find((one) => one.sortCode === sortCode)?.id;
}

function addWords(payee: Beneficiary): ApprovalWords {
  return { title: `Add ${payee.name} to your payees`, facts: [['Account', accountText(payee)]] };
}

function updateWords(payee: Beneficiary, change: Partial<Beneficiary>): ApprovalWords {
  const facts: [string, string][] = [['Account', accountText(payee)]];
  if (change.active !== undefined) facts.push(['Payments', change.active ? 'switch on' : 'switch off']);
  if (change.display !== undefined) facts.push(['In your list', change.display ? 'show' : 'hide']);
  if (change.friendlyName != null) facts.push(['New name', change.friendlyName]);
  return { title: `Change your payee ${payee.name}`, facts };
}

function accountText({ iban, sortCode, accountNumber }: Beneficiary): string {
  return iban == null ? `${sortCode ?? ''} ${accountNumber ?? ''}`.trim() : grouped(iban);
}
