import { Pool } from 'undici';
import type { DateWindow } from '../../src/pagination/date-window.js';
import type { PagedList, PageRequest } from '../../src/pagination/list.js';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../src/simulator/simulator.js';
import { dateText, timesOf, type KeyShape } from './changing-list.js';
import type { ChangingList } from './churn.js';
import type { Row } from './numbered-list.js';
import type { Random } from './random.js';

/** Lists of a simulated LinkCy, asked over real HTTP. */
export interface BankList {
  readonly simulator: Simulator;
  /** Puts so many transactions or beneficiaries into the bank, which then has no others, and gives the list of them. */
  list(
    count: number,
    random: Random,
    options?: { readonly names?: boolean; readonly direction?: 'ASC' | 'DESC' },
  ): ChangingList<Row>;
  close(): Promise<void>;
}

export async function startBankList(options: SimulatorOptions): Promise<BankList> {
  const simulator = await startSimulator({ seed: 'empty', ...options });
  const pool = new Pool(simulator.url);
  const authorization = `Bearer ${simulator.demoToken()}`;
  let hook = () => {};
  simulator.onRequest('*', () => hook());

  async function ask(path: string, query: object): Promise<any> {
    const given = Object.entries(query).filter(([, value]) => value != null);
    const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
    const { statusCode, body } = await pool.request({
      method: 'GET',
      path: `${path}?${search.toString()}`,
      headers: { authorization },
    });
    const answer = await body.json();
    if (statusCode !== 200) throw new Error(`${statusCode} ${JSON.stringify(answer)}`);
    return answer;
  }

  return {
    simulator,
    list(count, random, { names = random.chance(0.2), direction = random.pick(['ASC', 'DESC'] as const) } = {}) {
      const shapes: KeyShape[] = count > 50_000 ? ['blocks'] : ['distinct', 'blocks', 'blocks', 'equal'];
      const shape = random.pick(shapes);
      const times = timesOf(count, shape, random);
      const path = names ? '/api/partner/beneficiaries' : '/api/partner/transactions';
      const store = names ? simulator.store.beneficiaries : simulator.store.transactions;
      const attribute = names ? 'NAME' : 'CREATION_DATE';
      let calls = 0;
      hook = () => {};
      const fetch = async (page: PageRequest, window: DateWindow = {}) => {
        calls += 1;
        const { content, totalElements } = await ask(path, { ...page, ...window });
        return {
          content: content.map((row: any): Row => ({ id: row.id, key: names ? row.name : row.creationDate })),
          totalElements,
        };
      };
      const paged: PagedList<Row> = {
        name: path,
        scope: {},
        sort: { attribute, direction },
        maximumPage: 500,
        maximumPageSize: 100,
        id: (row) => row.id,
        sortKey: (row) => row.key,
        fetch,
        ...(!names && { within: (window: DateWindow) => (page: PageRequest) => fetch(page, window) }),
      };
      const key = (time: number) => (names ? nameOf(time, shape, random) : dateText(time, random));
      const row = (key: string) => (names ? beneficiary(random.uuid(), key) : transaction(random.uuid(), key));
      const everything = { sortAttribute: attribute, sortDirection: direction, page: 0, pageSize: 1_000_000 };
      const current = () => store.list(everything).rows;
      let newest = times.at(-1) ?? 0;
      let ids: readonly string[] | undefined;
      store.clear();
      store.insertAll(times.map((time) => row(key(time))) as never[]);
      return {
        paged,
        ids: () => (ids ??= current().map(({ id }) => id)),
        insert(index) {
          ids = undefined;
          const rows = current();
          const equal: any = index === undefined ? undefined : rows[Math.min(index, rows.length - 1)];
          if (equal === undefined) newest += shape === 'equal' ? 0 : 1_000;
          store.insert(row(equal === undefined ? key(newest) : names ? equal.name : equal.creationDate) as never);
        },
        remove(id) {
          ids = undefined;
          store.remove(id);
        },
        onCall: (next) => (hook = next),
        callCount: () => calls,
      };
    },
    async close() {
      await pool.close();
      await simulator.close();
    },
  };
}

const surnames = [
  'Ærø',
  'anna',
  'Anna',
  'Åse',
  'Émile',
  'emile',
  'Ines',
  'O’Neil',
  'Öz',
  'özil',
  'Zoë',
  'zoe',
  'Řehoř',
  '李',
];

function nameOf(time: number, shape: KeyShape, random: Random): string {
  return `${random.pick(surnames)}${shape === 'distinct' ? ` ${time % 1_000}` : ''}`;
}

function transaction(id: string, creationDate: string) {
  return {
    id,
    type: 'INTER_LEDGER',
    paymentType: 'MONEY_TRANSFER',
    status: 'APPROVED',
    creationDate,
    amount: 1,
    currency: 'EUR',
  };
}

function beneficiary(id: string, name: string) {
  const date = '2024-01-01T00:00:00Z';
  const endUserId = '00000000-0000-4000-a000-000000000000';
  return {
    id,
    name,
    endUserId,
    type: 'PERSON',
    status: 'VALID',
    active: true,
    accountType: 'IBAN',
    creationDate: date,
    updateDate: date,
  };
}
