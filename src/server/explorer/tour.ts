import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { packageRoot } from '../package-root.js';
import { examplesOf } from './examples.js';

/** The local simulator as far as the explorer's tour needs it. */
export interface LocalLinkcy {
  /** Where a person approves and declines, in place of the customer. */
  readonly phoneUrl: string;
  /** A transfer that can be made right now; undefined: there is none. */
  exampleTransfer(): { readonly ledgerFromId: string; readonly beneficiaryId: string } | undefined;
}

/** A tab of the explorer. */
export interface Tab {
  readonly query: string;
  /** JSON, as it stands in the box Variables. */
  readonly variables?: string;
}

/** Example operations, in the order in which a newcomer runs them. */
export interface Tour {
  readonly name: TourName;
  readonly tabs: readonly Tab[];
  /** Words that stand for a field of an earlier answer: CARD_ID for `card { id }`. The page fills them in. */
  readonly placeholders: readonly string[];
  /** Which of them is the token of an operation, by its name. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** The tours, and what a link to them says. */
export const tourTitles = { payment: 'A payment', onboarding: 'A new customer' } as const;
export type TourName = keyof typeof tourTitles;

export function isTourName(name: string): name is TourName {
  return Object.hasOwn(tourTitles, name);
}

/** With the local simulator all ids are filled in; for another LinkCy the payment has to be given them. */
export function tourOf(name: TourName, localLinkcy: LocalLinkcy | undefined): Promise<Tour> {
  return name === 'payment' ? payment(localLinkcy) : onboarding();
}

async function payment(localLinkcy: LocalLinkcy | undefined): Promise<Tour> {
  const { ledgerFromId, beneficiaryId } = localLinkcy?.exampleTransfer() ?? {
    ledgerFromId: 'the id of a ledger',
    beneficiaryId: 'the id of a beneficiary of the same consumer',
  };
  const input = { ledgerFromId, beneficiaryId, amount: '45.50', reference: 'Lunch' };
  const tabs = await Promise.all([
    tabOf('tour/1-the-graph'),
    tabOf('tour/2-paging', { first: 5, after: null }),
    tabOf('tour/3-pay-lunch', { input }),
    tabOf('tour/4-await-approval', { scaId: 'SCA_ID' }),
    tabOf('tour/5-sign-lunch', { input }),
    tabOf('tour/6-submit-signature', { scaId: 'SCA_ID' }),
  ]);
  return { name: 'payment', tabs, placeholders: ['SCA_ID'], tokens: {} };
}

const beforeLogin = ['Terms', 'CreateConsumer', 'RequestPasswordSecret', 'ChangePassword', 'Login', 'PartnerLogin'];
const byPartner = ['SimulateKyc', 'CreditLedger', 'CardProfiles', 'SimulateCardPayment', 'SetBeneficiaryStatus'];

async function onboarding(): Promise<Tour> {
  const walk = await read('walk');
  // A phone number belongs to one customer, and the tour can be taken again.
  const asSomebodyNew = walk.replaceAll('698765432', String(600_000_000 + randomInt(100_000_000)));
  // A tab is as wide as the name of its operation, and there are many.
  const examples = examplesOf(asSomebodyNew.replace(/^(query|mutation|subscription) Walk/gm, '$1 '));
  const withToken = examples.filter(({ name }) => !beforeLogin.includes(name));
  return {
    name: 'onboarding',
    tabs: examples.map(({ query, variables }) => ({ query, variables: json(variables) })),
    placeholders: [
      ...['VERSION', 'SECRET', 'TOKEN', 'PARTNER_TOKEN', 'CONSUMER_UUID', 'KYC_APPLICATION_ID', 'LEDGER_ID'],
      ...['CARD_PROFILE_UUID', 'CARD_ID', 'BENEFICIARY_ID', 'SCA_ID'],
    ],
    tokens: Object.fromEntries(
      withToken.map(({ name }) => [name, byPartner.includes(name) ? 'PARTNER_TOKEN' : 'TOKEN']),
    ),
  };
}

async function tabOf(file: string, variables?: object): Promise<Tab> {
  return { query: await read(file), variables: json(variables) };
}

const operations = new URL('schema/operations/', packageRoot);
const read = (file: string) => readFile(new URL(`${file}.graphql`, operations), 'utf8');
const json = (value: object | undefined) => value && JSON.stringify(value, undefined, 2);
