import { jsonOf } from '../linkcy/answer.js';
import type { LinkcyClient, SecretRead, Write } from '../linkcy/client.js';
import { LinkcyError } from '../linkcy/error.js';
import { isScaPending, ScaHeader } from '../linkcy/sca.js';
import { callName, type TransportAnswer } from '../linkcy/transport.js';
import { isUnauthenticated, problemOf, type InputPaths, type OperationProblem } from '../problems/problem-of.js';
import { OutcomeUnknown, ScaRefused } from '../problems/problem.type.js';
import { timeText } from './clock.js';
import type { ScaChoice } from './operation-request.js';
import { replayHeaders, scaHeaders } from './sca-headers.js';
import { ScaPending } from './sca-pending.type.js';
import { ttlMilliseconds } from './write-answer.js';

/** A mutation whose answer is the result itself: a token, a PIN, a link. */
export interface DirectRequest<Payload extends object> {
  readonly write: Write | SecretRead;
  /** Reads the body of a 2xx answer, undefined where there is none; gives undefined for what LinkCy does not document. */
  readonly payload: (body: unknown) => Payload | undefined;
  readonly inputPaths?: InputPaths;
  /** Present where LinkCy documents that the user may have to approve. */
  readonly approval?: Approval;
  /** What stands for a 401, where it is not the caller's token that LinkCy refuses. */
  readonly refused?: () => OperationProblem;
}

export interface Approval {
  readonly sca: ScaChoice | null | undefined;
  /** An approval that the user has given to this very request. */
  readonly scaId: string | null | undefined;
}

/**
 * Mutations that are over with their answer. Neither the request nor the answer is stored, published, cached, repeated or
 * logged, because both can be secrets. So nobody can finish such an operation later: after an approval the client sends
 * the same mutation again with the `scaId`, which LinkCy honours once. That works at every instance alike.
 */
export class DirectOperations {
  constructor(
    private readonly client: LinkcyClient,
    private readonly sandbox: boolean,
  ) {}

  /** Sends the write once. Throws the LinkcyRefusal of a 401, unless the request says what stands for it. */
  async perform<Payload extends object>(
    request: DirectRequest<Payload>,
  ): Promise<Payload | ScaPending | OperationProblem> {
    const { write, approval, refused, inputPaths } = request;
    const choice = scaHeaders(approval?.sca, this.sandbox);
    if ('refusal' in choice) return choice.refusal;
    const scaId = approval?.scaId;
    const headers = scaId == null ? choice.headers : { ...replayHeaders(choice.headers), [ScaHeader.id]: scaId };
    const sentAt = Date.now();
    try {
      const answer = await this.client.write({ ...write, headers });
      return this.read(request, answer, sentAt) ?? new OutcomeUnknown();
    } catch (error) {
      if (!(error instanceof LinkcyError)) throw error;
      if (!isUnauthenticated(error)) return problemOf(error, { inputPaths, body: write.body });
      if (refused === undefined) throw error;
      return refused();
    }
  }

  private read<Payload extends object>(
    { write, payload, approval }: DirectRequest<Payload>,
    answer: TransportAnswer,
    sentAt: number,
  ): Payload | ScaPending | ScaRefused | undefined {
    const body = answer.text === '' ? undefined : jsonOf(callName(write), answer);
    if (answer.status !== 202) return payload(body);
    if (!isScaPending(body)) return undefined;
    if (approval === undefined)
      return new ScaRefused('SCA_NOT_SUPPORTED', 'This operation cannot wait for an approval.');
    const ttl = ttlMilliseconds(body.ttl);
    return new ScaPending({
      ...{ scaId: body.scaId, joinCode: body.joinCode, scaDeviceId: body.scaDeviceId },
      strategy: approval.sca?.strategy ?? 'PUSH_NOTIFICATION',
      ttlSeconds: Math.floor(ttl / 1000),
      expiresAt: timeText(sentAt + ttl),
    });
  }
}
