import { createHash } from 'node:crypto';
import type { LinkcyApi } from '../linkcy/api.js';
import { largestPageSize } from '../linkcy/json/page.js';
import type { Transaction } from '../linkcy/endpoints/transactions.js';
import type { TransferTrace } from './operation-request.js';
import type { TransferMarker } from './store/store.js';

/** How far LinkCy's clock may be from ours, and how long after a lost answer it may still be at work. */
const clockMarginMilliseconds = 5_000;
/** More transactions than this in such a narrow window are not looked through: the outcome stays unknown. */
const mostPages = 5;

/** When the transfer can have been carried out, by our clock. */
export interface TransferWindow {
  readonly from: number;
  readonly to: number;
}

/** Two transfers with the same fingerprint cannot be told apart in LinkCy's list. */
export function transferFingerprint({ ledgerId, amount, receiver, reference }: TransferTrace): string {
  const parts = [ledgerId, amount, Object.values(receiver), reference ?? ''];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * The ids of all transactions in GET /transactions that the transfer may have led to; undefined when there are too many
 * to look through. Throws a LinkcyError when LinkCy cannot be asked.
 */
export async function transactionsLike(
  linkcy: LinkcyApi,
  trace: TransferTrace,
  window: TransferWindow,
): Promise<readonly string[] | undefined> {
  const { from, to } = withMargin(window);
  const rows = await transactionsBetween(linkcy, trace, from, to);
  const receivingLedger = await receivingLedgerOf(linkcy, trace);
  return rows?.filter((row) => fits(row, trace, receivingLedger, from, to)).map(({ id }) => id);
}

/**
 * The one transaction that can only be this transfer's: it is no other's, and no other with the same fingerprint can have led
 * to it. Undefined where that is not certain. The markers must be read after the list: whoever sends sets its marker first.
 *
 * @param others what is known of the other transfers with this fingerprint
 */
export function ownTransaction(
  found: readonly string[],
  window: TransferWindow,
  others: readonly TransferMarker[],
): string | undefined {
  const { from } = withMargin(window);
  if (others.some(({ transactionId, until }) => transactionId === undefined && until >= from)) return undefined;
  const own = found.filter((id) => !others.some(({ transactionId }) => transactionId === id.toLowerCase()));
  return own.length === 1 ? own[0] : undefined;
}

function withMargin({ from, to }: TransferWindow): TransferWindow {
  return { from: from - clockMarginMilliseconds, to: to + clockMarginMilliseconds };
}

/** All rows of the window, each once; undefined when there are too many. */
async function transactionsBetween(
  linkcy: LinkcyApi,
  { ledgerId }: TransferTrace,
  from: number,
  to: number,
): Promise<readonly Transaction[] | undefined> {
  // Whether LinkCy's bounds include their ends is not documented; with a second more on each side it does not matter.
  const filter = {
    ledgerId,
    startDate: wholeSeconds(from - 1000),
    endDate: wholeSeconds(to + 2000),
    showReleasedTransaction: true,
    showDeclinedTransaction: true,
  };
  const rows = new Map<string, Transaction>();
  for (let page = 0; page < mostPages; page += 1) {
    const query = { page, pageSize: largestPageSize, sortAttribute: 'CREATION_DATE', sortDirection: 'ASC' } as const;
    const { content, totalElements } = await linkcy.transactions.list(filter, query);
    for (const row of content) rows.set(row.id, row);
    if (content.length === 0 || (page + 1) * largestPageSize >= totalElements) return [...rows.values()];
  }
  return undefined;
}

/** A transfer to a beneficiary that is itself a ledger at LinkCy shows up with the ledger as its receiver. */
async function receivingLedgerOf(linkcy: LinkcyApi, { receiver }: TransferTrace): Promise<string | undefined> {
  if ('ledgerId' in receiver) return receiver.ledgerId;
  return (await linkcy.beneficiaries.get(receiver.beneficiaryId)).linkcyLedgerId ?? undefined;
}

function fits(
  row: Transaction,
  trace: TransferTrace,
  receivingLedger: string | undefined,
  from: number,
  to: number,
): boolean {
  const time = Date.parse(row.creationDate);
  if (!(time >= from && time <= to)) return false;
  if (trace.types !== undefined && !trace.types.some((type) => type === row.type)) return false;
  // Both numbers come from decimal text of at most 15 digits, so that they are equal exactly when the amounts are.
  // One with more digits arrives as text, and must not be rounded into equality.
  if (typeof row.amount !== 'number' || Math.abs(row.amount) !== trace.amount) return false;
  if (!referencesFit(trace.reference ?? '', row.information?.reference ?? '')) return false;
  return sendersFit(row, trace, receivingLedger) && receiversFit(row, trace, receivingLedger);
}

/** Without a reference LinkCy writes "Transfer". */
function referencesFit(sent: string, found: string): boolean {
  return sent === '' ? found === '' || found === 'Transfer' : sent === found;
}

function sendersFit(
  { sender }: Transaction,
  { ledgerId }: TransferTrace,
  receivingLedger: string | undefined,
): boolean {
  // A direct debit comes from outside, and its ledger is the receiver.
  return ledgerId === receivingLedger || same(sender?.ledgerId, ledgerId);
}

function receiversFit({ receiver }: Transaction, trace: TransferTrace, receivingLedger: string | undefined): boolean {
  if ('beneficiaryId' in trace.receiver && same(receiver?.beneficiaryId, trace.receiver.beneficiaryId)) return true;
  return receivingLedger !== undefined && same(receiver?.ledgerId, receivingLedger);
}

const same = (found: string | null | undefined, wanted: string) => found?.toLowerCase() === wanted.toLowerCase();
const wholeSeconds = (milliseconds: number) => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
