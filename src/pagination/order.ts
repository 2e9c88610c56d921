export type Direction = 'ASC' | 'DESC';

export type Side = 'before' | 'after';

/** What sort keys tell about the order of rows. */
export interface Order {
  /**
   * On which side of another row a row certainly lies; undefined for equal keys and for text, whose collation is
   * unknown.
   */
  side(key: string, from: string): Side | undefined;
  /** On which side it probably lies. Good enough to direct a search, never to decide its result. */
  likelySide(key: string, from: string): Side | undefined;
  /** Whether keys are times, so that the list can be narrowed to dates. */
  readonly byDate: boolean;
  readonly direction: Direction;
}

const text = new Intl.Collator('en');

export function orderOf({ attribute, direction }: { attribute: string; direction: Direction }): Order {
  const byDate = attribute.endsWith('_DATE');
  const [less, greater]: [Side, Side] = direction === 'ASC' ? ['before', 'after'] : ['after', 'before'];
  const compared = (difference: number) => (difference === 0 ? undefined : difference < 0 ? less : greater);
  const side = (key: string, from: string) => {
    if (!byDate || key === from) return undefined;
    const [one, other] = [instantOf(key), instantOf(from)];
    if (one === undefined || other === undefined || one === other) return undefined;
    return one < other ? less : greater;
  };
  const likelySide = byDate ? side : (key: string, from: string) => compared(text.compare(key, from));
  return { side, likelySide, byDate, direction };
}

const dateTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i;

/**
 * An RFC 3339 date-time as UTC text that sorts chronologically, for any offset and precision; undefined for other text.
 */
export function instantOf(date: string): string | undefined {
  const [, minutes, seconds = ':00', fraction = '', zone] = dateTime.exec(date) ?? [];
  if (minutes === undefined || zone === undefined) return undefined;
  if (zone === 'Z' || zone === 'z') return `${minutes}${seconds}.${fraction.replace(/0+$/, '')}`;
  const time = Date.parse(`${minutes}${seconds}${zone}`);
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}.${fraction.replace(/0+$/, '')}`;
}

/** One canonical text for every way to write the same moment; other text unchanged. */
export function sameMoment(key: string): string {
  const instant = instantOf(key);
  return instant === undefined ? key : `${instant.replace(/\.$/, '')}Z`;
}
