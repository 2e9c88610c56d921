// type-graphql's decorators need it, and the inputs below come before the schema that brings it.
import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as beneficiaryInputs from '../../../src/graph/beneficiaries/beneficiary.input.js';
import * as cardInputs from '../../../src/graph/cards/card.input.js';
import * as consumerInputs from '../../../src/graph/consumers/consumer.input.js';
import * as contactInputs from '../../../src/graph/consumers/contact.input.js';
import * as mandateInputs from '../../../src/graph/mandates/mandate.input.js';
import * as transferInputs from '../../../src/graph/transactions/transfer.input.js';
import { startApi, type Api } from '../../support/api.js';
import { acceptedInputs } from './accepted-inputs.js';
import { documentOf, publishedMutations } from './documents.js';
import { address, mutationNames, validInputs, type Input, type MutationName } from './inputs.js';
import { inputOf, refusedInputs } from './refused-inputs.js';
import { linkcyError } from '../../support/banks/linkcy-error.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterEach(() => {
  api.simulator.faults.clear();
  api.simulator.log.clear();
});
afterAll(() => api.close());

async function send(mutation: MutationName, input: Input) {
  const { data, errors } = await api.send(documentOf(mutation), { input });
  expect(errors).toBeUndefined();
  return data[mutation];
}

describe('an input that breaks a rule is InvalidInput and costs no call', () => {
  it.each(refusedInputs.map((row) => [titleOf(row), row] as const))(
    '%s',
    async (_, [mutation, change, path, message]) => {
      const result = await send(mutation, inputOf(mutation, change));
      expect(result).toEqual({
        __typename: 'InvalidInput',
        code: 'INVALID_INPUT',
        message: 'The input is not valid.',
        retryable: false,
        fields: [{ path, message }],
      });
      expect(api.simulator.log.count()).toBe(0);
    },
  );
});

describe('an input at the edge of the rules goes to LinkCy', () => {
  const rows = [...mutationNames.map((mutation) => [mutation, {}] as const), ...acceptedInputs];
  it.each(rows.map((row) => [titleOf(row), row] as const))('%s', async (_, [mutation, change]) => {
    api.simulator.faults.once('*', linkcyError(409, { errorCode: 'FROM_LINKCY', message: 'no' }));
    const result = await send(mutation, inputOf(mutation, change));
    expect(result).toMatchObject({ __typename: 'Conflict', code: 'FROM_LINKCY' });
    expect(api.simulator.log.count()).toBe(1);
  });
});

it('all faulty fields are named at once, nested ones and those of lists too', async () => {
  const card = await send('createCard', {
    ledgerId: 'x',
    profileId: 'y',
    nameOnCard: 'ada',
    rules: [
      { type: 'UNKNOWN', value: 0 },
      { type: 'UNKNOWN', value: 1 },
    ],
  });
  expect(pathsOf(card)).toEqual([
    'ledgerId',
    'nameOnCard',
    'profileId',
    'rules.0.type',
    'rules.0.value',
    'rules.1.type',
    'rules.1.type',
  ]);
  const consumer = await send('createConsumer', {
    phone: { countryCode: '0', number: 'x' },
    address: { ...address, isoCountryCode: 'x' },
    sourceOfFunds: 'OTHER',
    accountPurposes: ['UNKNOWN', 'UNKNOWN'],
    taxIdentificationNumber: '1',
  });
  expect(pathsOf(consumer)).toEqual([
    'accountPurposes.0',
    'accountPurposes.1',
    'accountPurposes.1',
    'address.isoCountryCode',
    'otherSourceOfFunds',
    'phone.countryCode',
    'phone.number',
    'taxCountry',
  ]);
  expect(api.simulator.log.count()).toBe(0);
});

it('an idempotencyKey may have 255 characters', async () => {
  const result = await send('suspendCard', { ...validInputs.suspendCard, idempotencyKey: 'x'.repeat(255) });
  expect(result).toMatchObject({ __typename: 'NotFound', code: 'CARD_NOT_FOUND' });
});

it('neither the answer nor its errors hold a rejected value', async () => {
  const secrets = ['SECRET-IBAN', 'SECRET-BIC', 'S3'];
  const { data, errors } = await api.send(documentOf('addBeneficiary'), {
    input: { type: 'PERSON', name: 'S3', bankingDetails: { sepa: { iban: 'SECRET-IBAN', bic: 'SECRET-BIC' } } },
  });
  const answer = JSON.stringify({ data, errors });
  expect(data.addBeneficiary.fields).toHaveLength(3);
  for (const secret of secrets) expect(answer).not.toContain(secret);
});

it('a scalar of the wrong form is refused by GraphQL, without its value and without a call', async () => {
  const amount = '1e3.SECRET';
  const { data, errors } = await api.send(documentOf('createTransfer'), {
    input: { ...validInputs.createTransfer, amount },
  });
  expect(data).toBeUndefined();
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(JSON.stringify(errors)).not.toContain('SECRET');
  expect(api.simulator.log.count()).toBe(0);
});

it('every mutation that takes an input has a published document and a valid input here', () => {
  expect([...publishedMutations].sort()).toEqual(expect.arrayContaining([...mutationNames].sort()));
});

it('the table has a row for every rule of every input', () => {
  const inputs = {
    ...{ ...beneficiaryInputs, ...cardInputs, ...consumerInputs, ...contactInputs },
    ...{ ...mandateInputs, ...transferInputs },
  };
  const declared = Object.values(inputs).flatMap((input) =>
    getMetadataStorage()
      .getTargetValidationMetadatas(input, '', false, false)
      .filter(({ type }) => type === 'customValidation')
      .map(({ propertyName, message }) => `${propertyName}: ${String(message)}`),
  );
  const shown = refusedInputs.map(([, , path, message]) => `${fieldOf(path, message)}: ${message}`);
  expect(declared.length).toBeGreaterThan(80);
  expect(declared.filter((rule) => !shown.includes(rule))).toEqual([]);
});

function titleOf([mutation, change, path = [], message = '']: readonly [
  string,
  Input,
  (readonly string[])?,
  string?,
]): string {
  const changed = JSON.stringify(change);
  const shown = changed.length > 80 ? `${changed.slice(0, 80)}…` : changed;
  return `${mutation} ${shown} ${path.join('.')} ${message}`.trim();
}

/** A rule about an item is declared at its list, a rule about a whole input at none of its fields. */
function fieldOf(path: readonly string[], message: string): string {
  if (/one of [a-z]+,/.test(message)) return '';
  if (message.startsWith('No two items')) return path.at(-3) ?? '';
  const last = path.at(-1) ?? '';
  return /^\d+$/.test(last) ? (path.at(-2) ?? '') : last;
}

function pathsOf(problem: { fields: { path: string[] }[] }): string[] {
  return problem.fields.map(({ path }) => path.join('.')).sort();
}
