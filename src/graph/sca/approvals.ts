import { NoSuchOperation } from '../../sca/completion.js';
import type { OperationRequest } from '../../sca/operation-request.js';
import type { Operation, OperationView } from '../../sca/operation.js';
import { signatureFault } from '../../sca/sca-headers.js';
import type { ScaOperations } from '../../sca/sca-operations.js';
import type { SecretOperations, SecretRequest } from '../../sca/secret-operations.js';
import { StoreUnavailable } from '../../sca/store/store.js';
import { badUserInput } from '../../pagination/errors.js';
import { problemObject, type ProblemObject } from '../problems/problem-object.js';
import { graphqlErrorOf } from '../problems/query-error.js';
import type { AnyPayload } from './payload.type.js';
import { openObject, outcomeObject } from './result-object.js';
import type { ScaPending } from './sca-pending.type.js';
import type { ScaSignatureRequired } from './sca-signature-required.type.js';

/** The results of a mutation: class instances, as the result unions need. */
type MutationOutcome = AnyPayload | ScaPending | ScaSignatureRequired | ProblemObject;

/** As `MutationOutcome`, for an answer that is never stored. */
export type SecretOutcome<Payload> = Payload | ScaPending | ScaSignatureRequired | ProblemObject;

/** Mutations and their approvals, for resolvers: turns the core's plain results into objects of the schema. */
export class Approvals {
  constructor(private readonly operations: ScaOperations) {}

  /** Carries out a request at most once. Throws a LinkcyRejection with status 401. */
  async perform(request: OperationRequest): Promise<MutationOutcome> {
    return outcomeObject(await this.operations.perform(request));
  }

  /** The state of the caller's own operation, without a call about it; undefined if there is none. */
  read(scaId: string): Promise<Operation | undefined> {
    return told(() => this.operations.read(scaId));
  }

  /** As `read`, after asking LinkCy; includes a secret answer. */
  resume(scaId: string): Promise<OperationView | undefined> {
    return told(() => this.operations.resume(scaId));
  }

  /** Sends a prepared request with its signature. Throws a GraphQLError BAD_USER_INPUT or a LinkcyRejection with 401. */
  submitSignature(scaId: string, signature: string): Promise<OperationView | undefined> {
    const fault = signatureFault(signature);
    if (fault !== undefined) throw badUserInput(`"signature" ${fault}.`);
    return told(() => this.operations.submitSignature(scaId, signature));
  }

  /** One event when the caller's own operation is final, then the end. */
  completion(scaId: string): Promise<AsyncIterableIterator<OperationView>> {
    return told(() => this.operations.completion(scaId));
  }
}

/** Mutations whose answer is never stored: secrets and links. */
export class SecretMutations {
  constructor(private readonly operations: SecretOperations) {}

  /** Sends the write once. Throws a LinkcyRejection with 401, unless the request maps it to a Problem. */
  async perform<Payload extends object>(request: SecretRequest<Payload>): Promise<SecretOutcome<Payload>> {
    const result = await this.operations.perform(request);
    if (result.kind === 'answer') return result.payload;
    return result.kind === 'problem' ? problemObject(result) : openObject(result);
  }
}

async function told<Result>(task: () => Promise<Result>): Promise<Result> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof NoSuchOperation) throw graphqlErrorOf({ code: 'NOT_FOUND', message: error.message });
    if (!(error instanceof StoreUnavailable)) throw error;
    throw graphqlErrorOf({ code: 'UPSTREAM_UNAVAILABLE', message: 'Approvals cannot be looked up at the moment.' });
  }
}
