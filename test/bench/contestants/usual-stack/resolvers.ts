import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Linkcy } from './linkcy.js';
import {
  Address,
  Beneficiary,
  Card,
  CardList,
  CardRule,
  Consumer,
  ConsumerList,
  CreateTransferInput,
  Ledger,
  LedgerList,
  Money,
  PageArgs,
  Transaction,
  TransactionList,
  TransactionParty,
  TransactionPayload,
} from './types.js';

@Resolver(() => Transaction)
export class TransactionResolver {
  @Query(() => TransactionList)
  transactions(@Args(() => PageArgs) { first }: PageArgs, @Ctx() linkcy: Linkcy) {
    return linkcy.list<Transaction>('transactions', first);
  }

  @FieldResolver(() => Money)
  amount(@Root() { amount, currency }: Transaction): Money {
    return { value: String(amount), currency };
  }

  @FieldResolver(() => String, { nullable: true })
  reference(@Root() { information }: Transaction) {
    return information?.reference;
  }

  @FieldResolver(() => String, { nullable: true })
  note(@Root() { information }: Transaction) {
    return information?.note;
  }
}

@Resolver(() => TransactionParty)
export class TransactionPartyResolver {
  @FieldResolver(() => Ledger, { nullable: true })
  async ledger(@Root() { ledgerId }: TransactionParty, @Ctx() linkcy: Linkcy) {
    return ledgerId ? linkcy.ledgers.load(ledgerId) : null;
  }

  @FieldResolver(() => Beneficiary, { nullable: true })
  async beneficiary(@Root() { beneficiaryId }: TransactionParty, @Ctx() linkcy: Linkcy) {
    return beneficiaryId ? linkcy.beneficiaries.load(beneficiaryId) : null;
  }
}

@Resolver(() => Ledger)
export class LedgerResolver {
  @FieldResolver(() => String, { nullable: true })
  async iban(@Root() { id }: Ledger, @Ctx() linkcy: Linkcy) {
    return (await linkcy.ledgers.load(id)).iban;
  }

  @FieldResolver(() => Money)
  async availableAmount(@Root() { id, currency }: Ledger, @Ctx() linkcy: Linkcy): Promise<Money> {
    return { value: String((await linkcy.ledgers.load(id)).availableAmount), currency };
  }

  @FieldResolver(() => CardList)
  cards(@Root() { id }: Ledger, @Args(() => PageArgs) { first }: PageArgs, @Ctx() linkcy: Linkcy) {
    return linkcy.list<Card>('cards', first, { ledgerId: id });
  }
}

@Resolver(() => Card)
export class CardResolver {
  @Query(() => CardList)
  cards(@Args(() => PageArgs) { first }: PageArgs, @Ctx() linkcy: Linkcy) {
    return linkcy.list<Card>('cards', first);
  }

  @FieldResolver(() => String)
  status(@Root() { status }: Card) {
    return typeof status === 'string' ? status : status.value;
  }

  @FieldResolver(() => String, { nullable: true })
  async truncatedPan(@Root() { id }: Card, @Ctx() linkcy: Linkcy) {
    return (await linkcy.cards.load(id)).truncatedPan;
  }

  @FieldResolver(() => String)
  async pinStatus(@Root() { id }: Card, @Ctx() linkcy: Linkcy) {
    return (await linkcy.cards.load(id)).pinStatus;
  }

  @FieldResolver(() => String)
  async scheme(@Root() { id }: Card, @Ctx() linkcy: Linkcy) {
    return (await linkcy.cards.load(id)).scheme;
  }

  @FieldResolver(() => [CardRule])
  async rules(@Root() { id }: Card, @Ctx() linkcy: Linkcy) {
    return (await linkcy.cards.load(id)).rules;
  }
}

@Resolver(() => Consumer)
export class ConsumerResolver {
  @Query(() => Consumer, { nullable: true })
  consumer(@Arg('id', () => ID) id: string, @Ctx() linkcy: Linkcy) {
    return linkcy.consumers.load(id);
  }

  @Query(() => ConsumerList)
  consumers(@Args(() => PageArgs) { first }: PageArgs, @Ctx() linkcy: Linkcy) {
    return linkcy.list<Consumer>('consumers', first);
  }

  @FieldResolver(() => String, { nullable: true })
  async birthDate(@Root() { id }: Consumer, @Ctx() linkcy: Linkcy) {
    return (await linkcy.consumers.load(id)).birthDate;
  }

  @FieldResolver(() => Address, { nullable: true })
  async address(@Root() { id }: Consumer, @Ctx() linkcy: Linkcy) {
    return (await linkcy.consumers.load(id)).address;
  }

  @FieldResolver(() => LedgerList)
  ledgers(@Root() { id }: Consumer, @Args(() => PageArgs) { first }: PageArgs, @Ctx() linkcy: Linkcy) {
    return linkcy.list<Ledger>('ledgers', first, { endUserId: id });
  }

  @FieldResolver(() => TransactionList)
  transactions(@Root() { id }: Consumer, @Args(() => PageArgs) { first }: PageArgs, @Ctx() linkcy: Linkcy) {
    return linkcy.list<Transaction>('transactions', first, { endUserId: id });
  }
}

@Resolver(() => TransactionPayload)
export class TransferResolver {
  @Mutation(() => TransactionPayload)
  createTransfer(
    @Arg('input', () => CreateTransferInput) { amount, ...input }: CreateTransferInput,
    @Ctx() linkcy: Linkcy,
  ) {
    return linkcy.transfer({ ...input, amount: Number(amount) });
  }

  @FieldResolver(() => Transaction)
  transaction(@Root() { id }: TransactionPayload, @Ctx() linkcy: Linkcy) {
    return linkcy.transactions.load(id);
  }
}
