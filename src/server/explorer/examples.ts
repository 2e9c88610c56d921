/** An operation of a file of examples. */
export interface Example {
  readonly name: string;
  /** With the comment above it, but for the variables in there. */
  readonly query: string;
  /** The variables that the comment shows. */
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** What stands in a comment deeper than its text: variables, as JSON. */
const shown = '#     ';

/** The operations of a file that shows variables in the comments above them. */
export function examplesOf(file: string): Example[] {
  return file.split(/(?<=^\}\n)/m).flatMap((piece) => {
    const [, name] = /^(?:query|mutation|subscription) (\w+)/m.exec(piece) ?? [];
    return name === undefined ? [] : [{ name, ...parted(piece.trim().split('\n')) }];
  });
}

function parted(lines: readonly string[]): Omit<Example, 'name'> {
  const json = lines.filter((line) => line.startsWith(shown)).map((line) => line.slice(shown.length));
  const text = lines.filter((line) => !line.startsWith(shown)).join('\n');
  const variables: unknown = json.length === 0 ? undefined : JSON.parse(json.join(' '));
  // An empty comment line that stood between the text and the variables separates nothing any more.
  return {
    query: text.replace(/(?:^#\n)+(?=query|mutation|subscription)|^(?:#\n)+/gm, ''),
    variables: record(variables),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}
