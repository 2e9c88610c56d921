import type { LoggedRequest } from '../../../src/simulator/control/log.js';
import { documentOf } from '../../graph/mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import type { Rig } from './rig.js';
import { password, type Row } from './rows.js';

export interface SigningBank extends TrialBank {
  readonly refreshToken: string;
}

/** What is read of an answer; everything is optional, as in GraphQL. */
export interface Told {
  readonly __typename?: string;
  readonly scaId?: string;
  readonly method?: string;
  readonly path?: string;
  readonly body?: string | null;
  readonly status?: string;
  readonly expiresAt?: string;
  readonly code?: string;
  readonly retryable?: boolean;
  readonly fields?: readonly { readonly path: readonly string[] }[];
  readonly result?: Told | null;
}

/** What the client has to have signed. */
export interface ToSign {
  readonly scaId: string;
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
  readonly expiresAt: string;
}

export interface By {
  readonly token?: string;
  /** Which process; the first unless another is named. */
  readonly url?: string;
}

/** A promise that is not kept. */
export class Fault extends Error {}

export function must(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Fault(otherwise);
}

/** One mutation of a customer of her own, from its preparation to its end. */
export class Trial {
  readonly bank: SigningBank;
  private readonly executionsBefore: number;
  private readonly logBefore: number;
  private told: readonly ToSign[] = [];

  constructor(
    readonly rig: Rig,
    readonly row: Row,
  ) {
    const { simulator } = rig;
    const { store, tokens } = simulator;
    const bank = insertTrialBank(simulator);
    const { id, phone } = bank.owner;
    const partner = { partnerName: 'Aurora', password, consumerPhone: `33${phone.number ?? ''}` };
    store.accounts.insert({ id, userType: 'CONSUMER', ...partner });
    store.cards.update(bank.card.id, { rules: [{ type: 'DAILY_MAX_SPEND', value: 500, creator: 'END_USER' }] });
    const caller = { userType: 'CONSUMER', subject: id, partner: 'Aurora', endUserId: id } as const;
    this.bank = { ...bank, refreshToken: tokens.pair(caller).refreshToken };
    this.executionsBefore = simulator.executions.count(row.write);
    this.logBefore = simulator.log.entries.length;
  }

  /** The writes that LinkCy has got, in order. */
  get writes(): readonly LoggedRequest[] {
    return this.rig.simulator.log.entries.slice(this.logBefore).filter(({ route }) => route === this.row.write);
  }

  /** How often LinkCy has carried it out. */
  get executions(): number {
    return this.rig.simulator.executions.count(this.row.write) - this.executionsBefore;
  }

  /** The device of the customer. */
  get device(): string {
    return this.bank.owner.strongAuthentication?.id ?? '';
  }

  async mutate(sca: object, change: object = {}, by: By = {}): Promise<Told> {
    const { mutation } = this.row;
    const input = { ...this.row.input(this.bank), ...change };
    return this.only(mutation, { input, sca }, by);
  }

  /** The first step: nothing is sent, and the client gets what is to be signed. */
  async prepare(change: object = {}, by: By = {}): Promise<ToSign> {
    const before = this.writes.length;
    const told = await this.mutate({ strategy: 'DATA_SIGNING' }, change, by);
    must(told.__typename === 'ScaSignatureRequired', `not to be signed: ${JSON.stringify(told)}`);
    must(this.writes.length === before, 'something was sent before it was signed');
    const { scaId = '', method = '', path = '', body = null, expiresAt = '' } = told;
    const toSign = { scaId, method, path, body, expiresAt };
    this.told = [...this.told, toSign];
    return toSign;
  }

  /** What the device makes of it. */
  sign({ method, path, body }: ToSign, deviceId = this.device): string {
    return this.rig.simulator.sca.sign({ method, path, body, deviceId });
  }

  /** Undefined: there is no such operation for this caller. */
  async submit({ scaId }: Pick<ToSign, 'scaId'>, signature: string, by: By = {}): Promise<Told | undefined> {
    return (await this.send('submitScaSignature', { scaId, signature }, by)) ?? undefined;
  }

  async state({ scaId }: Pick<ToSign, 'scaId'>, by: By = {}): Promise<Told | undefined> {
    return (await this.send('scaOperation', { scaId }, by)) ?? undefined;
  }

  async resume({ scaId }: Pick<ToSign, 'scaId'>, by: By = {}): Promise<Told | undefined> {
    return (await this.send('resumeSca', { scaId }, by)) ?? undefined;
  }

  /** Whatever LinkCy got is what the client was told, to the byte; and nothing was carried out twice. */
  check(): void {
    for (const { method, path, search, body } of this.writes) {
      const isTold = this.told.some(
        (one) => one.method === method && one.path === path + search && (one.body ?? '') === body,
      );
      must(this.row.kind === 'login' || isTold, `other bytes arrived than were told: ${method} ${path}`);
    }
    must(this.executions <= 1, `carried out ${this.executions} times`);
  }

  private async only(operation: string, variables: object, by: By): Promise<Told> {
    const told = await this.send(operation, variables, by);
    must(told !== null, `no ${operation}`);
    return told;
  }

  private async send(
    operation: string,
    variables: object,
    { token, url = this.rig.urls[0] }: By,
  ): Promise<Told | null> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (this.row.kind !== 'login') headers.authorization = `Bearer ${token ?? this.bank.ownerToken}`;
    const body = JSON.stringify({ query: documentOf(operation), variables });
    const response = await fetch(url, { method: 'POST', headers, body });
    const { data, errors } = (await response.json()) as { data?: Record<string, Told | null>; errors?: unknown };
    must(errors === undefined, `${operation}: ${JSON.stringify(errors)}`);
    return data?.[operation] ?? null;
  }
}
