import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/simulator/control/faults.js';
import { linkcyError } from '../../support/banks/linkcy-error.js';
import { memoryRig, type Rig } from './rig.js';
import { rows } from './rows.js';
import { Trial } from './trial.js';

let rig: Rig;
beforeAll(async () => void (rig = await memoryRig()));
afterAll(() => rig.close());

const transfer = rows[0]!;
const error = (status: number, errorCode?: string): Fault =>
  linkcyError(status, errorCode === undefined ? {} : { errorCode });
const page = (status: number): Fault => ({ status, text: '<html>no</html>' });

/** What LinkCy answers to a signed request, what the submit tells, and whether a right signature still carries it out. */
const answers: readonly [
  title: string,
  fault: Fault,
  told: readonly [status: string, result: string],
  open: boolean,
][] = [
  ['401 SCA_SIGNATURE_DOES_NOT_MATCH', error(401, 'SCA_SIGNATURE_DOES_NOT_MATCH'), ['PENDING', 'ScaRefused'], true],
  ['404 NO_ACTIVE_SCA_DEVICE_FOUND', error(404, 'NO_ACTIVE_SCA_DEVICE_FOUND'), ['PENDING', 'ScaRefused'], true],
  ['409 SCA_DEVICE_NOT_VALID', error(409, 'SCA_DEVICE_NOT_VALID'), ['PENDING', 'ScaRefused'], true],
  ['409 SCA_REQUIRED', error(409, 'SCA_REQUIRED'), ['PENDING', 'ScaRefused'], true],
  ['429', error(429), ['PENDING', 'UpstreamUnavailable'], true],
  ['400', error(400, 'LEDGER_NOT_FOUND'), ['FAILED', 'InvalidInput'], false],
  ['403', error(403), ['FAILED', 'Forbidden'], false],
  ['404', error(404, 'BENEFICIARY_NOT_FOUND'), ['FAILED', 'NotFound'], false],
  ['409', error(409, 'LEDGER_MUST_BE_PROVISIONED'), ['FAILED', 'Conflict'], false],
  ['400 SCA_FACTOR_NOT_SET', error(400, 'SCA_FACTOR_NOT_SET'), ['FAILED', 'ScaRefused'], false],
  ['500 SCA_UNEXPECTED_ERROR', error(500, 'SCA_UNEXPECTED_ERROR'), ['UNKNOWN', 'OutcomeUnknown'], false],
  ['503', error(503), ['UNKNOWN', 'OutcomeUnknown'], false],
  ['somebody else’s 401', page(401), ['UNKNOWN', 'OutcomeUnknown'], false],
  ['somebody else’s 409', page(409), ['UNKNOWN', 'OutcomeUnknown'], false],
  ['200 without an id', { status: 200, body: {} }, ['UNKNOWN', 'OutcomeUnknown'], false],
  ['no answer', { destroySocket: true }, ['UNKNOWN', 'OutcomeUnknown'], false],
];

describe('a signed request that is answered by', () => {
  test.each(answers)('%s', async (_title, fault, [status, result], open) => {
    const trial = new Trial(rig, transfer);
    const toSign = await trial.prepare();
    rig.simulator.faults.once(transfer.write, fault);
    const told = await trial.submit(toSign, trial.sign(toSign));
    expect([told?.status, told?.result?.__typename]).toEqual([status, result]);
    const again = await trial.submit(toSign, trial.sign(toSign));
    expect(again?.status).toBe(open ? 'COMPLETED' : status);
    expect(trial.writes).toHaveLength(open ? 2 : 1);
    expect(trial.executions).toBe(open ? 1 : 0);
    trial.check();
  });
});

test('a signed request whose answer is lost is FAILED where the transaction is DECLINED', async () => {
  const trial = new Trial(rig, transfer);
  const toSign = await trial.prepare();
  rig.simulator.transfers.next({ status: 'DECLINED', declineReason: 'REJECTED_BY_RECEIVING_BANK' });
  rig.simulator.faults.once(transfer.write, { destroySocket: true, carriedOut: true });
  const result = { __typename: 'Conflict', code: 'REJECTED_BY_RECEIVING_BANK' };
  expect(await trial.submit(toSign, trial.sign(toSign))).toMatchObject({ status: 'FAILED', result });
});

test('LinkCy’s own 401 is an error of the query, and the next token carries it out', async () => {
  const trial = new Trial(rig, transfer);
  const toSign = await trial.prepare();
  rig.simulator.faults.once(transfer.write, error(401));
  await expect(trial.submit(toSign, trial.sign(toSign))).rejects.toThrow('UNAUTHENTICATED');
  expect(await trial.state(toSign)).toMatchObject({ status: 'PENDING', result: null });
  const token = rig.simulator.tokens.consumer(trial.bank.owner.id);
  expect(await trial.submit(toSign, trial.sign(toSign), { token })).toMatchObject({ status: 'COMPLETED' });
});

test.each([' x', 'x ', '', 'a\r\nb', 'подпись', 'x'.repeat(4_097)])(
  'what can be no signature is BAD_USER_INPUT, and nothing is sent',
  async (signature) => {
    const trial = new Trial(rig, transfer);
    const toSign = await trial.prepare();
    await expect(trial.submit(toSign, signature)).rejects.toThrow('BAD_USER_INPUT');
    expect(trial.writes).toEqual([]);
  },
);

test('an older LinkCy does not know the strategy: FAILED with SCA_STRATEGY_NOT_SUPPORTED', async () => {
  rig.simulator.sca.configure({ generation: '1.78' });
  const trial = new Trial(rig, transfer);
  const toSign = await trial.prepare();
  const told = await trial.submit(toSign, trial.sign(toSign));
  rig.simulator.sca.configure({ generation: '1.114' });
  expect(told).toMatchObject({ status: 'FAILED', result: { code: 'SCA_STRATEGY_NOT_SUPPORTED' } });
});

test('a submit moves money: two in one document are refused', async () => {
  const query =
    'mutation { a: submitScaSignature(scaId: "0b5e6ab1-54a5-4c2e-9a1f-3d0c5f6f7a11", signature: "x") { status } b: submitScaSignature(scaId: "0b5e6ab1-54a5-4c2e-9a1f-3d0c5f6f7a11", signature: "x") { status } }';
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(rig.urls[0], { method: 'POST', headers, body: JSON.stringify({ query }) });
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('moves money')]);
});
