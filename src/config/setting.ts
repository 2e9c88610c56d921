/** One value that can be set from outside, by an environment variable. */
export interface Setting<Value> {
  /** The name of the environment variable. */
  readonly name: string;
  /** A variable that is read where that one is not set. */
  readonly otherName?: string;
  /** What stands for a variable that is not set. */
  readonly standard: string;
  /** What the setting means, with its unit; stands in README.md beside this file as it is here. */
  readonly meaning: string;
  /** Turns text into the value, or throws an Error whose message says what the text must be. */
  readonly parse: (text: string) => Value;
}

export type SettingTable = Readonly<Record<string, Setting<unknown>>>;
export type ValuesOf<Table extends SettingTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** The values of a table. For each setting that is wrong there is a line in `problems`, and its value is missing. */
export function valuesOf<Table extends SettingTable>(
  table: Table,
  environment: Environment,
  problems: string[],
): ValuesOf<Table> {
  const values = Object.entries(table).map(([property, { name, otherName = name, standard, parse }]) => {
    try {
      return [property, parse(environment[name]?.trim() || environment[otherName]?.trim() || standard)];
    } catch (error) {
      problems.push(`${name} ${error instanceof Error ? error.message : 'is wrong'}`);
      return [property, undefined];
    }
  });
  return Object.fromEntries(values) as ValuesOf<Table>;
}

export function setting<Value>(
  name: string,
  standard: string,
  meaning: string,
  parse: (text: string) => Value,
): Setting<Value> {
  return { name, standard, meaning, parse };
}

/** A number of things. */
export function count(name: string, standard: number, meaning: string, largest = 1_000_000): Setting<number> {
  return setting(name, String(standard), meaning, wholeNumber(1, largest));
}

/** As `count`, where nothing is a number too. */
export function countOrNone(name: string, standard: number, meaning: string, largest: number): Setting<number> {
  return setting(name, String(standard), meaning, wholeNumber(0, largest));
}

/** A time that is set in seconds and used in milliseconds. */
export function seconds(name: string, standard: number, meaning: string): Setting<number> {
  const parse = wholeNumber(1, 3_600);
  return setting(name, String(standard), meaning, (text) => parse(text) * 1_000);
}

export function milliseconds(name: string, standard: number, meaning: string): Setting<number> {
  return setting(name, String(standard), meaning, wholeNumber(1, 3_600_000));
}

/** A size that is set in units of 1,024 bytes and used in bytes. */
export function kilobytes(name: string, standard: number, meaning: string): Setting<number> {
  const parse = wholeNumber(1, 1_048_576);
  return setting(name, String(standard), meaning, (text) => parse(text) * 1_024);
}

/** A switch that is off unless it is set. */
export function flag(name: string, meaning: string): Setting<boolean> {
  return setting(name, 'false', meaning, (text) => oneOf(['true', 'false'])(text) === 'true');
}

/** A switch whose position depends on other settings where it is not set. */
export function optionalFlag(name: string, meaning: string): Setting<boolean | undefined> {
  return setting(name, '', meaning, (text) => (text === '' ? undefined : oneOf(['true', 'false'])(text) === 'true'));
}

export function wholeNumber(smallest: number, largest: number) {
  return (text: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value >= smallest && value <= largest) return value;
    throw new Error(`must be a whole number from ${smallest} to ${largest}`);
  };
}

export function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error('must be a port: a whole number from 0 to 65535');
}

export function notEmpty(text: string): string {
  if (text !== '') return text;
  throw new Error('must not be empty');
}

/** Nothing becomes undefined. */
export function optionalText(text: string): string | undefined {
  return text === '' ? undefined : text;
}

export function paths(text: string): readonly string[] {
  return text.split(',').flatMap((path) => path.trim() || []);
}

export function oneOf<const Name extends string>(names: readonly Name[]) {
  return (text: string): Name => {
    const name = names.find((candidate) => candidate === text);
    if (name !== undefined) return name;
    throw new Error(`must be one of ${names.join(', ')}`);
  };
}

/** The address of a server, or "simulator". Nothing becomes undefined. */
export function linkcyAddress(text: string): string | undefined {
  if (text === '' || text === 'simulator') return text || undefined;
  const origin = originOf(text);
  if (origin !== undefined) return origin;
  throw new Error(
    'must be the address of a server, such as https://api.sandbox.linkcy.cloud, without path or password, or simulator',
  );
}

/** A list of origins, separated by commas. */
export function origins(text: string): readonly string[] {
  const parts = text.split(',').flatMap((part) => part.trim() || []);
  const found = parts.map(originOf);
  if (found.every((origin) => origin !== undefined)) return found;
  throw new Error('must be origins separated by commas, such as https://app.example, without path or *');
}

function originOf(text: string): string | undefined {
  // A URL may hold * in its host; an origin never does, so that a pattern would match nothing.
  const url = URL.canParse(text) && !text.includes('*') ? new URL(text) : undefined;
  // Whatever an address has beside protocol, host and port makes it longer than its origin.
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  return isOrigin ? url.origin : undefined;
}
