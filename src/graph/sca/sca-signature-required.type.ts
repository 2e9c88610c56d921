import { Field, ObjectType } from 'type-graphql';
import { timeText } from '../../sca/clock.js';
import type { SignatureRequired } from '../../sca/result.js';
import { DateTime, UUID } from '../scalars/text.js';

@ObjectType({
  description:
    'The answer to `sca: {strategy: DATA_SIGNING}` without a signature: nothing was sent yet. Show the user what ' +
    '`body` says, not what your form says; have the device sign exactly `method`, `path` and `body` (PowerAuth SDK, ' +
    'LinkCy since 1.114); and hand the signature to submitScaSignature. scaOperation and scaCompleted take its ' +
    '`scaId`, too. Where no signature comes in time it ends EXPIRED, nothing was carried out, and its idempotencyKey ' +
    'is free again.',
})
export class ScaSignatureRequired {
  @Field(() => UUID, { description: "This API's own id of the operation." })
  readonly scaId: string;

  @Field(() => String, { description: 'The HTTP method, such as "POST".' })
  readonly method: string;

  @Field(() => String, {
    description: 'The path at LinkCy, such as "/api/partner/transactions", with its query where it has one.',
  })
  readonly path: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The body: the exact text that will be sent, in UTF-8. Sign its bytes, and never serialize it again. Null ' +
      'where there is none: then no bytes are signed.',
  })
  readonly body: string | null;

  @Field(() => DateTime, {
    description:
      'Until when a signature is taken: for 5 minutes. LinkCy takes each signature within 30 seconds of its making.',
  })
  readonly expiresAt: string;

  constructor({ scaId, method, path, body, expiresAt }: SignatureRequired) {
    this.scaId = scaId;
    this.method = method;
    this.path = path;
    this.body = body ?? null;
    this.expiresAt = timeText(expiresAt);
  }
}
