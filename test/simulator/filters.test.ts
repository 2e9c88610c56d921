import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import type { StoredTransaction } from '../../src/simulator/transactions/transactions.js';
import { ask, at, column } from './ask.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

/** Asks for a filtered list and compares it with the rows of the store that fit. */
async function expectFiltered<Row extends { readonly id: string }>(
  path: string,
  all: readonly Row[],
  fits: (row: Row) => boolean,
): Promise<void> {
  const expected = all.filter(fits).map((row) => row.id);
  expect(expected.length, 'a filter that finds nothing proves nothing').toBeGreaterThan(0);
  expect(expected.length, 'a filter that finds everything proves nothing').toBeLessThan(all.length);
  const found: unknown[] = [];
  for (let page = 0; page * 100 < expected.length; page += 1) {
    const answer = await ask(simulator, `/api/partner/${path}&pageSize=100&page=${page}`);
    expect(at(answer.body, 'totalElements')).toBe(expected.length);
    found.push(...column(answer, 'id'));
  }
  expect([...found].sort()).toEqual(expected.sort());
}

function first<Row>(rows: readonly Row[], fits: (row: Row) => boolean): Row {
  const row = rows.find(fits);
  if (row === undefined) throw new Error('the seed has no such row');
  return row;
}

describe('consumers are filtered', () => {
  const rows = () => simulator.store.consumers.all();

  test('by last name, ignoring case', () =>
    expectFiltered('consumers?lastName=ROUSSEAU', rows(), (row) => row.lastName === 'Rousseau'));
  test('by phone, with and without the country code', async () => {
    await expectFiltered('consumers?phone=612345678', rows(), (row) => row.phone.number === '612345678');
    await expectFiltered('consumers?phone=%2B33612345678', rows(), (row) => row.phone.number === '612345678');
  });
  test('by e-mail address', async () => {
    const { email } = first(rows(), () => true);
    await expectFiltered(
      `consumers?emailAddress=${email.address}`,
      rows(),
      (row) => row.email.address === email.address,
    );
  });
  test.each([
    ['kycStatus', 'kyc', ['PROCESSING', 'DECLINED']],
    ['bankingStatus', 'banking', ['NOT_CREATED', 'BLOCKED']],
    ['suspensionStatus', 'suspension', ['SUSPENDED']],
    ['linkcyStatus', 'linkcy', ['MISSING_DATA', 'CLOSED']],
    ['complianceStatus', 'compliance', ['PENDING_REVIEW', 'DECLINED']],
    ['overallStatus', 'overall', ['INACTIVE']],
  ] as const)('by %s, any of the repeated values', (parameter, part, values) =>
    expectFiltered(`consumers?${values.map((value) => `${parameter}=${value}`).join('&')}`, rows(), (row) =>
      values.some((value) => value === row.status[part].value),
    ),
  );
  test('by all of them at once', () =>
    expectFiltered(
      'consumers?kycStatus=VALIDATED&suspensionStatus=SUSPENDED&linkcyStatus=VALIDATED',
      rows(),
      (row) => row.status.suspension.value === 'SUSPENDED',
    ));
});

describe('ledgers are filtered', () => {
  const rows = () => simulator.store.ledgers.all();

  test('by end-user, who may be a corporate', async () => {
    const corporate = first(simulator.store.corporates.all(), () => true);
    await expectFiltered(`ledgers?endUserId=${corporate.id}`, rows(), (row) => row.endUserId === corporate.id);
    expect((await ask(simulator, `/api/partner/consumers/${corporate.id}`)).status).toBe(404);
  });
  test('by status', () =>
    expectFiltered('ledgers?status=CLOSED&status=PENDING', rows(), (row) =>
      ['CLOSED', 'PENDING'].includes(row.status),
    ));
  test('by parent', async () => {
    const { parentId } = first(rows(), (row) => row.parentId != null);
    await expectFiltered(`ledgers?parentId=${parentId}`, rows(), (row) => row.parentId === parentId);
  });
  test('by IBAN, however it is spaced', async () => {
    const { iban } = first(rows(), (row) => row.iban != null);
    const spaced = String(iban).replace(/(.{4})/g, '$1%20');
    await expectFiltered(`ledgers?iban=${spaced}`, rows(), (row) => row.iban === iban);
  });
});

describe('cards are filtered', () => {
  const rows = () => simulator.store.cards.all();

  test('by end-user, ledger and profile', async () => {
    const card = first(rows(), () => true);
    await expectFiltered(`cards?endUserId=${card.endUserId}`, rows(), (row) => row.endUserId === card.endUserId);
    await expectFiltered(`cards?ledgerId=${card.ledgerId}`, rows(), (row) => row.ledgerId === card.ledgerId);
    await expectFiltered(`cards?profileId=${card.profile.id}`, rows(), (row) => row.profile.id === card.profile.id);
  });
  test('by status and by type', async () => {
    const statuses = ['SUSPENDED', 'EXPIRED'];
    await expectFiltered('cards?status=SUSPENDED&status=EXPIRED', rows(), (row) => statuses.includes(row.status.value));
    await expectFiltered('cards?types=VIRTUAL', rows(), (row) => row.type === 'VIRTUAL');
  });
  test('by an end-user whom nobody knows: 400 CONSUMER_NOT_FOUND', async () => {
    const answer = await ask(simulator, '/api/partner/cards?endUserId=00000000-0000-4000-8000-000000000000');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errorCode: 'CONSUMER_NOT_FOUND', details: [{ field: 'endUserId' }] });
  });
});

describe('card profiles are filtered', () => {
  test.each([
    ['userTypes=CORPORATE', (row) => row.userType === 'CORPORATE'],
    ['ledgerTypes=GBP_GREAT_BRITAIN', (row) => row.ledgerType === 'GBP_GREAT_BRITAIN'],
    ['cardTypes=VIRTUAL', (row) => row.cardType === 'VIRTUAL'],
    ['active=false', (row) => !row.active],
  ] satisfies [
    string,
    (row: { userType: string; ledgerType: string; cardType: string; active: boolean }) => boolean,
  ][])('by %s', (query, fits) => expectFiltered(`card-profiles?${query}`, simulator.store.cardProfiles.all(), fits));
});

describe('beneficiaries are filtered', () => {
  const rows = () => simulator.store.beneficiaries.all();

  test('by end-user, name and IBAN', async () => {
    const one = first(rows(), (row) => row.iban != null);
    await expectFiltered(`beneficiaries?endUserId=${one.endUserId}`, rows(), (row) => row.endUserId === one.endUserId);
    await expectFiltered(`beneficiaries?name=${encodeURIComponent(one.name)}`, rows(), (row) => row.name === one.name);
    await expectFiltered(`beneficiaries?iban=${one.iban}`, rows(), (row) => row.iban === one.iban);
  });
  test('by active, display and status', async () => {
    await expectFiltered('beneficiaries?active=false', rows(), (row) => !row.active);
    await expectFiltered('beneficiaries?display=true', rows(), (row) => row.display === true);
    const statuses = ['PENDING', 'NEED_ADDITIONAL_INFORMATION'];
    const query = statuses.map((status) => `status=${status}`).join('&');
    await expectFiltered(`beneficiaries?${query}`, rows(), (row) => statuses.includes(row.status));
  });
});

describe('transactions are filtered', () => {
  const rows = () => simulator.store.transactions.all();
  const parties = ({ sender, receiver }: StoredTransaction) => [sender, receiver];

  test('by end-user, ledger and card, on either side', async () => {
    const one = first(rows(), (row) => row.receiver?.cardId != null);
    const { endUserId, ledgerId, cardId } = one.receiver ?? {};
    await expectFiltered(`transactions?endUserId=${endUserId}`, rows(), (row) =>
      parties(row).some((party) => party?.endUserId === endUserId),
    );
    await expectFiltered(`transactions?ledgerId=${ledgerId}`, rows(), (row) =>
      parties(row).some((party) => party?.ledgerId === ledgerId),
    );
    await expectFiltered(`transactions?cardId=${cardId}`, rows(), (row) =>
      parties(row).some((party) => party?.cardId === cardId),
    );
  });
  test('by a virtual ledger that they came through', async () => {
    const virtualLedgerId = first(rows(), (row) => row.receiver?.virtualLedgerId != null).receiver?.virtualLedgerId;
    await expectFiltered(`transactions?ledgerId=${virtualLedgerId}`, rows(), (row) =>
      parties(row).some((party) => party?.virtualLedgerId === virtualLedgerId),
    );
  });
  test('by type, payment type and status', async () => {
    await expectFiltered('transactions?transactionTypes=FX&transactionTypes=ACQUIRING', rows(), (row) =>
      ['FX', 'ACQUIRING'].includes(row.type),
    );
    await expectFiltered('transactions?paymentTypes=BACS_RECEIVE', rows(), (row) => row.paymentType === 'BACS_RECEIVE');
    await expectFiltered('transactions?status=REVERSED&status=ABORTED', rows(), (row) =>
      ['REVERSED', 'ABORTED'].includes(row.status),
    );
  });
  test('by showReleasedTransaction and showDeclinedTransaction, which hide only when they are false', async () => {
    const hidden = ['DECLINED', 'ABORTED'];
    await expectFiltered('transactions?showReleasedTransaction=false', rows(), (row) => row.status !== 'RELEASED');
    await expectFiltered('transactions?showDeclinedTransaction=false', rows(), (row) => !hidden.includes(row.status));
    const shown = await ask(simulator, '/api/partner/transactions?showReleasedTransaction=true&pageSize=1');
    expect(at(shown.body, 'totalElements')).toBe(rows().length);
  });
  test.each([
    ['RFC 3339', '2026-01-05T02:00:00Z', '2026-02-28T06:00:00Z'],
    ['another zone', '2026-01-05T03:00:00%2B01:00', '2026-02-28T05:00:00-01:00'],
    ['no seconds and no zone, meant as UTC', '2026-01-05T02:00', '2026-02-28T06:00'],
  ])('by dates in the form: %s', (_form, start, end) =>
    expectFiltered(
      `transactions?startDate=${start}&endDate=${end}`,
      rows(),
      (row) => row.creationDate >= '2026-01-05T02:00:00Z' && row.creationDate <= '2026-02-28T06:00:00Z',
    ),
  );
  test.each([
    ['startDate', 'yesterday'],
    ['endDate', '2026-02-30T00:00:00Z'],
    ['startDate', '2026-01-05'],
    ['endUserId', 'not-a-uuid'],
    ['showReleasedTransaction', 'yes'],
    ['transactionTypes', 'CASH'],
    ['status', 'APPROVED,DECLINED'],
  ])('by nothing that LinkCy does not know: %s=%s is refused', async (field, value) => {
    const answer = await ask(simulator, `/api/partner/transactions?${field}=${value}`);
    expect(answer.status).toBe(400);
    expect(at(answer.body, 'details')).toMatchObject([{ field, rejectedValue: value }]);
  });
});

describe('the ends of a window of dates', () => {
  const dates = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z'];
  test.each([
    ['inclusive', dates],
    ['exclusive', dates.slice(1, 2)],
  ] as const)('are %s if the simulator is told so', async (dateBounds, expected) => {
    const empty = await startSimulator({ seed: 'empty', dateBounds });
    for (const creationDate of dates) empty.store.transactions.insert(empty.samples.transaction({ creationDate }));
    for (const direction of ['ASC', 'DESC']) {
      const query = `startDate=${dates[0]}&endDate=${dates[2]}&sortDirection=${direction}`;
      const found = column(await ask(empty, `/api/partner/transactions?${query}`), 'creationDate');
      expect([...found].sort()).toEqual(expected);
    }
    await empty.close();
  });
});

test('a consumer is found by external id', async () => {
  const { id, externalId } = first(simulator.store.consumers.all(), (row) => row.externalId != null);
  expect((await ask(simulator, `/api/partner/consumers/external/${externalId}`)).body).toMatchObject({ id });
  simulator.store.consumers.update(id, { externalId: 'a/b c?d' });
  expect((await ask(simulator, '/api/partner/consumers/external/a%2Fb%20c%3Fd')).body).toMatchObject({ id });
  expect((await ask(simulator, `/api/partner/consumers/external/${externalId}`)).status).toBe(404);
});
