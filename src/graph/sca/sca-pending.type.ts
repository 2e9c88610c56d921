import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ScaStrategy } from '../../linkcy/endpoints/sca.js';
import { timeText } from '../../sca/clock.js';
import type { PendingApproval } from '../../sca/result.js';
import { registerEnum } from '../scalars/enum.js';
import { DateTime, UUID } from '../scalars/text.js';

registerEnum(
  'ScaStrategy',
  ScaStrategy,
  "How the user is asked to approve (LinkCy's header Linkcy-SCA-Strategy). LinkCy up to 1.78 knows " +
    'PUSH_NOTIFICATION, JOIN_CODE, FAIL and BY_PASS; since 1.114 PUSH_NOTIFICATION, DATA_SIGNING and BY_PASS. One ' +
    'that it does not know is refused with SCA_STRATEGY_NOT_SUPPORTED.',
  {
    PUSH_NOTIFICATION: "A push notification to the user's device. Every LinkCy.",
    JOIN_CODE: 'LinkCy gives a joinCode, which the client passes to the device in its own way. LinkCy up to 1.78 only.',
    FAIL: 'Do not ask: where an approval is needed, the answer is ScaRefused (SCA_REQUIRED). LinkCy up to 1.78 only.',
    DATA_SIGNING:
      'The request itself is signed on the device. Without `signature` the answer is ScaSignatureRequired, which tells ' +
      'what to sign. LinkCy since 1.114 only.',
    BY_PASS: "Skip the approval. LinkCy's sandbox only.",
  },
);

@ObjectType({
  description:
    'Waits for the approval of the user. Subscribe to scaCompleted(scaId) or ask resumeSca(scaId): the operation ' +
    'is finished for you and must not be sent again: on LinkCy since 1.114 a second one would ask the user a ' +
    'second time. Only login and refreshToken are sent again, with `scaId`, on LinkCy up to 1.78.',
})
export class ScaPending {
  @Field(() => UUID, { description: "LinkCy's id of the approval." })
  readonly scaId: string;

  @Field(() => ScaStrategy, { description: 'How the user is being asked.' })
  readonly strategy: ScaStrategy;

  @Field(() => UUID, {
    nullable: true,
    description: 'With the strategy JOIN_CODE (LinkCy up to 1.78): what the device needs to join; otherwise null.',
  })
  readonly joinCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'The device that is asked; null when LinkCy does not say.' })
  readonly scaDeviceId?: string | null;

  @Field(() => DateTime, {
    description: 'When the time to approve runs out. Where LinkCy does not say, five minutes are assumed.',
  })
  readonly expiresAt: string;

  @Field(() => Int, { description: 'The time to approve, in whole seconds from the start.' })
  readonly ttlSeconds: number;

  constructor(pending: PendingApproval) {
    this.scaId = pending.scaId;
    this.strategy = pending.strategy;
    this.joinCode = pending.joinCode;
    this.scaDeviceId = pending.scaDeviceId;
    this.expiresAt = timeText(pending.expiresAt);
    this.ttlSeconds = pending.ttlSeconds;
  }
}

export { ScaStrategy };
