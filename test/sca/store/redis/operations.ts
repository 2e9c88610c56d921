import { randomUUID } from 'node:crypto';
import type { Operation, Outcome } from '../../../../src/sca/operation.js';
import type { EffectMarker, IdempotencyRecord } from '../../../../src/sca/store/store.js';

/** A pending transfer whose every text can be recognised. */
export function pendingOperation(changes: Partial<Operation> = {}): Operation {
  const now = Date.now();
  return {
    scaId: randomUUID(),
    principal: 'principal-of-ada',
    mutation: 'createTransfer',
    payload: { type: 'Transaction', id: 'created' },
    inputPaths: { endUserId: ['consumerId'] },
    effect: {
      ...{ kind: 'transaction', ledgerId: randomUUID(), amount: 12.5, reference: 'rent' },
      receiver: { beneficiaryId: randomUUID() },
    },
    way: 'replay',
    attempt: randomUUID(),
    strategy: 'PUSH_NOTIFICATION',
    joinCode: null,
    scaDeviceId: 'device-of-ada',
    ttlSeconds: 300,
    ttlGiven: true,
    heldMilliseconds: 20,
    createdAt: now,
    expiresAt: now + 300_000,
    endsAt: now + 300_050,
    status: 'PENDING',
    write: {
      method: 'POST',
      success: { kind: 'created' },
      route: { path: '/api/partner/transfers', template: '/api/partner/transfers' },
      body: '{"amount":12.50,"reference":"rent of Ada"}',
      headers: { 'Linkcy-SCA-Strategy': 'PUSH_NOTIFICATION' },
    },
    ...changes,
  };
}

export function completed(uuid: string = randomUUID()): Outcome {
  return { status: 'COMPLETED', result: { kind: 'payload', type: 'Transaction', uuid } };
}

export const declined: Outcome = {
  status: 'DECLINED',
  result: { kind: 'problem', type: 'ScaRefused', code: 'SCA_INTERACTION_DECLINED', message: 'The user declined.' },
};

export const unknown: Outcome = {
  status: 'UNKNOWN',
  result: { kind: 'problem', type: 'OutcomeUnknown', code: 'OUTCOME_UNKNOWN', message: 'Nobody knows.' },
};

export function idempotencyRecord(changes: Partial<IdempotencyRecord> = {}): IdempotencyRecord {
  return { fingerprint: 'fingerprint-of-rent', attempt: randomUUID(), startedAt: Date.now(), ...changes };
}

/** What may lead, or has led, to a new transaction. */
export function effectMarker(changes: Partial<EffectMarker> = {}): EffectMarker {
  const now = Date.now();
  const ledgerId = '0a1b2c3d-0000-4000-8000-000000000002';
  const effect = { kind: 'transaction', ledgerId, amount: 12.5, receiver: { ledgerId }, reference: 'rent' } as const;
  return { effect, principal: 'principal-of-ada', state: 'pending', sentAt: now, until: now + 60_000, ...changes };
}
