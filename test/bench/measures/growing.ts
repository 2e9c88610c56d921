import { randomBytes } from 'node:crypto';
import { bustle, type BustleResult } from '../bustle/bustle.js';
import { startBank } from '../bustle/start-bank.js';
import { startOurs, type Contestant } from '../contestants.js';
import type { Options } from '../options.js';
import { probed } from '../probe.js';
import { stop } from '../processes.js';
import { say } from '../progress.js';
import { startRedis } from '../../support/redis-server.js';

export interface Growing {
  readonly instances: number;
  readonly result: BustleResult;
  /** Scripts that Redis ran for each payment, from the mutation to the event, looks and heartbeats included. */
  readonly scriptsPerPayment: number;
}

const counts = [1, 2, 4];
const customers = 500;
/** So little that the processor of one machine is enough for all, and LinkCy's latency is what takes time. */
const load = { waiting: 200, subscriptions: 400, queriesPerSecond: 40, paymentsPerSecond: 5 };
const latency = 100;

/** One, two and four instances on one Redis, with the same customers: what an instance more costs and brings. */
export async function growing({ seconds, warmUpSeconds }: Options): Promise<readonly Growing[]> {
  const results: Growing[] = [];
  for (const instances of counts) {
    const redis = await startRedis();
    const bank = await startBank('1.78', customers, latency);
    const settings = { REDIS_URL: redis.url, ENCRYPTION_KEY: randomBytes(32).toString('base64') };
    const servers: Contestant[] = [];
    for (let number = 0; number < instances; number += 1) servers.push(await startOurs(bank.url, probed, settings));
    const scripts = async () =>
      Number(/cmdstat_eval:calls=(\d+)/.exec(await redis.look.info('commandstats'))?.[1] ?? 0);
    const before = await scripts();
    const result = await bustle(bank, servers, { ...load, warmUpSeconds, seconds });
    const scriptsPerPayment = ((await scripts()) - before) / result.payments;
    for (const { process } of [...servers, bank]) await stop(process);
    await redis.stop();
    results.push({ instances, result, scriptsPerPayment });
    const { event, watchingPerSecond } = result;
    say(
      `${instances} instances: ${event.median.toFixed(0)} ms to the event, ${watchingPerSecond.toFixed(0)} looks a second, ${scriptsPerPayment.toFixed(1)} scripts a payment`,
    );
  }
  return results;
}
