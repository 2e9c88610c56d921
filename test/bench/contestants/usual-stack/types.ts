import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType()
export class Money {
  @Field(() => String)
  value!: string;

  @Field(() => String)
  currency!: string;
}

@ObjectType()
export class Ledger {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  friendlyName?: string;

  @Field(() => String)
  status!: string;

  @Field(() => String)
  currency!: string;
}

@ObjectType()
export class Beneficiary {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  iban?: string;

  @Field(() => String)
  status!: string;
}

@ObjectType()
export class TransactionParty {
  @Field(() => String, { nullable: true })
  name?: string;

  ledgerId?: string;
  beneficiaryId?: string;
}

@ObjectType()
export class Transaction {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  type!: string;

  @Field(() => String)
  paymentType!: string;

  @Field(() => String)
  status!: string;

  @Field(() => String)
  creationDate!: string;

  @Field(() => TransactionParty, { nullable: true })
  sender?: TransactionParty;

  @Field(() => TransactionParty, { nullable: true })
  receiver?: TransactionParty;

  amount!: number;
  currency!: string;
  information?: { reference?: string; note?: string };
}

@ObjectType()
export class CardRule {
  @Field(() => String)
  type!: string;

  @Field(() => Float)
  value!: number;
}

@ObjectType()
export class Card {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  type!: string;

  @Field(() => String, { nullable: true })
  friendlyName?: string;

  @Field(() => String, { nullable: true })
  nameOnCard?: string;

  @Field(() => String, { nullable: true })
  expiryDate?: string;

  /** A text in a row of the list, an object in the detail. */
  status!: string | { value: string };
}

@ObjectType()
export class Address {
  @Field(() => String)
  city!: string;
}

@ObjectType()
export class Consumer {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  firstName?: string;

  @Field(() => String, { nullable: true })
  lastName?: string;
}

@ObjectType()
export class TransactionList {
  @Field(() => [Transaction])
  nodes!: Transaction[];
}

@ObjectType()
export class LedgerList {
  @Field(() => [Ledger])
  nodes!: Ledger[];
}

@ObjectType()
export class CardList {
  @Field(() => [Card])
  nodes!: Card[];
}

@ObjectType()
export class ConsumerList {
  @Field(() => [Consumer])
  nodes!: Consumer[];
}

@ObjectType()
export class TransactionPayload {
  id!: string;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20 })
  first!: number;
}

@InputType()
export class CreateTransferInput {
  @Field(() => ID)
  ledgerFromId!: string;

  @Field(() => ID)
  beneficiaryId!: string;

  @Field(() => String)
  amount!: string;

  @Field(() => String, { nullable: true })
  reference?: string;
}
