import { Field, ObjectType } from 'type-graphql';
import { known, knownOrNull, wordOf, wordOrNull } from '../../linkcy/json/enumeration.js';
import { LinkcyBrokenAnswer } from '../../linkcy/error.js';
import {
  SepaSequence,
  TransactionDirection,
  type Transaction as WireTransaction,
} from '../../linkcy/endpoints/transactions.js';
import { Node } from '../node/node.type.js';
import { registerEnum } from '../scalars/enum.js';
import { Money, moneyOrNull } from '../scalars/money.type.js';
import { ownWord, ownWordOrNull } from '../scalars/own-word.js';
import { LocalDate } from '../scalars/text.js';
import { CardTransactionDetails, Merchant } from './card-payment.type.js';
import { Transaction } from './transaction.type.js';

registerEnum('SepaSequence', SepaSequence, 'Where a direct debit stands in the series of its mandate.', {
  FIRST: 'The first of several.',
  RECURRING: 'One of several.',
  FINAL: 'The last of several.',
  ONE_OFF: 'The only one.',
  NONE: 'Not a direct debit.',
});
registerEnum('TransactionDirection', TransactionDirection, "Which way the money goes, seen from the card's ledger.", {
  DEBIT: 'Out: a purchase, a withdrawal.',
  CREDIT: 'In: a refund.',
});

@ObjectType({ implements: [Node, Transaction], description: 'Between two LinkCy ledgers.' })
export class InterLedgerTransaction extends Transaction {}

@ObjectType({ implements: [Node, Transaction], description: 'A SEPA transfer or direct debit, in euros.' })
export class SepaTransaction extends Transaction {
  @Field(() => SepaSequence, {
    nullable: true,
    description: 'Direct debits: where it stands in the series of its mandate; null for others.',
  })
  get sequence() {
    return knownOrNull(SepaSequence, this.wire.information?.sequence);
  }

  @Field(() => String, ownWordOrNull('sequence'))
  get sequenceText(): string | null {
    return wordOrNull(this.wire.information?.sequence);
  }
}

/** The links between authorization and clearing are in transaction.resolver.ts. */
@ObjectType({
  implements: [Node, Transaction],
  description: 'A card payment. Authorization and clearing are two transactions, linked to each other.',
})
export class CardTransaction extends Transaction {
  @Field(() => TransactionDirection, { description: 'Whether the card paid or was refunded.' })
  get direction() {
    return known(TransactionDirection, this.wire.direction);
  }

  @Field(() => String, ownWord('direction'))
  get directionText(): string {
    return wordOf(this.wire.direction);
  }

  @Field(() => Merchant, { description: 'Where the card was used.' })
  get merchant(): Merchant {
    if (!this.wire.merchant) throw new LinkcyBrokenAnswer('Transaction', 'a card transaction without a merchant');
    return new Merchant(this.wire.merchant);
  }

  @Field(() => CardTransactionDetails, {
    nullable: true,
    description: 'How the card was used; null when LinkCy does not say.',
  })
  get cardDetails(): CardTransactionDetails | null {
    return this.wire.cardDetails ? new CardTransactionDetails(this.wire.cardDetails) : null;
  }
}

@ObjectType({
  implements: [Node, Transaction],
  description: 'A British transfer (Faster Payments or BACS), in pounds.',
})
export class UkTransaction extends Transaction {}

@ObjectType({ implements: [Node, Transaction], description: 'Money that was paid in by card.' })
export class AcquiringTransaction extends Transaction {
  @Field(() => Money, { nullable: true, description: 'What remains after the fees; null when LinkCy does not say.' })
  get netAmount(): Money | null {
    return moneyOrNull(this.wire.netAmount, this.wire.currency);
  }

  @Field(() => LocalDate, { nullable: true, description: 'The day it is paid out; null when LinkCy does not say.' })
  get paymentDate(): string | null | undefined {
    return this.wire.information?.paymentDate;
  }
}

@ObjectType({
  implements: [Node, Transaction],
  description: 'Anything else: exchange of currencies, international transfers, and kinds that this API does not know.',
})
export class OtherTransaction extends Transaction {}

const variants: Readonly<Record<string, new (wire: WireTransaction) => Transaction>> = {
  INTER_LEDGER: InterLedgerTransaction,
  SEPA_CREDIT_TRANSFER: SepaTransaction,
  SEPA_DIRECT_DEBIT: SepaTransaction,
  CARD_AUTHORIZATION: CardTransaction,
  CARD_CLEARING: CardTransaction,
  UK_CREDIT_TRANSFER: UkTransaction,
  ACQUIRING: AcquiringTransaction,
};

/** The variant that LinkCy's `type` stands for. */
export function transactionOf(wire: WireTransaction): Transaction {
  const Variant = Object.hasOwn(variants, wire.type) ? variants[wire.type] : undefined;
  return new (Variant ?? OtherTransaction)(wire);
}
