import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { say } from './progress.js';
import { root } from './processes.js';

const bench = `${root}test/bench`;

/** Installs what the contestants are made of, the first time and when its list has changed, and compiles the product. */
export function prepare(): void {
  const installed = `${bench}/node_modules/.package-lock.json`;
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(`${bench}/package-lock.json`).mtimeMs) {
    say('installing the contestants (once)');
    run('npm', ['ci', '--prefix', bench, '--no-audit', '--no-fund', '--loglevel=error']);
  }
  say('compiling the product');
  run('npm', ['run', '--silent', 'build']);
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`"${command} ${args.join(' ')}" has failed.`);
}
