import { randomUUID } from 'node:crypto';
import type { Caller, LinkcyClient, SecretRead, WriteRequest } from '../linkcy/client.js';
import { LinkcyError } from '../linkcy/error.js';
import type { Tokens } from '../linkcy/endpoints/auth.js';
import { ScaHeader } from '../linkcy/endpoints/sca.js';
import type { WriteAnswer } from '../linkcy/write-answer.js';
import type { ScaChoice, SecretReference } from './operation-request.js';
import { isUnauthenticated, problemOf, type InputPaths } from './problem-of.js';
import { approvalMayCarryOut, problem, type PendingApproval, type Problem, type SignatureRequired } from './result.js';
import { invalidSignature, replayHeaders, scaHeaders } from './sca-headers.js';
import type { ScaServices } from './sca-services.js';
import { prepare } from './signing/prepare.js';
import { storePending } from './store-pending.js';
import { ttlOf } from './ttl.js';

/** A mutation whose result is LinkCy's answer itself: a token, a PIN, a link. */
export interface SecretRequest<Payload extends object> {
  readonly write: WriteRequest | SecretRead;
  /** Reads the body of a 2xx answer (undefined if empty). Returns undefined if it does not have the documented form. */
  readonly payload: (body: unknown) => Payload | undefined;
  readonly inputPaths?: InputPaths;
  /** Set if LinkCy may ask for an approval. */
  readonly approval?: Approval;
  /** Set if the answer holds new tokens. */
  readonly tokens?: {
    readonly in: (payload: Payload) => Tokens | undefined;
    /** The refresh token that was exchanged for them. */
    readonly renewed?: string;
  };
  /** Replaces a 401 that is not about the caller's token. */
  readonly refused?: () => Problem;
}

/** answer: the result, for the caller alone. */
type SecretResult<Payload> =
  { readonly kind: 'answer'; readonly payload: Payload } | PendingApproval | SignatureRequired | Problem;

export interface Approval {
  readonly sca: ScaChoice | null | undefined;
  /** An approval that the user has given to this request (1.78). */
  readonly scaId?: string | null;
  /** Set if the request holds no secret, so that it can be stored and finished later. */
  readonly kept?: { readonly mutation: string; readonly payload: SecretReference };
}

/**
 * Mutations whose answer can be a secret, so it is never stored, published, cached or logged. Nor is a request that holds a
 * secret itself, such as a password: after an approval the client sends that mutation again with the `scaId`, which LinkCy
 * accepts once, at any instance. Other requests are stored like those of ordinary mutations.
 */
export class SecretOperations {
  constructor(
    private readonly services: ScaServices,
    private readonly caller: Caller,
    private readonly client: LinkcyClient,
  ) {}

  /** Sends the write once. Throws the LinkcyRejection of a 401 unless `refused` replaces it. */
  async perform<Payload extends object>(request: SecretRequest<Payload>): Promise<SecretResult<Payload>> {
    const { write, approval, refused, inputPaths } = request;
    const choice = scaHeaders(approval?.sca, this.services.sandbox);
    if ('refusal' in choice) return choice.refusal;
    if (choice.isUnsigned) {
      if (approval?.kept === undefined) return invalidSignature('is needed with the strategy DATA_SIGNING');
      const { kept, sca } = approval;
      const request = { ...kept, sca, write, inputPaths };
      return prepare(this.services, { id: randomUUID(), caller: this.caller, request, headers: choice.headers });
    }
    const scaId = approval?.scaId;
    const headers = scaId == null ? choice.headers : { ...replayHeaders(choice.headers), [ScaHeader.id]: scaId };
    const sentAt = this.services.clock.now();
    try {
      const answer = await this.client.write({ ...write, headers });
      return (await this.read(request, answer, choice.headers, sentAt)) ?? problem('OutcomeUnknown');
    } catch (error) {
      if (!(error instanceof LinkcyError)) throw error;
      if (!isUnauthenticated(error)) return problemOf(error, inputPaths);
      if (refused === undefined) throw error;
      return refused();
    }
  }

  private async read<Payload extends object>(
    { write, payload, approval, tokens, inputPaths }: SecretRequest<Payload>,
    answer: WriteAnswer,
    headers: Readonly<Record<string, string>>,
    sentAt: number,
  ): Promise<SecretResult<Payload> | undefined> {
    if (answer.kind !== 'pending') {
      const read = payload(answer.kind === 'body' ? answer.body : undefined);
      if (read === undefined) return undefined;
      const given = tokens?.in(read);
      // The user must get the tokens even if the store is down.
      if (given !== undefined) await this.services.principals.givenOut(given, tokens?.renewed).catch(() => undefined);
      return { kind: 'answer', payload: read };
    }
    const { pending } = answer;
    if (approval === undefined) return approvalMayCarryOut();
    const { sca, kept } = approval;
    if (kept !== undefined) {
      const attempt = { id: randomUUID(), caller: this.caller, request: { ...kept, sca, write, inputPaths }, headers };
      const answeredAt = this.services.clock.now();
      return storePending(this.services, attempt, pending, { sentAt, answeredAt, date: answer.date });
    }
    const { milliseconds: ttl } = ttlOf(pending.ttl);
    return {
      kind: 'pending',
      ...{ scaId: pending.scaId, joinCode: pending.joinCode, scaDeviceId: pending.scaDeviceId },
      strategy: sca?.strategy ?? 'PUSH_NOTIFICATION',
      ttlSeconds: Math.floor(ttl / 1000),
      expiresAt: sentAt + ttl,
    };
  }
}
