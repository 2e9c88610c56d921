import type { Contestant } from '../contestants.js';
import { quantile } from '../figures.js';
import { delayOf, residentMemory, watchDelay } from '../probe.js';
import { Crowd, most, type Bustle } from './crowd.js';
import type { Bank } from './start-bank.js';

/** Times in milliseconds. */
export interface BustleResult {
  /** From the beginning; the other figures are those after the warm-up. */
  readonly payments: number;
  readonly approvals: number;
  readonly completed: number;
  /** From the approval to the event. */
  readonly event: Spread;
  readonly query: Spread;
  readonly callsPerSecond: number;
  /** Those of them that look for approved payments, or repeat them. */
  readonly watchingPerSecond: number;
  /** Of the instance that has most. */
  readonly residentMegabytes: number;
  readonly delay99: number;
}

export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

/** A bank on a busy day, for as long as is said. */
export async function bustle(bank: Bank, servers: readonly Contestant[], load: Bustle): Promise<BustleResult> {
  const crowd = new Crowd(bank, servers, load);
  await crowd.open();
  await crowd.run(load.warmUpSeconds);
  await Promise.all(servers.map(watchDelay));
  const [before, payments, begin] = [await bank.calls(), crowd.payments, performance.now()];
  await crowd.run(load.seconds);
  const seconds = (performance.now() - begin) / 1_000;
  const after = await bank.calls();
  const watching = after.ofPayments - before.ofPayments - (crowd.payments - payments) * bank.callsOfPayment;
  const residentMegabytes = (await most(servers, residentMemory)) / 1024 / 1024;
  const delay99 = await most(servers, async (server) => (await delayOf(server)).percentile99);
  crowd.close();
  return {
    payments: crowd.payments,
    approvals: Math.ceil(load.seconds * load.paymentsPerSecond),
    completed: crowd.waits.length,
    event: spreadOf(crowd.waits),
    query: spreadOf(crowd.queryTimes),
    callsPerSecond: (after.all - before.all) / seconds,
    watchingPerSecond: watching / seconds,
    ...{ residentMegabytes, delay99 },
  };
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), p99: quantile(sorted, 0.99) };
}
