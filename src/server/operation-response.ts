import type { FormattedExecutionResult } from 'graphql';

/** A result on its way out, and what the doors want to know of it. */
export interface OperationResponse {
  readonly json: string;
  /** Of its errors. */
  readonly codes: readonly string[];
  /** Whether it has data, if only null. */
  readonly hasData: boolean;
  /** To be sent along over HTTP. */
  readonly headers?: ReadonlyMap<string, string> | undefined;
}

export type Extensions = Readonly<Record<string, unknown>>;

export function responseOf(result: FormattedExecutionResult): OperationResponse {
  return { json: JSON.stringify(result), codes: codesOf(result), hasData: result.data !== undefined };
}

/** An answer that is JSON already, without errors. */
export function responseOfJson(json: string, extensions: Extensions | undefined): OperationResponse {
  const all = extensions === undefined ? json : `${json.slice(0, -1)},"extensions":${JSON.stringify(extensions)}}`;
  return { json: all, codes: [], hasData: true };
}

/** The codes of the errors in a result. */
export function codesOf({ errors = [] }: FormattedExecutionResult): string[] {
  return errors.map(({ extensions }) => String(extensions?.code));
}
