import { readFile } from 'node:fs/promises';

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

const operations = new URL('../../schema/operations/tour/', import.meta.url);

/**
 * The example operations, in the order in which a newcomer runs them. With the local simulator all ids are filled in;
 * for another LinkCy the transfer has to be given them.
 */
export async function tourTabs(localLinkcy: LocalLinkcy | undefined): Promise<Tab[]> {
  const { ledgerFromId, beneficiaryId } = localLinkcy?.exampleTransfer() ?? {
    ledgerFromId: 'the id of a ledger',
    beneficiaryId: 'the id of a beneficiary of the same consumer',
  };
  const input = { ledgerFromId, beneficiaryId, amount: '45.50', reference: 'Lunch' };
  return Promise.all([
    tab('1-the-graph'),
    tab('2-paging', { first: 5, after: null }),
    tab('3-pay-lunch', { input }),
    tab('4-await-approval', { scaId: '' }),
  ]);
}

async function tab(name: string, variables?: object): Promise<Tab> {
  const query = await readFile(new URL(`${name}.graphql`, operations), 'utf8');
  return { query, variables: variables && JSON.stringify(variables, undefined, 2) };
}
