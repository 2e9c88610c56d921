import type { SettableClock } from '../clock.js';
import type { SealedInteraction } from './interaction.js';

/** Beyond this number the oldest interactions are forgotten. */
const keptInteractions = 50_000;
/** So many decided ones, or up to twice as many, are at hand for the phone. */
const recentDecisions = 500;

/** All approvals that were ever asked for, by scaId. Each is EXPIRED as soon as somebody looks at it after its time. */
export class Interactions {
  private readonly byId = new Map<string, SealedInteraction>();
  /** Those that are PENDING, or were when somebody last looked. */
  private readonly undecided = new Set<string>();
  /** The last that were decided or have expired, in that order. */
  private readonly decided: string[] = [];

  constructor(private readonly clock: SettableClock) {}

  get(scaId: string): SealedInteraction | undefined {
    const found = this.byId.get(scaId.toLowerCase());
    if (found?.status !== 'PENDING' || found.expiresAt > this.clock.now()) return found;
    return this.conclude(found, { status: 'EXPIRED' });
  }

  /** Oldest first; of one end-user or of all. */
  all(endUserId?: string): readonly SealedInteraction[] {
    return this.found(this.byId.keys(), endUserId);
  }

  /** Oldest first; of one end-user or of all. */
  pending(endUserId?: string): readonly SealedInteraction[] {
    return this.found(this.undecided, endUserId).filter((one) => one.status === 'PENDING');
  }

  /** Pending interactions, and those last decided or expired, oldest first: enough for a phone to show. */
  recent(): readonly SealedInteraction[] {
    const waiting = this.pending();
    return [...this.found(this.decided), ...waiting].sort((a, b) => a.createdAt - b.createdAt);
  }

  add(interaction: SealedInteraction): void {
    this.byId.set(interaction.scaId, interaction);
    this.undecided.add(interaction.scaId);
    // Most have the same time to live, so that the oldest expire first.
    for (const scaId of this.undecided) if (this.get(scaId)?.status === 'PENDING') break;
    const [oldest] = this.byId.keys();
    if (this.byId.size <= keptInteractions || oldest === undefined) return;
    this.byId.delete(oldest);
    this.undecided.delete(oldest);
  }

  /** Decides or ends a pending interaction. Drops its `carryOut`. */
  conclude(interaction: SealedInteraction, change: Partial<SealedInteraction>): SealedInteraction {
    this.undecided.delete(interaction.scaId);
    this.decided.push(interaction.scaId);
    if (this.decided.length > 2 * recentDecisions) this.decided.splice(0, recentDecisions);
    return this.change(interaction, { ...change, carryOut: undefined });
  }

  change(interaction: SealedInteraction, change: Partial<SealedInteraction>): SealedInteraction {
    const changed = { ...interaction, ...change };
    if (this.byId.has(changed.scaId)) this.byId.set(changed.scaId, changed);
    return changed;
  }

  private found(scaIds: Iterable<string>, endUserId?: string): readonly SealedInteraction[] {
    return [...scaIds].flatMap((scaId) => {
      const found = this.get(scaId);
      return found === undefined || (endUserId !== undefined && found.endUserId !== endUserId) ? [] : [found];
    });
  }
}
