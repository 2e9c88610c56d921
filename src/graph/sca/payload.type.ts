import { Field, ID, ObjectType } from 'type-graphql';
import type { ObjectType as Noun, Payload as PlainPayload } from '../../sca/result.js';
import { globalId } from '../node/global-id.js';
import { ResetScaDevicePayload } from '../sca-devices/sca-device.type.js';
import { UUID } from '../scalars/text.js';

/**
 * The payload of a successful mutation. Its ids come from the write's own answer, so they are valid even if reading back
 * fails. The object (`card`, `transaction` and so on) has a field resolver in its noun and is fetched when selected.
 */
@ObjectType()
abstract class Payload {
  protected abstract readonly type: Exclude<Noun, 'ScaDevice'>;

  @Field(() => UUID, { description: "LinkCy's own id of the object. Costs no call." })
  readonly uuid: string;

  constructor(uuid: string) {
    this.uuid = uuid;
  }

  @Field(() => ID, { description: 'The id of the object, for `node`. Costs no call.' })
  get id(): string {
    return globalId(this.type, this.uuid);
  }
}

@ObjectType({ description: 'Carried out: the consumer as it is now.' })
export class ConsumerPayload extends Payload {
  protected readonly type = 'Consumer';
}

@ObjectType({ description: 'Carried out: the card as it is now.' })
export class CardPayload extends Payload {
  protected readonly type = 'Card';
}

@ObjectType({ description: 'Carried out: the beneficiary as it is now.' })
export class BeneficiaryPayload extends Payload {
  protected readonly type = 'Beneficiary';
}

@ObjectType({ description: 'Carried out: the transaction as it is now.' })
export class TransactionPayload extends Payload {
  protected readonly type = 'Transaction';
}

@ObjectType({ description: 'Carried out: the ledger as it is now.' })
export class LedgerPayload extends Payload {
  protected readonly type = 'Ledger';
}

@ObjectType({ description: 'Carried out: the mandate as it is now.' })
export class MandatePayload extends Payload {
  protected readonly type = 'Mandate';
}

const payloads = {
  Consumer: ConsumerPayload,
  Card: CardPayload,
  Beneficiary: BeneficiaryPayload,
  Transaction: TransactionPayload,
  Ledger: LedgerPayload,
  Mandate: MandatePayload,
  ScaDevice: ResetScaDevicePayload,
} as const;

export type AnyPayload = InstanceType<(typeof payloads)[keyof typeof payloads]>;

/** The payload for an object of LinkCy. */
export function payloadObject({ type, uuid }: PlainPayload): AnyPayload {
  return new payloads[type](uuid);
}
