import type { SortDirection } from '../../linkcy/json/page.js';
import { instantOf, isDate } from './instant.js';
import { badRequest, type RefusedDetail } from './refusal.js';

const largestPage = 500;
export const largestPageSize = 100;
const largestInt32 = 2_147_483_647;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface Paging {
  readonly page: number;
  readonly pageSize: number;
  readonly sortAttribute: string;
  readonly sortDirection: SortDirection;
}

/**
 * Reads the parameters of a query, each by its type, and remembers what is wrong with them. A parameter that is absent
 * is undefined; one that is not known to the endpoint is ignored. `check` refuses the request once all have been read.
 */
export class QueryReader {
  private readonly refused: RefusedDetail[] = [];

  constructor(private readonly parameters: URLSearchParams) {}

  /** Throws a 400 that names every faulty parameter. */
  check(): void {
    if (this.refused.length > 0) throw badRequest(this.refused);
  }

  text(name: string): string | undefined {
    return this.parameters.get(name) ?? undefined;
  }

  uuid(name: string): string | undefined {
    return this.accept(name, isUuid, 'must be a UUID')?.toLowerCase();
  }

  boolean(name: string): boolean | undefined {
    const value = this.accept(name, (text) => text === 'true' || text === 'false', 'must be true or false');
    return value === undefined ? undefined : value === 'true';
  }

  /** A date-time in sortable form. */
  dateTime(name: string): string | undefined {
    const value = this.accept(name, (text) => instantOf(text) !== undefined, 'must be a date-time');
    return value === undefined ? undefined : instantOf(value);
  }

  /** YYYY-MM-DD. */
  date(name: string): string | undefined {
    return this.accept(name, isDate, 'must be a date');
  }

  oneOf<Value extends string>(name: string, allowed: readonly Value[]): Value | undefined {
    const value = this.accept(name, (text) => allowed.some((one) => one === text), mustBeOneOf(allowed));
    return allowed.find((one) => one === value);
  }

  /** A parameter that may be repeated. */
  anyOf(name: string, allowed: readonly string[]): readonly string[] | undefined {
    const values = this.parameters.getAll(name);
    for (const value of values) if (!allowed.includes(value)) this.refuse(name, value, mustBeOneOf(allowed));
    return values.length === 0 ? undefined : values;
  }

  integer(name: string, least: number, most: number): number | undefined {
    const value = this.accept(
      name,
      (text) => /^-?\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most,
      most === largestInt32 ? `must be ${least} or more` : `must be between ${least} and ${most}`,
    );
    return value === undefined ? undefined : Number(value);
  }

  /** The four parameters of every list. LinkCy's defaults are not documented: these are the simulator's. */
  paging(attributes: readonly [string, ...string[]]): Paging {
    const natural = attributes.includes('CREATION_DATE') ? 'CREATION_DATE' : attributes[0];
    return {
      page: this.integer('page', 0, largestPage) ?? 0,
      pageSize: this.integer('pageSize', 1, largestPageSize) ?? 20,
      sortAttribute: this.oneOf('sortAttribute', attributes) ?? natural,
      sortDirection: this.oneOf('sortDirection', ['ASC', 'DESC']) ?? (natural === 'CREATION_DATE' ? 'DESC' : 'ASC'),
    };
  }

  private accept(name: string, holds: (text: string) => boolean, message: string): string | undefined {
    const value = this.parameters.get(name);
    if (value === null) return undefined;
    if (holds(value)) return value;
    this.refuse(name, value, message);
    return undefined;
  }

  private refuse(field: string, rejectedValue: unknown, message: string): void {
    this.refused.push({ field, rejectedValue, message });
  }
}

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

function mustBeOneOf(allowed: readonly string[]): string {
  return `must be one of ${allowed.join(', ')}`;
}
