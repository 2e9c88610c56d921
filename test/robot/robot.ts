import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { createSchema } from '../../src/graph/schema.js';
import { startApi, type Api } from '../support/api.js';
import { changesOf, type Change } from './changes.js';
import { edited, valueAt, valuesIn, type JsonPath } from './json-edit.js';
import { startAlteringProxy, type Alter, type AlteringProxy } from '../support/banks/altering-proxy.js';
import { selectionOf, typeOfRoot, typeOfRows, type Question } from './questions.js';
import { brokenBy, differences, placeOf, type Outcome } from './verdict.js';

/** `npm run proof:robot` makes every change; `npm test` one in so many, others in each file. */
export const share = process.env.LINKCY_PROOF === 'full' ? 1 : 23;

export function sharesOf<Item>(items: readonly Item[]): readonly Item[] {
  return items.filter((_item, at) => at % share === 0);
}

export interface Fault {
  readonly question: string;
  readonly change: string;
  readonly broken: string;
}

/** Lists with what narrows them to the rows that differ in their fields, and the path of LinkCy's list. */
export const lists: readonly (readonly [root: string, filter: string, path: string])[] = [
  ['consumers', '', '/api/partner/consumers'],
  ['ledgers', '', '/api/partner/ledgers'],
  ['cards', 'filter: {types: [PHYSICAL], status: [ACTIVE]}', '/api/partner/cards'],
  ['cards', 'filter: {types: [VIRTUAL]}', '/api/partner/cards'],
  ['beneficiaries', '', '/api/partner/beneficiaries'],
  ['mandates', '', '/api/partner/mandates'],
  ['kycApplications', '', '/api/partner/kyc'],
  ['cardProfiles', '', '/api/partner/card-profiles'],
  ['cardDesigns', '', '/api/partner/card-designs'],
  ...[
    ...['CARD_AUTHORIZATION', 'CARD_CLEARING', 'SEPA_DIRECT_DEBIT', 'INTER_LEDGER', 'ACQUIRING', 'FX'],
    ...['SEPA_CREDIT_TRANSFER', 'UK_CREDIT_TRANSFER'],
  ].map((type) => ['transactions', `filter: {types: [${type}]}`, '/api/partner/transactions'] as const),
];

/** Objects by their id, with the list that has them and LinkCy's path. */
const details: Readonly<Record<string, readonly [field: string, path: string]>> = {
  consumers: ['consumer', '/api/partner/consumers/'],
  ledgers: ['ledger', '/api/partner/ledgers/'],
  cards: ['card', '/api/partner/cards/'],
  beneficiaries: ['beneficiary', '/api/partner/beneficiaries/'],
  mandates: ['mandate', '/api/partner/mandates/'],
  kycApplications: ['kycApplication', '/api/partner/kyc/'],
  transactions: ['transaction', '/api/partner/transactions/'],
};

const first = 3;

export interface Robot {
  /** Every question, one for each kind of row and object. Each has been asked once, with the answers as they are. */
  questions(): Promise<readonly Question[]>;
  ask(query: string, alter?: Alter): Promise<Outcome>;
  /** Makes each change of a row or an object in turn, or a share of them. */
  changeEach(question: Question): Promise<{ readonly made: number; readonly faults: readonly Fault[] }>;
  close(): Promise<void>;
}

export async function startRobot(): Promise<Robot> {
  const schema = createSchema({ sandbox: true });
  const api: Api = await startApi();
  await identifySome(api);
  const proxy = await startAlteringProxy(api.simulator.url);
  const changed = await startApi({ linkcyUrl: proxy.url, server: { demoToken: api.simulator.demoToken() } });

  const ask: Robot['ask'] = async (query, alter) => {
    proxy.alter(alter);
    const { status, data, errors = [] } = await changed.send(query);
    return { status, data: data as unknown, errors, calls: proxy.calls };
  };

  return {
    questions: () => questionsOf(schema, ask, proxy),
    ask,
    async changeEach(question) {
      const before = await ask(question.query);
      if (before.errors.length > 0) throw new Error(`${question.title}: ${JSON.stringify(before.errors)}`);
      const row = rowOf(question, proxy);
      const pool = proxy.answersTo(question.path).map(({ body }) => JSON.parse(body.toString()) as unknown);
      const feeds = new Map<string, readonly JsonPath[]>();
      const faults: Fault[] = [];
      const changes = sharesOf(changesOf(row));
      for (const change of changes) {
        const key = JSON.stringify(change.path);
        if (!feeds.has(key)) feeds.set(key, await feedsOf(question, row, change.path, pool, before));
        const after = await ask(question.query, alterRow(question, row, change));
        const broken = brokenBy(schema, question, change, feeds.get(key)!, before, after);
        if (broken !== undefined) {
          faults.push({ question: question.title, change: `${change.path.join('.')} ${change.name}`, broken });
        }
      }
      return { made: changes.length, faults };
    },
    async close() {
      await changed.close();
      await proxy.close();
      await api.close();
    },
  };

  /** The fields of the answer that read a value: those that differ when it is another one of its kind. */
  async function feedsOf(
    question: Question,
    row: unknown,
    path: JsonPath,
    pool: readonly unknown[],
    before: Outcome,
  ): Promise<readonly JsonPath[]> {
    const place = placeOf(question);
    const found: JsonPath[] = [];
    for (const leaf of valuesIn(valueAt(row, path), path)) {
      for (const value of othersLike(leaf.path, leaf.value, pool)) {
        const alter = alterRow(question, row, { path: leaf.path, edit: { value } });
        const after = await ask(question.query, alter);
        found.push(...differences(valueAt(before.data, place), valueAt(after.data, place)));
      }
    }
    return found;
  }
}

/** The demo bank has nobody who is being identified. */
async function identifySome({ simulator: { store, samples } }: Api): Promise<void> {
  for (const status of ['VALIDATED', 'PENDING_REVIEW', 'DECLINED'] as const) {
    const person = samples.consumer();
    store.consumers.insert(person);
    const dates = { creationDate: '2026-03-04T09:30:00Z', updateDate: '2026-03-04T09:31:00Z' };
    const kinds = { accessType: 'LINK', status, statusReason: 'CLEAR' } as const;
    store.kycApplications.insert({ id: randomUUID(), personId: person.id, ...dates, ...kinds });
  }
}

async function questionsOf(schema: GraphQLSchema, ask: Robot['ask'], proxy: AlteringProxy): Promise<Question[]> {
  const questions: Question[] = [];
  for (const [root, filter, path] of lists) {
    const args = [filter, `first: ${first}`].filter((text) => text !== '').join(', ');
    const selection = selectionOf(schema, typeOfRows(schema, root));
    const ends = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    const query = `{ ${root}(${args}) { ${ends} edges { cursor } nodes ${selection} } }`;
    const { data, errors } = await ask(query);
    if (errors.length > 0) throw new Error(`${root}: ${JSON.stringify(errors)}`);
    const rows = valueAt(data, [root, 'nodes']) as { uuid: string }[];
    if (rows.length === 0) throw new Error(`There are no ${root} with ${filter}.`);
    const index = Math.min(1, rows.length - 1);
    const rowId = rows[index]!.uuid;
    const title = `${root}(${args})`;
    questions.push({ title, query, path, root, index, rowId });
    const [field, prefix] = details[root] ?? [];
    if (field === undefined || prefix === undefined) continue;
    const objectQuery = `{ ${field}(id: "${rowId}") ${selectionOf(schema, typeOfRoot(schema, field))} }`;
    questions.push({ title: `${field} (${filter})`, query: objectQuery, path: prefix + rowId, root: field });
    // A detail that a row of a list needs.
    await ask(query);
    if (proxy.answersTo(prefix + rowId).length > 0) {
      questions.push({ title: `${title}, detail of a row`, query, path: prefix + rowId, root, index });
    }
  }
  return questions;
}

/** The row or object that LinkCy sends. */
function rowOf({ path, rowId }: Question, proxy: AlteringProxy): unknown {
  for (const { body } of proxy.answersTo(path)) {
    const json: unknown = JSON.parse(body.toString());
    if (rowId === undefined) return json;
    const row = (valueAt(json, ['content']) as { id: string }[]).find(({ id }) => id === rowId);
    if (row !== undefined) return row;
  }
  throw new Error(`LinkCy was not asked for ${path}.`);
}

/** The row changed wherever it appears, or the object. */
export function alterRow({ path, rowId }: Question, row: unknown, change: Pick<Change, 'path' | 'edit'>): Alter {
  return (answer, asked) => {
    if (asked.path !== path) return answer;
    const text = edited(row, change.path, change.edit);
    if (rowId === undefined) return { ...answer, body: Buffer.from(text) };
    const json = JSON.parse(answer.body.toString()) as { content: { id: string }[] };
    const at = json.content.findIndex(({ id }) => id === rowId);
    if (at === -1) return answer;
    const mark = '\u0001row\u0001';
    const content = [...json.content.slice(0, at), mark, ...json.content.slice(at + 1)];
    return {
      ...answer,
      body: Buffer.from(JSON.stringify({ ...json, content }).replace(JSON.stringify(mark), () => text)),
    };
  };
}

/** Other values of the same kind: those that LinkCy has elsewhere under the same name, and one made up. */
function othersLike(path: JsonPath, value: unknown, pool: readonly unknown[]): readonly unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1];
  // Nothing in it says what it would be read for.
  if (Array.isArray(value) && value.length === 0) return [['QUUX']];
  if (typeof value !== 'string') return [];
  const name = path.filter((key) => typeof key === 'string').at(-1);
  const same = pool
    .flatMap((json) => valuesIn(json))
    .filter(
      ({ path: other, value }) =>
        typeof value === 'string' && other.filter((key) => typeof key === 'string').at(-1) === name,
    )
    .map(({ value }) => value as string);
  return [...new Set([...same, madeUp(value)])].filter((other) => other !== value).slice(0, 5);
}

function madeUp(value: string): string {
  if (/^[0-9a-f]{8}-/.test(value)) return '00000000-0000-4000-8000-000000000000';
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return '2026-01-02T03:04:05Z';
  return /^\d{4}-\d\d-\d\d$/.test(value) ? '2026-01-02' : `${value}X`;
}
