import { limitSettings } from './limits.js';
import { settings } from './settings.js';

export const commands = ['serve', 'simulator', 'probe'] as const;
export type Command = (typeof commands)[number] | 'help' | 'version';

/** Invalid arguments. The message is one line that mentions --help. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Parses the arguments. Throws a UsageError. */
export function commandOf(args: readonly string[]): Command {
  if (args.some((argument) => argument === '--help' || argument === '-h') || args[0] === 'help') return 'help';
  if (args[0] === '--version' || args[0] === '-v') return 'version';
  const [name = 'serve', unknown] = args;
  const command = commands.find((one) => one === name);
  const wrong = command === undefined ? name : unknown;
  if (command !== undefined && wrong === undefined) return command;
  throw new UsageError(`${JSON.stringify(wrong)} is not an argument; settings are environment variables. See --help.`);
}

/** The output of --help. */
export function usage(version: string): string {
  const all = Object.values(settings);
  const limits = new Set(Object.values(limitSettings).map(({ name }) => name));
  const isLimit = ({ name }: { readonly name: string }) => limits.has(name);
  return `linkcy-graphql ${version}: LinkCy's banking API as one GraphQL graph

  linkcy-graphql             starts the API; where nothing is set, over a local simulator of LinkCy
  linkcy-graphql simulator   starts that simulator alone
  linkcy-graphql probe       a guided check of LINKCY_URL with LINKCY_TOKEN: is it reached, which LINKCY_APPROVALS it needs
  linkcy-graphql --help, --version

Settings are environment variables. A secret may be in a file: NAME_FILE names it.

${all
  .filter((setting) => !isLimit(setting))
  .map(rowOf)
  .join('\n')}

Limits:

${all.filter(isLimit).map(rowOf).join('\n')}
`;
}

function rowOf({ name, defaultText, meaning }: (typeof settings)[keyof typeof settings]): string {
  return `  ${name}${defaultText === '' ? '' : `=${defaultText}`}\n      ${meaning}`;
}
