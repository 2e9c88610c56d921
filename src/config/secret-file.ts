import { readFileSync } from 'node:fs';

/**
 * The text of a secret: that of the variable, or of the file that the variable NAME_FILE names. Undefined: neither is set.
 * Throws an Error whose message follows the name of the setting.
 */
export function secretText(name: string, variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const text = variables[name]?.trim() || undefined;
  const path = variables[`${name}_FILE`]?.trim();
  if (!path) return text;
  if (text !== undefined) throw new Error(`must not be set where ${name}_FILE is`);
  const secret = textOf(path, name);
  // A file that is not filled yet must not mean "no Redis" or "no key".
  if (secret === '') throw new Error(`must be in the file that ${name}_FILE names, which is empty`);
  return secret;
}

function textOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Error(`must be in the file that ${name}_FILE names, which cannot be read${code}`);
  }
}
