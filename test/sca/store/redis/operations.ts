import { randomUUID } from 'node:crypto';
import type { Operation, Outcome } from '../../../../src/sca/operation.js';
import type { IdempotencyRecord } from '../../../../src/sca/store/store.js';

/** A pending transfer whose every text can be recognised. */
export function pendingOperation(changes: Partial<Operation> = {}): Operation {
  const now = Date.now();
  return {
    scaId: randomUUID(),
    principal: 'principal-of-ada',
    mutation: 'createTransfer',
    payload: { type: 'Transaction', id: 'created' },
    inputPaths: { endUserId: ['consumerId'] },
    transfer: { ledgerId: randomUUID(), amount: 12.5, receiver: { beneficiaryId: randomUUID() }, reference: 'rent' },
    attempt: randomUUID(),
    strategy: 'PUSH_NOTIFICATION',
    joinCode: null,
    scaDeviceId: 'device-of-ada',
    ttlSeconds: 300,
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
