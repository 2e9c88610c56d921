import { readFileSync, statSync } from 'node:fs';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generations } from '../src/simulator/sca/generation.js';
import { resultsOf } from './support/websocket.js';
import { startStage, type Stage } from './sca/stage.js';

/** The examples of schema/README.md: each GraphQL with the variables below it. */
const guide = readFileSync(new URL('../schema/README.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```graphql\n([\s\S]*?)```\n(?:\n```json\n([\s\S]*?)```)?/g)].map(
  ([, query = '', variables = '{}']) => ({ query, variables, name: /\w+ (\w+)/.exec(query)?.[1] ?? '' }),
);

let stage: Stage;
const values: Record<string, string> = {};
/** What the guide says of an answer, and what later examples need of it. */
const expected: Record<string, (data: any) => void> = {
  Payments: ({ ledger }) => expect(ledger.transactions).toMatchObject({ totalCount: 0, edges: [] }),
  Pay: ({ createTransfer }) => {
    expect(createTransfer).toMatchObject({ __typename: 'ScaPending' });
    values.SCA_ID = createTransfer.scaId;
    stage.simulator.sca.approve(createTransfer.scaId as string);
  },
  Paid: ({ scaCompleted }) => {
    expect(scaCompleted).toMatchObject({ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } });
    values.TRANSACTION_ID = scaCompleted.result.transaction.id;
  },
  Resume: ({ resumeSca }) => expect(resumeSca.status).toBe('COMPLETED'),
  PrepareToSign: ({ createTransfer }) => {
    expect(createTransfer).toMatchObject({ __typename: 'ScaSignatureRequired', method: 'POST' });
    values.SIGN_ID = createTransfer.scaId;
    values.SIGNATURE = stage.simulator.sca.sign(createTransfer);
  },
  // Older LinkCys do not know the strategy.
  Sign: ({ submitScaSignature }) =>
    expect(submitScaSignature).toMatchObject(
      stage.simulator.sca.settings.generation === '1.114'
        ? { status: 'COMPLETED', result: { __typename: 'TransactionPayload' } }
        : { status: 'FAILED', result: { code: 'SCA_STRATEGY_NOT_SUPPORTED' } },
    ),
  Wrong: ({ createTransfer }) =>
    expect(createTransfer).toMatchObject({
      ...{ __typename: 'InvalidInput', code: 'INVALID_INPUT', retryable: false },
      fields: [{ path: ['amount'] }],
    }),
  Again: ({ node }) => expect(node).toMatchObject({ id: values.TRANSACTION_ID, amount: { value: '45.5' } }),
  Balance: ({ ledger }) =>
    expect(ledger.availableAmount).toEqual({
      value: stage.simulator.sca.settings.generation === '1.114' ? '894.6' : '954.6',
      currency: 'EUR',
    }),
};

test('the guide links to what there is, and its pictures are small', () => {
  const links = [...guide.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const files = links.map((link) => statSync(new URL(link, new URL('../schema/', import.meta.url))));
  expect(files.length).toBeGreaterThan(8);
  const pictures = files.filter((_, index) => links[index]?.endsWith('.png'));
  expect(pictures).toHaveLength(2);
  for (const { size } of pictures) expect(size).toBeLessThan(60_000);
});

test('the guide has an example for each of its subjects', () => {
  expect(examples.map(({ name }) => name)).toEqual(Object.keys(expected));
});

describe.each(generations)('over LinkCy %s', (generation) => {
  beforeAll(async () => {
    stage = await startStage({ simulator: { generation } });
    values.LEDGER_ID = stage.main.id;
    values.BENEFICIARY_ID = stage.payee.id;
  });
  afterAll(() => stage.close());

  test.each(examples)('$name runs, and answers what the guide says', async ({ name, query, variables: text }) => {
    const variables = JSON.parse(
      text.replaceAll(/\b[A-Z]+_ID\b|SIGNATURE/g, (word) => JSON.stringify(values[word] ?? word).slice(1, -1)),
    );
    const isSubscription = parse(query).definitions.some(
      (definition) => 'operation' in definition && String(definition.operation) === 'subscription',
    );
    const [answer]: any[] = isSubscription
      ? await resultsOf(stage.client(), query, variables)
      : [await stage.send(query, variables)];
    expect(answer.errors).toBeUndefined();
    expected[name]?.(answer.data);
  });
});
