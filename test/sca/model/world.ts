import { randomUUID } from 'node:crypto';
import type { Scheduler } from 'fast-check';
import { LinkcyClient } from '../../../src/linkcy/client.js';
import { LinkcyError } from '../../../src/linkcy/error.js';
import { route } from '../../../src/linkcy/route.js';
import { isFinal, type Operation, type OperationView } from '../../../src/sca/operation.js';
import type { OperationRequest } from '../../../src/sca/operation-request.js';
import type { OperationResult, SignatureRequired } from '../../../src/sca/result.js';
import { MemoryStore } from '../../../src/sca/store/memory-store.js';
import { ScaOperations } from '../../../src/sca/sca-operations.js';
import { createScaServices, type ScaServices } from '../../../src/sca/sca-services.js';
import type { ScaStore } from '../../../src/sca/store/store.js';
import { turn, VirtualClock } from '../virtual-clock.js';
import {
  changedPayee,
  ibanOf,
  ledgerOf,
  ledgers,
  LinkcyModel,
  nameOf,
  profile,
  tokenOf,
  type Signing,
  type Traits,
} from './linkcy.js';

export type Kind = 'transfer' | 'card' | 'payee' | 'change';

/** What a client asks for. */
export interface Wish {
  readonly kind: Kind;
  readonly user: string;
  readonly process: number;
  /** Two wishes with the same amount look the same. */
  readonly amount: number;
  readonly key: string | undefined;
  /** Seconds; undefined: no approval is needed. */
  readonly ttl: number | undefined;
  /** To be signed on the user's device, and sent then. */
  readonly signed?: boolean;
  /** Whether LinkCy refuses the operation itself. */
  readonly refused: boolean;
  /** A card without a name: one with the name shows all that this one asks for, and more. */
  readonly plain: boolean;
}

/** A wish that was sent, and what came back. */
export interface Sent {
  readonly wish: Wish;
  readonly body: string;
  result?: OperationResult;
  error?: unknown;
  /** The process died first. */
  cut: boolean;
}

export interface Subscription {
  readonly scaId: string;
  readonly process: Process;
  readonly events: Operation[];
  readonly since: number;
  endedAt?: number;
  readonly stream: AsyncIterableIterator<OperationView>;
  state: 'open' | 'complete' | 'left';
}

interface Process {
  state: 'runs' | 'frozen' | 'dead';
  readonly services: ScaServices;
  thaw: () => void;
}

/** Two processes over one store and one LinkCy, in time that runs when it is told to. */
export class World {
  readonly clock = new VirtualClock();
  readonly linkcy: LinkcyModel;
  readonly sent: Sent[] = [];
  readonly subscriptions: Subscription[] = [];
  /** Every final state that anybody has seen, by scaId. */
  readonly seen = new Map<string, Set<string>>();
  /** Whatever no promise of this world may do. */
  readonly violations: string[] = [];
  /** Whether anything has gone wrong on purpose: without that, nothing may be unknown. */
  disturbed = false;
  /** Whether tokens have run out: then an approval may come too late for anybody to use it. */
  tokensRanOut = false;
  /** Whether a process has died: then its operations wait for their owners. */
  orphaned = false;
  /** Whether a process was frozen: then a claim may run out while its replay is under way. */
  frozen = false;
  /** Whether another channel has done anything: then a change may be overwritten before anybody has seen it. */
  twins = false;
  /** When each operation became final. */
  readonly endedAt = new Map<string, number>();
  private readonly store = new MemoryStore(this.clock);
  private readonly processes: Process[];
  private readonly versions = new Map<string, number>();

  constructor(
    scheduler: Scheduler,
    private readonly random: () => number,
    readonly traits: Traits,
  ) {
    this.linkcy = new LinkcyModel(scheduler, this.clock, traits, () => (this.disturbed = true));
    this.processes = [this.newProcess(), this.newProcess()];
  }

  /** The scaIds that clients know of, in order. */
  get scaIds(): string[] {
    const ids = this.sent.flatMap(({ result }) => (result !== undefined && 'scaId' in result ? result.scaId : []));
    return [...new Set(ids)];
  }

  /** Those that began with a request to be signed. */
  get toSign(): SignatureRequired[] {
    const all = this.sent.flatMap(({ result }) => (result?.kind === 'signature' ? result : []));
    return [...new Map(all.map((one) => [one.scaId, one])).values()];
  }

  ownerOf(scaId: string): string | undefined {
    return this.sent.find(({ result }) => result !== undefined && 'scaId' in result && result.scaId === scaId)?.wish
      .user;
  }

  send(wish: Wish): void {
    const request = requestOf(wish);
    const sent: Sent = { wish, body: request.write.body ?? '', cut: false };
    this.sent.push(sent);
    const process = this.process(wish.process);
    this.sca(wish.user, process)
      .perform(request)
      .then((result) => (sent.result = result))
      .catch((error: unknown) => (sent.error = error));
    this.onDeath.push([process, () => (sent.cut = sent.result === undefined && sent.error === undefined)]);
  }

  /** Another channel does what a client could ask for. */
  twin(wish: Wish): void {
    this.twins = true;
    this.linkcy.twin(requestOf({ ...wish, ttl: undefined }).write);
  }

  /** A client repeats what it has sent before. */
  sendAgain(index: number): void {
    const earlier = this.sent[this.sent.length - 1 - (index % Math.max(this.sent.length, 1))];
    if (earlier !== undefined) this.send(earlier.wish);
  }

  read(scaId: string, user: string, process: number): void {
    this.look(scaId, user, this.sca(user, this.process(process)).read(scaId));
  }

  resume(scaId: string, user: string, process: number): void {
    const told = this.sca(user, this.process(process)).resume(scaId);
    this.look(
      scaId,
      user,
      told.then((one) => one?.operation),
    );
  }

  submit(toSign: SignatureRequired, how: Signing, user: string, process: number): void {
    const signature = this.linkcy.sign(toSign.scaId, toSign, how);
    const told = this.sca(user, this.process(process)).submitSignature(toSign.scaId, signature);
    this.look(
      toSign.scaId,
      user,
      told.then((one) => one?.operation),
    );
  }

  subscribe(scaId: string, user: string, number: number): void {
    const process = this.process(number);
    const stranger = this.ownerOf(scaId) !== user;
    this.sca(user, process)
      .completion(scaId)
      .then(async (stream) => {
        if (stranger) this.violations.push('a stranger could subscribe');
        const since = this.clock.now();
        const subscription: Subscription = { scaId, process, events: [], since, stream, state: 'open' };
        this.subscriptions.push(subscription);
        for await (const { operation: event } of stream) {
          subscription.events.push(event);
          subscription.endedAt = this.clock.now();
          this.note(event);
        }
        if (subscription.state === 'open') subscription.state = 'complete';
      })
      .catch((error: unknown) => this.expectNotFound(stranger, error));
  }

  unsubscribe(index: number): void {
    const subscription = this.subscriptions[index % Math.max(this.subscriptions.length, 1)];
    if (subscription?.state !== 'open') return;
    subscription.state = 'left';
    void subscription.stream.return?.();
  }

  /** SIGKILL: what the process was about to do is not done; another one takes its place. */
  kill(number: number): void {
    const process = this.process(number);
    process.state = 'dead';
    this.disturbed = true;
    this.orphaned = true;
    this.linkcy.forgetUnderWay();
    for (const [dead, cut] of this.onDeath) if (dead === process) cut();
    this.processes[number] = this.newProcess();
  }

  /** SIGSTOP and SIGCONT: in between nothing that the process waits for reaches it. */
  freezeOrThaw(number: number): void {
    const process = this.process(number);
    this.disturbed = true;
    this.frozen = true;
    if (process.state === 'frozen') process.thaw();
    else process.state = 'frozen';
  }

  thawAll(): void {
    for (const process of this.processes) if (process.state === 'frozen') process.thaw();
  }

  expireTokens(user: string): void {
    this.tokensRanOut = true;
    const version = (this.versions.get(user) ?? 0) + 1;
    this.versions.set(user, version);
    this.linkcy.validFrom.set(user, version);
  }

  isAlive(process: Process): boolean {
    return process.state !== 'dead';
  }

  async pass(milliseconds: number, settle: () => Promise<void> = turn): Promise<void> {
    await this.clock.runUntil(this.clock.now() + milliseconds, settle);
  }

  /** The operation as the store has it in the end. */
  async kept(scaId: string): Promise<Operation | undefined> {
    const operation = await this.store.read(scaId);
    if (operation !== undefined) this.note(operation);
    return operation;
  }

  /** Whether every operation has ended, or is as said, and nobody waits for an answer. */
  async isAtRest(orIs: (operation: Operation) => boolean = () => false): Promise<boolean> {
    const operations = await Promise.all(this.scaIds.map((scaId) => this.store.read(scaId)));
    const isAnswered = this.sent.every(({ result, error, cut }) => cut || result !== undefined || error !== undefined);
    return isAnswered && operations.every((one) => one === undefined || isFinal(one) || orIs(one));
  }

  async close(): Promise<void> {
    for (const { services } of this.processes) services.watcher.stop();
    await this.store.close();
  }

  private readonly onDeath: (readonly [Process, () => void])[] = [];

  private look(scaId: string, user: string, asked: Promise<Operation | undefined>): void {
    const stranger = this.ownerOf(scaId) !== user;
    asked.then(
      (operation) => {
        if (stranger !== (operation === undefined))
          this.violations.push(`a look by ${stranger ? 'a stranger' : 'the owner'}`);
        if (operation !== undefined) this.note(operation);
      },
      (error: unknown) => {
        // A token may run out between two requests.
        if (!isUnauthenticated(error) && !this.isExcused(error))
          this.violations.push(`a look failed: ${String(error)}`);
      },
    );
  }

  private note(operation: Operation): void {
    if (!isFinal(operation)) return;
    const states = this.seen.get(operation.scaId) ?? new Set();
    this.seen.set(operation.scaId, states.add(JSON.stringify([operation.status, operation.result])));
  }

  private expectNotFound(stranger: boolean, error: unknown): void {
    if (isUnauthenticated(error) || this.isExcused(error) || (stranger && String(error).includes('no such operation')))
      return;
    this.violations.push(`a subscription failed: ${String(error)}`);
  }

  /** Where looks are disturbed, the token cannot be proven. */
  private isExcused(error: unknown): boolean {
    return this.disturbed && error instanceof LinkcyError;
  }

  private process(number: number): Process {
    const process = this.processes[number];
    if (process === undefined) throw new RangeError('there are two processes');
    return process;
  }

  private sca(user: string, { services }: Process): ScaOperations {
    const caller = { authorization: tokenOf(user, this.versions.get(user) ?? 0), requestId: randomUUID() };
    return new ScaOperations(services, caller, new LinkcyClient(services.transport, caller));
  }

  private newProcess(): Process {
    let woken: (() => void)[] = [];
    const awake = async () => {
      if (process.state === 'frozen') await new Promise<void>((resolve) => woken.push(resolve));
      if (process.state === 'dead') await new Promise(() => undefined);
    };
    const transport = this.linkcy.transport(awake);
    const store = seenBy(this.store, awake, (operation) => this.noteEnd(operation));
    const options = { transport, sandbox: false, random: this.random, store };
    const process: Process = {
      state: 'runs',
      services: createScaServices(options),
      thaw() {
        process.state = 'runs';
        for (const wake of woken) wake();
        woken = [];
      },
    };
    return process;
  }

  private noteEnd(operation: Operation): void {
    if (!this.endedAt.has(operation.scaId)) this.endedAt.set(operation.scaId, this.clock.now());
  }
}

/** A store as a process sees it that may be frozen or dead: then nothing is done, and no answer comes back. */
function seenBy(store: ScaStore, awake: () => Promise<void>, onSettled: (operation: Operation) => void): ScaStore {
  return new Proxy(store, {
    get(_target, name) {
      const method: unknown = Reflect.get(store, name);
      if (typeof method !== 'function') return method;
      return async (...parameters: unknown[]) => {
        await awake();
        const result: unknown = await method.apply(store, parameters);
        if (name === 'finalize' && result !== undefined) onSettled(result as Operation);
        await awake();
        return result;
      };
    },
  });
}

function isUnauthenticated(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 401;
}

const creation = { method: 'POST', success: { kind: 'created' } } as const;

export function requestOf({ kind, user, amount, key, ttl, signed, refused, plain }: Wish): OperationRequest {
  const body = JSON.stringify({ user, amount, ttl, refused: refused || undefined, plain: plain || undefined });
  const strategy = signed === true ? 'DATA_SIGNING' : 'PUSH_NOTIFICATION';
  const request = { mutation: kind, input: { idempotencyKey: key }, sca: { strategy } as const };
  const ledgerId = ledgerOf({ user, amount });
  switch (kind) {
    case 'transfer':
      return {
        ...request,
        write: { ...creation, route: route`/api/partner/transactions/inter-ledger`, body },
        payload: { type: 'Transaction', id: 'created' },
        effect: { kind: 'transaction', ledgerId, amount, receiver: { ledgerId: ledgers.to } },
      };
    case 'card':
      return {
        ...request,
        write: { ...creation, route: route`/api/partner/cards`, body },
        payload: { type: 'Card', id: 'created' },
        effect: { kind: 'card', ledgerId, profileId: profile, friendlyName: plain ? undefined : nameOf({ amount }) },
      };
    case 'payee':
      return {
        ...request,
        write: { ...creation, route: route`/api/partner/beneficiaries`, body },
        payload: { type: 'Beneficiary', id: 'created' },
        effect: { kind: 'beneficiary', name: `Rosa Blum ${amount}`, account: { iban: ibanOf({ user, amount }) } },
      };
    case 'change':
      return {
        ...request,
        write: {
          method: 'PATCH',
          route: route`/api/partner/beneficiaries/${changedPayee}`,
          success: { kind: 'changed', id: changedPayee },
          body,
        },
        payload: { type: 'Beneficiary', id: changedPayee },
        effect: {
          kind: 'fields',
          object: 'Beneficiary',
          id: changedPayee,
          asked: { friendlyName: nameOf({ amount }) },
        },
      };
  }
}
