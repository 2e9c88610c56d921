import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/simulator/control/faults.js';
import type { Generation } from '../../../src/simulator/sca/generation.js';
import { startApi, type Api } from '../../support/api.js';
import { linkcyError } from '../../support/banks/linkcy-error.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { documentOf } from '../mutations/documents.js';

/** LinkCy does not document a 202 to all of these; whether it asks is its choice. */
const cases = [
  {
    ...{ mutation: 'registerScaDevice', write: 'POST /api/partner/sca', payload: 'ScaDevicePayload' },
    input: () => ({ endpointId: 'phone-2' }),
  },
  {
    ...{ mutation: 'registerScaDevice', write: 'POST /api/partner/sca/qr-codes', payload: 'ScaDevicePayload' },
    input: () => ({}),
  },
  {
    ...{ mutation: 'activateScaDeviceFactor', write: 'PATCH /api/partner/sca/{scaDeviceId}' },
    ...{ payload: 'ScaDevicePayload', input: ({ deviceId }: Device) => ({ scaDeviceId: deviceId, factor: 'PIN' }) },
  },
  {
    ...{ mutation: 'resetScaDevice', write: 'DELETE /api/partner/sca/{scaDeviceId}', payload: 'ResetScaDevicePayload' },
    input: ({ deviceId }: Device) => ({ scaDeviceId: deviceId }),
  },
] as const;

interface Device {
  readonly deviceId: string;
}

let api: Api;
let bank: TrialBank;

/** The product over a LinkCy of that generation, with a bank of its own for each test. */
function over(generation: Generation): void {
  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty', generation } });
  });
  beforeEach(() => {
    bank = insertTrialBank(api.simulator);
    api.simulator.executions.clear();
    api.simulator.log.clear();
  });
  afterEach(() => {
    api.simulator.faults.clear();
    api.simulator.sca.reset();
  });
  afterAll(() => api.close());
}

async function ask(operation: string, variables: object) {
  const authorization = `Bearer ${bank.ownerToken}`;
  const { data, errors } = await api.send(documentOf(operation), variables, { authorization });
  expect(errors).toBeUndefined();
  return data[operation];
}
const device = (): Device => ({ deviceId: bank.owner.strongAuthentication?.id ?? '' });
const notVisible = { status: 'UNKNOWN', result: { __typename: 'OutcomeUnknown', code: 'EFFECT_NOT_VISIBLE' } };

describe('LinkCy 1.78', () => {
  over('1.78');
  const ttl = { seconds: 300, nano: 0, negative: false, zero: false, units: [] };

  /** What LinkCy answers when it carries it out. */
  const success: Readonly<Record<string, Fault>> = {
    registerScaDevice: { status: 201, body: { id: randomUUID(), endpointId: 'phone-2', joinCode: 'code' } },
    activateScaDeviceFactor: { status: 200, body: { id: randomUUID(), endpointId: 'phone-1' } },
    resetScaDevice: { status: 204, text: '' },
  };

  it.each(cases)(
    'a 202 to $mutation ($write) waits for the approval, is sent again with it, and its answer comes once',
    async ({ mutation, write, payload, input }) => {
      const scaId = randomUUID();
      const { faults, log } = api.simulator;
      faults.once(write, { status: 202, body: { scaId, ttl, scaDeviceId: 'a phone' } });
      faults.always(write, linkcyError(409, { errorCode: 'SCA_INTERACTION_NOT_COMPLETED' }));
      expect(await ask(mutation, { input: input(device()) })).toMatchObject({ __typename: 'ScaPending', scaId });
      expect(await ask('resumeSca', { scaId })).toMatchObject({ status: 'PENDING', mutation, result: null });
      faults.clear();
      faults.once(write, success[mutation] ?? {});
      faults.always(write, linkcyError(409, { errorCode: 'SCA_INTERACTION_ALREADY_CONSUMED' }));
      const told = await ask('resumeSca', { scaId });
      expect(told).toMatchObject({ status: 'COMPLETED', result: { __typename: payload } });
      const later = mutation === 'resetScaDevice' ? told.result : { __typename: 'Conflict', code: 'SHOWN_ONCE' };
      expect(await ask('scaOperation', { scaId })).toMatchObject({ status: 'COMPLETED', result: later });
      expect(await ask('resumeSca', { scaId })).toMatchObject({ status: 'COMPLETED', result: later });
      const [first, ...replays] = log.entries.filter(({ route }) => route === write);
      for (const { body, headers } of replays) expect([body, headers['linkcy-sca-id']]).toEqual([first?.body, scaId]);
    },
  );
});

describe('LinkCy 1.114', () => {
  over('1.114');
  const ttl = { seconds: 1, nano: 0, negative: false, zero: false, positive: true, units: [] };
  const secrets = cases.filter(({ mutation }) => mutation !== 'resetScaDevice');
  const pushes = () => api.simulator.sca.all(bank.owner.id).length;

  it.each(secrets)(
    'a 202 to $mutation ($write) is carried out by the approval; resumeSca alone sends it again, and a second push ends it',
    async ({ mutation, write, input }) => {
      api.simulator.sca.configure({ required: 'everywhere' });
      const { __typename, scaId } = await ask(mutation, { input: input(device()) });
      expect(__typename).toBe('ScaPending');
      api.simulator.sca.approve(scaId);
      expect(await ask('scaOperation', { scaId })).toMatchObject({ status: 'PENDING', result: null });
      expect([pushes(), api.simulator.executions.count(write)]).toEqual([1, 1]);
      const notResumable = { status: 'FAILED', result: { __typename: 'ScaRefused', code: 'SCA_NOT_RESUMABLE' } };
      expect(await ask('resumeSca', { scaId })).toMatchObject(notResumable);
      expect(await ask('resumeSca', { scaId })).toMatchObject(notResumable);
      expect([pushes(), api.simulator.executions.count(write)]).toEqual([2, 1]);
    },
  );

  it('what LinkCy refuses when it is sent again may have been carried out by the approval: it is unknown', async () => {
    api.simulator.sca.configure({ required: 'everywhere' });
    const { strongAuthentication } = bank.owner;
    bank.store.consumers.update(bank.owner.id, {
      strongAuthentication: { ...strongAuthentication!, biometryStatus: 'UNSET' },
    });
    const input = { scaDeviceId: device().deviceId, factor: 'BIOMETRY' };
    const { scaId } = await ask('activateScaDeviceFactor', { input });
    api.simulator.sca.approve(scaId);
    expect(await ask('resumeSca', { scaId })).toMatchObject(notVisible);
    expect(await ask('resumeSca', { scaId })).toMatchObject(notVisible);
    expect(api.simulator.executions.count('PATCH /api/partner/sca/{scaDeviceId}')).toBe(1);
    expect(pushes()).toBe(1);
  });

  it.each(cases)(
    'a 202 to $mutation ($write) that nobody resumes is sent once, and ends unknown when its time is over',
    { timeout: 20_000 },
    async ({ mutation, write, input }) => {
      const scaId = randomUUID();
      api.simulator.faults.once(write, { status: 202, body: { scaId, ttl, scaDeviceId: 'a phone' } });
      expect(await ask(mutation, { input: input(device()) })).toMatchObject({ __typename: 'ScaPending', scaId });
      await expect
        .poll(() => ask('scaOperation', { scaId }), { timeout: 15_000, interval: 500 })
        .toMatchObject(notVisible);
      expect(api.simulator.log.entries.filter(({ route }) => route === write)).toHaveLength(1);
    },
  );
});
