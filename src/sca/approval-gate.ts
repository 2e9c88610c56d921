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

/** Result of `ask`. */
export interface AskResult {
  /** The operation as it stands; undefined if it is not in the store. */
  readonly operation: Operation | undefined;
  /** Why it is still pending. held: another process is asking right now. */
  readonly pendingBecause?: WaitReason | 'held';
  /** The secret answer, for this caller only: if it is dropped, it is lost. */
  readonly secret?: Secret;
}

/**
 * status: only the state is wanted. secret: a subscriber is waiting, so a replay may fetch a secret answer. resume: the owner
 * called resumeSca, which may also send an observed request for a secret once more.
 */
type Purpose = 'status' | 'secret' | 'resume';

/** sent: signed and sent without a known answer, so its effect is looked for. */
type Inquired = Way | 'sent';

interface InFlight {
  readonly authorization: string | undefined;
  readonly purpose: Purpose;
  readonly asked: Promise<AskResult>;
}

/**
 * The only way to ask LinkCy about pending operations. A replay executes, so it holds the operation's lease: at most one is
 * in flight in the whole deployment, and callers who come meanwhile share its result (single flight). A look executes
 * nothing; there the lease only says which process looks on its own.
 */
export class ApprovalGate {
  private readonly inFlight = new Map<string, InFlight>();
  /** Final outcomes that could not be stored yet. LinkCy will not report them again. */
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

  /** Operations with the same subject share an inquiry. */
  subjectOf(operation: Operation): string {
    return this.inquiries[this.wayOf(operation)].subjectOf(operation);
  }

  /**
   * Inquires with the owner's token and finalizes the operation if the answer ends it. Without a caller nothing is sent, and
   * only time can end it. A request for a secret is not sent for purpose 'status': the answer would be used up and lost.
   * Throws StoreUnavailable.
   */
  async ask(scaId: string, caller: Caller | undefined, purpose: Purpose = 'status'): Promise<AskResult> {
    const id = scaId.toLowerCase();
    const authorization = caller?.authorization;
    for (;;) {
      const other = this.inFlight.get(id);
      if (other === undefined) break;
      const { secret: _others, ...asked } = await other.asked;
      const needsToken = asked.pendingBecause === 'token' || asked.pendingBecause === 'no token';
      // A 401 to another token, or an inquiry without one, says nothing about ours.
      const sameQuestion = other.authorization === authorization && other.purpose === purpose;
      if (!needsToken || authorization === undefined || sameQuestion) return asked;
    }
    const asked = this.inquireOne(id, caller, purpose).finally(() => this.inFlight.delete(id));
    this.inFlight.set(id, { authorization, purpose, asked });
    return asked;
  }

  /** As `ask`, for operations with the same subject, on the watcher's initiative. */
  async askAll(ids: readonly string[], caller: Caller | undefined): Promise<ReadonlyMap<string, AskResult>> {
    const answers = new Map<string, AskResult>();
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

  /** Records a certain end, and remembers it if the store is down. Returns the operation as it stands. */
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

  private async inquireOne(id: string, caller: Caller | undefined, purpose: Purpose): Promise<AskResult> {
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

  /** While the sender is alive (holds the lease), nobody else decides how it ended. */
  private async lookForSent(id: string, caller: Caller | undefined): Promise<AskResult> {
    const held = await this.leases.hold(id);
    if (held === 'held') return { operation: await this.store.read(id), pendingBecause: 'held' };
    if (held === undefined || isFinal(held) || isPrepared(held)) return { operation: held };
    return (await this.look([held], caller)).get(id) ?? { operation: held };
  }

  /** A row created long after the approval expired is not its effect. */
  private mayLookAgain(operation: Operation): boolean {
    const isLate = operation.status === 'EXPIRED' && this.clock.now() >= operation.endsAt + reservedMilliseconds;
    return mayStillComplete(operation) && !isLate;
  }

  /** One look for all of them. */
  private async look(
    operations: readonly Operation[],
    caller: Caller | undefined,
  ): Promise<ReadonlyMap<string, AskResult>> {
    const [first] = operations;
    if (first === undefined) return new Map();
    // Same subject, hence the same way.
    const findings = await this.inquiries[this.wayOf(first)].inquire(operations, caller);
    const answers = new Map<string, AskResult>();
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
  ): Promise<AskResult> {
    // Only the effect itself replaces an end.
    if (isFinal(operation) && outcome.status !== 'COMPLETED') return { operation };
    const row = rowId === undefined ? undefined : { id: rowId, attempt: operation.attempt };
    const mayComplete = mayStillComplete({ ...operation, status: outcome.status });
    // Without a row as proof: the submit may have been undone meanwhile and sent again.
    const claimant =
      operation.signing !== undefined && !isFinal(operation) && row === undefined ? this.leases.claimant : undefined;
    const stored = await this.store.finalize(operation.scaId, outcome, { row, mayComplete, claimant });
    // Claimed by another operation meanwhile; the next look sees that.
    if (stored === 'row taken') return { operation, pendingBecause: 'busy' };
    return this.afterFinalize(stored);
  }

  private async replay(id: string, caller: Caller | undefined, purpose: Purpose): Promise<AskResult> {
    const claimant = randomUUID();
    const claimedAt = this.clock.now();
    const claimed = await this.leases.take(id, claimant);
    if (claimed === 'held') return { operation: await this.store.read(id), pendingBecause: 'held' };
    if (claimed === undefined || isFinal(claimed)) return { operation: claimed };
    const stopRenewing = keepRenewing(this.store, this.clock, id, claimant);
    try {
      const [finding] = await this.inquiries.replay.inquire([claimed], this.askerOf(claimed, caller, purpose));
      if (finding === undefined) return { operation: claimed };
      if (finding.to === 'finalize' && finding.secret !== undefined)
        return await this.handOverSecret(id, claimed, finding);
      if (finding.to === 'finalize') return await this.finalize(claimed, finding.outcome, claimant);
      if (finding.to === 'observe') return await this.goOnObserving(claimed, finding.until, claimant, caller);
      const inDoubtSince = finding.inDoubt ? (claimed.inDoubtSince ?? claimedAt) : undefined;
      await this.store.release(id, claimant, inDoubtSince);
      return this.leftPending({ ...claimed, inDoubtSince }, finding.reason);
    } finally {
      stopRenewing();
    }
  }

  /** Whose token a replay may use. A secret is requested only if somebody is there to receive it. */
  private askerOf(operation: Operation, caller: Caller | undefined, purpose: Purpose): Caller | undefined {
    if (!isSecretReference(operation.payload)) return caller;
    const mayAsk = this.wayOf(operation) === 'replay' ? purpose !== 'status' : purpose === 'resume';
    return mayAsk ? caller : undefined;
  }

  /** LinkCy took the replay for a new request. From now on nothing is sent, and both approvals are observed. */
  private async goOnObserving(
    operation: Operation,
    until: number,
    claimant: string,
    caller: Caller | undefined,
  ): Promise<AskResult> {
    const { scaId } = operation;
    await this.approvals.replayUnknown();
    if (isSecretReference(operation.payload)) {
      return this.finalize(operation, { status: 'FAILED', result: notResumable() }, claimant);
    }
    await this.store.observe(scaId, until);
    if (caller !== undefined) this.paidTwice.watch({ ...operation, observeUntil: until }, until, caller);
    return { operation: { ...operation, observeUntil: until }, pendingBecause: 'not approved' };
  }

  /** LinkCy gives a secret once: the caller gets it even if the store cannot record that. */
  private async handOverSecret(id: string, claimed: Operation, finding: Extract<Finding, { to: 'finalize' }>) {
    await this.finalizeForGood(id, finding.outcome).catch(() => undefined);
    return { operation: finalized(claimed, finding.outcome), secret: finding.secret };
  }

  /** Only COMPLETED and DECLINED are facts. Other outcomes count only while the lease is ours. */
  private async finalize(operation: Operation, outcome: Outcome, claimant: string): Promise<AskResult> {
    const id = operation.scaId.toLowerCase();
    if (outcome.status === 'COMPLETED' || outcome.status === 'DECLINED') return this.finalizeForGood(id, outcome);
    const mayComplete = mayStillComplete({ ...operation, status: outcome.status });
    return this.afterFinalize(await this.store.finalize(id, outcome, { claimant, mayComplete }));
  }

  private async finalizeForGood(id: string, outcome: Outcome, mayComplete = false): Promise<AskResult> {
    this.notPersisted.set(id, outcome);
    const operation = await this.store.finalize(id, outcome, { mayComplete });
    this.notPersisted.delete(id);
    return this.afterFinalize(operation);
  }

  private leftPending(operation: Operation, pendingBecause: AskResult['pendingBecause']): AskResult {
    if (!isFinal(operation)) this.lifecycle.stillPending(operation);
    return { operation, pendingBecause };
  }

  private async afterFinalize(operation: Operation | 'row taken' | undefined): Promise<AskResult> {
    if (operation === 'row taken' || operation === undefined) return { operation: undefined };
    if (!isFinal(operation)) return { operation, pendingBecause: 'held' };
    // If this fails, the old marker stays, and an equal row is at worst UNKNOWN.
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
