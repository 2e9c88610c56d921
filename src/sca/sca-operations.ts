import { randomUUID } from 'node:crypto';
import type { Caller, LinkcyClient } from '../linkcy/client.js';
import { LinkcyRejection } from '../linkcy/error.js';
import type { Attempt } from './attempt.js';
import { sleep } from './clock.js';
import { completionOf } from './completion.js';
import { longestIdempotencyKey, performOnce } from './idempotency.js';
import { isFinal, mayStillComplete, type Operation, type OperationView } from './operation.js';
import type { OperationRequest } from './operation-request.js';
import { invalidInput, type OperationResult } from './result.js';
import { scaHeaders } from './sca-headers.js';
import type { ScaServices } from './sca-services.js';
import { sendOnce } from './send-once.js';
import { currentOperation } from './signing/current-operation.js';
import { prepare } from './signing/prepare.js';
import { submitSignature } from './signing/submit.js';

/** How often, and at which intervals, `resume` tries again while another process is asking. */
const heldTries = 10;
const heldPauseMilliseconds = 150;

/** The mutations and approvals of one caller, for one GraphQL request. All but `perform` throw StoreUnavailable. */
export class ScaOperations {
  constructor(
    private readonly services: ScaServices,
    private readonly caller: Caller,
    private readonly client: LinkcyClient,
  ) {}

  /**
   * Carries out the mutation or begins to. Sends it at most once; with an idempotencyKey, at most once for all requests of
   * this caller with that key. Throws the LinkcyRejection of a 401.
   */
  async perform(request: OperationRequest): Promise<OperationResult> {
    const { idempotencyKey: key } = request.input;
    const choice = scaHeaders(request.sca, this.services.sandbox);
    if ('refusal' in choice) return choice.refusal;
    const attempt = { id: randomUUID(), caller: this.caller, request, headers: choice.headers };
    const send = (keyed: Attempt) =>
      choice.isUnsigned ? prepare(this.services, keyed) : sendOnce(this.services, this.client, keyed);
    if (key == null) return send(attempt);
    if (key.length === 0 || key.length > longestIdempotencyKey) {
      const message = `must have 1 to ${longestIdempotencyKey} characters`;
      return invalidInput([{ path: ['idempotencyKey'], message }]);
    }
    return performOnce(this.services, attempt, key, send);
  }

  /** The caller's own operation as it stands, without asking LinkCy about it; undefined if there is none. */
  async read(scaId: string): Promise<Operation | undefined> {
    const principal = await this.services.principals.prove(this.caller);
    const operation = await currentOperation(this.services, scaId);
    if (operation?.principal !== principal) return undefined;
    this.services.watcher.watch(operation, this.caller);
    return operation;
  }

  /** As `read`, after asking LinkCy now; includes a secret answer. */
  async resume(scaId: string): Promise<OperationView | undefined> {
    const operation = await this.read(scaId);
    if (operation === undefined) return undefined;
    if (isFinal(operation) && !mayStillComplete(operation)) return { operation };
    return this.ask(operation);
  }

  /**
   * Sends a prepared request with this signature, which must have no `signatureFault`. Returns the operation then, or as it
   * stands if it does not wait for a signature; undefined if there is none. Throws the LinkcyRejection of a 401.
   */
  async submitSignature(scaId: string, signature: string): Promise<OperationView | undefined> {
    const operation = await this.read(scaId);
    if (operation === undefined || isFinal(operation) || operation.signing === undefined) {
      return operation && { operation };
    }
    return submitSignature(this.services, this.client, this.caller, operation, signature);
  }

  /** Emits the caller's own operation once it is final, then ends. Throws NoSuchOperation if there is none. */
  async completion(scaId: string): Promise<AsyncIterableIterator<OperationView>> {
    const principal = await this.services.principals.prove(this.caller);
    return completionOf(this.services, scaId, principal, this.caller);
  }

  private async ask(pending: Operation): Promise<OperationView | undefined> {
    const { gate, clock } = this.services;
    for (let tries = 0; tries < heldTries; tries += 1) {
      const { operation, pendingBecause, secret } = await gate.ask(pending.scaId, this.caller, 'resume');
      if (pendingBecause === 'token') throw new LinkcyRejection('resumeSca', 401, undefined);
      if (pendingBecause !== 'held') return operation && { operation, secret };
      await sleep(clock, heldPauseMilliseconds);
    }
    const operation = await this.services.store.read(pending.scaId);
    return operation && { operation };
  }
}
