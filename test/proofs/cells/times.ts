import { setTimeout as wait } from 'node:timers/promises';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { startStage, type Stage } from './stage.js';
import { subjects, type Subject } from './subjects.js';

/** How long approvals took to reach their owners, from operations of one age on. */
export interface Times {
  readonly name: string;
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Calls to LinkCy in the second with most of them. */
  readonly callsPerSecond: number;
  readonly faults: readonly string[];
}

interface Waiting {
  readonly subject: Subject;
  readonly bank: TrialBank;
  readonly token: string;
  readonly scaId: string;
  readonly end: Promise<string | undefined>;
}

/** Users take their time: so many approvals a second. */
const approvalsPerSecond = 20;

/**
 * So many operations wait at once, of all kinds and each of a user of its own, so that no two share a look. At each age,
 * in seconds, an equal part of them is approved.
 */
export async function measureTimes(
  operations: number,
  ages: readonly { readonly seconds: number; readonly most: number }[],
): Promise<readonly Times[]> {
  const stage = await startStage({ ttlSeconds: 600 });
  try {
    const visible = subjects.filter(({ seen }) => seen !== 'nothing');
    const waiting: Waiting[] = [];
    const begun = performance.now();
    for (let index = 0; index < operations; index += 1) {
      const subject = visible[index % visible.length];
      if (subject !== undefined) waiting.push(await beginOne(stage, subject));
    }
    const times: Times[] = [];
    const share = Math.ceil(operations / ages.length);
    for (const { seconds, most } of ages) {
      await wait(Math.max(begun + seconds * 1_000 - performance.now(), 0));
      const name = `${operations} pending, older than ${seconds} s`;
      times.push(await approveAll(stage, waiting.splice(0, share), name, most));
    }
    return times;
  } finally {
    await stage.close();
  }
}

async function beginOne({ simulator, api }: Stage, subject: Subject): Promise<Waiting> {
  const bank = insertTrialBank(simulator);
  subject.prepare?.(bank);
  const { token } = subject.whose?.(bank) ?? { token: bank.ownerToken };
  const { scaId = '' } = await api.mutate(token, subject, subject.input(bank));
  const end = api.completed(token, scaId).then(([event]) => event?.status);
  return { subject, bank, token, scaId, end };
}

async function approveAll(
  { simulator }: Stage,
  waiting: readonly Waiting[],
  name: string,
  most: number,
): Promise<Times> {
  const faults: string[] = [];
  simulator.log.clear();
  const arrivals = waiting.map(async ({ scaId, end, subject }, index) => {
    await wait((index * 1_000) / approvalsPerSecond);
    const approvedAt = performance.now();
    simulator.sca.approve(scaId);
    const status = await end;
    if (status !== 'COMPLETED') faults.push(`${subject.mutation}: ${status}`);
    if (simulator.executions.of(scaId) !== 1) faults.push(`${subject.mutation}: not carried out once`);
    return performance.now() - approvedAt;
  });
  const sorted = (await Promise.all(arrivals)).sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? Infinity);
  const callsPerSecond = busiestSecond(simulator.log.entries.map((entry) => entry.at));
  if (at(0.99) > most) faults.push(`99 of 100 within ${at(0.99)} ms, and should be ${most} ms`);
  return { name, count: sorted.length, p50: at(0.5), p99: at(0.99), worst: at(1), callsPerSecond, faults };
}

/** The most of these moments that lie within one second. */
function busiestSecond(moments: readonly number[]): number {
  let most = 0;
  let first = 0;
  for (const [index, moment] of moments.entries()) {
    while ((moments[first] ?? 0) <= moment - 1_000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
