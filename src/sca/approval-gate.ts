import { randomUUID } from 'node:crypto';
import type { Caller } from '../linkcy/client.js';
import type { Clock } from './clock.js';
import type { EffectMarkers } from './effect-markers.js';
import type { Finding, Inquiry, WaitReason } from './inquiry.js';
import { keepRenewing, Leases } from './leases.js';
import type { Lifecycle } from './lifecycle.js';
import { reservedMilliseconds } from './observe/ending.js';
import type { PaidTwice } from './observe/paid-twice.js';
import {
  finalized,
  isFinal,
  isPrepared,
  mayStillComplete,
  type Operation,
  type Outcome,
  type Way,
} from './operation.js';
import { isSecretReference } from './operation-request.js';
import { problem, type Secret } from './result.js';
import { currentOperation } from './signing/current-operation.js';
import type { ScaStore } from './store/store.js';
import type { ApprovalsWay } from './way.js';

/** What asking led to. */
export interface Asked {
  /** The operation as it stands now; undefined when it is not kept (any more). */
  readonly operation: Operation | undefined;
  /** Why it is still pending. held: another process is asking just now. */
  readonly pendingBecause?: WaitReason | 'held';
  /** The answer, where it is a secret: for this one asker, who must hand it on or lose it. */
  readonly secret?: Secret;
}

/**
 * status: how far it has come. secret: also the secret that a replay may end with, to be handed to the user now. resume: the
 * owner asks for it in so many words, and is here: what is to be sent once more is sent.
 */
export type Purpose = 'status' | 'secret' | 'resume';

/** sent: it was signed and sent, and its effect is looked for. */
type Inquired = Way | 'sent';

interface InFlight {
  readonly authorization: string | undefined;
  readonly purpose: Purpose;
  readonly asked: Promise<Asked>;
}

/**
 * The one gate to LinkCy for pending operations. Replaying is executing, so that whoever wants to know comes through here:
 * a replay holds the operation's lease, at most one is in flight in the whole deployment, and those who come meanwhile share
 * its answer (single flight). Looking executes nothing: there a lease only says which process looks by itself.
 */
export class ApprovalGate {
  private readonly inFlight = new Map<string, InFlight>();
  /** Final outcomes that the store has not taken yet; LinkCy will not report them again. */
  private readonly notPersisted = new Map<string, Outcome>();
  private readonly leases: Leases;

  constructor(
    private readonly inquiries: Readonly<Record<Inquired, Inquiry>>,
    private readonly approvals: ApprovalsWay,
    private readonly paidTwice: PaidTwice,
    readonly store: ScaStore,
    private readonly markers: EffectMarkers,
    readonly lifecycle: Lifecycle,
    readonly clock: Clock,
  ) {
    this.leases = new Leases(store, clock);
  }

  wayOf({ way, observeUntil, signing }: Operation): Inquired {
    if (signing !== undefined) return 'sent';
    return observeUntil === undefined ? way : 'observe';
  }

  /** Operations with the same subject can be asked about together. */
  subjectOf(operation: Operation): string {
    return this.inquiries[this.wayOf(operation)].subjectOf(operation);
  }

  /**
   * Inquires with the token of the operation's owner, and finalizes the operation where the answer ends it. Without a
   * caller nothing is sent, and the operation only ends when its time is over. Where the answer is a secret, nothing is
   * sent for those who only want the status: it would be used up, and nobody told. Throws StoreUnavailable.
   */
  async ask(scaId: string, caller: Caller | undefined, purpose: Purpose = 'status'): Promise<Asked> {
    const id = scaId.toLowerCase();
    const authorization = caller?.authorization;
    for (;;) {
      const other = this.inFlight.get(id);
      if (other === undefined) break;
      const { secret: _others, ...asked } = await other.asked;
      const needsToken = asked.pendingBecause === 'token' || asked.pendingBecause === 'no token';
      // An inquiry with another token, which LinkCy no longer takes, says nothing about ours; nor does one without.
      const sameQuestion = other.authorization === authorization && other.purpose === purpose;
      if (!needsToken || authorization === undefined || sameQuestion) return asked;
    }
    const asked = this.inquireOne(id, caller, purpose).finally(() => this.inFlight.delete(id));
    this.inFlight.set(id, { authorization, purpose, asked });
    return asked;
  }

  /** As `ask`, for operations with the same subject, by this process's own accord. */
  async askAll(ids: readonly string[], caller: Caller | undefined): Promise<ReadonlyMap<string, Asked>> {
    const answers = new Map<string, Asked>();
    const looked: Operation[] = [];
    for (const id of ids) {
      const held = await this.leases.hold(id);
      if (held === 'held') answers.set(id, { operation: await this.store.read(id), pendingBecause: 'held' });
      else if (held === undefined || isFinal(held)) answers.set(id, { operation: held });
      else if (this.wayOf(held) === 'observe') looked.push(held);
      else answers.set(id, await this.ask(id, caller));
    }
    for (const [id, asked] of await this.look(looked, caller)) answers.set(id, asked);
    for (const [id, { operation }] of answers) if (operation === undefined || isFinal(operation)) this.leases.drop(id);
    return answers;
  }

  /** Records an end that is known for good, also where the store cannot take it at the moment. Returns what stands. */
  async conclude(operation: Operation, outcome: Outcome): Promise<Operation> {
    const mayComplete = mayStillComplete({ ...operation, status: outcome.status });
    const asked = await this.finalizeForGood(operation.scaId.toLowerCase(), outcome, mayComplete).catch(
      () => undefined,
    );
    return asked?.operation ?? finalized(operation, outcome);
  }

  /** Resolves when no inquiry is in flight. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.inFlight.values()].map(({ asked }) => asked));
  }

  private async inquireOne(id: string, caller: Caller | undefined, purpose: Purpose): Promise<Asked> {
    const outcome = this.notPersisted.get(id);
    if (outcome !== undefined) return this.finalizeForGood(id, outcome);
    const operation = await currentOperation(this, id);
    if (operation === undefined || isPrepared(operation)) return { operation };
    const way = this.wayOf(operation);
    const looks = way !== 'replay' && !isSecretReference(operation.payload);
    if (isFinal(operation) && !(looks && this.mayLookAgain(operation))) return { operation };
    if (way === 'sent' && !isFinal(operation)) return this.lookForSent(id, caller);
    if (looks) return (await this.look([operation], caller)).get(id) ?? { operation };
    return this.replay(id, caller, purpose);
  }

  /** As long as whoever sends it is alive, nobody else says how that ended. */
  private async lookForSent(id: string, caller: Caller | undefined): Promise<Asked> {
    const held = await this.leases.hold(id);
    if (held === 'held') return { operation: await this.store.read(id), pendingBecause: 'held' };
    if (held === undefined || isFinal(held) || isPrepared(held)) return { operation: held };
    return (await this.look([held], caller)).get(id) ?? { operation: held };
  }

  /** What is made long after the approval has run out is not its effect. */
  private mayLookAgain(operation: Operation): boolean {
    const isLate = operation.status === 'EXPIRED' && this.clock.now() >= operation.endsAt + reservedMilliseconds;
    return mayStillComplete(operation) && !isLate;
  }

  /** One look for all of them. */
  private async look(
    operations: readonly Operation[],
    caller: Caller | undefined,
  ): Promise<ReadonlyMap<string, Asked>> {
    const [first] = operations;
    if (first === undefined) return new Map();
    // They have the same subject, and so the same way.
    const findings = await this.inquiries[this.wayOf(first)].inquire(operations, caller);
    const answers = new Map<string, Asked>();
    for (const [index, operation] of operations.entries()) {
      const finding = findings[index];
      const id = operation.scaId.toLowerCase();
      if (finding?.to === 'finalize') answers.set(id, await this.finalizeSeen(operation, finding));
      else answers.set(id, this.leftPending(operation, finding?.to === 'wait' ? finding.reason : undefined));
    }
    return answers;
  }

  private async finalizeSeen(
    operation: Operation,
    { outcome, rowId }: Extract<Finding, { to: 'finalize' }>,
  ): Promise<Asked> {
    // An end that stands is only replaced by the effect itself.
    if (isFinal(operation) && outcome.status !== 'COMPLETED') return { operation };
    const row = rowId === undefined ? undefined : { id: rowId, attempt: operation.attempt };
    const mayComplete = mayStillComplete({ ...operation, status: outcome.status });
    // It may have been undone meanwhile, and be on its way once more.
    const claimant =
      operation.signing !== undefined && !isFinal(operation) && row === undefined ? this.leases.claimant : undefined;
    const stored = await this.store.finalize(operation.scaId, outcome, { row, mayComplete, claimant });
    // Somebody else's after all: the next look sees it as claimed.
    if (stored === 'row taken') return { operation, pendingBecause: 'not approved' };
    return this.afterFinalize(stored);
  }

  private async replay(id: string, caller: Caller | undefined, purpose: Purpose): Promise<Asked> {
    const claimant = randomUUID();
    const claimedAt = this.clock.now();
    const claimed = await this.leases.take(id, claimant);
    if (claimed === 'held') return { operation: await this.store.read(id), pendingBecause: 'held' };
    if (claimed === undefined || isFinal(claimed)) return { operation: claimed };
    const stopRenewing = keepRenewing(this.store, this.clock, id, claimant);
    try {
      const [finding] = await this.inquiries.replay.inquire([claimed], this.askerOf(claimed, caller, purpose));
      if (finding === undefined) return { operation: claimed };
      if (finding.to === 'finalize' && finding.secret !== undefined) return await this.tellSecret(id, claimed, finding);
      if (finding.to === 'finalize') return await this.finalize(claimed, finding.outcome, claimant);
      if (finding.to === 'observe') return await this.goOnObserving(claimed, finding.until, claimant, caller);
      const inDoubtSince = finding.inDoubt ? (claimed.inDoubtSince ?? claimedAt) : undefined;
      await this.store.release(id, claimant, inDoubtSince);
      return this.leftPending({ ...claimed, inDoubtSince }, finding.reason);
    } finally {
      stopRenewing();
    }
  }

  /** Whose token a replay may use: a secret is only asked for on behalf of somebody who is here to be told it. */
  private askerOf(operation: Operation, caller: Caller | undefined, purpose: Purpose): Caller | undefined {
    if (!isSecretReference(operation.payload)) return caller;
    const mayAsk = this.wayOf(operation) === 'replay' ? purpose !== 'status' : purpose === 'resume';
    return mayAsk ? caller : undefined;
  }

  /** This LinkCy takes a replay for a new operation. Nothing more is sent, and what comes of the approvals is looked for. */
  private async goOnObserving(
    operation: Operation,
    until: number,
    claimant: string,
    caller: Caller | undefined,
  ): Promise<Asked> {
    const { scaId } = operation;
    await this.approvals.replayUnknown();
    if (isSecretReference(operation.payload)) {
      return this.finalize(operation, { status: 'FAILED', result: notResumable() }, claimant);
    }
    await this.store.observe(scaId, until);
    if (caller !== undefined) this.paidTwice.watch({ ...operation, observeUntil: until }, until, caller);
    return { operation: { ...operation, observeUntil: until }, pendingBecause: 'not approved' };
  }

  /** LinkCy tells a secret once: whoever asked gets it, also where the store cannot record that they did. */
  private async tellSecret(id: string, claimed: Operation, finding: Extract<Finding, { to: 'finalize' }>) {
    await this.finalizeForGood(id, finding.outcome).catch(() => undefined);
    return { operation: finalized(claimed, finding.outcome), secret: finding.secret };
  }

  /** Only COMPLETED and DECLINED are facts; other outcomes may be superseded by another process if our lease has expired. */
  private async finalize(operation: Operation, outcome: Outcome, claimant: string): Promise<Asked> {
    const id = operation.scaId.toLowerCase();
    if (outcome.status === 'COMPLETED' || outcome.status === 'DECLINED') return this.finalizeForGood(id, outcome);
    const mayComplete = mayStillComplete({ ...operation, status: outcome.status });
    return this.afterFinalize(await this.store.finalize(id, outcome, { claimant, mayComplete }));
  }

  private async finalizeForGood(id: string, outcome: Outcome, mayComplete = false): Promise<Asked> {
    this.notPersisted.set(id, outcome);
    const operation = await this.store.finalize(id, outcome, { mayComplete });
    this.notPersisted.delete(id);
    return this.afterFinalize(operation);
  }

  private leftPending(operation: Operation, pendingBecause: Asked['pendingBecause']): Asked {
    if (!isFinal(operation)) this.lifecycle.stillPending(operation);
    return { operation, pendingBecause };
  }

  private async afterFinalize(operation: Operation | 'row taken' | undefined): Promise<Asked> {
    if (operation === 'row taken' || operation === undefined) return { operation: undefined };
    if (!isFinal(operation)) return { operation, pendingBecause: 'held' };
    // Without the marker it counts as unresolved, and another row like it as unknown: safe.
    await this.markers.finalize(operation).catch(() => undefined);
    this.lifecycle.ended(operation);
    return { operation };
  }
}

const notResumable = () =>
  problem(
    'ScaRefused',
    'SCA_NOT_RESUMABLE',
    "LinkCy took the repeated request for a new one, and has asked the user once more; the answer is lost either way. Send the mutation anew with the strategy DATA_SIGNING: then the answer comes with the user's signature.",
  );
