import {
  beneficiary,
  card,
  cardRow,
  cardsOfLedger,
  consumer,
  consumerRow,
  consumersInAll,
  indexOf,
  ledger,
  ledgerRow,
  ledgersOfConsumer,
  transaction,
  transactionsInAll,
  transactionsOfConsumer,
} from './objects.js';

/** An answer in LinkCy's form. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** An error as LinkCy writes it. */
export function errorBody(status: number, error: string, errorCode: string): object {
  return { errorCode, message: 'No.', error, status, timestamp: '2026-01-05T09:00:00.123456789Z' };
}

interface List {
  readonly total: number;
  readonly row: (index: number) => object;
}

const details: Readonly<Record<string, (index: number) => object>> = {
  ...{ consumers: consumer, ledgers: ledger, cards: card, beneficiaries: beneficiary, transactions: transaction },
};

/** What a GET gives: an object by its id, or a numbered page of a list. */
export function answerOf(target: string): Answer {
  const { pathname, searchParams } = new URL(target, 'http://upstream');
  const [, noun = '', id] = /^\/api\/partner\/(\w+)(?:\/([0-9a-f-]{36}))?$/.exec(pathname) ?? [];
  const detail = details[noun];
  if (detail === undefined) return { status: 404, body: errorBody(404, 'linkcy.not.found', 'NOT_FOUND') };
  if (id !== undefined) return { status: 200, body: detail(indexOf(id)) };
  const page = Number(searchParams.get('page') ?? 0);
  const pageSize = Number(searchParams.get('pageSize') ?? 20);
  const { total, row } = listOf(noun, searchParams);
  const length = Math.max(0, Math.min(pageSize, total - page * pageSize));
  const content = Array.from({ length }, (_, index) => row(page * pageSize + index));
  return { status: 200, body: { content, totalElements: total, page, pageSize } };
}

/** All objects of a kind, or those of a parent, which are neighbours of each other. */
function listOf(noun: string, filter: URLSearchParams): List {
  const [consumerId, ledgerId] = [filter.get('endUserId'), filter.get('ledgerId')];
  switch (noun) {
    case 'consumers':
      return { total: consumersInAll, row: consumerRow };
    case 'ledgers':
      return part(consumersInAll * ledgersOfConsumer, ledgerRow, consumerId, ledgersOfConsumer);
    case 'cards':
      return part(consumersInAll * ledgersOfConsumer * cardsOfLedger, cardRow, ledgerId, cardsOfLedger);
    case 'transactions':
      return part(transactionsInAll, transaction, consumerId, transactionsOfConsumer);
    default:
      return { total: 0, row: beneficiary };
  }
}

function part(total: number, row: List['row'], parentId: string | null, rowsOfParent: number): List {
  if (parentId === null) return { total, row };
  const first = indexOf(parentId) * rowsOfParent;
  return { total: rowsOfParent, row: (index) => row(first + index) };
}
