import type { Api } from './api.js';

/** What createTransfer takes. */
export interface TransferInput {
  readonly ledgerFromId: string;
  readonly beneficiaryId: string;
  readonly amount: string;
  readonly reference: string;
}

interface Candidate {
  readonly id: string;
  readonly accountType: string;
  readonly ledger: object | null;
  readonly consumer: { readonly ledgers: { readonly nodes: readonly Account[] } } | null;
}

interface Account {
  readonly id: string;
  readonly currency: string;
  readonly isUpgraded: boolean | null;
  readonly availableAmount: { readonly value: string } | null;
}

const candidates = `{
  beneficiaries(first: 20, filter: { active: true, status: VALID }) {
    nodes {
      id accountType ledger { id }
      consumer { ledgers(first: 5, filter: { status: [ACTIVE] }) { nodes { id currency isUpgraded availableAmount { value } } } }
    }
  }
}`;

/** A transfer in euros that the demo bank will carry out, to a beneficiary outside of LinkCy. */
export async function affordableTransfer(api: Api, amount: string): Promise<TransferInput> {
  const { data } = await api.send(candidates);
  const beneficiaries = data.beneficiaries.nodes as readonly Candidate[];
  for (const { id, accountType, ledger, consumer } of beneficiaries) {
    if (accountType !== 'IBAN' || ledger !== null) continue;
    const account = consumer?.ledgers.nodes.find(
      ({ currency, isUpgraded, availableAmount }) =>
        currency === 'EUR' && isUpgraded === true && Number(availableAmount?.value) > 10 * Number(amount),
    );
    if (account) return { ledgerFromId: account.id, beneficiaryId: id, amount, reference: 'Lunch' };
  }
  throw new Error('The demo bank has nobody who can make this transfer.');
}
