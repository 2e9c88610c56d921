import { Field, ObjectType } from 'type-graphql';
import { UUID } from '../scalars/text.js';

@ObjectType({ description: 'The identification has ended as requested.' })
export class SimulateKycPayload {
  @Field(() => UUID, { description: 'For `kycApplication(id)`.' })
  readonly kycApplicationId: string;

  constructor(kycApplicationId: string) {
    this.kycApplicationId = kycApplicationId;
  }
}

@ObjectType({ description: "The shop has requested the payment. The card's transactions say whether it was approved." })
export class SimulateCardPaymentPayload {
  constructor(readonly cardId: string) {}
}
