import { startOurs } from '../contestants.js';
import type { LoadGenerator } from '../load.js';
import type { Options } from '../options.js';
import { probed, residentMemory } from '../probe.js';
import { stop } from '../processes.js';
import { say } from '../progress.js';
import type { Upstream } from '../upstream.js';
import { bodyOf, works } from '../work.js';

export interface Memory {
  readonly seconds: number;
  /** Resident memory in MB while the load is still on, and just after the start. */
  readonly underLoad: number;
  readonly atStart: number;
}

const megabytes = (bytes: number) => bytes / 1024 / 1024;

/** Resident memory of a fresh server after some time of (b) with 32 requests under way at all times. */
export async function memory(upstream: Upstream, generator: LoadGenerator, options: Options): Promise<Memory> {
  const { memorySeconds: seconds } = options;
  const ours = await startOurs(upstream.url, probed);
  const atStart = megabytes(await residentMemory(ours));
  let underLoad = atStart;
  const look = setInterval(() => void residentMemory(ours).then((bytes) => (underLoad = megabytes(bytes))), 500);
  await generator.run(ours, bodyOf(works.b, 'ours'), { seconds }, 32);
  clearInterval(look);
  await stop(ours.process);
  say(`memory: ${atStart.toFixed(0)} MB at the start, ${underLoad.toFixed(0)} MB after ${seconds} s of (b)`);
  return { seconds, underLoad, atStart };
}
