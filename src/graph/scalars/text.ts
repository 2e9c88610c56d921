import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { uuid as isUuid } from '../../linkcy/json/shape.js';
import { badUserInput } from '../../pagination/errors.js';

interface TextScalar {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL?: string;
  /** The form of the text, in words, for the error. */
  readonly rule: string;
  readonly isValid: (text: string) => boolean;
  readonly normalize?: (text: string) => string;
  /** Converts a client's text for LinkCy; undefined rejects it. By default `isValid` and `normalize`. */
  readonly sent?: (text: string) => string | undefined;
}

/**
 * A scalar for text of a certain form. Passes it through unchanged: never parses it into a Date. Errors name the rule, never
 * the value.
 */
function textScalar({ name, description, specifiedByURL, rule, ...form }: TextScalar) {
  const { isValid, normalize = (text) => text } = form;
  const sent = form.sent ?? ((text) => (isValid(text) ? normalize(text) : undefined));
  const parse = (value: unknown): string => {
    const text = typeof value === 'string' ? sent(value) : undefined;
    if (text !== undefined) return text;
    throw badUserInput(`${name} must be ${rule}.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
    serialize(value) {
      if (typeof value === 'string' && isValid(value)) return normalize(value);
      throw new GraphQLError(`LinkCy sent a value that is not ${rule}.`, {
        extensions: { code: 'UPSTREAM_UNAVAILABLE' },
      });
    },
  });
}

const datePattern = /^\d\d\d\d-\d\d-\d\d$/;
const timePattern =
  /^\d\d\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

export const UUID = textScalar({
  name: 'UUID',
  description: 'LinkCy\'s own identifier of an object, lower-case text such as "0b5e6ab1-54a5-4c2e-9a1f-3d0c5f6f7a11".',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  rule: 'a UUID',
  isValid: isUuid,
  normalize: (text) => text.toLowerCase(),
});

export const LocalDate = textScalar({
  name: 'Date',
  description: 'A calendar day, YYYY-MM-DD.',
  rule: 'a calendar day in the form YYYY-MM-DD',
  isValid: (text) => datePattern.test(text) && isDayOfMonth(text),
});

export const DateTime = textScalar({
  name: 'DateTime',
  description:
    'A point in time, RFC 3339 text such as "2026-03-04T09:30:00Z", passed through to the last digit: LinkCy sends up to nanoseconds. ' +
    'In arguments the seconds may be left out, and without a time zone it is UTC ("2022-05-16T10:30", as in ' +
    "LinkCy's own documents); LinkCy gets all of them in UTC.",
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  rule: 'a point in time in RFC 3339 form, such as 2026-03-04T09:30:00Z',
  isValid: isMoment,
  sent: (text) => (isMoment(text) ? inUtc(text) : isMoment(`${text}Z`) ? inUtc(`${text}Z`) : undefined),
});

function isMoment(text: string): boolean {
  return timePattern.test(text) && isDayOfMonth(text);
}

const momentPattern = /^(.{10})T(\d\d):(\d\d)(:[\d.]+)?(?:Z|([+-]\d\d):(\d\d))$/i;

/** The same time in UTC: LinkCy's own samples have no offset, so it may ignore one. */
function inUtc(moment: string): string | undefined {
  const [, date = '', hour = '', minute = '', seconds = ':00', offsetHours = '+00', offsetMinutes = '00'] =
    momentPattern.exec(moment) ?? [];
  const offset = Number(`${offsetHours[0]}1`) * (Math.abs(Number(offsetHours)) * 60 + Number(offsetMinutes));
  const utc = new Date(Date.parse(`${date}T${hour}:${minute}Z`) - offset * 60_000).toISOString();
  // Years outside 0 to 9999 have another form.
  return utc.length === 24 ? `${utc.slice(0, 16)}${seconds}Z` : undefined;
}

/**
 * Whether a text that begins with YYYY-MM-DD names an existing day. By arithmetic, without a Date for every value of a long
 * list.
 */
function isDayOfMonth(text: string): boolean {
  const day = twoDigits(text, 8);
  return day >= 1 && day <= daysOf(twoDigits(text, 5), twoDigits(text, 0) * 100 + twoDigits(text, 2));
}

function twoDigits(text: string, index: number): number {
  return (text.charCodeAt(index) - zero) * 10 + text.charCodeAt(index + 1) - zero;
}

const zero = '0'.charCodeAt(0);

function daysOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}
