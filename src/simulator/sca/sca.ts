import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Transitions } from '../transactions/transitions.js';
import type { Generation } from './generation.js';
import type { Execution, Interaction, SealedInteraction } from './interaction.js';
import { defaultScaSettings, type ScaSettings } from './settings.js';
import { Signatures, type RequestToSign } from './signatures.js';

type NewInteraction = Omit<
  SealedInteraction,
  'scaId' | 'status' | 'createdAt' | 'expiresAt' | 'decidedAt' | 'execution'
>;
type Decision = 'APPROVED' | 'DECLINED';
/** Carries an approved operation out, or tells what it was refused for. */
type CarryOut = (scaId: string) => Execution;

interface Waiter {
  readonly endUserId: string | undefined;
  readonly resolve: (interaction: Interaction) => void;
}

export interface ScaParts {
  readonly clock: Clock;
  readonly transitions: Transitions;
  readonly generation: Generation;
  /** The device of whoever a request concerns. Throws where the request does not say whom. */
  readonly deviceFor: (request: RequestToSign) => string;
}

/** Beyond this number the oldest interactions are forgotten. */
const keptInteractions = 50_000;

/** Strong customer authentication: the approvals that are waited for, and the hand that gives them. */
export class Sca {
  readonly signatures: Signatures;
  private chosen: ScaSettings;
  private readonly interactions = new Map<string, SealedInteraction>();
  /** Those that are PENDING, or were when somebody last looked. */
  private readonly undecided = new Set<string>();
  /** What the approval itself carries out, by scaId. */
  private readonly carriedOutByApproval = new Map<string, CarryOut>();
  private readonly handedOut = new Set<string>();
  private waiters: Waiter[] = [];

  constructor(private readonly parts: ScaParts) {
    this.chosen = { ...defaultScaSettings, generation: parts.generation };
    this.signatures = new Signatures(parts.clock);
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

  /** What waits for a decision, oldest first; of one end-user or of all. */
  pending(endUserId?: string): readonly SealedInteraction[] {
    return this.found(this.undecided, endUserId).filter((one) => one.status === 'PENDING');
  }

  /** Every interaction with what came of it, oldest first; also those whose 202 never arrived. */
  all(endUserId?: string): readonly SealedInteraction[] {
    return this.found(this.interactions.keys(), endUserId);
  }

  get(scaId: string): SealedInteraction | undefined {
    const found = this.interactions.get(scaId.toLowerCase());
    if (found?.status !== 'PENDING' || found.expiresAt > this.parts.clock.now()) return found;
    return this.conclude(found, { status: 'EXPIRED' });
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
   * The user taps "Approve". In 1.114 that carries the operation out, or it is refused: the answer says which, and
   * nobody else is told. Throws where there is nothing to decide.
   */
  approve(scaId: string): SealedInteraction {
    const carryOut = this.carriedOutByApproval.get(scaId.toLowerCase());
    const approved = this.decide(scaId, 'APPROVED');
    if (carryOut === undefined) return approved;
    const { clock, transitions } = this.parts;
    const finish = () => this.finish(approved, carryOut(approved.scaId));
    if (this.chosen.executionSeconds === 0) return finish();
    transitions.at(clock.now() + this.chosen.executionSeconds * 1000, finish);
    return approved;
  }

  /** The user taps "Decline". Throws where there is nothing to decide. */
  decline(scaId: string): SealedInteraction {
    return this.decide(scaId, 'DECLINED');
  }

  /** The user's time is over, early. Throws where there is nothing to decide. */
  expire(scaId: string): SealedInteraction {
    return this.conclude(this.waiting(scaId), { status: 'EXPIRED', expiresAt: this.parts.clock.now() });
  }

  /**
   * What a device of the user puts in `Linkcy-SCA-Signature` for this request. Without `deviceId` it is the first
   * device of whoever the request concerns; throws where that cannot be told.
   */
  sign({ deviceId, ...request }: RequestToSign & { readonly deviceId?: string }): string {
    return this.signatures.sign(request, deviceId ?? this.parts.deviceFor(request));
  }

  /** Starts to wait for an approval. `carryOut` is what the approval itself does; without, it is asked for later. */
  open(fields: NewInteraction, carryOut?: CarryOut): SealedInteraction {
    const createdAt = this.parts.clock.now();
    const expiresAt = createdAt + Math.round(this.chosen.ttlSeconds * 1000);
    const opened: SealedInteraction = { ...fields, scaId: randomUUID(), status: 'PENDING', createdAt, expiresAt };
    this.interactions.set(opened.scaId, opened);
    this.undecided.add(opened.scaId);
    if (carryOut !== undefined) this.carriedOutByApproval.set(opened.scaId, carryOut);
    this.forget();
    this.announce(opened);
    return opened;
  }

  /** The approval has been used. */
  consume({ scaId }: Interaction, execution: Execution): void {
    const found = this.get(scaId);
    if (found?.status !== 'APPROVED') throw new Error('only an approved interaction can be consumed');
    this.finish(found, execution);
  }

  private decide(scaId: string, status: Decision): SealedInteraction {
    return this.conclude(this.waiting(scaId), { status, decidedAt: this.parts.clock.now() });
  }

  private waiting(scaId: string): SealedInteraction {
    const found = this.get(scaId);
    if (found === undefined) throw new RangeError(`there is no interaction ${scaId}`);
    if (found.status !== 'PENDING') throw new Error(`the interaction is ${found.status} already`);
    return found;
  }

  private conclude(interaction: SealedInteraction, change: Partial<SealedInteraction>): SealedInteraction {
    this.undecided.delete(interaction.scaId);
    this.carriedOutByApproval.delete(interaction.scaId);
    return this.change(interaction, change);
  }

  private finish(interaction: SealedInteraction, execution: Execution): SealedInteraction {
    return this.change(interaction, { status: execution.status < 300 ? 'CONSUMED' : 'REFUSED', execution });
  }

  private change(interaction: SealedInteraction, change: Partial<SealedInteraction>): SealedInteraction {
    const changed = { ...interaction, ...change };
    if (this.interactions.has(changed.scaId)) this.interactions.set(changed.scaId, changed);
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

  /** Keeps what waits, and what is remembered, small. Most have the same time, so the oldest expire first. */
  private forget(): void {
    for (const scaId of this.undecided) if (this.get(scaId)?.status === 'PENDING') break;
    const [oldest] = this.interactions.keys();
    if (this.interactions.size <= keptInteractions || oldest === undefined) return;
    this.interactions.delete(oldest);
    this.undecided.delete(oldest);
    this.carriedOutByApproval.delete(oldest);
    this.handedOut.delete(oldest);
  }
}
