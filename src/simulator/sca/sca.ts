import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Interaction, SealedInteraction } from './interaction.js';
import { defaultScaSettings, type ScaSettings } from './settings.js';
import { Signatures } from './signatures.js';

type NewInteraction = Omit<SealedInteraction, 'scaId' | 'status' | 'createdAt' | 'expiresAt' | 'decidedAt'>;
type Decision = 'APPROVED' | 'DECLINED';

interface Waiter {
  readonly endUserId: string | undefined;
  readonly resolve: (interaction: Interaction) => void;
}

/** Beyond this number the oldest interactions are forgotten. */
const keptInteractions = 50_000;

/** Strong customer authentication: the approvals that are waited for, and the hand that gives them. */
export class Sca {
  readonly signatures: Signatures;
  private chosen: ScaSettings = defaultScaSettings;
  private readonly interactions = new Map<string, SealedInteraction>();
  /** Those that are PENDING, or were when somebody last looked. */
  private readonly undecided = new Set<string>();
  private readonly handedOut = new Set<string>();
  private waiters: Waiter[] = [];

  constructor(private readonly clock: Clock) {
    this.signatures = new Signatures(clock);
  }

  get settings(): ScaSettings {
    return this.chosen;
  }

  /** Changes some settings for the requests that come from now on. */
  configure(settings: Partial<ScaSettings>): void {
    this.chosen = { ...this.chosen, ...settings };
  }

  /** Back to the default settings; interactions stay. */
  reset(): void {
    this.chosen = defaultScaSettings;
  }

  /** What waits for a decision, oldest first; of one end-user or of all. */
  pending(endUserId?: string): readonly SealedInteraction[] {
    return this.found(this.undecided, endUserId).filter((one) => one.status === 'PENDING');
  }

  /** Every interaction, oldest first. */
  all(endUserId?: string): readonly SealedInteraction[] {
    return this.found(this.interactions.keys(), endUserId);
  }

  get(scaId: string): SealedInteraction | undefined {
    const found = this.interactions.get(scaId.toLowerCase());
    if (found?.status !== 'PENDING' || found.expiresAt > this.clock.now()) return found;
    return this.change(found, { status: 'EXPIRED' });
  }

  /** The next interaction that comes up, or the oldest pending one. Each one is handed out once. */
  next(endUserId?: string): Promise<Interaction> {
    const waiting = this.pending(endUserId).find((one) => !this.handedOut.has(one.scaId));
    if (waiting !== undefined) {
      this.handedOut.add(waiting.scaId);
      return Promise.resolve(waiting);
    }
    return new Promise((resolve) => this.waiters.push({ endUserId, resolve }));
  }

  /** The user taps "Approve". Throws where there is nothing to decide. */
  approve(scaId: string): SealedInteraction {
    return this.decide(scaId, 'APPROVED');
  }

  /** The user taps "Decline". Throws where there is nothing to decide. */
  decline(scaId: string): SealedInteraction {
    return this.decide(scaId, 'DECLINED');
  }

  /** Starts to wait for an approval. */
  open(fields: NewInteraction): SealedInteraction {
    const createdAt = this.clock.now();
    const expiresAt = createdAt + Math.round(this.chosen.ttlSeconds * 1000);
    const opened: SealedInteraction = { ...fields, scaId: randomUUID(), status: 'PENDING', createdAt, expiresAt };
    this.interactions.set(opened.scaId, opened);
    this.undecided.add(opened.scaId);
    this.forgetOldest();
    this.announce(opened);
    return opened;
  }

  /** The approval has been used. */
  consume(interaction: Interaction): void {
    const found = this.get(interaction.scaId);
    if (found?.status !== 'APPROVED') throw new Error('only an approved interaction can be consumed');
    this.change(found, { status: 'CONSUMED' });
  }

  private decide(scaId: string, status: Decision): SealedInteraction {
    const found = this.get(scaId);
    if (found === undefined) throw new RangeError(`there is no interaction ${scaId}`);
    if (found.status !== 'PENDING') throw new Error(`the interaction is ${found.status} already`);
    return this.change(found, { status, decidedAt: this.clock.now() });
  }

  private change(interaction: SealedInteraction, change: Partial<SealedInteraction>): SealedInteraction {
    const changed = { ...interaction, ...change };
    this.interactions.set(changed.scaId, changed);
    this.undecided.delete(changed.scaId);
    return changed;
  }

  private found(scaIds: Iterable<string>, endUserId: string | undefined): readonly SealedInteraction[] {
    return [...scaIds].flatMap((scaId) => {
      const found = this.get(scaId);
      return found === undefined || (endUserId !== undefined && found.endUserId !== endUserId) ? [] : [found];
    });
  }

  private announce(opened: Interaction): void {
    const waiter = this.waiters.find(({ endUserId }) => endUserId === undefined || endUserId === opened.endUserId);
    if (waiter === undefined) return;
    this.waiters = this.waiters.filter((one) => one !== waiter);
    this.handedOut.add(opened.scaId);
    waiter.resolve(opened);
  }

  private forgetOldest(): void {
    const [oldest] = this.interactions.keys();
    if (this.interactions.size <= keptInteractions || oldest === undefined) return;
    this.interactions.delete(oldest);
    this.undecided.delete(oldest);
    this.handedOut.delete(oldest);
  }
}
