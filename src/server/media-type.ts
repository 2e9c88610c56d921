/** The media types of a response. */
type AnswerType = JsonType | 'text/event-stream' | 'text/html';
type JsonType = 'application/json' | 'application/graphql-response+json';

/** The media types of a single GraphQL result. */
export const jsonTypes = ['application/json', 'application/graphql-response+json'] as const;

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

/**
 * The media ranges that match a type, most specific first. A range with * matches JSON, as GraphQL over HTTP specifies.
 */
const ranges: Readonly<Record<AnswerType, readonly string[]>> = {
  'application/json': ['application/json', 'application/*', '*/*'],
  'application/graphql-response+json': ['application/graphql-response+json'],
  'text/event-stream': ['text/event-stream', 'text/*'],
  'text/html': ['text/html'],
};

/** Parses an `Accept` header (RFC 9110, 12.5.1). Without the header, JSON is accepted. */
export class Accepted {
  private readonly ranges: readonly MediaRange[];

  constructor(accept: string | undefined) {
    this.ranges = (accept?.trim() ? accept : 'application/json').split(',').map(rangeOf);
  }

  takes(type: AnswerType): boolean {
    return this.rangeOf(type) !== undefined;
  }

  /**
   * The offered type that the client prefers. Ties go to the one that the client names first, then to the one offered
   * first. Undefined if it accepts none.
   */
  best<Type extends AnswerType>(offered: readonly Type[]): Type | undefined {
    let best: { readonly type: Type; readonly quality: number; readonly place: number } | undefined;
    for (const type of offered) {
      const range = this.rangeOf(type);
      if (range === undefined) continue;
      const { quality } = range;
      const place = this.ranges.indexOf(range);
      const isBetter = best === undefined || quality > best.quality || (quality === best.quality && place < best.place);
      if (isBetter) best = { type, quality, place };
    }
    return best?.type;
  }

  /** The most specific matching range decides. */
  private rangeOf(type: AnswerType): MediaRange | undefined {
    for (const name of ranges[type]) {
      const range = this.ranges.find((candidate) => candidate.type === name);
      if (range !== undefined) return range.quality > 0 ? range : undefined;
    }
    return undefined;
  }
}

function rangeOf(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
}
