import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Contestant } from '../contestants.js';
import { send } from '../post.js';
import type { Bank } from './start-bank.js';
import type { Customer } from './bank.js';
import { Lines } from './lines.js';

export interface Bustle {
  /** Operations that wait for an approval at any time. */
  readonly waiting: number;
  readonly subscriptions: number;
  readonly queriesPerSecond: number;
  readonly paymentsPerSecond: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

const mutation = `mutation Pay($input: CreateTransferInput!) {
  createTransfer(input: $input) { __typename ... on ScaPending { scaId } ... on Problem { code } } }`;
const query = '{ ledgers(first: 5) { nodes { id friendlyName status currency } } }';
/** Payments that are begun side by side before anything is measured. */
const sideBySide = 16;

interface Waiting {
  readonly scaId: string;
  readonly customer: number;
}

/**
 * Customers who ask and pay, and wait for their approvals on sockets. As many payments wait at any time: the one that has
 * waited longest is approved, and when its event has come, its customer pays again.
 */
export class Crowd {
  /** Milliseconds from each approval to its first event. */
  readonly waits: number[] = [];
  readonly queryTimes: number[] = [];
  payments = 0;
  private readonly waiting: Waiting[] = [];
  private readonly approved = new Map<string, { readonly at: number; readonly customer: number }>();
  private readonly lines: readonly Lines[];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly deeds = new Set<Promise<unknown>>();
  private failure: Error | undefined;

  /** @param servers customers ask one instance, and hear of their payments from the next */
  constructor(
    private readonly bank: Bank,
    private readonly servers: readonly Contestant[],
    private readonly bustle: Bustle,
  ) {
    this.lines = bank.customers.map(
      ({ token }, index) => new Lines(this.urlOf(index + 1), token, (scaId) => this.event(scaId)),
    );
  }

  async open(): Promise<void> {
    const customers = Math.min(this.bank.customers.length, this.bustle.waiting);
    let next = 0;
    const begin = async () => {
      while (next < this.bustle.waiting) await this.pay(next++ % customers);
    };
    await Promise.all(Array.from({ length: sideBySide }, begin));
  }

  /** Rejects where anything fails. What was measured before does not count any more. */
  async run(seconds: number): Promise<void> {
    const { queriesPerSecond, paymentsPerSecond } = this.bustle;
    for (const times of [this.waits, this.queryTimes]) times.length = 0;
    const begin = performance.now();
    let [queries, approvals] = [0, 0];
    for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - begin) / 1_000) {
      for (; queries < elapsed * queriesPerSecond; queries += 1) this.does(this.query(queries));
      for (; approvals < elapsed * paymentsPerSecond; approvals += 1) this.does(this.approve());
      await pause(5);
      if (this.failure !== undefined) throw this.failure;
    }
    for (let tries = 0; this.approved.size > 0 && tries < 300; tries += 1) await pause(100);
    await Promise.all(this.deeds);
  }

  close(): void {
    this.lines.forEach((lines) => lines.close());
    this.agent.destroy();
  }

  private does(deed: Promise<unknown>): void {
    const done = deed.catch((error: Error) => (this.failure ??= error)).finally(() => this.deeds.delete(done));
    this.deeds.add(done);
  }

  private urlOf(number: number): string {
    return this.servers[number % this.servers.length]?.url ?? '';
  }

  private customer(index: number): Customer {
    const customer = this.bank.customers[index % this.bank.customers.length];
    if (customer === undefined) throw new Error('There are no customers.');
    return customer;
  }

  private async query(number: number): Promise<void> {
    const begin = performance.now();
    const body = JSON.stringify({ query });
    const answer = await send(this.urlOf(number), this.agent, body, this.customer(number * 7).token);
    if (!answer.startsWith('{"data":{')) throw new Error(`A query failed: ${answer}`);
    this.queryTimes.push(performance.now() - begin);
  }

  private async pay(index: number): Promise<void> {
    const { token, ledgerId, beneficiaryId } = this.customer(index);
    this.payments += 1;
    const amount = (this.payments / 100).toFixed(2);
    const input = { ledgerFromId: ledgerId, beneficiaryId, amount, idempotencyKey: `payment ${this.payments}` };
    const body = JSON.stringify({ query: mutation, variables: { input } });
    const answer = await send(this.urlOf(index), this.agent, body, token);
    const { scaId } = (JSON.parse(answer) as Paid).data.createTransfer;
    if (scaId === undefined) throw new Error(`A payment failed: ${answer}`);
    const { subscriptions, waiting } = this.bustle;
    const times =
      Math.floor(((this.payments + 1) * subscriptions) / waiting) -
      Math.floor((this.payments * subscriptions) / waiting);
    await this.lines[index]?.subscribe(scaId, times);
    this.waiting.push({ scaId, customer: index });
  }

  private async approve(): Promise<void> {
    const next = this.waiting.shift();
    if (next === undefined) throw new Error('No payment waits for an approval.');
    this.approved.set(next.scaId, { at: performance.now(), customer: next.customer });
    await this.bank.approve(next.scaId);
  }

  private event(scaId: string): void {
    const approval = this.approved.get(scaId);
    if (approval === undefined) return;
    this.approved.delete(scaId);
    this.waits.push(performance.now() - approval.at);
    this.does(this.pay(approval.customer));
  }
}

interface Paid {
  readonly data: { readonly createTransfer: { readonly scaId?: string } };
}

/** Resident memory and the like of several processes: the most of one. */
export async function most(
  servers: readonly Contestant[],
  look: (server: Contestant) => Promise<number>,
): Promise<number> {
  return Math.max(...(await Promise.all(servers.map(look))));
}
