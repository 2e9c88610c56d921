import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { ask, fieldsOf, rows, type Json } from './ask.js';
import { details, listElements, transactionVariants, type FieldSet } from './field-sets.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ generation: '1.78' });
});
afterAll(() => simulator.close());

async function allRows(name: string): Promise<Json[]> {
  const all: Json[] = [];
  for (let page = 0; ; page += 1) {
    const content = rows(await ask(simulator, `/api/partner/${name}?page=${page}&pageSize=100`));
    if (content.length === 0) return all;
    all.push(...content);
  }
}

function expectFields(value: Json, { required, optional }: FieldSet): void {
  const fields = new Set(fieldsOf(value));
  expect([...fields].filter((field) => !required.includes(field) && !optional.includes(field))).toEqual([]);
  expect(required.filter((field) => !fields.has(field) && hasParent(fields, field))).toEqual([]);
}

/** A required field of an optional object is required only where the object is there. */
function hasParent(fields: ReadonlySet<string>, field: string): boolean {
  const parent = field.slice(0, Math.max(0, field.lastIndexOf('.')));
  return parent === '' || fields.has(parent);
}

describe.each(Object.entries(listElements))('a row of %s', (name, fieldSet) => {
  test('has exactly the fields of the list element', async () => {
    const all = await allRows(name);
    expect(all.length).toBeGreaterThan(0);
    for (const row of all) expectFields(row, fieldSet);
  });
});

describe.each(Object.entries(details))('the detail of %s', (name, fieldSet) => {
  test('has exactly the fields of the detail', async () => {
    for (const row of await allRows(name)) {
      const id = Object(row).id;
      const { status, body } = await ask(simulator, `/api/partner/${name}/${id}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ id });
      expectFields(body, fieldSet(body));
    }
  });
});

test('a consumer of today’s LinkCy has an id of its address and a list of devices, too', async () => {
  const today = await startSimulator({ generation: '1.114' });
  for (const row of rows(await ask(today, '/api/partner/consumers?pageSize=100'))) {
    const { body } = await ask(today, `/api/partner/consumers/${Object(row).id}`);
    const { required, optional } = details.consumers!(body);
    const device = 'id endpointId creationDate pinStatus biometryStatus status'.split(' ');
    const further = ['address.id', 'scaDevices', ...device.map((name) => `scaDevices.${name}`)];
    expectFields(body, { required, optional: [...optional, ...further] });
    const { address, scaDevices, strongAuthentication } = Object(body);
    expect(address === undefined || typeof address.id === 'string').toBe(true);
    expect(scaDevices).toHaveLength(strongAuthentication === undefined ? 0 : 1);
  }
  await today.close();
});

test('a transaction has the fields of its variant, and its detail is the row', async () => {
  const seen = new Set<string>();
  const all = await allRows('transactions');
  for (const row of all) {
    const { type, id } = Object(row) as { type: string; id: string };
    const variant = transactionVariants[type];
    if (variant === undefined) throw new Error(`no variant for ${type}`);
    expectFields(row, variant);
    if (!seen.has(type)) expect((await ask(simulator, `/api/partner/transactions/${id}`)).body).toEqual(row);
    seen.add(type);
  }
  expect([...seen].sort()).toEqual(Object.keys(transactionVariants).sort());
});

test('a classic ledger has amounts, a virtual one a parent, and only one of the two', async () => {
  const all = await allRows('ledgers');
  const virtual = all.filter((row) => 'parentId' in Object(row));
  expect(virtual.length).toBeGreaterThan(5);
  for (const row of virtual) {
    const { body } = await ask(simulator, `/api/partner/ledgers/${Object(row).id}`);
    expect(Object(body)).not.toHaveProperty('availableAmount');
    expect(Object(body)).not.toHaveProperty('isUpgraded');
  }
});

test('the last digits of a card are shown only once it has been activated', async () => {
  for (const row of await allRows('cards')) {
    const { status, id } = Object(row) as { status: string; id: string };
    const { body } = await ask(simulator, `/api/partner/cards/${id}`);
    const hidden = ['CREATING', 'AWAITING_ACTIVATION', 'ACTIVATING', 'FAILED'].includes(status);
    expect('truncatedPan' in Object(body)).toBe(!hidden);
  }
});
