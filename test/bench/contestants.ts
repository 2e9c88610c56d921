import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/free-port.js';
import { nextMessage, startPart, startProduct } from './processes.js';

export const names = ['ours', 'usual', 'tool', 'limit'] as const;
export type Name = (typeof names)[number];

export interface Contestant {
  readonly name: Name;
  readonly process: ChildProcess;
  /** Where it answers POST. */
  readonly url: string;
}

/** How the contestants are called in the table. */
export const titles: Readonly<Record<Name, string>> = {
  ours: 'linkcy-graphql, as shipped',
  usual: 'usual stack: Apollo Server, type-graphql, express, fetch',
  tool: 'tool: GraphQL Mesh with an OpenAPI source',
  limit: 'limit: node:http, undici, compiled queries',
};

export async function startContestant(name: Name, upstream: string, environment = {}): Promise<Contestant> {
  if (name === 'ours') return startOurs(upstream);
  const folder = name === 'usual' ? 'usual-stack' : name;
  const process = startPart(`contestants/${folder}/main.ts`, { LINKCY_URL: upstream, ...environment });
  const { port } = (await nextMessage(process)) as { port: number };
  return { name, process, url: `http://127.0.0.1:${port}/graphql` };
}

/** With every limit, log and check of a production server; `options` are Node's, `more` further settings. */
export async function startOurs(upstream: string, options: readonly string[] = [], more = {}): Promise<Contestant> {
  const port = await freePort();
  const environment = { PORT: String(port), LINKCY_URL: upstream, LINKCY_SANDBOX: 'true', ...more };
  const process = startProduct({ environment, options });
  const url = `http://127.0.0.1:${port}/graphql`;
  await answering(url);
  return { name: 'ours', process, url };
}

/** Waits until a GraphQL request is answered, looking every few milliseconds. */
async function answering(url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  for (let tries = 0; tries < 4_000; tries += 1) {
    const answer = await fetch(url, { method: 'POST', headers, body: '{"query":"{__typename}"}' }).catch(
      () => undefined,
    );
    if (answer?.status === 200) return;
    await pause(5);
  }
  throw new Error('The server does not start.');
}
