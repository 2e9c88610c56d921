import { LinkcyClient, type Caller } from '../linkcy/client.js';
import { ScaHeader } from '../linkcy/endpoints/sca.js';
import { LinkcyError } from '../linkcy/error.js';
import type { Transport } from '../linkcy/http/transport.js';
import type { Clock } from './clock.js';
import { isCreation } from './effects/effect.js';
import type { Finding, Inquiry } from './inquiry.js';
import { approvalIdOf, type Operation, type Outcome } from './operation.js';
import { doubtMilliseconds, stepAfter, type ReplayAnswer } from './replay-step.js';
import type { LostEffects } from './lost-effect.js';

/**
 * LinkCy up to 1.78: sends the request again with its scaId, byte for byte. Once the user has approved, that carries it out,
 * once: asking is executing.
 */
export class Replay implements Inquiry {
  constructor(
    private readonly transport: Transport,
    private readonly lostEffects: LostEffects,
    private readonly clock: Clock,
  ) {}

  /** Replays are never shared: each may carry something out. */
  subjectOf({ scaId }: Operation): string {
    return scaId.toLowerCase();
  }

  inquire(operations: readonly Operation[], caller: Caller | undefined): Promise<readonly Finding[]> {
    return Promise.all(operations.map((operation) => this.replay(operation, caller)));
  }

  private async replay(operation: Operation, caller: Caller | undefined): Promise<Finding> {
    const { write } = operation;
    if (write === undefined) throw new Error('A pending operation has lost its request.');
    const askedAt = this.clock.now();
    const answer = await this.send(approvalIdOf(operation), write, caller);
    const step = stepAfter(operation, write, answer, askedAt, this.clock.now());
    return step.to === 'reconcile' ? this.reconcile(operation, step.otherwise, caller) : step;
  }

  private async send(scaId: string, write: NonNullable<Operation['write']>, caller?: Caller): Promise<ReplayAnswer> {
    if (caller === undefined) return undefined;
    const { authorization, requestId } = caller;
    const client = new LinkcyClient(this.transport, { authorization, requestId });
    try {
      return await client.write({ ...write, headers: { ...write.headers, [ScaHeader.id]: scaId } });
    } catch (error) {
      if (error instanceof LinkcyError) return error;
      throw error;
    }
  }

  /** A replay may have carried it out and lost its answer: looks for the effect. */
  private async reconcile(operation: Operation, otherwise: Outcome, caller: Caller | undefined): Promise<Finding> {
    const { effect, attempt, principal, inDoubtSince, createdAt, endsAt } = operation;
    if (effect === undefined || !isCreation(effect) || caller === undefined)
      return { to: 'finalize', outcome: otherwise };
    const loss = { sentAt: inDoubtSince ?? createdAt, lostAt: this.clock.now() };
    const search = await this.lostEffects.search({ id: attempt, principal, request: { effect } }, loss, caller);
    if (typeof search === 'object') return { to: 'finalize', ...search };
    const isSeen = search === 'not found' || search === 'one since';
    if (isSeen || this.clock.now() >= endsAt + doubtMilliseconds) return { to: 'finalize', outcome: otherwise };
    return { to: 'wait', inDoubt: true, reason: search };
  }
}
