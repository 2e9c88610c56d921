import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { startOurs, type Contestant } from '../contestants.js';
import { quantile } from '../figures.js';
import type { Options } from '../options.js';
import { oneConnection, send } from '../post.js';
import { delayOf, liveMemory, probed, watchDelay, type Delay } from '../probe.js';
import { stop } from '../processes.js';
import { say } from '../progress.js';
import { idOf } from '../upstream/objects.js';
import type { Upstream } from '../upstream.js';
import { subscribe } from './sockets.js';

export interface Subscriptions {
  readonly open: number;
  /** KB of live heap and buffers for each: the pending operation, the subscription, and its part of the socket. */
  readonly kilobytesEach: number;
  readonly approved: number;
  readonly completed: number;
  /** Milliseconds from the approval to the event at the client. */
  readonly waitingMedian: number;
  readonly waiting99: number;
  readonly delay: Delay;
}

/** The limits of one socket, and of one user: what is opened here must fit into them. */
const subscriptionsPerSocket = 20;
const socketsPerUser = 10;

const transfer = `mutation Pay($input: CreateTransferInput!) { createTransfer(input: $input) { ... on ScaPending { scaId } } }`;

/** Thousands of clients wait for approvals, some of which come every second. */
export async function subscriptions(upstream: Upstream, options: Options): Promise<Subscriptions> {
  const ours = await startOurs(upstream.url, probed);
  // Once through everything, so that what is compiled and cached does not count.
  const first = new Crowd(ours, 'first');
  await first.open(40);
  await upstream.approve(40);
  await first.end();
  const before = await liveMemory(ours);

  const crowd = new Crowd(ours, 'user');
  await crowd.open(options.subscriptions);
  await pause(3_000);
  const kilobytesEach = ((await liveMemory(ours)) - before) / options.subscriptions / 1024;
  say(`subscriptions: ${options.subscriptions} are open, ${kilobytesEach.toFixed(1)} KB each`);

  await watchDelay(ours);
  const approved = await approvals(upstream, crowd, options);
  const delay = await delayOf(ours);
  await crowd.completed(approved);
  const waits = [...crowd.waits].sort((one, other) => one - other);
  crowd.close();
  await stop(ours.process);
  say(
    `subscriptions: ${waits.length} of ${approved} completed, event loop delay ${delay.percentile99.toFixed(1)} ms (p99)`,
  );
  return {
    ...{ open: options.subscriptions, kilobytesEach, approved, completed: waits.length },
    ...{ waitingMedian: quantile(waits, 0.5), waiting99: quantile(waits, 0.99), delay },
  };
}

/** So many approvals a second, spread over the second. */
async function approvals(upstream: Upstream, crowd: Crowd, options: Options): Promise<number> {
  const { completionsPerSecond, completionSeconds } = options;
  const portions = 10;
  for (let portion = 0; portion < completionSeconds * portions; portion += 1) {
    crowd.approved(await upstream.approve(completionsPerSecond / portions));
    await pause(1_000 / portions);
  }
  return completionsPerSecond * completionSeconds;
}

/** Users that have begun transfers, and wait for them on sockets. */
class Crowd {
  /** Milliseconds that clients have waited after the approval. */
  readonly waits: number[] = [];
  private readonly approvedAt = new Map<string, number>();
  private readonly sockets: WebSocket[] = [];
  private events = 0;

  constructor(
    private readonly ours: Contestant,
    private readonly name: string,
  ) {}

  async open(count: number): Promise<void> {
    const ofUser = subscriptionsPerSocket * socketsPerUser;
    for (let user = 0; user * ofUser < count; user += 1) {
      const token = `Bearer ${this.name}-${user}`;
      const scaIds = await this.begin(token, Math.min(ofUser, count - user * ofUser));
      for (let place = 0; place < scaIds.length; place += subscriptionsPerSocket) {
        const some = scaIds.slice(place, place + subscriptionsPerSocket);
        this.sockets.push(await subscribe(this.ours.url, token, some, (scaId, message) => this.event(scaId, message)));
      }
      if (user % 5 === 4) say(`subscriptions: ${(user + 1) * ofUser} are being opened`);
    }
  }

  approved(scaIds: readonly string[]): void {
    for (const scaId of scaIds) this.approvedAt.set(scaId, performance.now());
  }

  /** Waits for so many events, not for ever. */
  async completed(count: number): Promise<void> {
    for (let tries = 0; this.events < count && tries < 300; tries += 1) await pause(100);
  }

  async end(): Promise<void> {
    await this.completed(40);
    this.close();
  }

  close(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  private event(scaId: string, message: string): void {
    if (!message.includes('COMPLETED')) throw new Error(`A subscription gave something else: ${message}`);
    this.events += 1;
    const approvedAt = this.approvedAt.get(scaId);
    if (approvedAt !== undefined) this.waits.push(performance.now() - approvedAt);
  }

  private async begin(token: string, count: number): Promise<string[]> {
    const agent = oneConnection();
    const scaIds: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const amount = `${1_000 + index}.00`;
      const input = {
        ledgerFromId: idOf('ledger', 1),
        beneficiaryId: idOf('beneficiary', 1),
        amount,
        reference: 'Rent',
      };
      const body = JSON.stringify({ query: transfer, variables: { input } });
      const answer = JSON.parse(await send(this.ours.url, agent, body, token)) as Pending;
      scaIds.push(answer.data.createTransfer.scaId);
    }
    agent.destroy();
    return scaIds;
  }
}

interface Pending {
  readonly data: { readonly createTransfer: { readonly scaId: string } };
}
