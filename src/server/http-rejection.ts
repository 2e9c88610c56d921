/** Why an HTTP request is rejected before its GraphQL is looked at. */
export class HttpRejection {
  constructor(
    readonly status: number,
    readonly message: string,
    readonly code: 'BAD_REQUEST' | 'OVERLOADED' | 'INTERNAL_SERVER_ERROR' = 'BAD_REQUEST',
    /** Alternating names and values. */
    readonly headers: readonly string[] = [],
  ) {}
}
