import { createServer } from '../../../src/server/server.js';
import { startSimulator, type Simulator } from '../../../src/simulator/simulator.js';
import { executor } from '../../support/executor.js';
import { startDeployment, type Deployment, type Member } from '../store/redis/deployment.js';

/** Today's LinkCy, and the product over it. */
export interface Rig {
  readonly store: 'memory' | 'Redis';
  readonly simulator: Simulator;
  /** Where GraphQL is answered: two processes over Redis, the same one in memory. */
  readonly urls: readonly [one: string, other: string];
  /** Another process over the same Redis, to be killed. */
  victim(): Promise<Member>;
  close(): Promise<void>;
}

/** One process, which keeps everything in its memory. */
export async function memoryRig(): Promise<Rig> {
  const simulator = await startSimulator({ seed: 'empty', generation: '1.114' });
  askEverywhere(simulator);
  const linkcyUrl = simulator.url;
  const options = { host: '127.0.0.1', port: 0, linkcyUrl, development: true, sandbox: true, ...executor };
  const server = await createServer(options);
  return {
    store: 'memory',
    simulator,
    urls: [server.url, server.url],
    victim: () => Promise.reject(new Error('There is no other process to be killed.')),
    async close() {
      await server.close();
      await simulator.close();
    },
  };
}

/** Two processes that share a Redis, and more to be killed. */
export async function redisRig(): Promise<Rig> {
  const deployment: Deployment = await startDeployment();
  const { simulator } = deployment.bank;
  askEverywhere(simulator);
  const [one, other] = await Promise.all([deployment.start(), deployment.start()]);
  return {
    store: 'Redis',
    simulator,
    urls: [one.instance.url, other.instance.url],
    victim: () => deployment.start(),
    close: () => deployment.close(),
  };
}

function askEverywhere({ sca }: Simulator): void {
  sca.configure({ generation: '1.114', required: 'everywhere' });
}
