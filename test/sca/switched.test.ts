import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../src/server/log.js';
import { one, startStage, type Stage } from './stage.js';

/** A LinkCy of today whose 202 looks like the older one's, so that it is replayed to until that is found out. */
let stage: Stage;
let events: (readonly [level: string, message: string])[];

async function openStage(): Promise<void> {
  events = [];
  const log = { ...silentLog, event: (message: string, level = 'info') => void events.push([level, message]) };
  stage = await startStage({ simulator: { generation: '1.114' }, server: { log } });
  stage.simulator.sca.configure({ ttlSeconds: 4, pendingBody: looksOlder });
}
const closeStage = () => stage.close();
beforeEach(() => {
  stage.simulator.log.clear();
  stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 1000, totalAmount: 1000 });
});

const ofLevel = (level: string) => events.flatMap(([one, message]) => (one === level ? [message] : []));
const writes = () => stage.simulator.log.entries.filter(({ method }) => method !== 'GET');
const pushes = () => stage.simulator.sca.pending().map(({ scaId }) => scaId);

function looksOlder({ ttl, ...rest }: Readonly<Record<string, unknown>>): object {
  const { positive: _todays, ...older } = ttl as Readonly<Record<string, unknown>>;
  return { ...rest, ttl: older };
}

/** An operation whose replay was taken for a new request; its user approves both. */
async function approvedTwice(amount: string): Promise<string> {
  const scaId = await stage.pendingTransfer({ amount });
  await expect.poll(() => pushes().length).toBe(2);
  await expect.poll(() => ofLevel('warn')).toEqual([expect.stringContaining('LINKCY_APPROVALS=observe')]);
  // LinkCy dates whole seconds: what it makes in the second of its 202 may have been there before.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  for (const push of pushes()) stage.simulator.sca.approve(push);
  return scaId;
}

describe('once a replay was taken for a new request', () => {
  beforeAll(openStage);
  afterAll(closeStage);

  test('nothing is sent again, and whoever approves both pushes is an error in the log', async () => {
    const scaId = await approvedTwice('71.00');
    const done = one((await stage.completed(scaId))[0] ?? {}, 'scaCompleted');
    expect(done.status).toBe('COMPLETED');
    await expect.poll(() => ofLevel('error')).toHaveLength(1);
    expect(ofLevel('error')[0]).toContain(`createTransfer twice: its user approved ${scaId}`);
    expect(writes()).toHaveLength(2);
  });

  test('the next operation is observed from the beginning, whatever its 202 looks like', async () => {
    const scaId = await stage.pendingTransfer({ amount: '72.00' });
    stage.simulator.sca.approve(scaId);
    expect(one((await stage.completed(scaId))[0] ?? {}, 'scaCompleted').status).toBe('COMPLETED');
    expect(writes()).toHaveLength(1);
    expect(ofLevel('warn')).toHaveLength(1);
    expect(ofLevel('error')).toHaveLength(1);
  });

  test('a payment that may have been there before leaves an equal one unknown, and the log says so once', async () => {
    const input = { ...stage.transferInput({ amount: 73 }), amount: 73 };
    stage.simulator.sca.configure({ ttlSeconds: 2 });
    for (const _time of [1, 2]) {
      const headers = { 'Linkcy-SCA-Strategy': 'BY_PASS' };
      const made = await fetch(`${stage.simulator.url}/api/partner/transactions`, {
        ...{ method: 'POST', body: JSON.stringify(input) },
        headers: {
          ...{ ...headers, authorization: `Bearer ${stage.ownerToken}`, 'content-type': 'application/json' },
        },
      });
      expect(made.status).toBe(201);
      const scaId = await stage.pendingTransfer({ amount: '73.00' });
      expect(one((await stage.completed(scaId))[0] ?? {}, 'scaCompleted').status).toBe('UNKNOWN');
    }
    expect(ofLevel('warn').filter((message) => message.includes('on the way'))).toHaveLength(1);
  });
});

describe('of two approved pushes', () => {
  beforeAll(openStage);
  afterAll(closeStage);

  test('one that LinkCy declines is no second payment', async () => {
    stage.simulator.transfers.next({ status: 'DECLINED', declineReason: 'REJECTED_BY_RECEIVING_BANK' });
    const began = Date.now();
    await stage.completed(await approvedTwice('74.00'));
    expect(
      stage.simulator.store.transactions.all().filter(({ amount }) => amount === 74 || amount === -74),
    ).toHaveLength(2);
    // Its last look comes five seconds after the second approval has run out.
    const lastLook = () => stage.simulator.log.entries.filter(({ method }) => method === 'GET').at(-1)?.at ?? 0;
    await expect.poll(lastLook, { timeout: 20_000 }).toBeGreaterThan(began + 9_000);
    expect(ofLevel('error')).toEqual([]);
  });
});
