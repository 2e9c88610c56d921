import { expect, test } from 'vitest';
import { proveScaModel } from '../proofs/sca-model.js';
import type { Generation } from './model/linkcy.js';

const runs = 300;

test.each<[Generation, readonly string[]]>([
  ['1.114', ['COMPLETED', 'EXPIRED', 'FAILED', 'UNKNOWN']],
  ['1.78', ['COMPLETED', 'DECLINED', 'EXPIRED', 'FAILED']],
])(
  `LinkCy %s: in ${runs} runs of the model nothing is carried out or asked for twice, no end is untrue, no event is lost or told to a stranger`,
  async (generation, endings) => {
    const seed = Date.now() % 2 ** 31;
    console.log(`LinkCy ${generation}, seed ${seed}`);
    const report = await proveScaModel(generation, runs, seed);
    console.log(JSON.stringify(report));
    expect(report.runs).toBe(runs);
    // The model is worth something only if it gets everywhere.
    for (const status of endings) expect(report.endings[status]).toBeGreaterThan(0);
    expect(report.events).toBeGreaterThan(0);
    if (generation === '1.114') expect(report.signed).toBeGreaterThan(0);
  },
);
