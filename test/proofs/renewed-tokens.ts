import { randomUUID } from 'node:crypto';
import type { Generation } from '../../src/simulator/sca/generation.js';
import { startWriteBank, type WriteBank } from '../support/banks/write-bank.js';
import { startInstance, type Instance } from '../support/instance.js';
import { startRedis } from '../support/redis-server.js';
import { startTokenProxy, type TokenProxy } from '../support/banks/token-proxy.js';
import { transfers } from '../sca/store/redis/deployment.js';
import { ownerAt, type Owner, type Result } from '../sca/store/redis/owner.js';
import { forged, personWith, type Form } from '../sca/token-forms.js';

export const kept = ['in memory', 'in Redis'] as const;
export type Kept = (typeof kept)[number];

/** What became of one key that was used with a token and with the renewed one. */
export interface Renewal {
  /** How often LinkCy carried out what the columns of the table name. */
  readonly executions: readonly number[];
  readonly faults: readonly string[];
}

/** What the executions are of, in order. */
export const moments = ['answered', 'answer lost', 'approved', '202 lost and approved'] as const;

/** One process, or two that share a Redis: then the renewed token comes to the other one. */
export class RenewedTokens {
  private owners: Owner[] = [];
  private cents = 100;

  private constructor(
    private readonly generation: Generation,
    private readonly bank: WriteBank,
    private readonly proxy: TokenProxy,
    private readonly instances: readonly Instance[],
    private readonly stopRedis: () => Promise<void>,
  ) {}

  static async start(generation: Generation, where: Kept): Promise<RenewedTokens> {
    const bank = await startWriteBank({ generation });
    bank.simulator.store.ledgers.update(bank.main.id, { totalAmount: 1e6, availableAmount: 1e6 });
    const proxy = await startTokenProxy(bank.simulator.url);
    const redis = where === 'in Redis' ? await startRedis() : undefined;
    const shared = redis && { REDIS_URL: redis.url, ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') };
    const start = () => startInstance({ LINKCY_URL: proxy.url, LINKCY_CIRCUIT_MIN_CALLS: '10000', ...shared });
    const instances = await Promise.all(redis === undefined ? [start()] : [start(), start()]);
    return new RenewedTokens(generation, bank, proxy, instances, async () => redis?.stop());
  }

  async close(): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.kill()));
    await this.proxy.close();
    await this.bank.close();
    await this.stopRedis();
  }

  async tried(form: Form): Promise<Renewal> {
    const faults: string[] = [];
    try {
      const [nora, otto] = [
        await this.person(form, this.bank.owner.id),
        await this.person(form, this.bank.stranger.id),
      ];
      const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
      const executions = [
        await this.answered(nora, must),
        await this.answerLost(nora, must),
        await this.approved(nora, otto.withRenewed, must),
        await this.lost202(nora, must),
      ];
      const expected = [1, 1, 1, this.generation === '1.114' ? 1 : 0];
      must(String(executions) === String(expected), `carried out ${executions.join(', ')} times`);
      return { executions, faults };
    } catch (error) {
      return { executions: [], faults: [...faults, String(error)] };
    } finally {
      this.bank.simulator.faults.clear();
      await Promise.all(this.owners.splice(0).map((owner) => owner.close()));
    }
  }

  private answered({ withFirst, withRenewed }: Person, must: Must): Promise<number> {
    return this.counted('never', async (wanted) => {
      const done = await transfer(withFirst, wanted);
      must(done.__typename === 'TransactionPayload', `told ${JSON.stringify(done)}`);
      must(same(await transfer(withRenewed, wanted), done), 'the renewed token was told something else');
    });
  }

  private answerLost({ withFirst, withRenewed }: Person, must: Must): Promise<number> {
    return this.counted('never', async (wanted) => {
      this.bank.simulator.faults.once(transfers, { carriedOut: true, destroySocket: true });
      const first = await transfer(withFirst, wanted);
      const again = await transfer(withRenewed, wanted);
      must(again.__typename === 'TransactionPayload', `lost, and told ${JSON.stringify([first, again])}`);
    });
  }

  private approved({ token, withFirst, withRenewed }: Person, stranger: Owner, must: Must): Promise<number> {
    return this.counted('always', async (wanted) => {
      const pending = await transfer(withFirst, wanted);
      const { scaId = '' } = pending;
      must(same(await transfer(withRenewed, wanted), pending), 'the renewed token does not see the approval');
      for (const [who, owner] of [
        ['a stranger', stranger],
        ['a forger', this.at(1, forged(token))],
      ] as const) {
        const learned = await learns(owner, scaId, wanted);
        must(!/PENDING|ScaPending|KEY_REUSED/.test(learned) && !learned.includes(scaId), `${who} learns ${learned}`);
      }
      const waiting = withRenewed.completed(scaId);
      this.bank.simulator.sca.approve(scaId);
      const { status, result } = await waiting;
      must(status === 'COMPLETED', `approved, and told ${status}`);
      must(same(await transfer(withFirst, wanted), result), 'the first token was told something else');
    });
  }

  private lost202({ withFirst, withRenewed }: Person, must: Must): Promise<number> {
    const { faults, sca } = this.bank.simulator;
    return this.counted('always', async (wanted) => {
      faults.once(transfers, { answered: 202, destroySocket: true });
      const first = await transfer(withFirst, wanted);
      must(first.__typename === 'OutcomeUnknown', `the 202 was lost, and told ${JSON.stringify(first)}`);
      sca.approve(sca.all().at(-1)?.scaId ?? '');
      const told = await transfer(withRenewed, wanted);
      must(told.__typename === 'OutcomeUnknown', `the lost 202 was approved, and told ${JSON.stringify(told)}`);
    });
  }

  /** How often what goes on with one key is carried out. LinkCy takes one request of it, and refuses a stranger's. */
  private async counted(required: 'never' | 'always', go: (wanted: object) => Promise<void>): Promise<number> {
    const { simulator, main, payee } = this.bank;
    const amount = ((this.cents += 1) / 100).toFixed(2);
    const wanted = { ledgerFromId: main.id, beneficiaryId: payee.id, amount, idempotencyKey: randomUUID() };
    simulator.sca.configure({ required });
    await go(wanted);
    const isOurs = (body: string) => Number((JSON.parse(body) as { amount: unknown }).amount) === Number(amount);
    const sent = simulator.log
      .of(transfers)
      .filter(
        ({ headers, status, body }) => headers['linkcy-sca-id'] === undefined && (status ?? 0) < 400 && isOurs(body),
      );
    if (sent.length !== 1) throw new Error(`sent ${sent.length} times`);
    return simulator.store.transactions.all().filter((row) => row.amount === Number(amount)).length;
  }

  private person(form: Form, id: string) {
    const standsFor = this.bank.simulator.tokens.consumer(id);
    return personWith(form, id, { proxy: this.proxy, standsFor, at: (index, token) => this.at(index, token) });
  }

  private at(index: number, token: string): Owner {
    const owner = ownerAt(this.instances[index % this.instances.length]?.url ?? '', token);
    this.owners.push(owner);
    return owner;
  }
}

type Person = Awaited<ReturnType<typeof personWith>>;
type Must = (holds: boolean, fault: string) => void;

const transfer = (owner: Owner, wanted: object) => owner.mutate('createTransfer', wanted);
const same = (one: Result, other: Result | null | undefined) => JSON.stringify(one) === JSON.stringify(other);

/** Everything that somebody can find out who knows the scaId and the key. */
async function learns(owner: Owner, scaId: string, wanted: object): Promise<string> {
  const tries = [owner.scaOperation(scaId), owner.resumeSca(scaId), owner.completed(scaId), transfer(owner, wanted)];
  return JSON.stringify(await Promise.allSettled(tries), (_, value: unknown) =>
    value instanceof Error ? value.message : value,
  );
}
