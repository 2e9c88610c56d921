import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startSimulator, type Simulator } from '../../../src/simulator/simulator.js';
import { startInstance, type Instance } from '../../support/instance.js';
import { startRedisProxy, type RedisProxy } from '../../support/redis-proxy.js';
import { startRedis } from '../../support/redis-server.js';
import { apiAt, type Api, type Stage } from './stage.js';
import type { Subject } from './subjects.js';
import { Trial, type Outcome } from './trial.js';

/** Two processes over one Redis, or one after the other without. */
interface Deployment extends Stage {
  readonly victim: Instance;
  /** Undefined in memory. */
  readonly redis: RedisProxy | undefined;
  /** The process at which the owners go on: the other one, or, in memory, the next. */
  survivor(): Promise<Api>;
}

interface KillPoint {
  readonly name: string;
  readonly ttlSeconds?: number;
  readonly inMemory?: boolean;
  readonly fits?: (subject: Subject) => boolean;
  /** Plays all trials up to the moment and kills the process; gives what comes after, for each. */
  readonly kill: (
    deployment: Deployment,
    trials: readonly Trial[],
  ) => Promise<(trial: Trial, survivor: Api) => Promise<void>>;
}

const isVisible = ({ seen }: Subject) => seen !== 'nothing';
const isSecretRead = (path: string) => /\/(pin|pan\/credentials)$/.test(path);

/** Holds what fits at LinkCy until it is let go; says how many are held. */
function hold(
  add: (hook: (request: { method: string; path: string }) => Promise<void>) => () => void,
  isLook: boolean,
) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const held = { count: 0, letGo: () => release() };
  const stop = add(async ({ method, path }) => {
    if ((method === 'GET' && !isSecretRead(path)) !== isLook) return;
    held.count += 1;
    await released;
  });
  void released.then(stop);
  return held;
}

async function until(isSo: () => boolean): Promise<void> {
  for (const began = performance.now(); !isSo(); await wait(10)) {
    if (performance.now() - began > 20_000) throw new Error('the moment did not come');
  }
}

/** All of them wait for their users. */
const begin = (trials: readonly Trial[]) => Promise.all(trials.map((trial) => trial.begin(trial.keyed)));
/** As `begin`, where no answer will come. */
const send = (trials: readonly Trial[]) =>
  trials.forEach((trial) => void trial.ask(trial.keyed).catch(() => undefined));
const approve = (trials: readonly Trial[]) => trials.forEach((trial) => trial.approve(trial.adopt()));

async function endsCompleted(trial: Trial, survivor: Api): Promise<void> {
  const scaId = trial.adopt();
  if (isVisible(trial.subject)) return trial.expect(await trial.ending(scaId, survivor), 'COMPLETED');
  trial.expect(await trial.resuming(scaId, survivor, 1), 'FAILED SCA_NOT_RESUMABLE');
}

export const killPoints: readonly KillPoint[] = [
  {
    name: 'killed before its 202 comes',
    fits: isVisible,
    async kill({ simulator, victim }, trials) {
      const answers = hold((hook) => simulator.onAnswer('*', hook), false);
      send(trials);
      await until(() => answers.count === trials.length);
      await victim.kill();
      answers.letGo();
      approve(trials);
      return async (trial, survivor) => {
        let told = await trial.ask(trial.keyed, survivor);
        for (; told.code === 'REQUEST_UNDER_WAY'; told = await trial.ask(trial.keyed, survivor)) await wait(500);
        const { seen, payload = '' } = trial.subject;
        trial.answered(told.__typename ?? '');
        trial.expect(told.__typename ?? '', seen === 'row' ? payload : 'OutcomeUnknown');
        if (seen === 'row') trial.expect(told.uuid ?? '', trial.made());
      };
    },
  },
  {
    name: 'killed before its baseline is read',
    ttlSeconds: 6,
    fits: isVisible,
    async kill({ simulator, victim }, trials) {
      const looks = hold((hook) => simulator.onRequest('*', hook), true);
      send(trials);
      await until(() => looks.count >= trials.length);
      await victim.kill();
      looks.letGo();
      // What LinkCy makes in the very second of its 202 may have been there before.
      await wait(1_100);
      approve(trials);
      return async (trial, survivor) => {
        const expected = trial.subject.seen === 'row' ? 'COMPLETED' : 'UNKNOWN';
        trial.expect(await trial.ending(trial.adopt(), survivor), expected);
      };
    },
  },
  {
    name: 'killed while it waits',
    async kill({ victim }, trials) {
      await begin(trials);
      await victim.kill();
      approve(trials);
      return endsCompleted;
    },
  },
  {
    name: 'killed when it is approved',
    fits: isVisible,
    async kill({ simulator, victim }, trials) {
      await begin(trials);
      const looks = hold((hook) => simulator.onRequest('*', hook), true);
      approve(trials);
      await until(() => looks.count > 0);
      await victim.kill();
      looks.letGo();
      return endsCompleted;
    },
  },
  {
    name: 'killed before its end is kept',
    fits: isVisible,
    async kill({ victim, redis }, trials) {
      let ends = 0;
      const never = new Promise<void>(() => {});
      redis?.before('finalize', () => ((ends += 1), never));
      await begin(trials);
      approve(trials);
      await until(() => ends > 0);
      await victim.kill();
      return endsCompleted;
    },
  },
  {
    name: 'killed before its end is announced',
    fits: isVisible,
    async kill({ victim, redis }, trials) {
      await begin(trials);
      const kept = new Promise<void>((resolve) =>
        redis?.after('finalize', () => (resolve(), new Promise<void>(() => {}))),
      );
      approve(trials);
      await kept;
      await victim.kill();
      return endsCompleted;
    },
  },
  {
    name: 'killed while it waits, in memory',
    inMemory: true,
    fits: isVisible,
    async kill({ victim }, trials) {
      await begin(trials);
      await victim.kill();
      return async (trial, survivor) => {
        // Nothing is known of it: as documented, its key begins anew.
        const known = await survivor.scaOperation(trial.token, trial.adopt());
        trial.expect(known?.status ?? 'unknown', 'unknown');
        const scaId = await trial.begin(trial.keyed, survivor);
        trial.approve(scaId);
        trial.expect(await trial.ending(scaId, survivor), 'COMPLETED');
      };
    },
  },
];

export async function runKilled(point: KillPoint, subjects: readonly Subject[]): Promise<readonly Outcome[]> {
  const fitting = subjects.filter((one) => point.fits?.(one) ?? true);
  if (fitting.length === 0) return [];
  const deployment = await startDeployment(point);
  try {
    const trials = fitting.map((subject) => new Trial(deployment, subject, point.name));
    const after = await point.kill(deployment, trials);
    const survivor = await deployment.survivor();
    await Promise.all(
      trials.map((trial) => after(trial, survivor).catch((error: unknown) => trial.faults.push(String(error)))),
    );
    return trials.map((trial) => trial.outcome());
  } finally {
    await deployment.close();
  }
}

async function startDeployment({ ttlSeconds = 300, inMemory = false }: Partial<KillPoint>): Promise<Deployment> {
  const simulator: Simulator = await startSimulator({ seed: 'empty', generation: '1.114' });
  simulator.sca.configure({ required: 'everywhere', ttlSeconds });
  const server = inMemory ? undefined : await startRedis();
  const redis = server && (await startRedisProxy(server.url));
  const encryptionKey = randomBytes(32).toString('base64');
  const start = (url: string | undefined) =>
    startInstance({
      LINKCY_URL: simulator.url,
      SOCKETS_PER_PRINCIPAL: '100',
      ...(url === undefined ? {} : { REDIS_URL: url, ENCRYPTION_KEY: encryptionKey }),
    });
  const victim = await start(redis?.url);
  const instances = [victim];
  const next = async () => {
    const instance = await start(server?.url);
    instances.push(instance);
    return apiAt(instance.url);
  };
  const other = inMemory ? undefined : await next();
  const api = apiAt(victim.url);
  const apis = [api];
  return {
    ...{ simulator, victim, redis, api, elsewhere: api },
    async survivor() {
      const survivor = other ?? (await next());
      apis.push(survivor);
      return survivor;
    },
    async close() {
      await Promise.all(apis.map((one) => one.close()));
      await Promise.all(instances.map((instance) => instance.kill()));
      await redis?.close();
      await server?.stop();
      await simulator.close();
    },
  };
}
