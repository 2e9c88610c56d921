import type { Outcome } from './trial.js';

const column = 42;

/** One block a cell of the table, for there are more cells than fit beside each other: a line a mutation. */
export function printTable(
  mutations: readonly string[],
  cells: readonly { readonly name: string }[],
  outcomes: readonly Outcome[],
): void {
  const lines: string[] = [];
  for (const { name } of cells) {
    const here = outcomes.filter(({ cell }) => cell === name);
    if (here.length === 0) continue;
    lines.push('', `${name.padEnd(column)}pushes  executions  looks  slowest  ended as`);
    for (const mutation of mutations) {
      const found = here.find((one) => one.mutation === mutation);
      if (found !== undefined) lines.push(lineOf(found));
    }
  }
  const faults = outcomes.flatMap(({ mutation, cell, faults }) =>
    faults.map((one) => `FAULT ${mutation}, ${cell}: ${one}`),
  );
  lines.push('', `${outcomes.length} cells, ${faults.length} faults`, ...faults, '');
  process.stdout.write(lines.join('\n'));
}

function lineOf({ mutation, pushes, executions, looks, milliseconds, ends, faults }: Outcome): string {
  const slowest = milliseconds === undefined ? '-' : `${Math.round(milliseconds)} ms`;
  const numbers = [
    String(pushes).padStart(6),
    String(executions).padStart(12),
    String(looks).padStart(7),
    slowest.padStart(9),
  ];
  return `  ${mutation.padEnd(column - 2)}${numbers.join('')}  ${ends.join(', ') || '-'}${faults.length > 0 ? '  FAULT' : ''}`;
}
