import { randomUUID } from 'node:crypto';
import type { Caller } from '../linkcy/client.js';
import type { Clock } from './clock.js';
import type { Finding, Inquiry, WaitReason } from './inquiry.js';
import { finalized, isFinal, type Operation, type Outcome } from './operation.js';
import { isSecretReference } from './operation-request.js';
import type { Secret } from './result.js';
import type { ScaStore } from './store/store.js';
import type { Transfers } from './transfers.js';

/** What asking led to. */
export interface Asked {
  /** The operation as it stands now; undefined when it is not kept (any more). */
  readonly operation: Operation | undefined;
  /** Why it is still pending. held: another process is asking just now. */
  readonly pendingBecause?: WaitReason | 'held';
  /** The answer, where it is a secret: for this one asker, who must hand it on or lose it. */
  readonly secret?: Secret;
}

/** status: only how far it has come. secret: also the secret that it may end with, to be handed to the user now. */
export type Purpose = 'status' | 'secret';

/** Of a lease. It is renewed while the inquiry is in flight, so that only a dead process lets it run out. */
const leaseMilliseconds = 10_000;

interface InFlight {
  readonly authorization: string | undefined;
  readonly purpose: Purpose;
  readonly asked: Promise<Asked>;
}

/**
 * The one gate to LinkCy for pending operations. To ask may be to execute, so whoever wants to know comes through here:
 * it holds the operation's lease, so that at most one inquiry about an operation is in flight in the whole deployment,
 * and those who come meanwhile share its answer (single flight).
 */
export class ApprovalGate {
  private readonly inFlight = new Map<string, InFlight>();
  /** Final outcomes that the store has not taken yet; LinkCy will not report them again. */
  private readonly notPersisted = new Map<string, Outcome>();

  constructor(
    private readonly inquiry: Inquiry,
    private readonly store: ScaStore,
    private readonly transfers: Transfers,
    private readonly clock: Clock,
  ) {}

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
    const asked = this.inquire(id, caller, purpose).finally(() => this.inFlight.delete(id));
    this.inFlight.set(id, { authorization, purpose, asked });
    return asked;
  }

  /** Resolves when no inquiry is in flight. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.inFlight.values()].map(({ asked }) => asked));
  }

  private async inquire(id: string, caller: Caller | undefined, purpose: Purpose): Promise<Asked> {
    const outcome = this.notPersisted.get(id);
    if (outcome !== undefined) return this.finalizeForGood(id, outcome);
    const claimant = randomUUID();
    const claimedAt = this.clock.now();
    const claimed = await this.store.claim(id, claimant, leaseMilliseconds);
    if (claimed === 'held') return { operation: await this.store.read(id), pendingBecause: 'held' };
    if (claimed === undefined || isFinal(claimed)) return { operation: claimed };
    const stopRenewing = this.renew(id, claimant);
    try {
      const asker = purpose === 'status' && isSecretReference(claimed.payload) ? undefined : caller;
      const finding = await this.inquiry.inquire(claimed, asker);
      if (finding.to === 'finalize' && finding.secret !== undefined) return await this.tellSecret(id, claimed, finding);
      if (finding.to === 'finalize') return await this.finalize(id, finding.outcome, claimant);
      const inDoubtSince = finding.inDoubt ? (claimed.inDoubtSince ?? claimedAt) : undefined;
      await this.store.release(id, claimant, inDoubtSince);
      return { operation: { ...claimed, inDoubtSince }, pendingBecause: finding.reason };
    } finally {
      stopRenewing();
    }
  }

  /** LinkCy tells a secret once: whoever asked gets it, also where the store cannot record that they did. */
  private async tellSecret(id: string, claimed: Operation, finding: Extract<Finding, { to: 'finalize' }>) {
    await this.finalizeForGood(id, finding.outcome).catch(() => undefined);
    return { operation: finalized(claimed, finding.outcome), secret: finding.secret };
  }

  /** Only COMPLETED and DECLINED are facts; other outcomes may be superseded by another process if our lease has expired. */
  private async finalize(id: string, outcome: Outcome, claimant: string): Promise<Asked> {
    if (outcome.status === 'COMPLETED' || outcome.status === 'DECLINED') return this.finalizeForGood(id, outcome);
    return this.afterFinalize(await this.store.finalize(id, outcome, claimant));
  }

  private async finalizeForGood(id: string, outcome: Outcome): Promise<Asked> {
    this.notPersisted.set(id, outcome);
    const operation = await this.store.finalize(id, outcome);
    this.notPersisted.delete(id);
    return this.afterFinalize(operation);
  }

  private async afterFinalize(operation: Operation | undefined): Promise<Asked> {
    if (operation !== undefined && !isFinal(operation)) return { operation, pendingBecause: 'held' };
    // Without the marker the transfer counts as unresolved, and another with its fingerprint as unknown: safe.
    if (operation !== undefined) await this.transfers.finalize(operation).catch(() => undefined);
    return { operation };
  }

  private renew(id: string, claimant: string): () => void {
    let stop = () => {};
    const again = () => {
      // A lease that cannot be renewed runs out; LinkCy's own single use still holds.
      this.store.renew(id, claimant, leaseMilliseconds).catch(() => undefined);
      stop = this.clock.after(leaseMilliseconds / 3, again);
    };
    stop = this.clock.after(leaseMilliseconds / 3, again);
    return () => stop();
  }
}
