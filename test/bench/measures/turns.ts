import type { Load, Until } from '../load.js';
import type { Options } from '../options.js';

/** Puts load on one of those that are compared. */
export type Player = (until: Until) => Promise<Load>;

/**
 * What each player came to in each round. Within a round they take turns of about a second, back and forth: what is
 * compared shall lie close together, because what else goes on in the machine changes within seconds. A turn ends with the
 * last answer, so that nobody has to work while another one is measured.
 * @param connections every one of them gets at least two answers a turn
 */
export async function* roundsOf<Name>(
  players: ReadonlyMap<Name, Player>,
  connections: number,
  { rounds, roundSeconds: turns, warmUpSeconds }: Options,
): AsyncGenerator<ReadonlyMap<Name, Load>> {
  const answers = new Map<Name, number>();
  for (const [name, play] of players) {
    const load = await play({ seconds: warmUpSeconds });
    answers.set(name, Math.max(2, Math.round(load.answers / load.seconds / connections)) * connections);
  }
  for (let round = 0; round < rounds; round += 1) {
    const loads = new Map<Name, Load>();
    for (const [name, play] of backAndForth([...players], turns)) {
      loads.set(name, sum(loads.get(name), await play({ answers: answers.get(name) ?? NaN })));
    }
    yield loads;
  }
}

function* backAndForth<Item>(items: readonly Item[], turns: number): Generator<Item> {
  for (let turn = 0; turn < turns; turn += 1) yield* turn % 2 === 0 ? items : items.toReversed();
}

function sum(one: Load | undefined, other: Load): Load {
  if (one === undefined) return other;
  return {
    answers: one.answers + other.answers,
    seconds: one.seconds + other.seconds,
    cpuMilliseconds: one.cpuMilliseconds + other.cpuMilliseconds,
  };
}
