import { LinkcyClient, type Caller } from '../linkcy/client.js';
import { ScaHeader } from '../linkcy/endpoints/sca.js';
import { LinkcyError } from '../linkcy/error.js';
import type { Transport } from '../linkcy/http/transport.js';
import type { Clock } from './clock.js';
import type { Finding, Inquiry } from './inquiry.js';
import type { Operation, Outcome } from './operation.js';
import { doubtMilliseconds, stepAfter, type ReplayAnswer } from './replay-step.js';
import { payload } from './result.js';
import type { Transfers } from './transfers.js';

/**
 * The older LinkCy: the request is sent again with its scaId, byte for byte. That carries it out as soon as the user has
 * approved, once; asking is executing.
 */
export class Replay implements Inquiry {
  /** How many were sent. */
  sent = 0;

  constructor(
    private readonly transport: Transport,
    private readonly transfers: Transfers,
    private readonly clock: Clock,
  ) {}

  async inquire(operation: Operation, caller: Caller | undefined): Promise<Finding> {
    const { write } = operation;
    if (write === undefined) throw new Error('A pending operation has lost its request.');
    const askedAt = this.clock.now();
    const answer = await this.send(operation.scaId, write, caller);
    const step = stepAfter(operation, write, answer, askedAt, this.clock.now());
    return step.to === 'reconcile' ? this.reconcile(operation, step.otherwise, caller) : step;
  }

  private async send(scaId: string, write: NonNullable<Operation['write']>, caller?: Caller): Promise<ReplayAnswer> {
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

  /** A replay may have carried it out and its answer was lost: looks for the effect. */
  private async reconcile(operation: Operation, otherwise: Outcome, caller: Caller | undefined): Promise<Finding> {
    const { transfer, attempt, inDoubtSince, createdAt, endsAt } = operation;
    if (transfer === undefined || caller === undefined) return { to: 'finalize', outcome: otherwise };
    const window = { from: inDoubtSince ?? createdAt, to: this.clock.now() };
    const search = await this.transfers.search({ id: attempt, request: { transfer } }, window, caller);
    if (typeof search === 'object') {
      return {
        to: 'finalize',
        outcome: { status: 'COMPLETED', result: payload('Transaction', search.transactionId) },
      };
    }
    const tryAgain = search !== 'not found' && this.clock.now() < endsAt + doubtMilliseconds;
    if (!tryAgain) return { to: 'finalize', outcome: otherwise };
    return { to: 'wait', inDoubt: true, reason: search };
  }
}
