import type { Caller } from '../linkcy/client.js';
import type { ApprovalGate, AskResult } from './approval-gate.js';
import type { Clock } from './clock.js';
import { DueQueue } from './due-queue.js';
import { isFinal, isPrepared, type Operation } from './operation.js';
import { isSecretReference } from './operation-request.js';
import { OwnerTokens } from './owner-tokens.js';
import { Turns } from './turns.js';
import type { WatchBudget } from './watch-budget.js';
import { intervalAt, nextTime } from './watch-times.js';

export interface WatcherOptions {
  /** Most inquiries in flight at once; further ones are queued. */
  readonly concurrency: number;
  /** Most operations watched at once. Beyond that, an operation continues only when its owner asks. */
  readonly operations: number;
}

export const defaultWatcherOptions: WatcherOptions = { concurrency: 32, operations: 10_000 };

/** What one inquiry covers: one operation, or all operations of a principal that share a look. */
interface Subject {
  readonly name: string;
  readonly principal: string;
  readonly operations: Map<string, Operation>;
  state: 'waiting' | 'ready' | 'asking';
  due: number;
  /** Consecutive inquiries without an answer. */
  failures: number;
  /** When the last inquiry began, if nothing came of it: see Circumstances. */
  fruitlessAt?: number;
}

interface Owner {
  readonly tokens: OwnerTokens;
  operations: number;
}

/**
 * Watches operations from the 202 to the end, whether or not anybody subscribes: those that began in this process, and those
 * whose owners have asked here. One timer serves all. Principals take turns, so one with thousands of operations delays
 * nobody; a short budget slows all alike.
 */
export class Watcher {
  /** By the operation's id. */
  private readonly subjectOf = new Map<string, Subject>();
  private readonly subjects = new Map<string, Subject>();
  private readonly owners = new Map<string, Owner>();
  private readonly queue = new DueQueue<Subject>();
  private readonly ready = new Turns<Subject>();
  private inFlight = 0;
  private stopTimer = () => {};
  private stopped = false;

  constructor(
    private readonly gate: ApprovalGate,
    private readonly budget: WatchBudget,
    private readonly clock: Clock,
    private readonly random: () => number,
    private readonly options: WatcherOptions = defaultWatcherOptions,
  ) {}

  get size(): number {
    return this.subjectOf.size;
  }

  isWatching(scaId: string): boolean {
    return this.subjectOf.has(scaId.toLowerCase());
  }

  /** Watches an operation. @param caller its verified owner */
  watch(operation: Operation, caller: Caller): void {
    const id = operation.scaId.toLowerCase();
    if (isFinal(operation) || isPrepared(operation) || this.stopped) return;
    const known = this.subjectOf.get(id);
    if (known === undefined && this.subjectOf.size >= this.options.operations) return;
    const wasIdle = this.ownerOf(operation.principal).tokens.offer(caller);
    if (known === undefined) this.add(id, operation);
    else if (wasIdle) this.expedite(known);
    this.dispatch();
  }

  /** Stops asking. Pending operations stay pending, for another process or until their owner comes back. */
  stop(): void {
    this.stopped = true;
    this.stopTimer();
    this.subjectOf.clear();
    this.subjects.clear();
    this.owners.clear();
    this.queue.clear();
    this.ready.clear();
  }

  private ownerOf(principal: string): Owner {
    const owner = this.owners.get(principal) ?? { tokens: new OwnerTokens(), operations: 0 };
    this.owners.set(principal, owner);
    return owner;
  }

  private add(id: string, operation: Operation): void {
    const name = this.gate.subjectOf(operation);
    this.ownerOf(operation.principal).operations += 1;
    const known = this.subjects.get(name);
    if (known !== undefined) {
      known.operations.set(id, operation);
      this.subjectOf.set(id, known);
      // The others may be old and due late; this one is new.
      this.expedite(known, this.firstTime());
      return;
    }
    const operations = new Map([[id, operation]]);
    const { principal } = operation;
    const subject: Subject = { name, principal, operations, state: 'waiting', due: 0, failures: 0 };
    this.subjects.set(name, subject);
    this.subjectOf.set(id, subject);
    this.enqueue(subject, isSecretReference(operation.payload) ? this.timeAfter(subject) : this.firstTime());
  }

  private firstTime(): number {
    return this.clock.now() + (0.2 + 0.8 * this.random()) * intervalAt(0);
  }

  private enqueue(subject: Subject, due: number): void {
    subject.state = 'waiting';
    subject.due = due;
    this.queue.add(subject);
  }

  /** Brings a waiting subject forward. */
  private expedite(subject: Subject, due = this.clock.now()): void {
    if (subject.state !== 'waiting' || subject.due <= due) return;
    this.queue.remove(subject);
    this.enqueue(subject, due);
  }

  /** Starts what is due, within concurrency and budget; then sets the timer for the next. */
  private dispatch(): void {
    if (this.stopped) return;
    this.stopTimer();
    const now = this.clock.now();
    for (let next = this.queue.next; next !== undefined && next.due <= now; next = this.queue.next) {
      this.queue.take();
      next.state = 'ready';
      this.ready.add(next.principal, next);
    }
    while (this.inFlight < this.options.concurrency && !this.ready.isEmpty && this.budget.wait === 0) {
      const subject = this.ready.next();
      if (subject !== undefined) this.start(subject);
    }
    if (this.inFlight >= this.options.concurrency) return;
    const wakeAt = this.ready.isEmpty ? this.queue.next?.due : now + this.budget.wait;
    if (wakeAt === undefined) return;
    this.stopTimer = this.clock.after(Math.max(wakeAt - now, 0), () => this.dispatch());
  }

  private start(subject: Subject): void {
    subject.state = 'asking';
    this.inFlight += 1;
    void this.ask(subject).finally(() => {
      this.inFlight -= 1;
      this.dispatch();
    });
  }

  private async ask(subject: Subject): Promise<void> {
    const { tokens } = this.ownerOf(subject.principal);
    const caller = tokens.newest;
    const beganAt = this.clock.now();
    const asked = await this.gate.askAll([...subject.operations.keys()], caller).catch(() => undefined);
    if (this.stopped) return;
    const answers = [...(asked?.values() ?? [])];
    const isAny = (reason: AskResult['pendingBecause']) =>
      answers.some(({ pendingBecause }) => pendingBecause === reason);
    if (isAny('token')) tokens.refused(caller);
    else if (isAny('not approved') || isAny('busy')) tokens.accepted(caller);
    const silent = asked === undefined || isAny('no answer');
    subject.failures = silent ? subject.failures + 1 : 0;
    subject.fruitlessAt = silent || isAny('busy') ? undefined : beganAt;
    for (const [id, answer] of asked ?? []) this.keepOrDrop(subject, id, answer);
    if (subject.operations.size === 0) this.subjects.delete(subject.name);
    else this.enqueue(subject, this.timeAfter(subject));
  }

  private keepOrDrop(subject: Subject, id: string, { operation }: AskResult): void {
    const isOver = operation === undefined || isFinal(operation) || isPrepared(operation);
    if (!isOver && this.gate.subjectOf(operation) === subject.name) {
      subject.operations.set(id, operation);
      return;
    }
    subject.operations.delete(id);
    this.subjectOf.delete(id);
    const owner = this.ownerOf(subject.principal);
    owner.operations -= 1;
    if (!isOver) this.add(id, operation);
    if (owner.operations === 0) this.owners.delete(subject.principal);
  }

  private timeAfter(subject: Subject): number {
    const hasToken = this.owners.get(subject.principal)?.tokens.newest !== undefined;
    const jitter = 0.9 + 0.2 * this.random();
    const times = [...subject.operations.values()].map((operation) =>
      nextTime(operation, {
        now: this.clock.now(),
        // Without a token, or for a secret that nobody is waiting for, nothing is asked: only time ends it.
        asks: hasToken && !isSecretReference(operation.payload),
        failures: subject.failures,
        fruitlessAt: subject.fruitlessAt,
        jitter,
        way: this.gate.wayOf(operation),
      }),
    );
    return Math.min(...times);
  }
}
