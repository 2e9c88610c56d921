/** Why a request over HTTP is refused before anything of GraphQL is looked at. */
export class HttpRejection {
  constructor(
    readonly status: number,
    readonly message: string,
    readonly code: 'BAD_REQUEST' | 'OVERLOADED' | 'INTERNAL_SERVER_ERROR' = 'BAD_REQUEST',
    /** Names and values in turn. */
    readonly headers: readonly string[] = [],
  ) {}
}
