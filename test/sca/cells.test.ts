import { describe, expect, test } from 'vitest';
import { cells } from '../proofs/cells/cells.js';
import { runCell } from '../proofs/cells/run-cell.js';
import { subjects } from '../proofs/cells/subjects.js';
import { nameOf } from '../proofs/cells/trial.js';

/**
 * One of each kind of effect; the plain cell has all. Every cell with all mutations, and what follows when the process is
 * killed: `npm run proof:cells`.
 */
const some = [
  'createTransfer',
  'createDirectDebit',
  'createCard, no name',
  'updateBeneficiary',
  'setCardRule',
  'revealCardPin',
];
const chosen = subjects.filter((subject) => some.includes(nameOf(subject)));
const few = cells.filter(({ name }) => !name.startsWith('ttl: ') || ['ttl: missing', 'ttl: negative'].includes(name));

describe.concurrent('today’s LinkCy asks once, carries out once, and what is told in the end is true', () => {
  test.each(few)('$name', async (cell) => {
    const outcomes = await runCell(cell, cell.name === 'plain' ? subjects : chosen, Date.now());
    expect(outcomes.flatMap(({ mutation, faults }) => faults.map((fault) => `${mutation}: ${fault}`))).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(0);
  });
});
