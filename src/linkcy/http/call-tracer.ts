/** Follows calls in a distributed trace. */
export interface CallTracer {
  /**
   * Undefined: this call is not traced.
   * @param route the template of the path
   */
  begin(method: string, route: string): TracedCall | undefined;
}

export interface TracedCall {
  /** To be sent along. */
  readonly headers: Readonly<Record<string, string>>;
  run<Result>(task: () => Result): Result;
  /** @param result LinkCy's status, or the kind of error that kept it from coming */
  end(result: number | string): void;
}
