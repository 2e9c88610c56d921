import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generations } from '../../src/simulator/sca/generation.js';
import { startStage, type Stage } from '../sca/stage.js';
import { resultsOf } from '../support/websocket.js';

const pay = 'mutation ($input: CreateTransferInput!) { createTransfer(input: $input) { ... on ScaPending { scaId } } }';
const completed = (selection: string) =>
  `subscription ($scaId: UUID!) { scaCompleted(scaId: $scaId) { status ${selection} } }`;
const transaction = (selection: string) =>
  `result { ... on TransactionPayload { transaction { ${selection} } } ... on Problem { code } }`;

/** LinkCy's calls at worst, one of them for an unknown token, and those that the event has taken: the watching is in neither. */
const costs: readonly (readonly [title: string, selection: string, asked: number, made: number])[] = [
  ['the status', '', 1, 0],
  ['what was paid', transaction('uuid'), 2, 1],
  [
    'what it leads to',
    transaction('sender { ledger { iban consumer { taxCountry } } } receiver { beneficiary { status } }'),
    5,
    4,
  ],
];

describe.each(generations)('the cost of a subscription, over LinkCy %s', (generation) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage({ simulator: { generation } });
  });
  afterAll(() => stage.close());

  test.each(costs)('that selects %s counts the calls of its event', async (_, selection, asked, made) => {
    const { data } = await stage.send(pay, { input: stage.transferInput() });
    const scaId = data?.createTransfer?.scaId ?? '';
    const event = resultsOf(stage.client(), completed(selection), { scaId });
    stage.simulator.sca.approve(scaId);
    expect(await event).toMatchObject([
      { data: { scaCompleted: { status: 'COMPLETED' } }, extensions: { cost: { asked, made } } },
    ]);
  });
});
