import type { Generation } from '../../../src/simulator/sca/generation.js';
import { foreignAnswers } from '../../support/banks/fault-proxy.js';
import type { Outcome } from './outcome.js';
import { readBackCases, ReadBackFaults, type ReadBackCase } from './read-back-faults.js';
import { sessionCases, SessionFaults, type SessionCase } from './session-faults.js';
import { wireCases, type WireCase } from './wire-cases.js';
import { WireFaults } from './wire-faults.js';

interface AnyCase {
  readonly generation: Generation;
}

/** Faults of one kind: each case has a row and a column in the table of its LinkCy. */
export interface Section<Case extends AnyCase> {
  readonly title: string;
  readonly cases: readonly Case[];
  /** Where cases are tried, one after the other. */
  start(generation: Generation): Promise<Place<Case>>;
  rowOf(one: Case): string;
  columnOf(one: Case): string;
  /** What tells cases of the same cell apart. */
  nameOf?(one: Case): string;
}

interface Place<Case> {
  tried(one: Case, random: () => number): Promise<Outcome>;
  close(): Promise<void>;
}

const isForeign = (fault: string) => foreignAnswers.some((one) => one === fault);

export const wire: Section<WireCase> = {
  title: 'what goes wrong on the wire',
  cases: wireCases,
  start: (generation) => WireFaults.start(generation),
  rowOf({ fault, reachesLinkcy }) {
    const kind = isForeign(fault) ? `foreign ${fault[0]}xx` : fault;
    return `${kind}${reachesLinkcy ? '' : ', never got there'}`;
  },
  columnOf: ({ stage, mutation }) => `${stage}: ${mutation}`,
  nameOf: ({ fault }) => fault,
};

export const session: Section<SessionCase> = {
  title: 'tokens, clocks, the store',
  cases: sessionCases,
  start: (generation) => SessionFaults.start(generation),
  rowOf: ({ event }) => event,
  columnOf: ({ mutation }) => mutation,
};

export const readBack: Section<ReadBackCase> = {
  title: 'the object is read back after it was done',
  cases: readBackCases,
  start: (generation) => ReadBackFaults.start(generation),
  rowOf: ({ mutation, way }) => `${mutation}, ${way}`,
  columnOf: ({ fault }) => fault,
};

export function titleOf<Case extends AnyCase>(section: Section<Case>, one: Case): string {
  const { rowOf, columnOf, nameOf } = section;
  return [`LinkCy ${one.generation}`, columnOf(one), rowOf(one), nameOf?.(one)].filter(Boolean).join(', ');
}

/** Tries all cases, at so many places of each LinkCy at once. */
export async function tryAll<Case extends AnyCase>(
  section: Section<Case>,
  cases: readonly Case[],
  places: number,
  random: () => number,
  onOutcome: (one: Case, outcome: Outcome) => void,
): Promise<void> {
  async function work(generation: Generation, queue: Case[]): Promise<void> {
    const place = await section.start(generation);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      onOutcome(next, await place.tried(next, random));
    }
    await place.close();
  }
  const generations = [...new Set(cases.map(({ generation }) => generation))];
  await Promise.all(
    generations.flatMap((generation) => {
      const queue = cases.filter((one) => one.generation === generation);
      return Array.from({ length: Math.min(places, queue.length) }, () => work(generation, queue));
    }),
  );
}

/** In an order that chance decides, and so many of them at most. */
export function drawn<Case>(cases: readonly Case[], random: () => number, most = Infinity): readonly Case[] {
  return cases
    .map((one) => ({ one, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ one }) => one)
    .slice(0, most);
}
