import { spawnSync } from 'node:child_process';
import { isBuilt } from './is-built.js';

// What npm runs before `npm start`. In JavaScript, so that a start with nothing to build does not wait for a compiler.
if (!isBuilt()) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '.build/first-start.ts'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
