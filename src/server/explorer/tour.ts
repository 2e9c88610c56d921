import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { packageRoot } from '../package-root.js';
import { examplesOf, type Example } from './examples.js';

/** The local simulator as far as the explorer's tour needs it. */
export interface LocalLinkcy {
  /** Where a person approves and declines, in place of the customer. */
  readonly phoneUrl: string;
  /** A transfer that can be made right now; undefined: there is none. */
  exampleTransfer(): { readonly ledgerFromId: string; readonly beneficiaryId: string } | undefined;
}

/** An operation to run, in a tab of the explorer. */
interface TourStep extends Omit<Example, 'variables'> {
  /** JSON, as it stands in the box Variables. */
  readonly variables?: string;
}

/** Steps whose tabs are open together. */
interface Chapter {
  readonly title: string;
  readonly steps: readonly TourStep[];
}

/** Example operations, in the order in which a newcomer runs them. */
export interface Tour {
  readonly name: TourName;
  readonly chapters: readonly Chapter[];
  /** Words that stand for a field of an earlier answer: CARD_ID for `card { id }`. The page fills them in. */
  readonly placeholders: readonly string[];
  /** Which of them is the token of an operation, by its name. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** The tours in their order, and what a link to them says. */
export const tourTitles = { payment: 'A payment', onboarding: 'A new customer' } as const;
type TourName = keyof typeof tourTitles;

export function isTourName(name: string): name is TourName {
  return Object.hasOwn(tourTitles, name);
}

/** With the local simulator all ids are filled in; for another LinkCy the payment has to be given them. */
export function tourOf(name: TourName, localLinkcy: LocalLinkcy | undefined): Promise<Tour> {
  return name === 'payment' ? payment(localLinkcy) : onboarding();
}

const paymentFiles = [
  ...['1-the-graph', '2-paging', '3-pay-lunch', '4-await-approval', '5-sign-lunch', '6-submit-signature'],
];

async function payment(localLinkcy: LocalLinkcy | undefined): Promise<Tour> {
  const files = await Promise.all(paymentFiles.map((file) => read(`tour/${file}`)));
  const ids = localLinkcy?.exampleTransfer();
  const steps = files.flatMap(examplesOf).map((example) => stepOf(example, ids));
  return { name: 'payment', chapters: [{ title: 'A payment', steps }], placeholders: ['SCA_ID'], tokens: {} };
}

/** The operations of walk.graphql by chapter. */
const onboardingChapters: readonly (readonly [title: string, ...operations: string[]])[] = [
  ['Sign up', 'Terms', 'CreateConsumer', 'RequestPasswordSecret', 'ChangePassword', 'Login'],
  ['Identity', 'StartKyc', 'KycApplication', 'SendEmailVerification', 'PartnerLogin', 'SimulateKyc', 'Consumer'],
  ['Account', 'RegisterScaDevice', 'CreateLedger', 'Ledger', 'CreditLedger'],
  ['Card', 'CardProfiles', 'CreateCard', 'Approval', 'Card', 'SimulateCardPayment'],
  ['Beneficiary', 'AddBeneficiary', 'Approval', 'SetBeneficiaryStatus'],
  ['Payment', 'CreateTransfer', 'Approval', 'Ledger'],
];
const beforeLogin = ['Terms', 'CreateConsumer', 'RequestPasswordSecret', 'ChangePassword', 'Login', 'PartnerLogin'];
const byPartner = ['SimulateKyc', 'CreditLedger', 'CardProfiles', 'SimulateCardPayment', 'SetBeneficiaryStatus'];

async function onboarding(): Promise<Tour> {
  const walk = await read('walk');
  // A phone number belongs to one customer, and the tour can be taken again.
  const asSomebodyNew = walk.replaceAll('698765432', String(600_000_000 + randomInt(100_000_000)));
  // A tab is as wide as the name of its operation.
  const examples = examplesOf(asSomebodyNew.replace(/^(query|mutation|subscription) Walk/gm, '$1 '));
  const steps = new Map(examples.map((example) => [example.name, stepOf(example)]));
  const withToken = [...steps.keys()].filter((name) => !beforeLogin.includes(name));
  return {
    name: 'onboarding',
    chapters: onboardingChapters.map(([title, ...names]) => ({
      title,
      steps: names.flatMap((name) => steps.get(name) ?? []),
    })),
    placeholders: [
      ...['VERSION', 'SECRET', 'TOKEN', 'PARTNER_TOKEN', 'CONSUMER_UUID', 'KYC_APPLICATION_ID', 'LEDGER_ID'],
      ...['CARD_PROFILE_UUID', 'CARD_ID', 'BENEFICIARY_ID', 'SCA_ID'],
    ],
    tokens: Object.fromEntries(withToken.map((name) => [name, byPartner.includes(name) ? 'PARTNER_TOKEN' : 'TOKEN'])),
  };
}

/** @param ids replace those of an input, where it has some */
function stepOf({ variables, ...example }: Example, ids?: object): TourStep {
  if (variables === undefined) return example;
  const input = variables.input instanceof Object && ids ? { input: { ...variables.input, ...ids } } : {};
  return { ...example, variables: JSON.stringify({ ...variables, ...input }, undefined, 2) };
}

const operations = new URL('schema/operations/', packageRoot);
const read = (file: string) => readFile(new URL(`${file}.graphql`, operations), 'utf8');
