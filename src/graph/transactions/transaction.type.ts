import { Field, InterfaceType } from 'type-graphql';
import { known, wordOf } from '../../linkcy/json/enumeration.js';
import {
  TransactionStatus,
  TransactionType,
  type Transaction as WireTransaction,
} from '../../linkcy/endpoints/transactions.js';
import { Node } from '../node/node.type.js';
import { registerEnum } from '../scalars/enum.js';
import { Decimal } from '../scalars/decimal.js';
import { Money, moneyOrNull } from '../scalars/money.type.js';
import { ownWord } from '../scalars/own-word.js';
import { DateTime, UUID } from '../scalars/text.js';
import { conversionRateOf } from './conversion-rate.js';
import { PaymentType } from './payment-type.type.js';
import { TransactionParty } from './transaction-party.type.js';

registerEnum(
  'TransactionType',
  TransactionType,
  'The kind of a transaction; it decides which of the six types stands for it.',
  {
    CARD_AUTHORIZATION: 'A card payment that a merchant has asked for (CardTransaction).',
    CARD_CLEARING: 'A card payment that a merchant has collected (CardTransaction).',
    SEPA_DIRECT_DEBIT: 'Money collected with a SEPA mandate (SepaTransaction).',
    INTER_LEDGER: 'Between two LinkCy ledgers (InterLedgerTransaction).',
    ACQUIRING: 'Paid in by card (AcquiringTransaction).',
    FX: 'Across currencies (OtherTransaction).',
    SEPA_CREDIT_TRANSFER: 'A SEPA transfer (SepaTransaction).',
    UK_CREDIT_TRANSFER: 'A British transfer (UkTransaction).',
    UNKNOWN: 'A kind that this API does not know (OtherTransaction); `typeText` has it.',
  },
);
registerEnum('TransactionStatus', TransactionStatus, 'The status of a transaction.', {
  APPROVED: 'Accepted; for a card payment, the money is reserved.',
  DECLINED: 'Declined for good.',
  RELEASED: 'The reservation of a card payment ended: it was collected, or it ran out.',
  REVERSED: 'Taken back by the merchant.',
  PENDING: 'In progress.',
  PENDING_REVIEW: 'Under manual review.',
  ABORTED: 'Given up.',
  UNKNOWN: 'LinkCy does not know, or sent a value that this API does not know yet; `statusText` has it.',
});

/** What all six variants have in common. A row of LinkCy's list is complete, so that no field here costs a call. */
@InterfaceType({
  implements: Node,
  description: 'A movement of money. LinkCy: https://docs.sandbox.linkcy.io/tag/Transaction',
})
export abstract class Transaction extends Node {
  protected readonly nodeType = 'Transaction';

  constructor(readonly wire: WireTransaction) {
    super();
  }

  @Field(() => UUID, { description: "LinkCy's id of the transaction." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => TransactionType, { description: 'The kind of transaction.' })
  get type() {
    return known(TransactionType, this.wire.type);
  }

  @Field(() => String, ownWord('type'))
  get typeText(): string {
    return wordOf(this.wire.type);
  }

  @Field(() => PaymentType, { description: 'The exact payment method.' })
  get paymentType() {
    return known(PaymentType, this.wire.paymentType);
  }

  @Field(() => String, ownWord('paymentType'))
  get paymentTypeText(): string {
    return wordOf(this.wire.paymentType);
  }

  @Field(() => TransactionStatus, { description: 'Its status.' })
  get status() {
    return known(TransactionStatus, this.wire.status);
  }

  @Field(() => String, ownWord('status'))
  get statusText(): string {
    return wordOf(this.wire.status);
  }

  @Field(() => DateTime, { description: 'When LinkCy recorded it.' })
  get creationDate(): string {
    return this.wire.creationDate;
  }

  @Field(() => Money, { description: "The amount in the ledger's currency." })
  get amount(): Money {
    return new Money(this.wire.amount, this.wire.currency);
  }

  @Field(() => Money, {
    nullable: true,
    description:
      "The amount in the currency of the other side; null when LinkCy does not say. (LinkCy's information.originalAmount.)",
  })
  get originalAmount(): Money | null {
    const { information } = this.wire;
    return moneyOrNull(information?.originalAmount, information?.originalCurrency);
  }

  @Field(() => Decimal, {
    nullable: true,
    description: 'Rate from the original currency; null when LinkCy does not say.',
  })
  get conversionRate() {
    return conversionRateOf(this.wire.information?.conversionRate);
  }

  @Field(() => String, { nullable: true, description: 'The text for the receiver; null when there is none.' })
  get reference(): string | null | undefined {
    return this.wire.information?.reference;
  }

  @Field(() => String, { nullable: true, description: "The owner's note; null when there is none." })
  get note(): string | null | undefined {
    return this.wire.information?.note;
  }

  @Field(() => String, { nullable: true, description: "LinkCy's word for why it was declined; null when it was not." })
  get declineReason(): string | null | undefined {
    return this.wire.information?.declineReason;
  }

  @Field(() => DateTime, { nullable: true, description: 'When it was settled between the banks; null before.' })
  get clearingDate(): string | null | undefined {
    return this.wire.information?.clearingDate;
  }

  @Field(() => TransactionParty, { nullable: true, description: 'Who sends the money; null when LinkCy does not say.' })
  get sender(): TransactionParty | null {
    return this.wire.sender ? new TransactionParty(this.wire.sender) : null;
  }

  @Field(() => TransactionParty, {
    nullable: true,
    description: 'Who receives the money; null when LinkCy does not say.',
  })
  get receiver(): TransactionParty | null {
    return this.wire.receiver ? new TransactionParty(this.wire.receiver) : null;
  }
}
