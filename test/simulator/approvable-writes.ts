import { at, ask, textAt, type Json } from './ask.js';
import type { WriteBank } from '../support/banks/write-bank.js';

/** A write that an approval may be asked for, on the bank of the tests. */
export interface ApprovableWrite {
  readonly route: string;
  readonly path: (bank: WriteBank) => string;
  readonly body: (bank: WriteBank) => object | undefined;
  /** What a client can see of it, by GET. It is another before and after. */
  readonly effect: (bank: WriteBank) => Promise<Json | undefined>;
  /** What is created or changed, in the end. */
  readonly objectId: (bank: WriteBank) => Promise<string>;
  readonly by?: (bank: WriteBank) => string;
}

const get = async (bank: WriteBank, path: string) => (await ask(bank.simulator, `/api/partner${path}`)).body;
const newest = async (bank: WriteBank, list: string) =>
  textAt(await get(bank, `/${list}&sortDirection=DESC`), 'content.0.id');
const total = async (bank: WriteBank, list: string) => at(await get(bank, `/${list}`), 'totalElements');
const detail = (path: (bank: WriteBank) => string, field: string) => async (bank: WriteBank) =>
  at(await get(bank, path(bank)), field);

const transactions = ({ main }: WriteBank) => `transactions?ledgerId=${main.id}`;
const beneficiaries = ({ owner }: WriteBank) => `beneficiaries?endUserId=${owner.id}`;
const cards = ({ main }: WriteBank) => `cards?ledgerId=${main.id}`;
const consumer = ({ owner }: WriteBank) => `/consumers/${owner.id}`;
const payee = ({ payee: { id } }: WriteBank) => `/beneficiaries/${id}`;

/** The card that `insertCard` has put there. */
export const cardId = '7d3c0b4e-2f0e-4f0e-9a5e-3b1f7c2d1e07';
const card = () => `/cards/${cardId}`;

/** A physical card that is active. */
export function insertCard({ simulator: { store, samples }, owner, main }: WriteBank): void {
  const rules = [{ type: 'DAILY_MAX_SPEND', value: 500, creator: 'END_USER' }];
  const belongs = { endUserId: owner.id, ledgerId: main.id };
  store.cards.insert(samples.card({ id: cardId, ...belongs, type: 'PHYSICAL', pinStatus: 'LOCKED', rules }));
}

const created = (list: (bank: WriteBank) => string) => ({
  effect: (bank: WriteBank) => total(bank, list(bank)),
  objectId: (bank: WriteBank) => newest(bank, list(bank)),
});
const changed = (path: (bank: WriteBank) => string, field: string) => ({
  effect: detail(path, field),
  objectId: async (bank: WriteBank) => textAt(await get(bank, path(bank)), 'id'),
});

/** Everything that can be seen by GET when it has been carried out. */
export const approvableWrites: readonly ApprovableWrite[] = [
  {
    route: 'POST /api/partner/transactions',
    path: () => '/api/partner/transactions',
    body: ({ payee, main }) => ({ amount: 120.5, beneficiaryId: payee.id, ledgerFromId: main.id, reference: 'Rent' }),
    ...created(transactions),
  },
  {
    route: 'POST /api/partner/transactions/inter-ledger',
    path: () => '/api/partner/transactions/inter-ledger',
    body: ({ main, foreignLedger }) => ({ amount: 50, ledgerFromId: main.id, ledgerToId: foreignLedger.id }),
    ...created(transactions),
  },
  {
    route: 'POST /api/partner/beneficiaries',
    path: () => '/api/partner/beneficiaries',
    body: () => ({
      type: 'PERSON',
      name: 'Anna Weiss',
      bankingDetails: { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
    }),
    ...created(beneficiaries),
  },
  {
    route: 'PATCH /api/partner/beneficiaries/{beneficiaryId}',
    path: (bank) => `/api/partner${payee(bank)}`,
    body: () => ({ friendlyName: 'Landlord' }),
    ...changed(payee, 'updateDate'),
  },
  {
    route: 'PATCH /api/partner/consumers/{consumerId}/contact',
    path: (bank) => `/api/partner${consumer(bank)}/contact`,
    body: () => ({ emailAddress: 'nora@mail.example' }),
    ...changed(consumer, 'updateDate'),
  },
  {
    route: 'PATCH /api/partner/consumers/{consumerId}',
    path: (bank) => `/api/partner${consumer(bank)}`,
    body: () => ({ externalId: 'N-2' }),
    ...changed(consumer, 'updateDate'),
  },
  {
    route: 'POST /api/partner/cards',
    path: () => '/api/partner/cards',
    body: ({ main, virtual }) => ({ ledgerId: main.id, profileId: virtual.id, friendlyName: 'Shopping' }),
    ...created(cards),
  },
  {
    route: 'PATCH /api/partner/cards/{cardId}',
    path: () => `/api/partner${card()}`,
    body: () => ({ friendlyName: 'Travel' }),
    ...changed(card, 'updateDate'),
  },
  {
    route: 'PUT /api/partner/cards/{cardId}/rules',
    path: () => `/api/partner${card()}/rules`,
    body: () => ({ type: 'DAILY_MAX_SPEND', value: 20 }),
    ...changed(card, 'rules.0.value'),
  },
  {
    route: 'DELETE /api/partner/cards/{cardId}/rules/{ruleType}',
    path: () => `/api/partner${card()}/rules/DAILY_MAX_SPEND`,
    body: () => undefined,
    ...changed(card, 'rules.0.value'),
  },
  {
    route: 'POST /api/partner/cards/{cardId}/pin/reset',
    path: () => `/api/partner${card()}/pin/reset`,
    body: () => undefined,
    ...changed(card, 'pinStatus'),
  },
  {
    route: 'POST /api/partner/transactions/direct-debit',
    path: () => '/api/partner/transactions/direct-debit',
    body: ({ mandate, companyLedger }) => ({
      ...{ mandateId: mandate.id, ledgerToId: companyLedger.id, date: '2031-03-04', amount: 12.5, reference: 'Choir' },
    }),
    effect: (bank) => total(bank, `transactions?ledgerId=${bank.companyLedger.id}`),
    objectId: (bank) => newest(bank, `transactions?ledgerId=${bank.companyLedger.id}`),
    by: ({ simulator, company }) => simulator.tokens.corporate(company.id),
  },
];
