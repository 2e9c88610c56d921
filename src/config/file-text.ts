import { readFileSync } from 'node:fs';

/** The text of a file. Throws an Error that says `problem`, which follows the name of a setting, and the system's code. */
export function fileText(path: string, problem: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Error(`${problem}${code}`);
  }
}
