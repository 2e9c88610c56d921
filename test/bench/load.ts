import type { ChildProcess } from 'node:child_process';
import type { Contestant } from './contestants.js';
import type { LoadOrder, LoadResult } from './load/generator.js';
import { headers } from './post.js';
import { ask, cpuMilliseconds, startPart } from './processes.js';

export interface Load {
  /** Answers a second. */
  readonly throughput: number;
  /** CPU time of the contestant an answer, in milliseconds; undefined where the system does not say. */
  readonly cpu: number | undefined;
}

/** autocannon, in a process of its own that stays warm. */
export class LoadGenerator {
  private readonly process: ChildProcess = startPart('load/generator.ts');

  /** As many requests as the contestant answers. Throws where one of them fails. */
  async run(contestant: Contestant, body: string, seconds: number, connections: number): Promise<Load> {
    const order: LoadOrder = { url: contestant.url, headers, body, seconds, connections };
    const before = cpuMilliseconds(contestant.process);
    const result = (await ask(this.process, order)) as LoadResult;
    const after = cpuMilliseconds(contestant.process);
    if (result.failures > 0) throw new Error(`${contestant.name}: ${result.failures} requests failed under load.`);
    const cpu = before === undefined || after === undefined ? undefined : (after - before) / result.answers;
    return { throughput: result.answers / result.seconds, cpu };
  }
}
