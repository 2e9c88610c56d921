import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../../support/api.js';
import { transportNames, transports } from '../../support/transports.js';

/** What a client wrote in the wrong place. */
const iban = 'DE89370400440532013000';
const id = '00000000-0000-4000-8000-000000000000';
const filter = 'query ($v: LedgerFilter) { ledgers(filter: $v) { totalCount } }';
const transfer = 'mutation ($v: CreateTransferInput!) { createTransfer(input: $v) { __typename } }';
const beneficiary = 'mutation ($v: AddBeneficiaryInput!) { addBeneficiary(input: $v) { __typename } }';

type Row = readonly [query: string, v: unknown, ...messages: unknown[]];

const rows: readonly Row[] = [
  // Variables
  [
    'query ($v: Int) { cards(first: $v) { totalCount } }',
    iban,
    'Variable "$v" must be a whole number from -2147483648 to 2147483647 or null.',
  ],
  [
    'query ($v: Int) { cards(first: $v) { totalCount } }',
    { a: [iban] },
    'Variable "$v" must be a whole number from -2147483648 to 2147483647 or null.',
  ],
  ['query ($v: ID!) { card(id: $v) { id } }', { pin: iban }, 'Variable "$v" must be text or a whole number.'],
  ['query ($v: ID!) { card(id: $v) { id } }', null, 'Variable "$v" must be text or a whole number.'],
  ['query ($v: ID!) { card(id: $v) { id } }', undefined, 'Variable "$v" is missing.'],
  [filter, iban, 'Variable "$v" must be an object LedgerFilter or null.'],
  [filter, { iban: [iban] }, 'Variable "$v" at "iban" must be text or null.'],
  [filter, { status: ['ACTIVE', iban] }, 'Variable "$v" at "status.1" must be a value of the enum LedgerStatus.'],
  [filter, { ibann: iban }, 'Variable "$v" is not valid. Field "ibann" is not defined by type "LedgerFilter".'],
  [
    transfer,
    { ledgerFromId: id, beneficiaryId: id, amount: `${iban}; Expected type` },
    expect.stringMatching(/^Variable "\$v" at "amount" is not valid\. Decimal must be /),
  ],
  [
    transfer,
    { ledgerFromId: id, beneficiaryId: id },
    'Variable "$v" is not valid. Field "amount" of required type "Decimal!" was not provided.',
  ],
  [
    beneficiary,
    { type: 'PERSON', name: 'A', bankingDetails: { sepa: { iban: { iban }, bic: 7 } } },
    'Variable "$v" at "bankingDetails.sepa.iban" must be text.',
    'Variable "$v" at "bankingDetails.sepa.bic" must be text.',
  ],
  // Literals
  [
    `{ cards(first: "${iban}") { totalCount } }`,
    undefined,
    'The argument "first" must be a whole number from -2147483648 to 2147483647 or null.',
  ],
  [
    `{ cards(filter: "${iban}") { totalCount } }`,
    undefined,
    'The argument "filter" must be an object CardFilter or null.',
  ],
  [
    `{ cards(filter: { status: ${iban} }) { totalCount } }`,
    undefined,
    'The argument "filter" must be a value of the enum CardStatus.',
  ],
  [
    `{ cards(filter: { status: "${iban}" }) { totalCount } }`,
    undefined,
    'The argument "filter" must be a value of the enum CardStatus.',
  ],
  [`{ card(id: ["${iban}"]) { id } }`, undefined, 'The argument "id" must be text or a whole number.'],
  ['{ card(id: null) { id } }', undefined, 'The argument "id" must be text or a whole number.'],
  [
    `{ transactions(filter: { startDate: "${iban}" }) { totalCount } }`,
    undefined,
    expect.stringMatching(/^The argument "filter" is not valid\. DateTime must be a point in time/),
  ],
  [
    `mutation { createTransfer(input: { ledgerFromId: "${id}", beneficiaryId: "${id}", amount: ${'4'.repeat(16)} }) { __typename } }`,
    undefined,
    expect.stringMatching(/^The argument "input" is not valid\. Decimal must be written as text/),
  ],
  [
    `mutation { createTransfer(input: { ledgerFromId: "${iban}" }) { __typename } }`,
    undefined,
    'Field "CreateTransferInput.beneficiaryId" of required type "ID!" was not provided.',
    'Field "CreateTransferInput.amount" of required type "Decimal!" was not provided.',
  ],
  [
    `query ($v: Int = "${iban}") { cards(first: $v) { totalCount } }`,
    undefined,
    'A value must be a whole number from -2147483648 to 2147483647 or null.',
  ],
  // What cannot be read
  [`{ cards "${iban}" }`, undefined, 'Syntax Error: Expected Name at line 1, column 9.'],
  [`{ cards(first: 1 } ${iban}`, undefined, 'Syntax Error: Expected Name at line 1, column 18.'],
  [
    `query ${iban} ${iban} { cards }`,
    undefined,
    expect.stringMatching(/^Syntax Error: Expected "\{" at line 1, column 30\.$/),
  ],
  [`{ cards(after: "${iban}`, undefined, 'Syntax Error: Unterminated string at line 1, column 39.'],
  [`${iban}`, undefined, 'Syntax Error: Unexpected Name at line 1, column 1.'],
  [
    `{ cards(first: 1${iban}) { totalCount } }`,
    undefined,
    expect.stringMatching(/^Syntax Error at line 1, column 17\.$/),
  ],
  [
    `{ cards(after: "\\x${iban}") { totalCount } }`,
    undefined,
    expect.stringMatching(/^Syntax Error at line 1, column \d+\.$/),
  ],
  // What the engine finds only when it runs
  [
    'query ($v: SortDirection = ASC) { cards(sort: { direction: $v }) { totalCount } }',
    null,
    expect.stringMatching(/^Argument "sort" has an invalid value\.$/),
  ],
];

describe.each(transportNames)(
  'what is wrong is said with its place and the rule, without the value, over %s',
  (transport) => {
    let api: Api;
    beforeAll(async () => void (api = await startApi({ simulator: { seed: 'empty' } })));
    afterAll(() => api.close());

    test.each(rows.map(([query, ...row]) => ({ query, row })))('$query', async ({ query, row: [v, ...messages] }) => {
      const answer = await transports[transport](api.url, { query, variables: { v } });
      expect(answer.errors?.map(({ message }) => message)).toEqual(messages);
      expect(JSON.stringify(answer)).not.toContain(iban);
      expect(answer.errors?.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
      expect(api.simulator.log.entries).toEqual([]);
    });
  },
);
