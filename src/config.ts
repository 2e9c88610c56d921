/** Everything that can be set from outside, read from environment variables once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where LinkCy is, without a trailing slash; undefined: the local simulator. */
  readonly linkcyUrl: string | undefined;
  readonly simulatorPort: number;
  readonly environment: Environment;
  /** Whether the upstream is LinkCy's sandbox or the simulator: sandbox-only operations and BY_PASS are allowed. */
  readonly sandbox: boolean;
}

export const environments = ['development', 'production', 'test'] as const;
export type Environment = (typeof environments)[number];

interface Setting<Value> {
  /** What stands for a variable that is not set. */
  readonly standard: string;
  /** What the setting means, with its unit; stands in the README as it is here. */
  readonly meaning: string;
  /** Turns text into the value, or throws an Error whose message says what the text must be. */
  readonly parse: (text: string) => Value;
}

/** The settings by the name of their environment variable. A test compares this table with the README. */
export const settings = {
  PORT: setting('4000', 'port of the API; 0 takes any free one', port),
  HOST: setting('127.0.0.1', 'address the API listens on', notEmpty),
  LINKCY_URL: setting('', "where LinkCy is, such as LinkCy's sandbox; empty: the local simulator", optionalOrigin),
  SIMULATOR_PORT: setting('4010', 'port of the local simulator; 0 takes any free one', port),
  NODE_ENV: setting('development', 'development, production or test', oneOf(environments)),
  LINKCY_SANDBOX: setting(
    '',
    'true when the upstream is a sandbox; empty: only the local simulator is one',
    optionalFlag,
  ),
} as const;

export type SettingName = keyof typeof settings;

/** One line for each setting that is wrong. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** The configuration that the environment describes. Throws a ConfigError that names every wrong setting. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const read = <Value>(name: SettingName, { standard, parse }: Setting<Value>): Value | undefined => {
    try {
      return parse(environment[name]?.trim() || standard);
    } catch (error) {
      problems.push(`${name} ${error instanceof Error ? error.message : 'is wrong'}`);
      return undefined;
    }
  };
  const linkcyUrl = read('LINKCY_URL', settings.LINKCY_URL);
  const config = {
    port: read('PORT', settings.PORT),
    host: read('HOST', settings.HOST),
    simulatorPort: read('SIMULATOR_PORT', settings.SIMULATOR_PORT),
    environment: read('NODE_ENV', settings.NODE_ENV),
    sandbox: read('LINKCY_SANDBOX', settings.LINKCY_SANDBOX) ?? linkcyUrl === undefined,
  };
  if (problems.length > 0 || !isComplete(config)) throw new ConfigError(problems);
  return { ...config, linkcyUrl };
}

type Complete<Values> = { readonly [Name in keyof Values]-?: Exclude<Values[Name], undefined> };

function isComplete<Values extends object>(values: Values): values is Values & Complete<Values> {
  return Object.values(values).every((value) => value !== undefined);
}

function setting<Value>(standard: string, meaning: string, parse: (text: string) => Value): Setting<Value> {
  return { standard, meaning, parse };
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error('must be a port: a whole number from 0 to 65535');
}

function notEmpty(text: string): string {
  if (text !== '') return text;
  throw new Error('must not be empty');
}

function oneOf<const Name extends string>(names: readonly Name[]) {
  return (text: string): Name => {
    const name = names.find((candidate) => candidate === text);
    if (name !== undefined) return name;
    throw new Error(`must be one of ${names.join(', ')}`);
  };
}

function optionalFlag(text: string): boolean | undefined {
  if (text === '') return undefined;
  return oneOf(['true', 'false'])(text) === 'true';
}

function optionalOrigin(text: string): string | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Whatever an address has beside protocol, host and port makes it longer than its origin.
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new Error(
    'must be the address of a server, such as https://api.sandbox.linkcy.cloud, without path or password',
  );
}
