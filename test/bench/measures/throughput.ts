import type { Contestant, Name } from '../contestants.js';
import type { LoadGenerator } from '../load.js';
import type { Options } from '../options.js';
import { say } from '../progress.js';
import { bodyOf, workNames, works, type WorkName } from '../work.js';

/** Answers a second, and CPU milliseconds an answer, of each round. */
export interface Series {
  readonly throughput: number[];
  readonly cpu: number[];
}

export type Throughput = Readonly<Record<WorkName, Readonly<Partial<Record<Name, Series>>>>>;

/**
 * Every work with every contestant in turn, round after round: what disturbs the machine for a while disturbs all of them.
 * The order turns around with every round.
 */
export async function throughput(
  contestants: readonly Contestant[],
  generator: LoadGenerator,
  { rounds, roundSeconds, warmUpSeconds, connections, only }: Options,
): Promise<Throughput> {
  const all = {} as Record<WorkName, Partial<Record<Name, Series>>>;
  for (const work of workNames.filter((name) => only.length === 0 || only.includes(name))) {
    const series: Partial<Record<Name, Series>> = (all[work] = {});
    for (const contestant of contestants) {
      series[contestant.name] = { throughput: [], cpu: [] };
      await generator.run(contestant, bodyOf(works[work], contestant.name), warmUpSeconds, connections);
    }
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? contestants : [...contestants].reverse();
      for (const contestant of order) {
        const body = bodyOf(works[work], contestant.name);
        const load = await generator.run(contestant, body, roundSeconds, connections);
        series[contestant.name]?.throughput.push(load.throughput);
        if (load.cpu !== undefined) series[contestant.name]?.cpu.push(load.cpu);
      }
      say(`(${work}) round ${round + 1} of ${rounds}: ${latest(series, contestants)}`);
    }
  }
  return all;
}

function latest(series: Partial<Record<Name, Series>>, contestants: readonly Contestant[]): string {
  return contestants
    .map(
      ({ name }) =>
        `${name} ${series[name]?.throughput.at(-1)?.toFixed(0)}/s (${series[name]?.cpu.at(-1)?.toFixed(2)} ms)`,
    )
    .join(', ');
}
