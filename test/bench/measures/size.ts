import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../processes.js';
import { say } from '../progress.js';

/** The package as somebody installs it, with all that it depends on. */
export interface Size {
  readonly packages: number;
  /** Of the files. */
  readonly megabytes: number;
  /** On this machine's disk, which gives each file whole blocks. */
  readonly megabytesOnDisk: number;
}

/** Packs what has been compiled, and installs it into an empty project. */
export function size(): Size {
  const folder = mkdtempSync(join(tmpdir(), 'linkcy-bench-size-'));
  const [published, project] = [join(folder, 'published'), join(folder, 'project')];
  const run = (command: string, args: readonly string[], cwd: string) =>
    execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  for (const name of ['dist', 'schema', '.github', 'package.json', 'README.md']) {
    cpSync(join(root, name), join(published, name), { recursive: true });
  }
  cpSync(join(root, '.npmrc'), join(project, '.npmrc'));
  run(process.execPath, ['--import', 'tsx', '.build/prune.ts', published], root);
  const file = run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], published).trim();
  writeFileSync(join(project, 'package.json'), '{}');
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', `./${file}`], project);
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as { readonly packages: object };
  const packages = Object.keys(lock.packages).filter((path) => path !== '').length;
  const files = filesIn(join(project, 'node_modules'));
  const megabytes = files.reduce((sum, { size: bytes }) => sum + bytes, 0) / 1024 / 1024;
  const megabytesOnDisk = files.reduce((sum, { blocks }) => sum + blocks * 512, 0) / 1024 / 1024;
  rmSync(folder, { recursive: true });
  say(`installed: ${packages} packages, ${megabytes.toFixed(0)} MB`);
  return { packages, megabytes, megabytesOnDisk };
}

function filesIn(folder: string) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => statSync(join(parentPath, name)));
}
