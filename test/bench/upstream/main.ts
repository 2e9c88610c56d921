import type { AddressInfo } from 'node:net';
import { answerOf } from './answers.js';
import { Approvals } from './approvals.js';
import { bytesOf, createFastServer, type UpstreamRequest } from './http.js';
import { openapi } from './openapi.js';

/** What the benchmark asks this process; each question gets one answer. */
export type Question = 'calls' | { readonly approve: number };
export type Reply = { readonly calls: number } | { readonly approved: readonly string[] };

/** LinkCy as the contestants see it: fixed data, a settable latency, and next to no work of its own. */
const approvals = new Approvals();
const remembered = new Map<string, Buffer>();
const description = bytesOf({ status: 200, body: openapi });
let calls = 0;

const server = createFastServer(answer, Number(process.env.BENCH_LATENCY_MILLISECONDS ?? 0));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', (question: Question) => process.send?.(replyTo(question)));
process.on('disconnect', () => process.exit());

function answer({ method, target, body, header }: UpstreamRequest): Buffer {
  if (target === '/openapi.json') return description;
  calls += 1;
  if (method !== 'GET') return bytesOf(approvals.transfer(body, header('linkcy-sca-id')));
  const known = remembered.get(target);
  if (known !== undefined) return known;
  const made = bytesOf(answerOf(target));
  remembered.set(target, made);
  return made;
}

function replyTo(question: Question): Reply {
  return question === 'calls' ? { calls } : { approved: approvals.approve(question.approve) };
}
