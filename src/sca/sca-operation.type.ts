import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, UUID } from '../scalars/text.js';
import { timeText } from './clock.js';
import { problemTypes } from './mutation-result.js';
import { ScaStatus, type Operation } from './operation.js';
import {
  BeneficiaryPayload,
  CardPayload,
  ConsumerPayload,
  LedgerPayload,
  MandatePayload,
  TransactionPayload,
} from './payload.type.js';
import { resultOf } from './result.js';

registerEnumType(ScaStatus, {
  name: 'ScaStatus',
  description: 'How far an operation that the user must approve has come. All but PENDING are final and never change.',
  valuesConfig: {
    PENDING: { description: 'The user has not answered yet.' },
    COMPLETED: { description: "Approved and carried out; the result is the mutation's payload." },
    DECLINED: { description: 'The user declined; the result is ScaRefused.' },
    EXPIRED: { description: 'The time to approve ran out; the result is ScaRefused.' },
    FAILED: { description: 'Approved, but LinkCy refused the operation itself; the result is that Problem.' },
    UNKNOWN: { description: 'Whether it was carried out cannot be told; the result is OutcomeUnknown.' },
  },
});

export const ScaResult = createUnionType({
  name: 'ScaResult',
  description: 'What the mutation would have answered, had no approval been needed.',
  types: () =>
    [
      ConsumerPayload,
      CardPayload,
      BeneficiaryPayload,
      TransactionPayload,
      LedgerPayload,
      MandatePayload,
      ...problemTypes,
    ] as const,
});

@ObjectType({
  description: 'A mutation that the user must approve. Kept for 24 hours; only whoever sent the mutation can see it.',
})
export class ScaOperation {
  constructor(private readonly operation: Operation) {}

  @Field(() => UUID, { description: "LinkCy's id of the approval." })
  get scaId(): string {
    return this.operation.scaId;
  }

  @Field(() => ScaStatus, { description: 'How far it has come.' })
  get status(): ScaStatus {
    return this.operation.status;
  }

  @Field(() => String, { description: 'The mutation it belongs to, such as "createTransfer".' })
  get mutation(): string {
    return this.operation.mutation;
  }

  @Field(() => DateTime, { description: 'When the time to approve runs out.' })
  get expiresAt(): string {
    return timeText(this.operation.expiresAt);
  }

  @Field(() => ScaResult, { nullable: true, description: 'Set once the status is final.' })
  get result(): typeof ScaResult | null {
    return this.operation.result === undefined ? null : resultOf(this.operation.result);
  }
}
