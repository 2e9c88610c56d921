import { names, type Contestant, type Name } from '../contestants.js';
import { oneConnection, send } from '../post.js';
import type { Upstream } from '../upstream.js';
import { bodyOf, workNames, works, type WorkName } from '../work.js';

export type CallsOfWork = Readonly<Record<WorkName, Readonly<Record<Name, number>>>>;

/**
 * Sends every operation once to every contestant, counts the calls that reach the upstream, and makes sure that all give
 * the same answer; the limit to the letter. Throws where one does not.
 */
export async function sameWork(contestants: readonly Contestant[], upstream: Upstream): Promise<CallsOfWork> {
  const calls = {} as Record<WorkName, Record<Name, number>>;
  for (const work of workNames) {
    calls[work] = {} as Record<Name, number>;
    let expected: string | undefined;
    let exact: string | undefined;
    for (const { name, url } of contestants) {
      const before = await upstream.calls();
      const agent = oneConnection();
      const answer = await send(url, agent, bodyOf(works[work], name).replaceAll('@amount@', '12.50'));
      agent.destroy();
      calls[work][name] = (await upstream.calls()) - before;
      if (name === 'ours') exact = answer;
      if (name === 'limit' && answer !== exact) throw new Error(`(${work}): the limit does not answer to the letter.`);
      const values = valuesOf(answer);
      expected ??= values;
      if (values !== expected) throw new Error(differs(work, name, expected, values));
    }
  }
  return calls;
}

/** All values in an answer, sorted: the contestants' answers differ in their form, but not in what they say. */
function valuesOf(answer: string): string {
  const body = JSON.parse(answer) as { data?: unknown; errors?: unknown };
  if (body.errors !== undefined) throw new Error(`An operation of the benchmark fails: ${answer.slice(0, 1_000)}`);
  return leaves(body.data).sort().join('\n');
}

function leaves(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return [uuidOf(String(value))];
}

/** Our opaque ids are the type and LinkCy's UUID. */
function uuidOf(text: string): string {
  const decoded = Buffer.from(text, 'base64url').toString('latin1');
  return /^[A-Z][a-z]+:([0-9a-f-]{36})$/.exec(decoded)?.[1] ?? text;
}

function differs(work: string, name: Name, expected: string, found: string): string {
  const [first, second] = [expected.split('\n'), found.split('\n')];
  const line = first.findIndex((text, index) => text !== second[index]);
  return `(${work}): ${name} does not answer as ${names[0]} does: ${second[line]} instead of ${first[line]}`;
}
