import type { Contestant, Name } from '../contestants.js';
import { mean } from '../figures.js';
import type { Load, LoadGenerator } from '../load.js';
import type { Options } from '../options.js';
import { say } from '../progress.js';
import { bodyOf, workNames, works, type WorkName } from '../work.js';
import { backAndForth } from './turns.js';

/** Answers a second, and CPU milliseconds an answer, of each round. */
export interface Series {
  readonly throughput: number[];
  readonly cpu: number[];
}

export type Throughput = Readonly<Record<WorkName, Readonly<Partial<Record<Name, Series>>>>>;

/**
 * Every work with every contestant in turns of a second, round after round: what disturbs the machine for a while disturbs
 * all of them.
 */
export async function throughput(
  contestants: readonly Contestant[],
  generator: LoadGenerator,
  { rounds, roundSeconds: turns, warmUpSeconds, connections, only }: Options,
): Promise<Throughput> {
  const all = {} as Record<WorkName, Partial<Record<Name, Series>>>;
  for (const work of workNames.filter((name) => only.length === 0 || only.includes(name))) {
    const load = (contestant: Contestant, seconds: number) =>
      generator.run(contestant, bodyOf(works[work], contestant.name), seconds, connections);
    const series: Partial<Record<Name, Series>> = (all[work] = {});
    for (const contestant of contestants) {
      series[contestant.name] = { throughput: [], cpu: [] };
      await load(contestant, warmUpSeconds);
    }
    for (let round = 0; round < rounds; round += 1) {
      const loads = new Map<Name, Load[]>(contestants.map(({ name }) => [name, []]));
      for (const contestant of backAndForth(contestants, turns)) {
        loads.get(contestant.name)?.push(await load(contestant, 1));
      }
      for (const [name, ofRound] of loads) note(series[name], ofRound);
      say(`(${work}) round ${round + 1} of ${rounds}: ${latest(series, contestants)}`);
    }
  }
  return all;
}

function note(series: Series | undefined, loads: readonly Load[]): void {
  series?.throughput.push(mean(loads.map((load) => load.throughput)));
  const cpu = loads.flatMap((load) => load.cpu ?? []);
  if (cpu.length > 0) series?.cpu.push(mean(cpu));
}

function latest(series: Partial<Record<Name, Series>>, contestants: readonly Contestant[]): string {
  return contestants
    .map(
      ({ name }) =>
        `${name} ${series[name]?.throughput.at(-1)?.toFixed(0)}/s (${series[name]?.cpu.at(-1)?.toFixed(2)} ms)`,
    )
    .join(', ');
}
