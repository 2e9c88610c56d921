import { randomUUID } from 'node:crypto';
import { LinkcyClient, type Caller } from '../linkcy/client.js';
import { LinkcyError } from '../linkcy/error.js';
import { ScaHeader } from '../linkcy/endpoints/sca.js';
import type { Transport } from '../linkcy/http/transport.js';
import type { Clock } from './clock.js';
import { isFinal, settled, type Operation, type Outcome } from './operation.js';
import { payloadOf } from '../graph/sca/payload.type.js';
import { doubtMilliseconds, stepAfter, type ReplayAnswer, type Step } from './replay-step.js';
import { dataOf } from './result.js';
import { isSecretReference, type SecretPayload } from '../graph/sca/secret.type.js';
import type { ScaStore } from './store/store.js';
import type { Transfers } from './transfers.js';

/** What asking led to. */
export interface Asked {
  /** The operation as it stands now; undefined when it is not kept (any more). */
  readonly operation: Operation | undefined;
  /** Why it is still pending. held: another process is asking just now. */
  readonly pendingBecause?: Extract<Step, { to: 'wait' }>['reason'] | 'held';
  /** The answer, where it is a secret: for this one asker, who must hand it on or lose it. */
  readonly secret?: SecretPayload;
}

/** state: how far it is. answer: also the secret that it may end with, to be handed to the user at once. */
export type Wish = 'state' | 'answer';

/** Of a claim, in milliseconds. It is renewed while the replay is under way, so that only a dead process lets it run out. */
const leaseMilliseconds = 10_000;

interface Flight {
  readonly authorization: string | undefined;
  readonly wish: Wish;
  readonly asked: Promise<Asked>;
}

/**
 * The one gate to LinkCy for pending operations. LinkCy can only be asked about an approval by sending the operation
 * again with its scaId, and that carries it out: so whoever wants to know comes through here, at most one replay of an
 * operation is under way in the whole deployment, and those who come meanwhile share its answer.
 */
export class Replays {
  private readonly flights = new Map<string, Flight>();
  /** Outcomes for good that the store has not taken yet: LinkCy would not tell them a second time. */
  private readonly unsettled = new Map<string, Outcome>();
  /** How many replays were sent. */
  sent = 0;

  constructor(
    private readonly transport: Transport,
    private readonly store: ScaStore,
    private readonly transfers: Transfers,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks LinkCy with the token of the operation's owner, and settles the operation where the answer ends it. Without a
   * caller nothing is sent, and the operation only ends when its time is over. Where the answer is a secret, nothing is
   * sent for those who only want the state: it would be used up, and nobody told. Throws StoreUnavailable.
   */
  async ask(scaId: string, caller: Caller | undefined, wish: Wish = 'state'): Promise<Asked> {
    const id = scaId.toLowerCase();
    const authorization = caller?.authorization;
    for (;;) {
      const flight = this.flights.get(id);
      if (flight === undefined) break;
      const { secret: _others, ...asked } = await flight.asked;
      const needsToken = asked.pendingBecause === 'token' || asked.pendingBecause === 'no token';
      // A flight with another token, which LinkCy no longer takes, says nothing about ours; nor does one without.
      const sameQuestion = flight.authorization === authorization && flight.wish === wish;
      if (!needsToken || authorization === undefined || sameQuestion) return asked;
    }
    const asked = this.fly(id, caller, wish).finally(() => this.flights.delete(id));
    this.flights.set(id, { authorization, wish, asked });
    return asked;
  }

  /** Resolves when no replay is under way. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.flights.values()].map(({ asked }) => asked));
  }

  private async fly(id: string, caller: Caller | undefined, wish: Wish): Promise<Asked> {
    const outcome = this.unsettled.get(id);
    if (outcome !== undefined) return this.settleForGood(id, outcome);
    const claimant = randomUUID();
    const claimedAt = this.clock.now();
    const claimed = await this.store.claim(id, claimant, leaseMilliseconds);
    if (claimed === 'held') return { operation: await this.store.read(id), pendingBecause: 'held' };
    if (claimed === undefined || isFinal(claimed)) return { operation: claimed };
    const stopRenewing = this.renew(id, claimant);
    try {
      const asker = wish === 'state' && isSecretReference(claimed.payload) ? undefined : caller;
      const step = await this.stepOf(claimed, asker);
      if (step.to === 'settle' && step.secret !== undefined) return await this.tell(id, claimed, step);
      if (step.to === 'settle') return await this.settle(id, step.outcome, claimant);
      const inDoubtSince = step.inDoubt ? (claimed.inDoubtSince ?? claimedAt) : undefined;
      await this.store.release(id, claimant, inDoubtSince);
      return { operation: { ...claimed, inDoubtSince }, pendingBecause: step.reason };
    } finally {
      stopRenewing();
    }
  }

  private async stepOf(operation: Operation, caller: Caller | undefined): Promise<Exclude<Step, { to: 'reconcile' }>> {
    const { write } = operation;
    if (write === undefined) throw new Error('A pending operation has lost its request.');
    const askedAt = this.clock.now();
    const answer = await this.replay(operation.scaId, write, caller);
    const step = stepAfter(operation, write, answer, askedAt, this.clock.now());
    return step.to === 'reconcile' ? this.reconcile(operation, step.otherwise, caller) : step;
  }

  private async replay(scaId: string, write: NonNullable<Operation['write']>, caller?: Caller): Promise<ReplayAnswer> {
    if (caller === undefined) return undefined;
    const { authorization, requestId } = caller;
    const client = new LinkcyClient(this.transport, { authorization, requestId });
    this.sent += 1;
    try {
      return await client.write({ ...write, headers: { ...write.headers, [ScaHeader.id]: scaId } });
    } catch (error) {
      if (error instanceof LinkcyError) return error;
      throw error;
    }
  }

  private async reconcile(
    { transfer: trace, attempt, inDoubtSince, createdAt, endsAt }: Operation,
    otherwise: Outcome,
    caller: Caller | undefined,
  ): Promise<Exclude<Step, { to: 'reconcile' }>> {
    if (trace === undefined || caller === undefined) return { to: 'settle', outcome: otherwise };
    const window = { from: inDoubtSince ?? createdAt, to: this.clock.now() };
    const search = await this.transfers.search({ trace, attempt }, window, caller);
    if (typeof search === 'object') {
      const result = dataOf(payloadOf('Transaction', search.transactionId));
      return { to: 'settle', outcome: { status: 'COMPLETED', result } };
    }
    const tryAgain = search !== 'not found' && this.clock.now() < endsAt + doubtMilliseconds;
    if (!tryAgain) return { to: 'settle', outcome: otherwise };
    return { to: 'wait', inDoubt: true, reason: search };
  }

  /** LinkCy tells a secret once: whoever asked gets it, also where the store cannot take down that they did. */
  private async tell(id: string, claimed: Operation, { outcome, secret }: Extract<Step, { to: 'settle' }>) {
    await this.settleForGood(id, outcome).catch(() => undefined);
    return { operation: settled(claimed, outcome), secret };
  }

  /** What is no transaction and no word of the user's may be overtaken: by another process, if this one has slept too long. */
  private async settle(id: string, outcome: Outcome, claimant: string): Promise<Asked> {
    if (outcome.status === 'COMPLETED' || outcome.status === 'DECLINED') return this.settleForGood(id, outcome);
    return this.settled(await this.store.settle(id, outcome, claimant));
  }

  private async settleForGood(id: string, outcome: Outcome): Promise<Asked> {
    this.unsettled.set(id, outcome);
    const operation = await this.store.settle(id, outcome);
    this.unsettled.delete(id);
    return this.settled(operation);
  }

  private async settled(operation: Operation | undefined): Promise<Asked> {
    if (operation !== undefined && !isFinal(operation)) return { operation, pendingBecause: 'held' };
    // Without the note the transfer counts as unresolved, and another one of the same look as unknown: safe.
    if (operation !== undefined) await this.note(operation).catch(() => undefined);
    return { operation };
  }

  private async note({ transfer: trace, attempt, status, result }: Operation): Promise<void> {
    if (trace === undefined) return;
    if (result?.kind === 'payload') await this.transfers.found({ trace, attempt }, result.uuid);
    else if (status === 'UNKNOWN') await this.transfers.expect({ trace, attempt }, this.clock.now());
    else await this.transfers.cancel({ trace, attempt });
  }

  private renew(id: string, claimant: string): () => void {
    let stop = () => {};
    const again = () => {
      // A claim that cannot be renewed runs out; LinkCy's own fence still holds.
      this.store.renew(id, claimant, leaseMilliseconds).catch(() => undefined);
      stop = this.clock.after(leaseMilliseconds / 3, again);
    };
    stop = this.clock.after(leaseMilliseconds / 3, again);
    return () => stop();
  }
}
