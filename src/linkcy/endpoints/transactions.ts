import type { LinkcyClient, WriteRequest } from '../client.js';
import { enumeration, openEnumeration } from '../json/enumeration.js';
import { jsonBody } from '../json/json-body.js';
import { pageOf, type Page, type PageQuery } from '../json/page.js';
import { route, type Query } from '../route.js';
import type { Amount } from '../json/exact-json.js';
import { amount, entity, optional, optionalText, shape, text, uuid, withId } from '../json/shape.js';

export const TransactionType = openEnumeration(
  'CARD_AUTHORIZATION',
  'CARD_CLEARING',
  'SEPA_DIRECT_DEBIT',
  'INTER_LEDGER',
  'ACQUIRING',
  'FX',
  'SEPA_CREDIT_TRANSFER',
  'UK_CREDIT_TRANSFER',
);
export const PaymentType = openEnumeration(
  'MONEY_TRANSFER',
  'TECH_MVC_CREATION',
  'TECH_TRANSACTION',
  'TECH_VIRTUAL_TRANSFER',
  'ACCOUNT_LOAD',
  'PAYMENT',
  'ACCOUNT_FUNDING',
  'ACCOUNT_TRANSFER',
  'ACCOUNT_VERIFICATION',
  'ADJUSTMENT_CREDIT',
  'ADJUSTMENT_DEBIT',
  'CASH_ADVANCE',
  'CARD_LOAD',
  'CARD_UNLOAD',
  'CHECK_DEPOSIT',
  'DEPOSIT',
  'FEE_COLLECTION',
  'ORIGINAL_CREDIT',
  'PAYMENT_TRANSACTION',
  'PURCHASE',
  'PURCHASE_RETURN_OR_REFUND',
  'PURCHASE_WITH_CASHBACK',
  'QUASI_CASH',
  'UNIQUE_MCC_TRANSACTION',
  'WITHDRAWAL',
  'TECH_CARD_SETTLEMENT',
  'SCT_RECEIVE',
  'SCT_INST_RECEIVE',
  'SCT_SEND',
  'SCT_INST_SEND',
  'SDD_SEND',
  'SDD_RECEIVE',
  'BACS_RECEIVE',
  'FASTER_PAYMENT_RECEIVE',
  'BACS_SEND',
  'FASTER_PAYMENT_SEND',
  'GLOBAL_SWIFT',
);
export const TransactionStatus = openEnumeration(
  'APPROVED',
  'DECLINED',
  'RELEASED',
  'REVERSED',
  'PENDING',
  'PENDING_REVIEW',
  'ABORTED',
);
export const TransactionDirection = openEnumeration('DEBIT', 'CREDIT');
export const SepaSequence = openEnumeration('FIRST', 'RECURRING', 'FINAL', 'ONE_OFF', 'NONE');
export const TransactionSortAttribute = enumeration('CREATION_DATE');

/** Sender or receiver; which fields are there depends on the kind of transaction. */
export interface TransactionActor {
  readonly name?: string | null;
  readonly ledgerId?: string | null;
  readonly endUserId?: string | null;
  readonly ledgerFriendlyName?: string | null;
  readonly iban?: string | null;
  readonly bic?: string | null;
  readonly sortCode?: string | null;
  readonly accountNumber?: string | null;
  readonly beneficiaryId?: string | null;
  readonly cardId?: string | null;
  readonly cardFriendlyName?: string | null;
  /** LinkCy 1.114 and later, as are the two balances: of the ledger before this transaction. */
  readonly virtualLedgerId?: string | null;
  readonly virtualLedgerFriendlyName?: string | null;
  readonly previousTotalBalance?: number | null;
  readonly previousReservedBalance?: number | null;
}

interface LinkedTransaction {
  readonly id: string;
  readonly date: string;
}

export interface TransactionInformation {
  readonly originalAmount?: Amount | null;
  readonly originalCurrency?: string | null;
  readonly conversionRate?: string | number | null;
  readonly note?: string | null;
  readonly declineReason?: string | null;
  readonly clearingDate?: string | null;
  readonly reference?: string | null;
  /** SEPA only. */
  readonly sequence?: string | null;
  /** Acquiring only. */
  readonly paymentDate?: string | null;
  /** Card clearings only: the authorization behind it. */
  readonly originalTransaction?: LinkedTransaction | null;
  /** Card authorizations only: the clearing that followed. */
  readonly clearingTransaction?: LinkedTransaction | null;
}

export interface TransactionMerchant {
  readonly id?: string | null;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly categoryCode: string;
  readonly description: string;
}

export interface TransactionCardDetails {
  readonly truncatedPan?: string | null;
  /** The card's payment token. Never passed on. */
  readonly token?: string | null;
  readonly terminalAttendance?: string | null;
  readonly holderPresent?: string | null;
  readonly cardPresent?: string | null;
  readonly deviceFormFactor?: string | null;
  readonly inputMethod?: string | null;
}

/** A row of GET /transactions, which is the same as GET /transactions/{id}. `type` tells the six variants apart. */
export interface Transaction {
  readonly id: string;
  readonly type: string;
  readonly paymentType: string;
  readonly status: string;
  readonly creationDate: string;
  readonly amount: Amount;
  readonly currency: string;
  readonly information?: TransactionInformation | null;
  readonly sender?: TransactionActor | null;
  readonly receiver?: TransactionActor | null;
  /** Card transactions only. */
  readonly direction?: string | null;
  readonly merchant?: TransactionMerchant | null;
  readonly cardDetails?: TransactionCardDetails | null;
  /** Acquiring only. */
  readonly netAmount?: Amount | null;
}

export interface TransactionQuery extends Query {
  readonly endUserId?: string | null;
  readonly ledgerId?: string | null;
  readonly cardId?: string | null;
  readonly transactionTypes?: readonly string[] | null;
  readonly paymentTypes?: readonly string[] | null;
  readonly status?: readonly string[] | null;
  readonly showReleasedTransaction?: boolean | null;
  readonly showDeclinedTransaction?: boolean | null;
  readonly startDate?: string | null;
  readonly endDate?: string | null;
}

/** The body of POST /transactions. `amount` is in main currency units. */
export interface Transfer {
  readonly amount: number;
  readonly beneficiaryId: string;
  readonly ledgerFromId: string;
  /** LinkCy writes "Transfer" where there is none. */
  readonly reference?: string | null;
  readonly allowFastPayment?: boolean | null;
  readonly allowInterLedger?: boolean | null;
}

/** The body of POST /transactions/inter-ledger. */
interface InterLedgerTransfer {
  readonly ledgerFromId: string;
  readonly ledgerToId: string;
  readonly amount: number;
  readonly reference?: string | null;
}

/** The body of POST /transactions/direct-debit. Older versions called the ledger `ledgerId`; the newest name wins. */
interface DirectDebit {
  readonly mandateId: string;
  readonly ledgerToId: string;
  /** YYYY-MM-DD, a working day, at least two days ahead. */
  readonly date: string;
  readonly amount: number;
  readonly reference: string;
}

const isActor = entity<TransactionActor>({
  name: optionalText,
  ledgerId: optional(uuid),
  endUserId: optional(uuid),
  ledgerFriendlyName: optionalText,
  iban: optionalText,
  bic: optionalText,
  sortCode: optionalText,
  accountNumber: optionalText,
  beneficiaryId: optional(uuid),
  cardId: optional(uuid),
  cardFriendlyName: optionalText,
});
const isLinkedTransaction = shape<LinkedTransaction>({ id: uuid });
const isInformation = entity<TransactionInformation>({
  originalAmount: optional(amount),
  originalCurrency: optionalText,
  note: optionalText,
  declineReason: optionalText,
  clearingDate: optionalText,
  reference: optionalText,
  paymentDate: optionalText,
  originalTransaction: optional(isLinkedTransaction),
  clearingTransaction: optional(isLinkedTransaction),
});
const isMerchant = entity<TransactionMerchant>({
  id: optionalText,
  name: text,
  city: text,
  country: text,
  categoryCode: text,
  description: text,
});
const isCardDetails = entity<TransactionCardDetails>({
  truncatedPan: optionalText,
  terminalAttendance: optionalText,
  holderPresent: optionalText,
  cardPresent: optionalText,
  deviceFormFactor: optionalText,
  inputMethod: optionalText,
});
const isTransaction = entity<Transaction>({
  id: uuid,
  creationDate: text,
  amount,
  currency: text,
  information: optional(isInformation),
  sender: optional(isActor),
  receiver: optional(isActor),
  merchant: optional(isMerchant),
  cardDetails: optional(isCardDetails),
  netAmount: optional(amount),
});
const isTransactionPage = pageOf(isTransaction);

/** LinkCy's transactions: https://docs.sandbox.linkcy.io/tag/Transaction */
export const transactions = (client: LinkcyClient) => ({
  list: (filter: TransactionQuery, page: PageQuery): Promise<Page<Transaction>> =>
    client.list(route`/api/partner/transactions`, isTransactionPage, filter, page),
  get: (id: string): Promise<Transaction> =>
    client.read(route`/api/partner/transactions/${id}`, withId(isTransaction, id)),
});

/** The requests that move money. Their answer: 201 {id}. */
export const transactionWrites = {
  transfer: (body: Transfer): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/transactions`,
    success: { kind: 'created' },
    body: jsonBody(body),
  }),
  interLedgerTransfer: (body: InterLedgerTransfer): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/transactions/inter-ledger`,
    success: { kind: 'created' },
    body: jsonBody(body),
  }),
  directDebit: (body: DirectDebit): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/transactions/direct-debit`,
    success: { kind: 'created' },
    body: jsonBody(body),
  }),
};
