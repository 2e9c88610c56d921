import 'reflect-metadata';
import { execute, getOperationAST, Kind, parse, validate } from 'graphql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Context, type Services } from '../../src/graph/context.js';
import { maxFieldsOfQuery } from '../../src/execution/compile.js';
import { CompiledQueries, type ExecutableOperation } from '../../src/execution/compiled-queries.js';
import { RequestRejection } from '../../src/server/limits/request-rejection.js';
import { coerceVariables } from '../../src/server/limits/variables.js';
import { globalId } from '../../src/graph/node/global-id.js';
import { createSchema } from '../../src/graph/schema.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { rememberingServices } from '../support/services.js';
import { randomOperation, type KnownIds } from './random-operation.js';

const runs = process.env.LINKCY_PROOF === 'full' ? 2_000 : 200;
const schema = createSchema();
let simulator: Simulator;
let services: Services;
/** One for all: what a token says of itself can be asked for, too. */
let authorization: string;

beforeAll(async () => {
  simulator = await startSimulator();
  authorization = `Bearer ${simulator.demoToken()}`;
  services = rememberingServices(simulator.url);
});
afterAll(async () => {
  await services.transport.close();
  await simulator.close();
});

/** An operation as the transports admit it. */
function operationOf(query: string, given: Readonly<Record<string, unknown>> = {}): ExecutableOperation {
  const document = parse(query);
  const operation = getOperationAST(document)!;
  const variables = coerceVariables(schema, operation, given);
  if (variables instanceof RequestRejection) throw new Error('The variables do not fit.');
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return {
    ...{ document, operation, variables },
    fragments: new Map(fragments.map((node) => [node.name.value, node])),
    context: new Context(services, { authorization, requestId: 'test' }),
  };
}

function byReference(query: string, variableValues: Readonly<Record<string, unknown>> = {}) {
  const { document, context } = operationOf(query, variableValues);
  return execute({ schema, document, variableValues, contextValue: context });
}

describe('a compiled query', () => {
  const compiledQueries = new CompiledQueries(schema, 'all');

  it(
    `answers exactly as graphql-js does, or leaves the answer to it: ${runs} random queries`,
    { timeout: 300_000 },
    async () => {
      let answered = 0;
      const property = fc.asyncProperty(randomOperation(schema, knownIds()), async ({ query, variables }) => {
        expect(validate(schema, parse(query))).toEqual([]);
        const expected = await byReference(query, variables);
        const answer = await compiledQueries.run(operationOf(query, variables));
        if (answer === undefined) {
          expect(expected.errors, 'graphql-js answers without an error, so the compiled query must, too').toBeDefined();
          return;
        }
        answered += 1;
        expect(answer).toBe(JSON.stringify(expected));
      });
      // A failure prints its seed and the smallest query that shows it.
      await fc.assert(property, { numRuns: runs, endOnFailure: true });
      expect(answered).toBeGreaterThan(runs / 2);
    },
  );

  it('leaves mutations to graphql-js', async () => {
    expect(await compiledQueries.run(operationOf('mutation { __typename }'))).toBeUndefined();
  });

  it('leaves a null to graphql-js that only a default makes fit its place', async () => {
    const query = 'query ($way: SortDirection = ASC) { cards(sort: { direction: $way }) { totalCount } }';
    expect(await compiledQueries.run(operationOf(query, { way: 'DESC' }))).toMatch(/^{"data":{"cards":/);
    expect(await compiledQueries.run(operationOf(query, { way: null }))).toBeUndefined();
  });

  it('is made at the second run that counts, for each set of conditions', async () => {
    const queries = new CompiledQueries(schema, 'repeated');
    const query = 'query ($full: Boolean = false) { __typename type: __typename @include(if: $full) }';
    const document = parse(query);
    const operation = getOperationAST(document)!;
    const withFull = (full: boolean) => ({ ...operationOf(query, { full }), document, operation });
    queries.countRun(withFull(false));
    expect(await queries.run(withFull(false))).toBeUndefined();
    queries.countRun(withFull(true));
    queries.countRun(withFull(false));
    expect(await queries.run(withFull(false))).toBe('{"data":{"__typename":"Query"}}');
    expect(await queries.run(withFull(true))).toBeUndefined();
    queries.countRun(withFull(true));
    expect(await queries.run(withFull(true))).toBe('{"data":{"__typename":"Query","type":"Query"}}');
  });

  it('is not made where the query writes more than some hundred fields', async () => {
    const fields = (count: number) => Array.from({ length: count }, (_, index) => `f${index}: __typename`).join(' ');
    expect(await compiledQueries.run(operationOf(`{ ${fields(maxFieldsOfQuery)} }`))).toMatch(/^{"data":/);
    expect(await compiledQueries.run(operationOf(`{ ${fields(maxFieldsOfQuery + 1)} }`))).toBeUndefined();
    // A fragment counts in each of its places, once for each type.
    const places = Array.from({ length: 20 }, (_, index) => `p${index}: transactions { nodes { ...All } }`).join(' ');
    const fragment = 'fragment All on Transaction { id createdAt status amount { value currency } }';
    expect(await compiledQueries.run(operationOf(`{ ${places} } ${fragment}`))).toBeUndefined();
  });
});

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
