import { describe, expect, test } from 'vitest';
import {
  LinkcyBrokenAnswer,
  LinkcyError,
  LinkcyFailure,
  LinkcyForeignAnswer,
  LinkcyNoAnswer,
  LinkcyRejection,
  LinkcyUnreachable,
} from '../../src/linkcy/error.js';
import type { TransportAnswer } from '../../src/linkcy/http/message.js';
import { route } from '../../src/linkcy/route.js';
import { readWriteAnswer, type SuccessForm } from '../../src/linkcy/write-answer.js';
import type { Operation } from '../../src/sca/operation.js';
import { doubtMilliseconds, graceMilliseconds, stepAfter, type ReplayAnswer } from '../../src/sca/replay-step.js';

const scaId = '0b5e6ab1-54a5-4c2e-9a1f-3d0c5f6f7a11';
const created = '7a1d1fd0-7a41-4f0f-8a61-0a4f8f4b8a22';
const write = {
  method: 'POST',
  route: route`/api/partner/transactions`,
  success: { kind: 'created' },
  body: '{"amount":12.5}',
} as const;
const began = 1_000_000;
const ends = began + 300_000;

const operation = (change: Partial<Operation> = {}): Operation => ({
  scaId,
  principal: 'p',
  mutation: 'createTransfer',
  payload: { type: 'Transaction', id: 'created' },
  attempt: 'a',
  strategy: 'PUSH_NOTIFICATION',
  scaDeviceId: 'd',
  ttlSeconds: 300,
  ttlGiven: true,
  heldMilliseconds: 10,
  way: 'replay',
  createdAt: began,
  expiresAt: ends,
  endsAt: ends,
  status: 'PENDING',
  write,
  ...change,
});
const doubted = { inDoubtSince: began + 1 };
const known = { payload: { type: 'Card', id: created } } as const;

const secret = { payload: { type: 'RevealCardPin', id: created } } as const;

const refusal = (status: number, code?: string) => new LinkcyRejection('POST /x', status, code);
const ok = (body: unknown, status = 201) => ({
  status,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const stillPending = { scaId, ttl: { seconds: 3 }, scaDeviceId: 'd' };

/** What goes over the wire, or an error that stands for it. */
type Answer = TransportAnswer | LinkcyError | undefined;

function believed(answer: Answer, { payload }: Partial<Operation>): ReplayAnswer {
  if (answer === undefined || answer instanceof LinkcyError) return answer;
  const success: SuccessForm =
    payload === undefined
      ? { kind: 'created' }
      : 'id' in payload && payload.type === 'Card'
        ? { kind: 'done', id: payload.id }
        : { kind: 'body', status: 200 };
  try {
    return readWriteAnswer('POST /x', success, answer);
  } catch (error) {
    if (error instanceof LinkcyError) return error;
    throw error;
  }
}

/** The step in one word or two. */
function wordsOf(answer: Answer, change: Partial<Operation>, now: number): string {
  const step = stepAfter(operation(change), write, believed(answer, change), now, now);
  if (step.to === 'observe') return `observe until ${step.until}`;
  if (step.to === 'wait') return `wait, ${step.inDoubt ? 'in doubt' : 'certain'}, ${step.reason}`;
  const { status, result } = step.to === 'finalize' ? step.outcome : step.otherwise;
  const what = result.kind === 'payload' ? result.uuid : `${result.type} ${result.code}`;
  return `${step.to === 'finalize' ? '' : 'reconcile, or '}${status} ${what}`;
}

type Row = readonly [what: string, answer: Answer, change: Partial<Operation>, step: string];

const inTime: readonly Row[] = [
  ['201 with an id', ok({ id: created }), {}, `COMPLETED ${created}`],
  ['201 with an id after a lost answer', ok({ id: created }), doubted, `COMPLETED ${created}`],
  ['204 of a known object', ok('', 204), known, `COMPLETED ${created}`],
  ['204 where an id was expected', ok('', 204), {}, 'wait, in doubt, no answer'],
  ['201 with an empty body', ok(''), {}, 'wait, in doubt, no answer'],
  ['200 with HTML for a known object', ok('<html>', 200), known, 'wait, in doubt, no answer'],
  ['202 with the same scaId', ok(stillPending, 202), doubted, 'wait, certain, not approved'],
  ['202 with another scaId', ok({ ...stillPending, scaId: created }, 202), {}, `observe until ${ends}`],
  ['202 that cannot be read', ok({ scaId: 1 }, 202), {}, 'wait, in doubt, no answer'],
  ['not completed', refusal(409, 'SCA_INTERACTION_NOT_COMPLETED'), doubted, 'wait, certain, not approved'],
  ['declined', refusal(409, 'SCA_INTERACTION_DECLINED'), doubted, 'DECLINED ScaRefused SCA_INTERACTION_DECLINED'],
  [
    'consumed',
    refusal(409, 'SCA_INTERACTION_ALREADY_CONSUMED'),
    {},
    'reconcile, or UNKNOWN OutcomeUnknown OUTCOME_UNKNOWN',
  ],
  [
    'consumed, of a known object',
    refusal(409, 'SCA_INTERACTION_ALREADY_CONSUMED'),
    known,
    `reconcile, or COMPLETED ${created}`,
  ],
  [
    'does not match',
    refusal(409, 'SCA_INTERACTION_DOES_NOT_MATCH'),
    {},
    'FAILED ScaRefused SCA_INTERACTION_DOES_NOT_MATCH',
  ],
  ['not known', refusal(404, 'SCA_INTERACTION_NOT_FOUND'), {}, 'wait, certain, not approved'],
  ['not known after a lost answer', refusal(404, 'SCA_INTERACTION_NOT_FOUND'), doubted, 'wait, in doubt, not approved'],
  ['a business refusal', refusal(409, 'LEDGER_MUST_BE_ACTIVE'), {}, 'FAILED Conflict LEDGER_MUST_BE_ACTIVE'],
  [
    'a business refusal after a lost answer',
    refusal(409, 'LEDGER_MUST_BE_ACTIVE'),
    doubted,
    'reconcile, or UNKNOWN OutcomeUnknown OUTCOME_UNKNOWN',
  ],
  ['400', refusal(400), {}, 'FAILED InvalidInput INVALID_INPUT'],
  ['403', refusal(403), {}, 'FAILED Forbidden FORBIDDEN'],
  ['401', refusal(401), {}, 'wait, certain, token'],
  ['401 after a lost answer', refusal(401), doubted, 'wait, in doubt, token'],
  [
    '401 of a signature',
    refusal(401, 'SCA_SIGNATURE_DOES_NOT_MATCH'),
    {},
    'FAILED ScaRefused SCA_SIGNATURE_DOES_NOT_MATCH',
  ],
  ['408', refusal(408), {}, 'wait, in doubt, no answer'],
  ['429', refusal(429), {}, 'wait, certain, no answer'],
  ['never sent', new LinkcyUnreachable('POST /x', 'connection'), {}, 'wait, certain, no answer'],
  [
    'never sent, after a lost answer',
    new LinkcyUnreachable('POST /x', 'connection'),
    doubted,
    'wait, in doubt, no answer',
  ],
  ['no answer', new LinkcyNoAnswer('POST /x', 'timeout'), {}, 'wait, in doubt, no answer'],
  ['500', new LinkcyFailure('POST /x', 500), {}, 'wait, in doubt, no answer'],
  ['a foreign 404', new LinkcyForeignAnswer('POST /x', 404), {}, 'wait, in doubt, no answer'],
  ['a foreign 401', new LinkcyForeignAnswer('POST /x', 401), {}, 'wait, in doubt, no answer'],
  ['200 with another object', ok({ id: scaId }, 200), known, 'wait, in doubt, no answer'],
  ['200 with an error', ok({ error: 'x' }, 200), known, 'wait, in doubt, no answer'],
  ['200 for a new object', ok({ id: created }, 200), {}, 'wait, in doubt, no answer'],
  ['202 with nothing but the scaId', ok({ scaId }, 202), {}, 'wait, certain, not approved'],
  ['a broken answer', new LinkcyBrokenAnswer('POST /x', 'broken'), {}, 'wait, in doubt, no answer'],
  ['no token to ask with', undefined, {}, 'wait, certain, no token'],
  // A secret stands in no outcome.
  ['a secret', ok({ pin: '0815' }, 200), secret, 'COMPLETED Conflict SHOWN_ONCE'],
  [
    'a secret after a lost answer',
    ok({ pin: '0815' }, 200),
    { ...secret, ...doubted },
    'COMPLETED Conflict SHOWN_ONCE',
  ],
  ['a secret of another shape', ok({ pin: 815 }, 200), secret, 'wait, in doubt, no answer'],
  ['a secret without a body', ok('', 204), secret, 'wait, in doubt, no answer'],
  ['202 for a secret', ok(stillPending, 202), secret, 'wait, certain, not approved'],
  [
    'consumed, of a secret',
    refusal(409, 'SCA_INTERACTION_ALREADY_CONSUMED'),
    secret,
    'reconcile, or COMPLETED Conflict SHOWN_ONCE',
  ],
  ['not completed, of a secret', refusal(409, 'SCA_INTERACTION_NOT_COMPLETED'), secret, 'wait, certain, not approved'],
];

const afterwards: readonly Row[] = [
  ['201 with an id', ok({ id: created }), {}, `COMPLETED ${created}`],
  ['declined', refusal(409, 'SCA_INTERACTION_DECLINED'), {}, 'EXPIRED ScaRefused SCA_INTERACTION_DECLINED'],
  ['not known', refusal(404, 'SCA_INTERACTION_NOT_FOUND'), {}, 'EXPIRED ScaRefused SCA_INTERACTION_NOT_FOUND'],
  [
    'not completed',
    refusal(409, 'SCA_INTERACTION_NOT_COMPLETED'),
    doubted,
    'EXPIRED ScaRefused SCA_INTERACTION_EXPIRED',
  ],
  ['never sent', new LinkcyUnreachable('POST /x', 'connection'), {}, 'EXPIRED ScaRefused SCA_INTERACTION_EXPIRED'],
  ['no token to ask with', undefined, {}, 'EXPIRED ScaRefused SCA_INTERACTION_EXPIRED'],
  ['401', refusal(401), {}, 'EXPIRED ScaRefused SCA_INTERACTION_EXPIRED'],
  ['no answer', new LinkcyNoAnswer('POST /x', 'timeout'), {}, 'wait, in doubt, no answer'],
  ['no token to ask with, after a lost answer', undefined, doubted, 'wait, in doubt, no token'],
];

const longAfterwards: readonly Row[] = [
  ['no answer', new LinkcyNoAnswer('POST /x', 'timeout'), {}, 'reconcile, or UNKNOWN OutcomeUnknown OUTCOME_UNKNOWN'],
  [
    'no token to ask with, after a lost answer',
    undefined,
    doubted,
    'reconcile, or UNKNOWN OutcomeUnknown OUTCOME_UNKNOWN',
  ],
];

describe('what follows from the answer to a replay', () => {
  test.each(inTime)('in time: %s', (_what, answer, change, step) => {
    expect(wordsOf(answer, change, began + 5_000)).toBe(step);
  });
  test.each(afterwards)('after the ttl and its grace: %s', (_what, answer, change, step) => {
    expect(wordsOf(answer, change, ends + graceMilliseconds)).toBe(step);
  });
  test.each(longAfterwards)('when nobody has known for a minute: %s', (_what, answer, change, step) => {
    expect(wordsOf(answer, change, ends + doubtMilliseconds)).toBe(step);
  });
  test('a secret goes beside the outcome, to whoever asked', () => {
    const step = stepAfter(operation(secret), write, believed(ok({ pin: '0815' }, 200), secret), began, began);
    expect(step).toMatchObject({ to: 'finalize', secret: { answer: { pin: '0815' } } });
    expect(JSON.stringify('outcome' in step && step.outcome)).not.toContain('0815');
  });
  test('within the grace an operation is not ended by our clock, only by LinkCy', () => {
    expect(wordsOf(refusal(409, 'SCA_INTERACTION_NOT_COMPLETED'), {}, ends + 1)).toBe('wait, certain, not approved');
    expect(wordsOf(refusal(409, 'SCA_INTERACTION_DECLINED'), {}, ends - 1)).toContain('DECLINED ScaRefused');
    expect(wordsOf(refusal(409, 'SCA_INTERACTION_DECLINED'), {}, ends)).toContain('EXPIRED ScaRefused');
  });
});
