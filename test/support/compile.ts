import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Compiles what has changed, once before all tests: a compiled program starts in half the time. */
export function setup(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
}
