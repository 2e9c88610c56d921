import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../../src/graph/schema.js';
import { describeWithRedis } from '../../support/with-redis.js';
import { memoryRig, redisRig, type Rig } from './rig.js';
import { rows } from './rows.js';
import { columns, isDeadly, isLong, tryCell } from './table.js';

test('the table has every mutation that takes `sca`, and the result of each can be ScaSignatureRequired', () => {
  const schema = createSchema();
  const takesSca = Object.values(schema.getMutationType()!.getFields())
    .filter(({ args }) => args.some(({ name }) => name === 'sca'))
    .map(({ name, type }) => [name, String(type)] as const);
  expect(rows.map(({ mutation }) => mutation).sort()).toEqual(takesSca.map(([name]) => name).sort());
  const signable = schema.getPossibleTypes;
  for (const [, type] of takesSca) {
    const union = schema.getType(type);
    expect(signable.call(schema, union as never).map(({ name }) => name)).toContain('ScaSignatureRequired');
  }
});

/** What `npm run proof:signing` does with all of them. */
const everyRow = ['signed', 'three wrong', 'reused', 'two at once'];

describe('in memory', () => {
  let rig: Rig;
  beforeAll(async () => void (rig = await memoryRig()));
  afterAll(() => rig.close());

  test.each(everyRow)('%s: each mutation ends as it must, and LinkCy gets what was told, once', async (column) => {
    for (const row of rows) expect(await tryCell(rig, row, column)).not.toHaveProperty('fault');
  });

  test.each(columns.filter((column) => !isDeadly(column) && !isLong(column) && !everyRow.includes(column)))(
    '%s: a transfer, a change and a secret end as they must',
    async (column) => {
      for (const row of fewRows) expect(await tryCell(rig, row, column)).not.toHaveProperty('fault');
    },
  );
});

describeWithRedis('with two processes over Redis', () => {
  let rig: Rig;
  beforeAll(async () => void (rig = await redisRig()), 60_000);
  afterAll(() => rig.close());

  test.each(['signed', 'two at once', 'a 202 to it', ...columns.filter(isDeadly)])(
    '%s: a transfer is carried out at most once, and its end is true',
    async (column) => {
      expect(await tryCell(rig, rows[0]!, column)).not.toHaveProperty('fault');
    },
  );
});

const fewRows = rows.filter(({ mutation }) => ['createTransfer', 'setCardRule', 'revealCardPin'].includes(mutation));
