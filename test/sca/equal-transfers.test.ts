import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { one, startStage, type Stage } from './stage.js';

const stages: Stage[] = [];
afterAll(() => Promise.all(stages.map((stage) => stage.close())));

/** Today's LinkCy, of whose rows nobody can say which of two equal operations they are of. */
async function openStage() {
  const stage = await startStage({ simulator: { generation: '1.114' } });
  stages.push(stage);
  stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 100_000, totalAmount: 100_000 });
  const completed = async (scaId: string) => one((await stage.completed(scaId))[0] ?? {}, 'scaCompleted');
  return { stage, completed };
}

/** Two of the same, of which one can be approved for longer, and both can be now. */
async function twoOf(stage: Stage, longSeconds: number): Promise<readonly [long: string, brief: string]> {
  const { sca } = stage.simulator;
  for (let amount = 7100.25; ; amount += 1) {
    sca.configure({ ttlSeconds: longSeconds });
    const long = await stage.pendingTransfer({ amount: String(amount) });
    sca.configure({ ttlSeconds: 3 });
    const brief = await stage.pendingTransfer({ amount: String(amount) });
    // On a busy machine its time may be over before its user has heard of it.
    if (sca.get(brief)?.status === 'PENDING') return [long, brief];
  }
}

describe.concurrent('of two equal transfers with different times to approve', () => {
  test('the one that ends first has the row that came first', async () => {
    const { stage, completed } = await openStage();
    const [long, brief] = await twoOf(stage, 8);
    stage.simulator.sca.approve(long);
    const ends = await Promise.all([long, brief].map(completed));
    // On a busy machine the brief one may be asked for so late that it ends last.
    const inOrder = ends.sort((one, other) => Date.parse(one.expiresAt!) - Date.parse(other.expiresAt!));
    expect(inOrder.map(({ status }) => status)).toEqual(['COMPLETED', 'EXPIRED']);
  });

  test('none is told as not carried out while its row may be the other’s', async () => {
    const { stage, completed } = await openStage();
    const [long, brief] = await twoOf(stage, 60);
    stage.simulator.sca.approve(brief);
    const resumed = one(await stage.resumeSca(long), 'resumeSca');
    // The watcher may have been quicker, and have given the row to the other one.
    const [taker, other] = resumed.status === 'COMPLETED' ? [long, brief] : [brief, long];
    expect((await completed(taker)).status).toBe('COMPLETED');
    // Beyond the time to approve the brief one, and the look that would end it.
    await wait(9_500);
    expect(one(await stage.scaOperation(other), 'scaOperation').status).toBe('PENDING');
    stage.simulator.sca.approve(long);
    const done = await completed(other);
    expect(done).toMatchObject({ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } });
    expect(done.result?.transaction?.uuid).not.toBe((await completed(taker)).result?.transaction?.uuid);
  });
});
