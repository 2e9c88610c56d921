import type { OutgoingHttpHeaders } from 'node:http';

/** Why a request over HTTP is refused before anything of GraphQL is looked at. */
export class HttpRefusal {
  constructor(
    readonly status: number,
    readonly message: string,
    readonly code: 'BAD_REQUEST' | 'OVERLOADED' | 'INTERNAL_SERVER_ERROR' = 'BAD_REQUEST',
    readonly headers: OutgoingHttpHeaders = {},
  ) {}
}
