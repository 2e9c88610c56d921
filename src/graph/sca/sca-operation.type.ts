import { createUnionType, Field, ObjectType } from 'type-graphql';
import { registerEnum } from '../scalars/enum.js';
import { DateTime, UUID } from '../scalars/text.js';
import { timeText } from '../../sca/clock.js';
import { problemTypes } from './mutation-result.js';
import { ScaStatus, type Operation, type OperationView } from '../../sca/operation.js';
import {
  BeneficiaryPayload,
  CardPayload,
  ConsumerPayload,
  LedgerPayload,
  MandatePayload,
  TransactionPayload,
} from './payload.type.js';
import type { Problem, Secret } from '../../sca/result.js';
import { resultObject } from './result-object.js';
import { ResetScaDevicePayload, ScaDevicePayload } from '../sca-devices/sca-device.type.js';
import { CreatePanCredentialsPayload, RevealCardPinPayload, secretObject } from './secret.type.js';

registerEnum(
  'ScaStatus',
  ScaStatus,
  'The status of an operation that the user must approve. All but PENDING are final, with one exception: an ' +
    'operation that turns out to have been carried out becomes COMPLETED, even after UNKNOWN or (LinkCy since ' +
    '1.114) EXPIRED.',
  {
    PENDING: 'The user has not answered or signed yet, or the effect has not been seen yet.',
    COMPLETED: "Approved and carried out; the result is the mutation's payload.",
    DECLINED:
      'The user declined; the result is ScaRefused. LinkCy up to 1.78 only: since 1.114 it does not tell, and the status becomes EXPIRED.',
    EXPIRED:
      'Nothing was carried out; the result is ScaRefused. To be signed: no signature came in time ' +
      '(SCA_SIGNATURE_NOT_GIVEN), which is final. LinkCy up to 1.78: the time to approve ran out. Since 1.114: not ' +
      'approved in time, declined, or refused by LinkCy after the approval. Should it appear within 15 minutes, ' +
      'resumeSca turns it into COMPLETED.',
    FAILED: 'Approved or signed, but the operation itself was refused or failed; the result is that Problem.',
    UNKNOWN:
      'It is not known whether it was carried out; the result is OutcomeUnknown. Do not repeat it: look first. ' +
      'resumeSca looks once more, and may turn it into COMPLETED.',
  },
);

const ScaResult = createUnionType({
  name: 'ScaResult',
  description: 'What the mutation would have answered, had no approval been needed.',
  types: () =>
    [
      ...[ConsumerPayload, CardPayload, BeneficiaryPayload, TransactionPayload, LedgerPayload, MandatePayload],
      ...[RevealCardPinPayload, CreatePanCredentialsPayload, ScaDevicePayload, ResetScaDevicePayload],
      ...problemTypes,
    ] as const,
});

@ObjectType({
  description: 'A mutation that the user must approve. Kept for 24 hours; only whoever sent the mutation can see it.',
})
export class ScaOperation {
  private readonly operation: Operation;
  private readonly secret: Secret | undefined;
  private readonly refusal: Problem | undefined;

  constructor({ operation, secret, refusal }: OperationView) {
    this.operation = operation;
    this.secret = secret;
    this.refusal = refusal;
  }

  @Field(() => UUID, { description: 'The id of ScaPending or ScaSignatureRequired.' })
  get scaId(): string {
    return this.operation.scaId;
  }

  @Field(() => ScaStatus, { description: 'Its status.' })
  get status(): ScaStatus {
    return this.operation.status;
  }

  @Field(() => String, { description: 'The mutation it belongs to, such as "createTransfer".' })
  get mutation(): string {
    return this.operation.mutation;
  }

  @Field(() => DateTime, {
    description: 'When the time to approve or to sign runs out. Where LinkCy does not say, five minutes are assumed.',
  })
  get expiresAt(): string {
    return timeText(this.operation.expiresAt);
  }

  @Field(() => ScaResult, {
    nullable: true,
    description:
      'Set once the status is final, null before. The one exception is the answer to submitScaSignature: while ' +
      'PENDING, it says here why the signature had no effect. A secret (revealCardPin, createPanCredentials, ' +
      'registerScaDevice, activateScaDeviceFactor) is given once, to the subscription or the resumeSca that ' +
      'finds the approval; to all others, and later, it is Conflict SHOWN_ONCE. On LinkCy since 1.114 only ' +
      'resumeSca asks for a secret; where LinkCy then asks the user once more, it is FAILED with ' +
      'SCA_NOT_RESUMABLE.',
  })
  get result(): typeof ScaResult | null {
    if (this.secret !== undefined) return secretObject(this.secret);
    const result = this.operation.result ?? this.refusal;
    return result === undefined ? null : resultObject(result);
  }
}
