import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startStage, type Stage } from '../sca/stage.js';
import { transportNames, transports } from '../support/transports.js';
import { allowing } from '../support/processor.js';

let stage: Stage;
let authorization: string;
beforeAll(async () => {
  const limits = { queryMilliseconds: 300, mutationMilliseconds: 1_500, writeTimeoutMilliseconds: 1_200 };
  stage = await startStage({ server: { limits } });
  authorization = `Bearer ${stage.ownerToken}`;
});
beforeEach(() => {
  stage.simulator.log.clear();
  stage.simulator.faults.clear();
  stage.simulator.sca.configure({ required: 'never' });
});
afterAll(() => stage.close());

describe.each(transportNames)('the time for an operation at a request over %s', (transport) => {
  test('ends what has no answer yet with an error, and keeps the rest', async () => {
    stage.simulator.faults.latency('GET /api/partner/cards', 60_000);
    const query = `{ consumer(id: "${stage.owner.id}") { uuid cards { totalCount } } ledgers { totalCount } }`;
    const { data, errors } = await transports[transport](stage.url, { query }, authorization);
    expect(errors).toMatchObject([
      { path: ['consumer', 'cards', 'totalCount'], extensions: { code: 'UPSTREAM_TIMEOUT' } },
    ]);
    expect(data).toEqual({ consumer: { uuid: stage.owner.id, cards: null }, ledgers: { totalCount: 3 } });
  });

  test('counts from the beginning, however many calls follow each other', async () => {
    stage.simulator.faults.latency('*', 200);
    const query = `{ consumer(id: "${stage.owner.id}") { lastName ledgers(first: 1) { nodes { consumer { uuid } iban parent { iban } } } } }`;
    const start = performance.now();
    const { errors } = await transports[transport](stage.url, { query }, authorization);
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('UPSTREAM_TIMEOUT');
    expect(performance.now() - start).toBeGreaterThan(250);
    expect(performance.now() - start).toBeLessThan(allowing(2_000));
  });

  test('does not end a write, and begins none that has no time left', async () => {
    stage.simulator.faults.latency('PATCH /api/partner/beneficiaries/{beneficiaryId}', 301);
    const update = (name: string) =>
      `${name}: updateBeneficiary(input: { id: "${stage.payee.id}", friendlyName: "Rent" }) { __typename ... on Problem { code retryable } }`;
    const query = `mutation { ${update('a')} ${update('b')} ${update('c')} }`;
    const { data } = await transports[transport](stage.url, { query }, authorization);
    expect(data.a).toEqual({ __typename: 'BeneficiaryPayload' });
    expect(data.c).toEqual({ __typename: 'UpstreamUnavailable', code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    const sent = stage.simulator.log.entries.filter(({ method }) => method !== 'GET').length;
    expect(Object.values(data).filter((one: any) => one.__typename === 'BeneficiaryPayload')).toHaveLength(sent);
  });
});
