import { fileText } from './file-text.js';

/**
 * The text of a secret: that of the variable, or of the file that the variable NAME_FILE names. Undefined: neither is set.
 * Throws an Error whose message follows the name of the setting.
 */
export function secretText(name: string, variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const text = variables[name]?.trim() || undefined;
  const path = variables[`${name}_FILE`]?.trim();
  if (!path) return text;
  if (text !== undefined) throw new Error(`must not be set where ${name}_FILE is`);
  const place = `must be in the file that ${name}_FILE names, which`;
  const secret = fileText(path, `${place} cannot be read`).trim();
  // A file that is not filled yet must not mean "no Redis" or "no key".
  if (secret === '') throw new Error(`${place} is empty`);
  return secret;
}
