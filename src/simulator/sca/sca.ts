import { randomUUID } from 'node:crypto';
import type { SettableClock } from '../clock.js';
import type { Transitions } from '../transactions/transitions.js';
import type { Generation } from './generation.js';
import type { Execution, Interaction, SealedInteraction } from './interaction.js';
import { Interactions } from './interactions.js';
import { defaultScaSettings, type ScaSettings } from './settings.js';
import { Signatures, type RequestToSign } from './signatures.js';

type NewInteraction = Omit<
  SealedInteraction,
  'scaId' | 'status' | 'createdAt' | 'expiresAt' | 'decidedAt' | 'execution'
>;

interface Waiter {
  readonly endUserId: string | undefined;
  readonly resolve: (interaction: Interaction) => void;
}

interface ScaParts {
  readonly clock: SettableClock;
  readonly transitions: Transitions;
  readonly generation: Generation;
  /** The device of the user whom a request concerns. Throws if the request does not say who. */
  readonly deviceFor: (request: RequestToSign) => string;
}

/** Strong customer authentication: pending approvals, and the user's decisions on them. */
export class Sca {
  readonly signatures: Signatures;
  private chosen: ScaSettings;
  private readonly interactions: Interactions;
  private readonly handedOut = new Set<string>();
  private waiters: Waiter[] = [];

  constructor(private readonly parts: ScaParts) {
    this.chosen = { ...defaultScaSettings, generation: parts.generation };
    this.signatures = new Signatures(parts.clock);
    this.interactions = new Interactions(parts.clock);
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
    this.chosen = { ...defaultScaSettings, generation: this.parts.generation };
  }

  /** Pending interactions, oldest first; of one end-user or of all. */
  pending(endUserId?: string): readonly SealedInteraction[] {
    return this.interactions.pending(endUserId);
  }

  /** Every interaction with what came of it, oldest first; also those whose 202 never arrived. */
  all(endUserId?: string): readonly SealedInteraction[] {
    return this.interactions.all(endUserId);
  }

  /** Pending interactions, and those last decided, oldest first. */
  recent(): readonly SealedInteraction[] {
    return this.interactions.recent();
  }

  get(scaId: string): SealedInteraction | undefined {
    return this.interactions.get(scaId);
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

  /**
   * The user taps "Approve". In 1.114 that executes the operation, or it is rejected: the return value says which, and
   * no one else is told. Throws if there is nothing to decide.
   */
  approve(scaId: string): SealedInteraction {
    const { clock, transitions } = this.parts;
    const { carryOut, ...waiting } = this.waiting(scaId);
    const approved = this.interactions.conclude(waiting, { status: 'APPROVED', decidedAt: clock.now() });
    if (carryOut === undefined) return approved;
    const finish = () => this.finish(approved, carryOut(approved.scaId));
    if (this.chosen.executionSeconds === 0) return finish();
    transitions.at(clock.now() + this.chosen.executionSeconds * 1000, finish);
    return approved;
  }

  /** The user taps "Decline". Throws if there is nothing to decide. */
  decline(scaId: string): SealedInteraction {
    const decidedAt = this.parts.clock.now();
    return this.interactions.conclude(this.waiting(scaId), { status: 'DECLINED', decidedAt });
  }

  /** Ends the user's time early. Throws if there is nothing to decide. */
  expire(scaId: string): SealedInteraction {
    const expiresAt = this.parts.clock.now();
    return this.interactions.conclude(this.waiting(scaId), { status: 'EXPIRED', expiresAt });
  }

  /**
   * The `Linkcy-SCA-Signature` of one of the user's devices for this request. Without `deviceId`, the first device of
   * the user whom the request concerns; throws if that is ambiguous.
   */
  sign({ deviceId, ...request }: RequestToSign & { readonly deviceId?: string }): string {
    return this.signatures.sign(request, deviceId ?? this.parts.deviceFor(request));
  }

  /** Starts to wait for an approval. */
  open(fields: NewInteraction): SealedInteraction {
    const createdAt = this.parts.clock.now();
    const expiresAt = createdAt + Math.round(this.chosen.ttlSeconds * 1000);
    const opened: SealedInteraction = { ...fields, scaId: randomUUID(), status: 'PENDING', createdAt, expiresAt };
    this.interactions.add(opened);
    this.announce(opened);
    return opened;
  }

  /** The approval has been used. */
  consume({ scaId }: Interaction, execution: Execution): void {
    const found = this.get(scaId);
    if (found?.status !== 'APPROVED') throw new Error('only an approved interaction can be consumed');
    this.finish(found, execution);
  }

  private waiting(scaId: string): SealedInteraction {
    const found = this.get(scaId);
    if (found === undefined) throw new RangeError(`there is no interaction ${scaId}`);
    if (found.status !== 'PENDING') throw new Error(`the interaction is ${found.status} already`);
    return found;
  }

  private finish(interaction: SealedInteraction, execution: Execution): SealedInteraction {
    const status = execution.status < 300 ? 'CONSUMED' : 'REFUSED';
    return this.interactions.change(interaction, { status, execution });
  }

  private announce(opened: Interaction): void {
    const waiter = this.waiters.find(({ endUserId }) => endUserId === undefined || endUserId === opened.endUserId);
    if (waiter === undefined) return;
    this.waiters = this.waiters.filter((one) => one !== waiter);
    this.handedOut.add(opened.scaId);
    waiter.resolve(opened);
  }
}
