import { Field, ObjectType } from 'type-graphql';
import type { TransactionActor } from '../../linkcy/endpoints/transactions.js';
import { Decimal } from '../scalars/decimal.js';
import { UUID } from '../scalars/text.js';

/** The links to ledger, consumer, beneficiary and card are in transaction.resolver.ts. */
@ObjectType({
  description: 'One side of a transaction. Which fields are set depends on the kind of transaction and on the side.',
})
export class TransactionParty {
  constructor(readonly wire: TransactionActor) {}

  @Field(() => String, { nullable: true, description: 'Name of the person or company; null when LinkCy does not say.' })
  get name(): string | null | undefined {
    return this.wire.name;
  }

  @Field(() => String, {
    nullable: true,
    description: 'IBAN; null except for SEPA transfers, and senders of British ones.',
  })
  get iban(): string | null | undefined {
    return this.wire.iban;
  }

  @Field(() => String, {
    nullable: true,
    description: 'BIC of the bank; null except for SEPA transfers, and senders of British ones.',
  })
  get bic(): string | null | undefined {
    return this.wire.bic;
  }

  @Field(() => String, { nullable: true, description: 'British sort code, 6 digits; null where the account has none.' })
  get sortCode(): string | null | undefined {
    return this.wire.sortCode;
  }

  @Field(() => String, {
    nullable: true,
    description: 'British account number, 8 digits; null where the account has none.',
  })
  get accountNumber(): string | null | undefined {
    return this.wire.accountNumber;
  }

  @Field(() => UUID, {
    nullable: true,
    description: "LinkCy's id of the consumer or corporate; null when this is neither.",
  })
  get endUserId(): string | null | undefined {
    return this.wire.endUserId;
  }

  @Field(() => String, {
    nullable: true,
    description: "The owner's name for the ledger; null when it is not a LinkCy ledger, or has no name.",
  })
  get ledgerFriendlyName(): string | null | undefined {
    return this.wire.ledgerFriendlyName;
  }

  @Field(() => String, {
    nullable: true,
    description: "The holder's name for the card; null when it is not a LinkCy card, or has no name.",
  })
  get cardFriendlyName(): string | null | undefined {
    return this.wire.cardFriendlyName;
  }

  @Field(() => String, {
    nullable: true,
    description:
      "The owner's name for the virtual ledger (pot) below the ledger; null where there is none, and with LinkCy before 1.114.",
  })
  get virtualLedgerFriendlyName(): string | null | undefined {
    return this.wire.virtualLedgerFriendlyName;
  }

  @Field(() => Decimal, {
    nullable: true,
    description:
      "The total of the ledger before this transaction, in the ledger's currency, for the running balance of a " +
      'statement; null where LinkCy does not say it, as before 1.114.',
  })
  get previousTotalBalance(): number | null | undefined {
    return this.wire.previousTotalBalance;
  }

  @Field(() => Decimal, {
    nullable: true,
    description:
      "What was reserved on the ledger before this transaction, in the ledger's currency; null where LinkCy does not say it, as before 1.114.",
  })
  get previousReservedBalance(): number | null | undefined {
    return this.wire.previousReservedBalance;
  }
}
