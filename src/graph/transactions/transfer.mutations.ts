import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { transactionWrites } from '../../linkcy/endpoints/transactions.js';
import { idArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { LinkcyMutation, type MutationRequest } from '../sca/linkcy-mutation.js';
import { TransactionPayload } from '../sca/payload.type.js';
import { Transaction } from './transaction.type.js';
import { CreateDirectDebitInput, CreateInterLedgerTransferInput, CreateTransferInput } from './transfer.input.js';

@Resolver(() => TransactionPayload)
export class TransferMutations {
  @LinkcyMutation(() => TransactionPayload, {
    does: 'Sends money to a beneficiary, in the currency of its account. Never sent twice: after OutcomeUnknown look for the transaction first.',
    approval: true,
    page: 'https://docs.sandbox.linkcy.io/tag/Transaction',
    input: () => CreateTransferInput,
    inputDescription: 'From where to whom, and how much.',
    movesMoney: true,
  })
  createTransfer(input: CreateTransferInput): MutationRequest {
    const { amount, reference, allowFastPayment, allowInterLedger } = input;
    const beneficiaryId = idArgument('Beneficiary', input.beneficiaryId, 'beneficiaryId');
    const ledgerFromId = idArgument('Ledger', input.ledgerFromId, 'ledgerFromId');
    const transfer = { amount, beneficiaryId, ledgerFromId, reference, allowFastPayment, allowInterLedger };
    return {
      write: transactionWrites.transfer(transfer),
      payload: { type: 'Transaction', id: 'created' },
      effect: { kind: 'transaction', ledgerId: ledgerFromId, amount, receiver: { beneficiaryId }, reference },
    };
  }

  @LinkcyMutation(() => TransactionPayload, {
    does:
      'Moves money between two LinkCy ledgers, also those of two of your end users. Never sent twice: after ' +
      'OutcomeUnknown look for the transaction first.',
    approval: true,
    page: 'https://docs.sandbox.linkcy.io/tag/Transaction',
    input: () => CreateInterLedgerTransferInput,
    inputDescription: 'From where to where, and how much.',
    movesMoney: true,
  })
  createInterLedgerTransfer(input: CreateInterLedgerTransferInput): MutationRequest {
    const { amount, reference } = input;
    const ledgerFromId = idArgument('Ledger', input.ledgerFromId, 'ledgerFromId');
    const ledgerToId = idArgument('Ledger', input.ledgerToId, 'ledgerToId');
    return {
      write: transactionWrites.interLedgerTransfer({ ledgerFromId, ledgerToId, amount, reference }),
      payload: { type: 'Transaction', id: 'created' },
      effect: {
        ...{ kind: 'transaction', ledgerId: ledgerFromId, amount, receiver: { ledgerId: ledgerToId }, reference },
        types: ['INTER_LEDGER'],
      },
    };
  }

  @LinkcyMutation(() => TransactionPayload, {
    does:
      "Collects money from a mandate's debtor by SEPA direct debit, on a future day. The ledger and the mandate " +
      'must be active; a mandate that is not recurring serves once. Needs no approval.',
    page: 'https://docs.sandbox.linkcy.io/tag/Transaction',
    input: () => CreateDirectDebitInput,
    inputDescription: 'With which mandate, when, and how much.',
    movesMoney: true,
  })
  createDirectDebit(input: CreateDirectDebitInput): MutationRequest {
    const { date, amount, reference } = input;
    const mandateId = idArgument('Mandate', input.mandateId, 'mandateId');
    const ledgerToId = idArgument('Ledger', input.ledgerToId, 'ledgerToId');
    return {
      write: transactionWrites.directDebit({ mandateId, ledgerToId, date, amount, reference }),
      payload: { type: 'Transaction', id: 'created' },
      inputPaths: { ledgerId: ['ledgerToId'] },
      effect: {
        ...{ kind: 'transaction', ledgerId: ledgerToId, amount, receiver: { ledgerId: ledgerToId }, reference },
        types: ['SEPA_DIRECT_DEBIT'],
      },
    };
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Transaction, {
    nullable: true,
    description: writtenDescription('The transaction, fetched after it was made.'),
  })
  async transaction(@Root() { uuid }: TransactionPayload, @Ctx() context: Context): Promise<Transaction> {
    return loadWritten((loaders) => loaders.transaction, uuid, context);
  }
}
