/** An operation of a file of examples, with what the comment above it says. */
export interface Example {
  readonly name: string;
  /** The comment's first paragraph. */
  readonly title: string;
  /** What the answer shows: the paragraph that begins with "Expect:", without that word. */
  readonly expect: string;
  /** The paragraphs after that. */
  readonly details: readonly string[];
  /** Without the comment. */
  readonly query: string;
  /** The variables that the comment shows. */
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** What stands in a comment deeper than its text: variables, as JSON. */
const shown = '#     ';

/** The operations of a file that explains each in the comment above it. */
export function examplesOf(file: string): Example[] {
  return file.split(/(?<=^\}\n)/m).flatMap((piece) => {
    const start = piece.search(/^(?:query|mutation|subscription) /m);
    if (start === -1) return [];
    const query = piece.slice(start).trim();
    const [, name = ''] = /^\w+ (\w+)/.exec(query) ?? [];
    // What stands above an empty line is about the file.
    const comment = piece.slice(0, start).trim().split('\n\n').at(-1) ?? '';
    return [{ name, query, ...explanationOf(comment.split('\n')) }];
  });
}

function explanationOf(comment: readonly string[]): Omit<Example, 'name' | 'query'> {
  const json = comment.filter((line) => line.startsWith(shown)).map((line) => line.slice(shown.length));
  const text = comment.filter((line) => !line.startsWith(shown)).map((line) => line.replace(/^# ?/, ''));
  const paragraphs = text
    .join('\n')
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' '));
  const [title = '', ...rest] = paragraphs;
  const variables: unknown = json.length === 0 ? undefined : JSON.parse(json.join(' '));
  return {
    title,
    expect: rest.find((paragraph) => paragraph.startsWith(expected))?.slice(expected.length) ?? '',
    details: rest.filter((paragraph) => !paragraph.startsWith(expected)),
    variables: record(variables),
  };
}

const expected = 'Expect: ';

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}
