import { exec } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(exec);

/** Builds what has changed, as `npm run build` does, once before all tests: they import and start what is built. */
export async function setup(): Promise<void> {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const parts = ['npx tsc -p tsconfig.json', 'npm run --silent build:explorer', 'npm run --silent build:bundle'];
  await Promise.all(parts.map((part) => run(part, { cwd })));
}
