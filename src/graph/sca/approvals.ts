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

/** What a mutation answers with. All of them are class instances, as the result unions need. */
type MutationOutcome = AnyPayload | ScaPending | ScaSignatureRequired | ProblemObject;

/** The same, where the answer itself is the result. */
export type SecretOutcome<Payload> = Payload | ScaPending | ScaSignatureRequired | ProblemObject;

/** Mutations and the approvals they may need, for resolvers: plain results of the core become objects of the schema here. */
export class Approvals {
  constructor(private readonly operations: ScaOperations) {}

  /** Carries out what a mutation describes, at most once. Throws a LinkcyRejection with status 401. */
  async perform(request: OperationRequest): Promise<MutationOutcome> {
    return outcomeObject(await this.operations.perform(request));
  }

  /** The caller's own operation as it stands, without asking LinkCy about it; undefined when there is none. */
  read(scaId: string): Promise<Operation | undefined> {
    return told(() => this.operations.read(scaId));
  }

  /** As `read`, after asking LinkCy now; with the answer where that is a secret. */
  resume(scaId: string): Promise<OperationView | undefined> {
    return told(() => this.operations.resume(scaId));
  }

  /** Sends what was prepared for signing, with the signature. Throws a GraphQLError BAD_USER_INPUT, and a LinkcyRejection with 401. */
  submitSignature(scaId: string, signature: string): Promise<OperationView | undefined> {
    const fault = signatureFault(signature);
    if (fault !== undefined) throw badUserInput(`"signature" ${fault}.`);
    return told(() => this.operations.submitSignature(scaId, signature));
  }

  /** The caller's own operation once it is final: one event, then the end. */
  completion(scaId: string): Promise<AsyncIterableIterator<OperationView>> {
    return told(() => this.operations.completion(scaId));
  }
}

/** Mutations whose answer nobody keeps: secrets and links. */
export class SecretMutations {
  constructor(private readonly operations: SecretOperations) {}

  /** Sends the write once. Throws the LinkcyRejection of a 401, unless the request says what stands for it. */
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
