import type { ChildProcess } from 'node:child_process';
import type { Contestant } from './contestants.js';
import type { LoadOrder, LoadResult } from './load/generator.js';
import { headers } from './post.js';
import { ask, cpuMilliseconds, startPart } from './processes.js';

export type Until = LoadOrder['until'];

export interface Load {
  readonly answers: number;
  readonly seconds: number;
  /** CPU time of the contestant; NaN where the system does not say. */
  readonly cpuMilliseconds: number;
}

/** autocannon, in a process of its own that stays warm. */
export class LoadGenerator {
  private readonly process: ChildProcess = startPart('load/generator.ts');

  /** As many requests as the contestant answers in that time, or that many. Throws where one of them fails. */
  async run(contestant: Contestant, body: string, until: Until, connections: number): Promise<Load> {
    const order: LoadOrder = { url: contestant.url, headers, body, until, connections };
    const before = cpuMilliseconds(contestant.process) ?? NaN;
    const { answers, seconds, failures } = (await ask(this.process, order)) as LoadResult;
    const after = cpuMilliseconds(contestant.process) ?? NaN;
    if (failures > 0) throw new Error(`${contestant.name}: ${failures} requests failed under load.`);
    return { answers, seconds, cpuMilliseconds: after - before };
  }
}
