import type { FormattedExecutionResult } from 'graphql';

/** A result to be sent, and what transports need to know about it. */
export interface OperationResponse {
  readonly json: string;
  /** Of its errors. */
  readonly codes: readonly string[];
  /** Whether it has `data`, even if null. */
  readonly hasData: boolean;
  /** Response headers set by plugins, for HTTP. */
  readonly headers?: ReadonlyMap<string, string> | undefined;
}

export type Extensions = Readonly<Record<string, unknown>>;

export function responseOf(result: FormattedExecutionResult): OperationResponse {
  return { json: JSON.stringify(result), codes: codesOf(result), hasData: result.data !== undefined };
}

/** A response whose JSON is already written, without errors. */
export function responseOfJson(json: string, extensions: Extensions | undefined): OperationResponse {
  const all = extensions === undefined ? json : `${json.slice(0, -1)},"extensions":${JSON.stringify(extensions)}}`;
  return { json: all, codes: [], hasData: true };
}

/** The codes of a result's errors. */
export function codesOf({ errors = [] }: FormattedExecutionResult): string[] {
  return errors.map(({ extensions }) => String(extensions?.code));
}
