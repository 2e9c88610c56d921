import { setTimeout as wait } from 'node:timers/promises';
import { ibanOf } from '../../../../src/simulator/ledgers/iban.js';
import type { Generation } from '../../../../src/simulator/sca/generation.js';
import type { LoggedRequest } from '../../../../src/simulator/control/log.js';
import { executionsOf, scaIdOf } from '../../faults/outcome.js';
import { generator } from './generator.js';
import type { Deployment, Member } from './deployment.js';
import type { Result } from './owner.js';

const beforeApproval = ['before the record', 'recorded', 'marked', 'sent'] as const;

/** Where the process dies, in the order of an operation's life. */
export const crashPoints = {
  '1.114': [
    ...beforeApproval,
    '202 not yet stored',
    '202 stored',
    'baseline kept',
    'approved',
    'look claimed',
    'effect seen',
    'stored but not announced',
    'at any moment',
  ],
  '1.78': [
    ...beforeApproval,
    '202 not yet stored',
    '202 stored',
    'approved',
    'replay claimed',
    'replay sent',
    'answer in',
    'stored but not announced',
    'at any moment',
  ],
} as const satisfies Record<Generation, readonly string[]>;
export type CrashPoint = (typeof crashPoints)[Generation][number];

const allPoints: readonly CrashPoint[] = [...new Set(Object.values(crashPoints).flat())];

/** What came of one crash. */
export interface CrashResult {
  readonly point: CrashPoint;
  readonly seed: number;
  readonly mutation: string;
  /** How often LinkCy has carried it out. */
  readonly executions: number;
  /** What the owner was told in the end, at the other instance, and how long after the crash. */
  readonly end: string;
  readonly seconds: number;
  /** What contradicts the promises; undefined where nothing does. */
  readonly fault?: string;
}

const longestSeconds = 60;
/** What an approval can have led to that was too quick for a baseline is told as unknown when its time is over. */
const ttlSeconds = 20;

/** A crash under way. */
export interface Crash {
  /** Resolves when the process is dead; rejects where the point was not reached. */
  readonly dead: Promise<void>;
  readonly result: Promise<CrashResult>;
}

/**
 * Kills `victim` at one point of an operation that its owner begins there, and lets her go on at `survivor`. The seed
 * decides about the mutation, about what she does next, and when.
 */
export function crash(
  deployment: Deployment,
  survivor: Member,
  victim: Member,
  point: CrashPoint,
  seed: number,
): Crash {
  const trial = new Trial(deployment, survivor, victim, point, seed);
  const reached = trial.setTrap();
  trial.begin();
  const late = wait(30_000, undefined, { ref: false }).then(() => {
    throw new Error(`"${point}" was not reached with seed ${seed}`);
  });
  const dead = Promise.race([reached, late]).finally(() => victim.stop());
  const result = dead.then(async () => {
    const diedAt = performance.now();
    const tooLate = wait((longestSeconds + 10) * 1_000, { __typename: 'nothing' }, { ref: false });
    const told = await Promise.race([trial.learn(), tooLate]);
    const seconds = (performance.now() - diedAt) / 1_000;
    return { point, seed, mutation: trial.mutation, seconds, ...(await trial.judge(told, seconds)) };
  });
  return { dead, result };
}

/** One operation, recognisable by a text that nothing else has. */
class Trial {
  readonly mutation: string;
  private readonly mark: string;
  private readonly input: object;
  private readonly random: () => number;
  /** What the victim answers; undefined where it dies before. */
  private first: Promise<Result | undefined> = Promise.resolve(undefined);
  /** The event of a subscription that began before the crash. */
  private event: Promise<Result> | undefined;

  constructor(
    private readonly deployment: Deployment,
    private readonly survivor: Member,
    private readonly victim: Member,
    private readonly point: CrashPoint,
    seed: number,
  ) {
    const { main, savings, payee } = deployment.bank;
    const row = allPoints.indexOf(point);
    const mark = `Order ${row}, seed ${seed}.`;
    const transfer = { ledgerFromId: main.id, amount: deployment.newAmount(), reference: mark };
    const account = String(row * 1_000_000 + seed).padStart(10, '0');
    const sepa = { iban: ibanOf('DE', `99974000${account}`), bic: 'NORUDEFFXXX' };
    const orders = [
      ['createTransfer', { ...transfer, beneficiaryId: payee.id }],
      ['addBeneficiary', { type: 'PERSON', name: mark, bankingDetails: { sepa } }],
      // Nobody has to approve this one: LinkCy carries out the first request.
      ['createInterLedgerTransfer', { ...transfer, ledgerToId: savings.id }],
    ] as const;
    const [mutation, input] = orders[seed % (beforeApproval.some((one) => one === point) ? 3 : 2)] ?? orders[0];
    this.mark = mark;
    this.mutation = mutation;
    this.input = { ...input, idempotencyKey: mark };
    this.random = generator(seed * 31 + row);
  }

  begin(): void {
    this.simulator.sca.configure({ ttlSeconds });
    this.first = this.victim.owner.mutate(this.mutation, this.input).catch(() => undefined);
  }

  /** Resolves when the victim has died at the point. */
  setTrap(): Promise<void> {
    const { proxy, instance } = this.victim;
    return new Promise((resolve, reject) => {
      const kill = async () => {
        await instance.kill();
        resolve();
      };
      // What the victim was about to do must not happen any more.
      const killBefore = () => kill().then(() => new Promise<void>(() => {}));
      const approveBeforeClaim = () => proxy.before('claim', () => this.approve());
      switch (this.point) {
        case 'before the record':
          return proxy.before('begin', killBefore);
        case 'recorded':
          return proxy.after('begin', kill);
        case 'marked':
          return proxy.after('marker', kill);
        case 'sent':
          return this.whenAtLinkcy('first', kill);
        case '202 not yet stored':
          return proxy.before('add', killBefore);
        case '202 stored':
          return proxy.after('add', kill);
        case 'baseline kept':
          return proxy.after('baseline', kill);
        case 'approved':
          return proxy.before('claim', () => this.approve().then(killBefore));
        case 'look claimed':
        case 'replay claimed':
          approveBeforeClaim();
          return proxy.after('claim', kill);
        case 'replay sent':
          approveBeforeClaim();
          return this.whenAtLinkcy('replay', kill);
        case 'effect seen':
        case 'answer in':
          approveBeforeClaim();
          return proxy.before('finalize', killBefore);
        case 'stored but not announced':
          approveBeforeClaim();
          proxy.before('finalize', () => this.subscribeAndMiss().catch(reject));
          return proxy.after('finalize', kill);
        case 'at any moment':
          void wait(this.random() * 1_500).then(() => this.approve());
          return void wait(this.random() * 3_000).then(kill);
      }
    });
  }

  /** What the owner does until she knows what became of it. */
  async learn(): Promise<Result> {
    if (this.event !== undefined) return this.event;
    const { owner } = this.survivor;
    const seen = await this.first;
    if (this.random() < 0.5) await wait(this.random() * 2_000);
    if (seen?.scaId !== undefined) {
      await this.approve();
      const way = this.random();
      if (way < 0.4) return owner.completed(seen.scaId);
      if (way < 0.7) return this.resume(seen.scaId);
    }
    // Her phone asks her whether or not she was told.
    if (this.random() < 0.5) await this.approve();
    for (;;) {
      const result = await owner.mutate(this.mutation, this.input);
      if (result.scaId !== undefined) {
        await this.approve();
        return owner.completed(result.scaId);
      }
      const again = result.retryable === true || ['REQUEST_UNDER_WAY', 'STORE_UNAVAILABLE'].includes(result.code ?? '');
      if (!again) return result;
      await wait(200);
    }
  }

  async judge(told: Result, seconds: number): Promise<Pick<CrashResult, 'executions' | 'end' | 'fault'>> {
    // LinkCy may still be at it.
    while (this.requests().some(({ status }) => status === undefined)) await wait(10);
    const executions = executionsOf(this.simulator, this.mark);
    const end = told.status ?? ends[told.__typename ?? ''] ?? told.__typename ?? 'nothing';
    return { executions, end, fault: this.faultOf(end, told.result ?? told, executions, seconds) };
  }

  private faultOf(end: string, result: Result, executions: number, seconds: number): string | undefined {
    if (executions > 1) return `carried out ${executions} times`;
    if (seconds > longestSeconds) return 'too late';
    if (end === 'UNKNOWN') return this.isKeptAndReplayed ? 'it was kept, and its key did not find it' : undefined;
    if (end !== 'COMPLETED') return executions === 0 ? undefined : `carried out, and the owner was told ${end}`;
    if (executions === 0) return 'not carried out, and the owner was told that it was';
    const { transactions, beneficiaries } = this.simulator.store;
    const transaction = transactions.get(result.transaction?.uuid ?? '');
    const beneficiary = beneficiaries.get(result.beneficiary?.uuid ?? '');
    const named = transaction?.information?.reference ?? beneficiary?.name;
    return named === this.mark ? undefined : 'the owner was shown another object';
  }

  /** The older LinkCy can still be asked about everything that is in the store. */
  private get isKeptAndReplayed(): boolean {
    return this.point === '202 stored' && this.deployment.generation === '1.78';
  }

  private async resume(scaId: string): Promise<Result> {
    for (;;) {
      const { data } = await this.survivor.owner.resumeSca(scaId);
      const operation = data?.resumeSca;
      if (operation != null && operation.status !== 'PENDING') return operation;
      await wait(500);
    }
  }

  private async approve(): Promise<void> {
    await this.first;
    const { sca } = this.simulator;
    const scaId = scaIdOf(this.simulator, this.mark);
    if (scaId !== undefined && sca.get(scaId)?.status === 'PENDING') sca.approve(scaId);
  }

  /** Subscribes at the survivor, whose connections are then cut: it cannot hear what is announced next. */
  private async subscribeAndMiss(): Promise<void> {
    const { event } = await this.survivor.owner.subscribed(scaIdOf(this.simulator, this.mark) ?? '');
    this.event = event;
    this.survivor.proxy.cut();
  }

  private whenAtLinkcy(kind: 'first' | 'replay', act: () => Promise<void>): void {
    const isIt = ({ status, headers }: LoggedRequest) =>
      status === undefined && (kind === 'replay') === (headers['linkcy-sca-id'] !== undefined);
    const stop = this.simulator.onRequest('*', async () => {
      if (!this.requests().some(isIt)) return;
      stop();
      await wait(this.random() * 5);
      await act();
    });
  }

  private get simulator() {
    return this.deployment.bank.simulator;
  }

  /** The writes of this operation, as they reached LinkCy. */
  private requests(): readonly LoggedRequest[] {
    return this.simulator.log.entries.filter(
      ({ method, body }) => method === 'POST' && body.includes(`"${this.mark}"`),
    );
  }
}

const ends: Readonly<Record<string, string>> = {
  TransactionPayload: 'COMPLETED',
  BeneficiaryPayload: 'COMPLETED',
  OutcomeUnknown: 'UNKNOWN',
};
