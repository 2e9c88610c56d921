import type { Contestant, Name } from '../contestants.js';
import type { LoadGenerator } from '../load.js';
import type { Options } from '../options.js';
import { say } from '../progress.js';
import { bodyOf, workNames, works, type WorkName } from '../work.js';
import { roundsOf, type Player } from './turns.js';

/** Answers a second, and CPU milliseconds an answer, of each round. */
export interface Series {
  readonly throughput: number[];
  readonly cpu: number[];
}

export type Throughput = Readonly<Record<WorkName, Readonly<Partial<Record<Name, Series>>>>>;

/** Every work with every contestant in turns, round after round. */
export async function throughput(
  contestants: readonly Contestant[],
  generator: LoadGenerator,
  options: Options,
): Promise<Throughput> {
  const { rounds, connections, only } = options;
  const all = {} as Record<WorkName, Partial<Record<Name, Series>>>;
  for (const work of workNames.filter((name) => only.length === 0 || only.includes(name))) {
    const series: Partial<Record<Name, Series>> = (all[work] = {});
    const players = new Map<Name, Player>();
    for (const contestant of contestants) {
      const body = bodyOf(works[work], contestant.name);
      series[contestant.name] = { throughput: [], cpu: [] };
      players.set(contestant.name, (until) => generator.run(contestant, body, until, connections));
    }
    let round = 0;
    for await (const loads of roundsOf(players, connections, options)) {
      round += 1;
      for (const [name, { answers, seconds, cpuMilliseconds }] of loads) {
        series[name]?.throughput.push(answers / seconds);
        series[name]?.cpu.push(cpuMilliseconds / answers);
      }
      say(`(${work}) round ${round} of ${rounds}: ${latest(series, contestants)}`);
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
