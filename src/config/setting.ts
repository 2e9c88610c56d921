import { formerNames } from './renamed-settings.js';
import { secretText } from './secret-file.js';

/** A value that is set from outside, by an environment variable. */
export interface Setting<Value> {
  /** The name of the environment variable. */
  readonly name: string;
  /** A second name that stays valid, read when the first is not set. */
  readonly otherName?: string;
  /** Also read from the file that NAME_FILE names. */
  readonly isSecret?: boolean;
  /** The text that is parsed when the variable is not set. */
  readonly defaultText: string;
  /** What the setting means, with its unit. README.md in this folder repeats it word for word. */
  readonly meaning: string;
  /** Parses the text. Throws an Error whose message says what the text must be. */
  readonly parse: (text: string) => Value;
}

type SettingTable = Readonly<Record<string, Setting<unknown>>>;
export type ValuesOf<Table extends SettingTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};

/** The environment variables. */
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/**
 * The values of a table. Adds a line to `problems` for each invalid setting, under the name that was set; its value is
 * then undefined.
 */
export function valuesOf<Table extends SettingTable>(
  table: Table,
  variables: EnvironmentVariables,
  problems: string[],
): ValuesOf<Table> {
  const values = Object.entries(table).map(([property, { name, otherName, isSecret, defaultText, parse }]) => {
    const names = [name, otherName, formerNames[name]].filter((one) => one !== undefined);
    const isSet = (one: string) => Boolean(variables[one]?.trim() || (isSecret && variables[`${one}_FILE`]?.trim()));
    const used = names.find(isSet) ?? name;
    try {
      const text = isSecret ? secretText(used, variables) : variables[used]?.trim();
      return [property, parse(text || defaultText)];
    } catch (error) {
      problems.push(`${used} ${error instanceof Error ? error.message : 'is wrong'}`);
      return [property, undefined];
    }
  });
  return Object.fromEntries(values) as ValuesOf<Table>;
}

export function setting<Value>(
  name: string,
  defaultText: string,
  meaning: string,
  parse: (text: string) => Value,
): Setting<Value> {
  return { name, defaultText, meaning, parse };
}

/** The setting, which may also come from a file: platforms mount secrets, so that no list of variables shows them. */
export function secret<Value>(one: Setting<Value>): Setting<Value> {
  return { ...one, isSecret: true };
}

/** A number from 1. */
export function count(name: string, defaultValue: number, meaning: string, largest = 1_000_000): Setting<number> {
  return setting(name, String(defaultValue), meaning, wholeNumber(1, largest));
}

/** As `count`, but 0 is allowed. */
export function countOrNone(name: string, defaultValue: number, meaning: string, largest: number): Setting<number> {
  return setting(name, String(defaultValue), meaning, wholeNumber(0, largest));
}

/** A time: set in seconds, parsed to milliseconds. */
export function seconds(name: string, defaultValue: number, meaning: string): Setting<number> {
  const parse = wholeNumber(1, 3_600);
  return setting(name, String(defaultValue), meaning, (text) => parse(text) * 1_000);
}

export function milliseconds(name: string, defaultValue: number, meaning: string): Setting<number> {
  return setting(name, String(defaultValue), meaning, wholeNumber(1, 3_600_000));
}

/** A size: set in units of 1,024 bytes, parsed to bytes. */
export function kilobytes(name: string, defaultValue: number, meaning: string): Setting<number> {
  const parse = wholeNumber(1, 1_048_576);
  return setting(name, String(defaultValue), meaning, (text) => parse(text) * 1_024);
}

/** A switch that is off by default. */
export function flag(name: string, meaning: string): Setting<boolean> {
  return setting(name, 'false', meaning, (text) => oneOf(['true', 'false'])(text) === 'true');
}

/** A switch whose default depends on other settings. */
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

/** The text; undefined if it is empty. */
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

/** The address of a server, or "simulator"; undefined if empty. */
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
  // URL accepts * in a host, but no browser sends such an origin: the pattern would never match.
  const url = URL.canParse(text) && !text.includes('*') ? new URL(text) : undefined;
  // A path, query, password or fragment would make the URL longer than its origin.
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  return isOrigin ? url.origin : undefined;
}
