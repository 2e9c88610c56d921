import DataLoader from 'dataloader';
import type { Beneficiary, Card, Consumer, Ledger, Transaction } from './types.js';

interface Page<Row> {
  content: Row[];
}

export interface LedgerDetail extends Ledger {
  iban: string;
  availableAmount: number;
}

export interface CardDetail extends Card {
  truncatedPan: string;
  pinStatus: string;
  scheme: string;
  rules: { type: string; value: number }[];
}

export interface ConsumerDetail extends Consumer {
  birthDate: string;
  address: { city: string };
}

/** LinkCy for one request. Every object is fetched once: most teams know DataLoader. */
export class Linkcy {
  readonly ledgers = this.loader<LedgerDetail>('ledgers');
  readonly cards = this.loader<CardDetail>('cards');
  readonly beneficiaries = this.loader<Beneficiary>('beneficiaries');
  readonly consumers = this.loader<ConsumerDetail>('consumers');
  readonly transactions = this.loader<Transaction>('transactions');

  constructor(
    private readonly url: string,
    private readonly authorization: string,
  ) {}

  async list<Row>(noun: string, first: number, filter: Record<string, string> = {}): Promise<{ nodes: Row[] }> {
    const query = new URLSearchParams({
      ...filter,
      ...{ page: '0', pageSize: String(first), sortAttribute: 'CREATION_DATE', sortDirection: 'DESC' },
    });
    const { content } = await this.call<Page<Row>>('GET', `${noun}?${query}`);
    return { nodes: content };
  }

  transfer(body: object): Promise<{ id: string }> {
    return this.call('POST', 'transactions', body);
  }

  private loader<Detail>(noun: string): DataLoader<string, Detail> {
    return new DataLoader((ids) => Promise.all(ids.map((id) => this.call<Detail>('GET', `${noun}/${id}`))));
  }

  private async call<Body>(method: string, path: string, body?: object): Promise<Body> {
    const response = await fetch(`${this.url}/api/partner/${path}`, {
      method,
      headers: { authorization: this.authorization, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(8_000),
    });
    if (!response.ok) throw new Error(`LinkCy answered ${response.status}`);
    return (await response.json()) as Body;
  }
}
