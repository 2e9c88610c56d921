import type { Contestant } from './contestants.js';
import { ask } from './processes.js';

/** Options of Node that put the probe into a server. */
export const probed: readonly string[] = ['--expose-gc', '--import', new URL('probe.mjs', import.meta.url).href];

/** Milliseconds by which the event loop came later than it should. */
export interface Delay {
  readonly median: number;
  readonly percentile99: number;
  readonly max: number;
}

/** Bytes of live heap and buffers, after a collection. */
export async function liveMemory({ process }: Contestant): Promise<number> {
  return ((await ask(process, 'memory')) as { live: number }).live;
}

/** Bytes of memory that the system has given to the process. */
export async function residentMemory({ process }: Contestant): Promise<number> {
  return ((await ask(process, 'resident')) as { rss: number }).rss;
}

export async function watchDelay({ process }: Contestant): Promise<void> {
  await ask(process, 'watchDelay');
}

/** Since `watchDelay`. */
export async function delayOf({ process }: Contestant): Promise<Delay> {
  return (await ask(process, 'delay')) as Delay;
}
