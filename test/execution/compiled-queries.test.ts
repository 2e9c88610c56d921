import 'reflect-metadata';
import { execute, parse, validate, type ExecutionArgs } from 'graphql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext, type Services } from '../../src/context.js';
import { createCompiledQueries } from '../../src/execution/compiled-queries.js';
import { globalId } from '../../src/node/global-id.js';
import { createSchema } from '../../src/schema.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { rememberingServices } from '../support/services.js';
import { randomOperation, type KnownIds } from './random-operation.js';

const runs = process.env.LINKCY_PROOF === 'full' ? 2_000 : 200;
const schema = createSchema();
let simulator: Simulator;
let services: Services;

beforeAll(async () => {
  simulator = await startSimulator();
  services = rememberingServices(simulator.url);
});
afterAll(async () => {
  await services.transport.close();
  await simulator.close();
});

function operationOf(query: string, variableValues: Readonly<Record<string, unknown>> = {}): ExecutionArgs {
  const authorization = `Bearer ${simulator.demoToken()}`;
  const contextValue = createContext(services, { authorization, requestId: 'test' });
  return { schema, document: parse(query), variableValues, contextValue };
}

describe('a compiled query', () => {
  const compiledQueries = createCompiledQueries(schema, 'all');

  it(
    `answers exactly as graphql-js does, or leaves the answer to it: ${runs} random queries`,
    { timeout: 300_000 },
    async () => {
      let answered = 0;
      const property = fc.asyncProperty(randomOperation(schema, knownIds()), async ({ query, variables }) => {
        expect(validate(schema, parse(query))).toEqual([]);
        const expected = await execute(operationOf(query, variables));
        const answer = await compiledQueries(operationOf(query, variables));
        if (answer === undefined) {
          expect(expected.errors, 'graphql-js answers without an error, so the compiled query must, too').toBeDefined();
          return;
        }
        answered += 1;
        // By value: the order of two keys differs where a field is skipped at its first place and wanted at a later one.
        expect(asJson(answer)).toEqual(asJson(expected));
      });
      // A failure prints its seed and the smallest query that shows it.
      await fc.assert(property, { numRuns: runs, endOnFailure: true });
      expect(answered).toBeGreaterThan(runs / 2);
    },
  );

  it('leaves mutations to graphql-js', async () => {
    expect(await compiledQueries(operationOf('mutation { __typename }'))).toBeUndefined();
  });

  it('leaves wrong variables to graphql-js, whose words about them are known', async () => {
    const query = 'query ($few: Int) { cards(first: $few) { totalCount } }';
    expect(await compiledQueries(operationOf(query, { few: 'many' }))).toBeUndefined();
  });

  it('leaves a null to graphql-js that only a default makes fit its place', async () => {
    const query = 'query ($way: SortDirection = ASC) { cards(sort: { direction: $way }) { totalCount } }';
    expect(await compiledQueries(operationOf(query, { way: 'DESC' }))).toMatchObject({ data: {} });
    expect(await compiledQueries(operationOf(query, { way: null }))).toBeUndefined();
  });

  it('is not made for a document that came only once', async () => {
    const lazily = createCompiledQueries(schema, 'those that come again');
    const operation = operationOf('{ __typename }');
    expect(await lazily(operation)).toBeUndefined();
    expect(await lazily(operation)).toEqual({ data: { __typename: 'Query' } });
  });
});

function asJson(result: object): unknown {
  return JSON.parse(JSON.stringify(result));
}

function knownIds(): KnownIds {
  const missing = '00000000-0000-4000-8000-000000000000';
  const some = (rows: readonly { readonly id: string }[]) => [...rows.slice(0, 5).map(({ id }) => id), missing];
  const { store } = simulator;
  const consumers = some(store.consumers.all());
  return {
    Consumer: consumers,
    Ledger: some(store.ledgers.all()),
    Card: some(store.cards.all()),
    Beneficiary: some(store.beneficiaries.all()),
    Transaction: some(store.transactions.all()),
    Node: consumers.map((id) => globalId('Consumer', id)),
  };
}
