import { expect, test } from 'vitest';
import { proveScaModel } from '../proofs/sca-model.js';

const runs = 500;

test(`in ${runs} runs of the model no operation is carried out twice, no final state changes, no event is lost or told to a stranger`, async () => {
  const seed = Date.now() % 2 ** 31;
  console.log(`seed ${seed}`);
  const report = await proveScaModel(runs, seed);
  console.log(JSON.stringify(report));
  expect(report.runs).toBe(runs);
  // The model is worth something only if it gets everywhere.
  for (const status of ['COMPLETED', 'DECLINED', 'EXPIRED', 'FAILED'])
    expect(report.endings[status]).toBeGreaterThan(0);
  expect(report.events).toBeGreaterThan(0);
}, 120_000);
