import { Field, ObjectType } from 'type-graphql';
import type { TransactionActor } from '../linkcy/transactions.js';

/** The links to ledger, consumer, beneficiary and card are in transaction.resolver.ts. */
@ObjectType({
  description: 'One side of a transaction. Which fields are set depends on the kind of transaction and on the side.',
})
export class TransactionParty {
  constructor(readonly wire: TransactionActor) {}

  @Field(() => String, { nullable: true, description: 'Name of the person or company.' })
  get name(): string | null | undefined {
    return this.wire.name;
  }

  @Field(() => String, { nullable: true, description: 'IBAN; SEPA transfers, and senders of British ones.' })
  get iban(): string | null | undefined {
    return this.wire.iban;
  }

  @Field(() => String, { nullable: true, description: 'BIC of the bank; SEPA transfers, and senders of British ones.' })
  get bic(): string | null | undefined {
    return this.wire.bic;
  }

  @Field(() => String, { nullable: true, description: 'British sort code, 6 digits.' })
  get sortCode(): string | null | undefined {
    return this.wire.sortCode;
  }

  @Field(() => String, { nullable: true, description: 'British account number, 8 digits.' })
  get accountNumber(): string | null | undefined {
    return this.wire.accountNumber;
  }

  @Field(() => String, { nullable: true, description: "The owner's name for the ledger, where it is a LinkCy ledger." })
  get ledgerFriendlyName(): string | null | undefined {
    return this.wire.ledgerFriendlyName;
  }

  @Field(() => String, { nullable: true, description: "The holder's name for the card, where it is a LinkCy card." })
  get cardFriendlyName(): string | null | undefined {
    return this.wire.cardFriendlyName;
  }
}
