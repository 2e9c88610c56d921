/** What an answer can be written as. */
export type AnswerType = 'application/json' | 'application/graphql-response+json' | 'text/event-stream' | 'text/html';

interface Range {
  readonly type: string;
  readonly quality: number;
}

const patterns: Readonly<Record<AnswerType, readonly string[]>> = {
  'application/json': ['application/json', 'application/*', '*/*'],
  'application/graphql-response+json': ['application/graphql-response+json'],
  'text/event-stream': ['text/event-stream'],
  'text/html': ['text/html'],
};

/**
 * The type that an `Accept` header likes best among those that are offered, the earlier one where it likes two alike;
 * undefined: it takes none. Without the header, it is JSON. A range with * means JSON only, as GraphQL over HTTP has it.
 */
export function preferredType(accept: string | undefined, offered: readonly AnswerType[]): AnswerType | undefined {
  if (accept === undefined || accept.trim() === '') return 'application/json';
  const ranges = accept.split(',').map(rangeOf);
  for (const { type, quality } of ranges.sort((one, other) => other.quality - one.quality)) {
    if (quality === 0) break;
    const found = offered.find((candidate) => patterns[candidate].includes(type) && !isRefused(candidate, ranges));
    if (found !== undefined) return found;
  }
  return undefined;
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
}

function isRefused(candidate: string, ranges: readonly Range[]): boolean {
  return ranges.some(({ type, quality }) => type === candidate && quality === 0);
}
