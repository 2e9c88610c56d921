import { ObjectType } from 'type-graphql';
import type { Payload as PlainPayload } from '../../sca/result.js';

/**
 * What a mutation that was carried out answers with. A payload knows the object's UUID only; its one field (`card: Card!`
 * and so on) is a field resolver of the noun and fetches the object when it is selected.
 */
abstract class Payload {
  constructor(readonly uuid: string) {}
}

@ObjectType({ description: 'Carried out: the consumer as it is now.' })
export class ConsumerPayload extends Payload {}

@ObjectType({ description: 'Carried out: the card as it is now.' })
export class CardPayload extends Payload {}

@ObjectType({ description: 'Carried out: the beneficiary as it is now.' })
export class BeneficiaryPayload extends Payload {}

@ObjectType({ description: 'Carried out: the transaction as it is now.' })
export class TransactionPayload extends Payload {}

@ObjectType({ description: 'Carried out: the ledger as it is now.' })
export class LedgerPayload extends Payload {}

@ObjectType({ description: 'Carried out: the mandate as it is now.' })
export class MandatePayload extends Payload {}

const payloads = {
  Consumer: ConsumerPayload,
  Card: CardPayload,
  Beneficiary: BeneficiaryPayload,
  Transaction: TransactionPayload,
  Ledger: LedgerPayload,
  Mandate: MandatePayload,
} as const;

export type AnyPayload = InstanceType<(typeof payloads)[keyof typeof payloads]>;

/** The payload that stands for an object of LinkCy. */
export function payloadObject({ type, uuid }: PlainPayload): AnyPayload {
  return new payloads[type](uuid);
}
