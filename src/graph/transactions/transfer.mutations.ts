import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { transactionWrites } from '../../linkcy/endpoints/transactions.js';
import { idArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import { mutationResult, signableResult } from '../sca/mutation-result.js';
import type { MutationOutcome } from '../sca/approvals.js';
import { TransactionPayload } from '../sca/payload.type.js';
import { ScaArgument } from '../sca/sca-argument.js';
import type { ScaInput } from '../sca/sca.input.js';
import { transactionOf } from './transaction-variants.type.js';
import { Transaction } from './transaction.type.js';
import { CreateDirectDebitInput, CreateInterLedgerTransferInput, CreateTransferInput } from './transfer.input.js';

const CreateTransferResult = signableResult('CreateTransferResult', () => TransactionPayload);
const CreateInterLedgerTransferResult = signableResult('CreateInterLedgerTransferResult', () => TransactionPayload);
const CreateDirectDebitResult = mutationResult('CreateDirectDebitResult', () => TransactionPayload);

@Resolver(() => TransactionPayload)
export class TransferMutations {
  @Mutation(() => CreateTransferResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'createTransfer',
      does: 'Sends money to a beneficiary, in the currency of its account. Never sent twice: after OutcomeUnknown look for the transaction first.',
      approval: true,
      page: 'https://docs.sandbox.linkcy.io/tag/Transaction',
    }),
  })
  async createTransfer(
    @Arg('input', () => CreateTransferInput, { description: 'From where to whom, and how much.' })
    input: CreateTransferInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const { amount, reference, allowFastPayment, allowInterLedger } = input;
    const beneficiaryId = idArgument('Beneficiary', input.beneficiaryId, 'beneficiaryId');
    const ledgerFromId = idArgument('Ledger', input.ledgerFromId, 'ledgerFromId');
    return context.sca.perform({
      mutation: 'createTransfer',
      input,
      sca,
      write: transactionWrites.transfer({
        ...{ amount, beneficiaryId, ledgerFromId, reference, allowFastPayment, allowInterLedger },
      }),
      payload: { type: 'Transaction', id: 'created' },
      effect: { kind: 'transaction', ledgerId: ledgerFromId, amount, receiver: { beneficiaryId }, reference },
    });
  }

  @Mutation(() => CreateInterLedgerTransferResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'createInterLedgerTransfer',
      does:
        'Moves money between two LinkCy ledgers, also those of two of your end users. Never sent twice: after ' +
        'OutcomeUnknown look for the transaction first.',
      approval: true,
      page: 'https://docs.sandbox.linkcy.io/tag/Transaction',
    }),
  })
  async createInterLedgerTransfer(
    @Arg('input', () => CreateInterLedgerTransferInput, { description: 'From where to where, and how much.' })
    input: CreateInterLedgerTransferInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const { amount, reference } = input;
    const ledgerFromId = idArgument('Ledger', input.ledgerFromId, 'ledgerFromId');
    const ledgerToId = idArgument('Ledger', input.ledgerToId, 'ledgerToId');
    return context.sca.perform({
      mutation: 'createInterLedgerTransfer',
      input,
      sca,
      write: transactionWrites.interLedgerTransfer({ ledgerFromId, ledgerToId, amount, reference }),
      payload: { type: 'Transaction', id: 'created' },
      effect: {
        ...{ kind: 'transaction', ledgerId: ledgerFromId, amount, receiver: { ledgerId: ledgerToId }, reference },
        types: ['INTER_LEDGER'],
      },
    });
  }

  @Mutation(() => CreateDirectDebitResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'createDirectDebit',
      does:
        "Collects money from a mandate's debtor by SEPA direct debit, on a day to come. The ledger and the mandate must " +
        'be active; a mandate that is not recurring serves once. Needs no approval.',
      page: 'https://docs.sandbox.linkcy.io/tag/Transaction',
    }),
  })
  async createDirectDebit(
    @Arg('input', () => CreateDirectDebitInput, { description: 'With which mandate, when, and how much.' })
    input: CreateDirectDebitInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const { date, amount, reference } = input;
    const mandateId = idArgument('Mandate', input.mandateId, 'mandateId');
    const ledgerToId = idArgument('Ledger', input.ledgerToId, 'ledgerToId');
    return context.sca.perform({
      mutation: 'createDirectDebit',
      input,
      write: transactionWrites.directDebit({ mandateId, ledgerToId, date, amount, reference }),
      payload: { type: 'Transaction', id: 'created' },
      inputPaths: { ledgerId: ['ledgerToId'] },
      effect: {
        ...{ kind: 'transaction', ledgerId: ledgerToId, amount, receiver: { ledgerId: ledgerToId }, reference },
        types: ['SEPA_DIRECT_DEBIT'],
      },
    });
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Transaction, {
    nullable: true,
    description: writtenDescription('The transaction, fetched after it was made.'),
  })
  async transaction(@Root() { uuid }: TransactionPayload, @Ctx() context: Context): Promise<Transaction> {
    return transactionOf(await loadWritten((loaders) => loaders.transaction, uuid, context));
  }
}
