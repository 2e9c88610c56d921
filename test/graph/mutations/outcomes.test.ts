import { randomUUID } from 'node:crypto';
import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../../support/api.js';
import { resultsOf, websocketClient } from '../../support/websocket.js';
import { documentOf } from './documents.js';
import { mutationNames, type Input } from './inputs.js';
import { scenarios, type Scenario } from './scenarios.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { linkcyError } from '../../support/banks/linkcy-error.js';

let api: Api;
const sockets: Client[] = [];

beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty', generation: '1.78' } });
});
afterEach(() => {
  api.simulator.faults.clear();
  api.simulator.sca.reset();
});
afterAll(async () => {
  for (const socket of sockets) await socket.dispose();
  await api.close();
});

/** Sends the mutation, and gives its result. */
async function send({ mutation, input, token }: Scenario, bank: TrialBank, change: Input = {}, by?: string) {
  const authorization = `Bearer ${by ?? token?.(bank) ?? bank.ownerToken}`;
  const variables = { input: { ...input(bank), ...change } };
  const { data, errors } = await api.send(documentOf(mutation), variables, { authorization });
  expect(errors).toBeUndefined();
  return data[mutation];
}

/** Sends the mutation so that LinkCy wants the user's approval, and gives the ScaPending. */
async function sendToApprove(scenario: Scenario, bank: TrialBank, ttlSeconds = 300) {
  const { faults, sca } = api.simulator;
  sca.configure({ required: 'always', ttlSeconds });
  if (!scenario.approvable) faults.once(scenario.write, { status: 202, body: pendingAnswer(ttlSeconds) });
  const pending = await send(scenario, bank);
  expect(pending).toMatchObject({ __typename: 'ScaPending', strategy: 'PUSH_NOTIFICATION' });
  return pending as { scaId: string; expiresAt: string };
}

const pendingAnswer = (seconds: number) => ({
  scaId: randomUUID(),
  scaDeviceId: 'phone',
  // The older LinkCy: what is replayed is answered by what the row plans.
  ttl: { seconds: Math.floor(seconds), nano: (seconds % 1) * 1e9, zero: false, negative: false },
});

/** Asks how it came out, as a client without a socket does. */
async function resume({ token }: Scenario, bank: TrialBank, scaId: string) {
  const authorization = `Bearer ${token?.(bank) ?? bank.ownerToken}`;
  const { data, errors } = await api.send(documentOf('resumeSca'), { scaId }, { authorization });
  expect(errors).toBeUndefined();
  return data.resumeSca;
}

/** Everything that a subscriber gets until the stream is complete. */
function completion({ token }: Scenario, bank: TrialBank, scaId: string): Promise<any[]> {
  const socket = websocketClient(api.url, `Bearer ${token?.(bank) ?? bank.ownerToken}`);
  sockets.push(socket);
  return resultsOf(socket, documentOf('scaCompleted'), { scaId });
}

/** How often the write was carried out since `before` was taken. */
const executions = ({ write }: Scenario) => api.simulator.executions.count(write);

it('the table has every mutation', () => {
  expect(scenarios.map(({ mutation }) => mutation)).toEqual(mutationNames);
});

describe.each(scenarios)('$mutation', (scenario) => {
  const { mutation, write, approvable } = scenario;

  it('done: the payload is the object as it is afterwards', async () => {
    api.simulator.sca.configure({ required: 'never' });
    const bank = insertTrialBank(api.simulator);
    const before = executions(scenario);
    const result = await send(scenario, bank);
    expect(result).toMatchObject(scenario.payload(bank));
    expect(result.__typename).toMatch(/Payload$/);
    expect(executions(scenario)).toBe(before + 1);
  });

  it('pending, then approved: the subscriber gets the payload, once, and it is carried out once', async () => {
    const bank = insertTrialBank(api.simulator);
    const before = executions(scenario);
    const { scaId } = await sendToApprove(scenario, bank);
    expect(executions(scenario)).toBe(before);
    if (approvable) api.simulator.sca.approve(scaId);
    else api.simulator.faults.once(write, scenario.answer!(bank));
    const [event, ...more] = await completion(scenario, bank, scaId);
    expect(event).toMatchObject({ data: { scaCompleted: { scaId, status: 'COMPLETED', mutation } } });
    expect(event.data.scaCompleted.result.__typename).toMatch(
      /^(Consumer|Card|Beneficiary|Transaction|Mandate)Payload$/,
    );
    expect(more).toEqual([]);
    if (approvable) {
      expect(executions(scenario)).toBe(before + 1);
      expect(api.simulator.executions.of(scaId)).toBe(1);
    }
  });

  it('declined: nothing is carried out', async () => {
    const bank = insertTrialBank(api.simulator);
    const before = executions(scenario);
    const { scaId } = await sendToApprove(scenario, bank);
    if (approvable) api.simulator.sca.decline(scaId);
    else api.simulator.faults.once(write, refusal(409, 'SCA_INTERACTION_DECLINED'));
    expect(await resume(scenario, bank, scaId)).toMatchObject({
      status: 'DECLINED',
      result: { __typename: 'ScaRefused', code: 'SCA_INTERACTION_DECLINED', retryable: false },
    });
    expect(executions(scenario)).toBe(before);
  });

  it('expired: nothing is carried out, and the subscriber is told', async () => {
    const bank = insertTrialBank(api.simulator);
    const before = executions(scenario);
    // Over before LinkCy is asked for the first time.
    const { scaId } = await sendToApprove(scenario, bank, 0.1);
    if (!approvable) api.simulator.faults.always(write, refusal(409, 'SCA_INTERACTION_DECLINED'));
    const events = await completion(scenario, bank, scaId);
    expect(events).toMatchObject([
      { data: { scaCompleted: { status: 'EXPIRED', result: { __typename: 'ScaRefused' } } } },
    ]);
    expect(executions(scenario)).toBe(before);
  });

  it('refused before an approval is asked for: Conflict', async () => {
    api.simulator.sca.configure({ required: 'always' });
    const bank = insertTrialBank(api.simulator);
    const code = refuse(scenario, bank);
    const before = executions(scenario);
    expect(await send(scenario, bank)).toMatchObject({ __typename: 'Conflict', code, retryable: false });
    expect(executions(scenario)).toBe(before);
  });

  it('refused after the approval: the operation has FAILED with the Conflict', async () => {
    const bank = insertTrialBank(api.simulator);
    const before = executions(scenario);
    const { scaId } = await sendToApprove(scenario, bank);
    if (approvable) api.simulator.sca.approve(scaId);
    const code = approvable ? refuse(scenario, bank) : 'OPERATION_NOT_ALLOWED';
    if (!approvable) api.simulator.faults.once(write, refusal(409, code));
    expect(await resume(scenario, bank, scaId)).toMatchObject({
      status: 'FAILED',
      result: { __typename: 'Conflict', code },
    });
    expect(executions(scenario)).toBe(before);
  });

  it('invalid in a way that only LinkCy knows: InvalidInput with the path in the input', async () => {
    const bank = insertTrialBank(api.simulator);
    const { invalid } = scenario;
    const planned = { field: 'operator', rejectedValue: 'x', message: 'is not allowed' };
    if (!invalid) api.simulator.faults.once(write, linkcyError(400, { details: [planned] }));
    const result = await send(scenario, bank, invalid?.change(bank), invalid?.token?.(bank));
    expect(result).toMatchObject({
      __typename: 'InvalidInput',
      code: invalid?.code ?? 'INVALID_INPUT',
      fields: [{ path: invalid?.path ?? ['operator'], message: expect.any(String) }],
    });
  });

  // Creating a consumer names nothing that could be missing.
  if (scenario.missing !== undefined) {
    const { change, code, path, token } = scenario.missing;
    it('not found: NotFound for what it changes, InvalidInput for what it names', async () => {
      const bank = insertTrialBank(api.simulator);
      expect(await send(scenario, bank, change, token?.(bank))).toMatchObject(
        path ? { __typename: 'InvalidInput', code, fields: [{ path }] } : { __typename: 'NotFound', code },
      );
    });
  }

  it('forbidden: nothing is carried out', async () => {
    const bank = insertTrialBank(api.simulator);
    const { forbidden } = scenario;
    if (!forbidden) api.simulator.faults.once(write, refusal(403, 'INSUFFICIENT_RIGHTS'));
    const before = executions(scenario);
    const result = await send(scenario, bank, forbidden?.change?.(bank), forbidden?.token?.(bank));
    expect(result).toMatchObject({ __typename: 'Forbidden', code: forbidden?.code ?? 'INSUFFICIENT_RIGHTS' });
    expect(executions(scenario)).toBe(before);
  });
});

const refusal = (status: number, errorCode: string) => linkcyError(status, { errorCode, message: 'planned' });

/** Makes LinkCy refuse the next request of a row, and gives the code with which it does. */
function refuse({ conflict, write }: Scenario, bank: TrialBank): string {
  if (conflict) conflict.prepare(bank);
  else api.simulator.faults.once(write, refusal(409, 'OPERATION_NOT_ALLOWED'));
  return conflict?.code ?? 'OPERATION_NOT_ALLOWED';
}
