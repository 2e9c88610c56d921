import { setTimeout as wait } from 'node:timers/promises';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import type { Api, Stage, Told } from './stage.js';
import type { Subject } from './subjects.js';

/** What came of one cell of the table. */
export interface Outcome {
  readonly mutation: string;
  readonly cell: string;
  /** How its operations ended, in their order. */
  readonly ends: readonly string[];
  readonly pushes: number;
  readonly executions: number;
  readonly looks: number;
  /** From an approval to the event, at worst. */
  readonly milliseconds: number | undefined;
  readonly faults: readonly string[];
}

interface Asked {
  readonly scaId: string;
  end?: string;
  uuid?: string;
}

const longestThought = 600;
/** The shortest pause between two looks; a look may take a second page, or the list of one ledger besides the whole one. */
const shortestPause = 720;
const callsOfLook = 2;
/** The proof of the token, the payee and the two lists of a baseline. */
const callsOfBeginning = 6;

/** One mutation in one cell, with a bank, a user and a phone of its own. */
export class Trial {
  readonly bank: TrialBank;
  readonly faults: string[] = [];
  /** How many trials play at the same LinkCy. */
  peers = 1;
  /** Whether it waits for its user. */
  hasBegun = false;
  private readonly asked: Asked[] = [];
  private readonly elsewhere = new Set<string>();
  private readonly approvedAt = new Map<string, number>();
  private readonly begun = performance.now();
  private readonly whose: { readonly token: string; readonly endUserId: string };
  private readonly tokens: Set<string>;
  /** Another token of the same user, at another channel. */
  private readonly strangeToken: string;
  private slowest: number | undefined;
  private extraPushes = 0;
  private answers = 0;

  constructor(
    readonly stage: Stage,
    readonly subject: Subject,
    readonly cell: string,
    private readonly asPartner = false,
    private readonly random: () => number = Math.random,
  ) {
    this.bank = insertTrialBank(stage.simulator);
    subject.prepare?.(this.bank);
    const { owner, ownerToken, company, partnerToken } = this.bank;
    const own = subject.whose?.(this.bank) ?? { token: ownerToken, endUserId: owner.id };
    this.whose = asPartner ? { ...own, token: partnerToken } : own;
    this.tokens = new Set([`Bearer ${this.whose.token}`]);
    const { tokens } = stage.simulator;
    this.strangeToken = own.endUserId === company.id ? tokens.corporate(company.id) : tokens.consumer(owner.id);
  }

  get input(): object {
    return { ...this.subject.input(this.bank), ...(this.asPartner ? this.subject.partner?.(this.bank) : {}) };
  }

  /** With a key under which it can be asked for again. */
  get keyed(): object {
    return this.subject.seen === 'nothing' ? this.input : { ...this.input, idempotencyKey: 'once' };
  }

  get token(): string {
    return this.whose.token;
  }

  /** Asks for it: the answer, which is a pending operation or not. */
  async ask(input = this.input, api: Api = this.stage.api, token = this.token): Promise<Told> {
    this.answers += 1;
    this.tokens.add(`Bearer ${token}`);
    const told = await api.mutate(token, this.subject, input);
    const isNew = this.asked.every(({ scaId }) => scaId !== told.scaId);
    if (told.scaId !== undefined && isNew) this.asked.push({ scaId: told.scaId });
    return told;
  }

  /** Asks for it, and has to wait: the scaId. */
  async begin(input?: object, api?: Api, token?: string): Promise<string> {
    const { scaId, __typename, code } = await this.ask(input, api, token);
    this.hasBegun = true;
    if (scaId === undefined) throw new Error(`answered ${__typename} ${code}, and no push came`);
    return scaId;
  }

  /** The one operation that is on the user's phone, whose answer may have been lost on the way. */
  adopt(): string {
    const [scaId = '', ...more] = this.stage.simulator.sca.all(this.whose.endUserId).map((one) => one.scaId);
    if (more.length > 0 || scaId === '') throw new Error(`${more.length + 1} pushes, and should be one`);
    if (this.asked.length === 0) this.asked.push({ scaId });
    return scaId;
  }

  /** The end that the answer of the mutation itself has told. */
  answered(end: string): void {
    const [only] = this.asked;
    if (only !== undefined) only.end = end;
  }

  /** What LinkCy has made or changed. */
  made(): string {
    return this.stage.simulator.sca.get(this.adopt())?.execution?.objectId ?? '';
  }

  /** Asks for it while every 202 is lost on its way back. */
  async lose(): Promise<string> {
    const { __typename = '' } = await this.ask(this.keyed);
    this.adopt();
    this.answered(__typename);
    return __typename;
  }

  /** The user needs a moment: where in the pause between two looks the approval comes must not matter. */
  async takeTime(): Promise<void> {
    await wait(this.random() * longestThought);
  }

  approve(scaId: string): void {
    this.approvedAt.set(scaId, performance.now());
    this.stage.simulator.sca.approve(scaId);
  }

  /** Another channel of the same user asks for it, and the user approves. */
  async doElsewhere(input: object = this.input): Promise<void> {
    const told = await this.stage.elsewhere.mutate(this.strangeToken, this.subject, input);
    if (told.scaId === undefined) throw new Error(`elsewhere: ${told.__typename} ${told.code}`);
    this.elsewhere.add(told.scaId);
    this.stage.simulator.sca.approve(told.scaId);
  }

  /** What is nearly the same happens without us. */
  async doNearly(): Promise<void> {
    const { near, third } = this.subject;
    if (third !== undefined) third(this.bank);
    else if (near !== undefined) await this.doElsewhere({ ...this.input, ...near(this.bank) });
  }

  /** What is there already was there an hour ago. */
  age(): void {
    const hourAgo = new Date(this.stage.simulator.clock.now() - 3_600_000).toISOString();
    this.subject.age?.(this.bank, `${hourAgo.slice(0, 19)}Z`);
  }

  /** Waits for the operation's end. */
  async ending(scaId: string, api: Api = this.stage.api, token = this.token): Promise<string> {
    const events = await api.completed(token, scaId);
    const approvedAt = this.approvedAt.get(scaId);
    if (approvedAt !== undefined && events[0]?.status === 'COMPLETED') {
      this.slowest = Math.max(this.slowest ?? 0, performance.now() - approvedAt);
    }
    if (events.length !== 1) this.faults.push(`${events.length} events`);
    return this.note(scaId, events[0]);
  }

  /** The owner asks for it in so many words. */
  async resuming(scaId: string, api: Api = this.stage.api, pushes = 0): Promise<string> {
    this.extraPushes += pushes;
    return this.note(scaId, await api.resumeSca(this.token, scaId));
  }

  /** Notes a fault unless the end is one of the expected ones. */
  expect(found: string, ...expected: readonly string[]): void {
    if (!expected.includes(found)) this.faults.push(`${found}, and should be ${expected.join(' or ')}`);
  }

  /** Operations that are alike are interchangeable: their ends in any order. */
  expectAll(found: readonly string[], expected: readonly string[]): void {
    this.expect([...found].sort().join(', '), [...expected].sort().join(', '));
  }

  outcome(): Outcome {
    const { sca, executions, log } = this.stage.simulator;
    const all = sca.all(this.whose.endUserId).filter(({ scaId }) => !this.elsewhere.has(scaId));
    const wanted = this.asked.length + this.extraPushes;
    if (all.length !== wanted) this.faults.push(`${all.length} pushes, and should be ${wanted}`);
    const executed = all.map(({ scaId }) => executions.of(scaId));
    if (executed.some((times) => times > 1)) this.faults.push(`carried out ${executed.join(' and ')} times`);
    const sum = executed.reduce((total, times) => total + times, 0);
    const approved = [...this.approvedAt.keys()].length;
    if (sum > approved) this.faults.push(`carried out ${sum} times for ${approved} approvals`);
    this.checkObjects();
    const looks = log.entries.filter(
      ({ method, headers, route = '' }) =>
        method === 'GET' && !isSecret(route) && this.tokens.has(String(headers.authorization)),
    ).length;
    const seconds = (performance.now() - this.begun) / 1_000;
    const most = callsOfBeginning * (this.answers + 1) + callsOfLook * Math.ceil((seconds * 1_000) / shortestPause + 1);
    if (!this.asPartner && looks > most)
      this.faults.push(`${looks} looks in ${seconds.toFixed(1)} s, and ${most} at most`);
    return {
      ...{ mutation: nameOf(this.subject), cell: this.cell, pushes: all.length, executions: sum, looks },
      ends: this.asked.map(({ end = 'PENDING' }) => end),
      milliseconds: this.slowest,
      faults: this.faults,
    };
  }

  /** What is told as done is an object that LinkCy has made or changed, and no row is told twice. */
  private checkObjects(): void {
    const { sca } = this.stage.simulator;
    const made = [...this.asked.map(({ scaId }) => scaId), ...this.elsewhere].map(
      (scaId) => sca.get(scaId)?.execution?.objectId,
    );
    const told = this.asked.flatMap(({ end, uuid }) => (end === 'COMPLETED' ? [uuid] : []));
    for (const uuid of told)
      if (!made.includes(uuid)) this.faults.push(`COMPLETED with ${uuid}, which nothing has made`);
    if (this.subject.seen === 'row' && new Set(told).size !== told.length) this.faults.push('one row is told twice');
  }

  private note(scaId: string, told: Told | null | undefined): string {
    const { status = 'nobody’s', result } = told ?? {};
    const known = this.asked.find((one) => one.scaId === scaId);
    const code = status === 'COMPLETED' || isUsual(result?.code) ? '' : ` ${result?.code}`;
    const end = `${status}${code}`;
    if (known !== undefined) {
      known.end = end;
      known.uuid = result?.uuid;
    }
    return end;
  }
}

export const nameOf = ({ label, mutation }: Subject): string => label ?? mutation;

const isSecret = (route: string) => /\/(pin|pan\/credentials)$/.test(route);
/** Codes that say nothing more than the status does. */
const isUsual = (code: string | undefined) => [undefined, 'OUTCOME_UNKNOWN', 'SCA_INTERACTION_EXPIRED'].includes(code);
