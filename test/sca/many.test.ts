import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generations } from '../../src/simulator/sca/generation.js';
import type { LoggedRequest } from '../../src/simulator/control/log.js';
import { completedDocument, one, startStage, type Answer, type Stage } from './stage.js';
import { isStarved, stretchOfTime } from '../support/processor.js';

const operations = 200;
const sockets = 10;

/** From an approval to its event, p99: a replay asks about one operation, a look is shared by all of its owner's. */
const longestWait = { '1.78': 1_500, '1.114': 2_000 };

describe.each(generations)('LinkCy %s', (generation) => {
  const longest = longestWait[generation];
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage({ simulator: { generation } });
    stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 1e6, totalAmount: 1e6 });
  });
  afterAll(() => stage.close());

  test(`with ${operations} operations pending at once, an approval reaches its subscriber in under ${longest} ms (p99), and the polls are bounded`, async () => {
    const scaIds = await Promise.all(
      Array.from({ length: operations }, (_, index) => stage.pendingTransfer({ amount: `${100 + index}.00` })),
    );
    const clients = Array.from({ length: sockets }, () => stage.client());
    const arrivals = new Map<string, number>();
    const streams = scaIds.map(async (scaId, index) => {
      const events = clients[index % sockets]!.iterate({ query: completedDocument, variables: { scaId } });
      let count = 0;
      for await (const answer of events) {
        arrivals.set(scaId, performance.now());
        expect(one(answer as Answer, 'scaCompleted').status).toBe('COMPLETED');
        count += 1;
      }
      expect(count).toBe(1);
    });
    const began = performance.now();
    const cpuBegan = process.cpuUsage();
    stage.simulator.log.clear();
    const stretches: number[] = [];
    const approvals = new Map<string, number>();
    // Three seconds of users who take their time, all others still pending meanwhile.
    for (const [index, scaId] of scaIds.entries()) {
      const wait = began + (index * 3_000) / operations - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      if (index % 20 === 0) stretches.push(stretchOfTime());
      approvals.set(scaId, performance.now());
      stage.simulator.sca.approve(scaId);
    }
    await Promise.all(streams);
    const waits = scaIds.map((scaId) => (arrivals.get(scaId) ?? Infinity) - (approvals.get(scaId) ?? 0));
    waits.sort((one, other) => one - other);
    const percentile = (share: number) => Math.round(waits[Math.ceil(waits.length * share) - 1] ?? Infinity);
    const isPoll = ({ headers, method }: LoggedRequest) =>
      generation === '1.78' ? headers['linkcy-sca-id'] !== undefined : method === 'GET';
    const polls = stage.simulator.log.entries.filter(isPoll).length;
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpuBegan);
    const cpuSeconds = ((user + system) / 1e6).toFixed(1);
    console.log(
      `approval to event: p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms, worst ${percentile(1)} ms; ` +
        `${polls} polls of ${operations} operations in ${seconds.toFixed(1)} s ` +
        `(${cpuSeconds} s of processor time for the API, LinkCy and ${sockets} clients)`,
    );
    expect(percentile(0.99)).toBeLessThan(isStarved(stretches) ? 15_000 : longest);
    // Each is asked about at most once in 0.72 s, and the last time when it is carried out.
    expect(polls).toBeLessThanOrEqual(operations * (Math.ceil(seconds / 0.72) + 2));
    for (const scaId of scaIds) expect(stage.simulator.executions.of(scaId)).toBe(1);
  });
});
