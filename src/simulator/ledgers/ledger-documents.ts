import { amountOf, centsOf } from '../transactions/money.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import { purseOf } from './balances.js';
import { control } from '../control/control-route.js';
import { endUserOf } from '../consumers/end-users.js';
import { ledgerInPath } from '../http/found.js';
import { grouped } from './iban.js';
import { QueryReader } from '../http/query.js';
import { notFound } from '../http/refusal.js';
import { originOf, type Answer, type Call, type Endpoint } from '../http/router.js';
import type { LedgerDocument } from '../control/simulation.js';
import type { StoredTransaction } from '../transactions/transactions.js';
import { requireActive } from '../transactions/transfer-rules.js';

export const ledgerDocumentRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/documents/ledger-statement/{ledgerId}', access: 'bearer', handle: statement },
  { method: 'GET', path: '/api/partner/documents/bank-details/{ledgerId}', access: 'bearer', handle: bankDetails },
];

/** Where the links to the documents lead. */
export const ledgerDocumentControlRoutes: readonly Endpoint[] = [control('GET', '/documents/{link}', document)];

function statement(call: Call): Answer {
  const query = new QueryReader(call.query);
  const startDate = query.date('startDate');
  const endDate = query.date('endDate');
  query.check();
  return linkTo(call, { kind: 'statement', ledgerId: ledgerInPath(call).id, startDate, endDate });
}

function bankDetails(call: Call): Answer {
  const ledger = ledgerInPath(call);
  requireActive(ledger);
  return linkTo(call, { kind: 'bank-details', ledgerId: ledger.id });
}

function linkTo(call: Call, asked: LedgerDocument): Answer {
  const url = `${originOf(call)}/simulator/documents/${call.simulation.documentLinks.issue(asked)}`;
  return { status: 200, body: { url, ttl: 'PT15M' } };
}

function document({ parameters, simulation: { store, documentLinks } }: Call): Answer {
  const asked = documentLinks.peek(parameters.link ?? '');
  const ledger = store.ledgers.get(asked?.ledgerId ?? '');
  if (asked === undefined || ledger === undefined) throw notFound('DOCUMENT_NOT_FOUND', 'This link is too old');
  const holder = endUserOf(store, ledger.endUserId).name;
  const account = ledger.iban == null ? `${ledger.sortCode ?? ''} ${ledger.accountNumber ?? ''}` : grouped(ledger.iban);
  const head = [`Aurora`, '', `Holder   ${holder}`, `Account  ${account}`, `BIC      ${ledger.bicOrSwift ?? '-'}`];
  const rows =
    asked.kind === 'statement'
      ? ['', ...entries(store.transactions.inGroup('ledgerId', ledger.id), ledger, asked)]
      : [];
  const purse = purseOf(store, ledger);
  const foot =
    asked.kind === 'statement'
      ? ['', `Balance  ${amountOf(centsOf(purse.totalAmount)).toFixed(2)} ${ledger.currency}`]
      : [];
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { status: 200, text: `${[...head, ...rows, ...foot].join('\n')}\n`, headers };
}

function entries(
  rows: readonly StoredTransaction[],
  { id }: Ledger,
  { startDate = '', endDate = '9' }: LedgerDocument,
): string[] {
  return rows
    .filter(({ status, creationDate }) => {
      const date = creationDate.slice(0, 10);
      return (status === 'APPROVED' || status === 'RELEASED') && date >= startDate && date <= endDate;
    })
    .map(({ creationDate, amount, sender, receiver, information }) => {
      const out = sender?.ledgerId === id;
      const other = (out ? receiver : sender)?.name ?? '';
      const signed = `${out ? '-' : '+'}${amountOf(centsOf(amount)).toFixed(2)}`.padStart(12);
      return `${creationDate.slice(0, 10)} ${signed}  ${other}  ${information?.reference ?? ''}`.trimEnd();
    });
}
