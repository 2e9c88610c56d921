import type { GraphQLSchema } from 'graphql';
import type { Context, Services } from '../graph/context.js';
import type { CompiledQueries } from '../execution/compiled-queries.js';
import type { Engine } from '../execution/engine.js';
import type { CostLimits } from './limits/cost.js';
import type { Documents } from './limits/documents.js';
import type { TrustedDocuments } from './limits/trusted-documents.js';
import type { VariableLimits } from './limits/variables.js';
import type { OriginPolicy } from './origin-policy.js';
import type { ProxyTrust } from './proxy-trust.js';
import type { Principals } from './principals.js';
import type { StreamQuota } from './stream-quota.js';
import type { RequestLog } from './request-log.js';
import type { InFlightRequests } from './requests-in-flight.js';
import type { WorkTurns } from './work-turns.js';

interface ServerLimits extends CostLimits, VariableLimits {
  readonly requestBodyBytes: number;
  /** The most calls to LinkCy that an operation may take. */
  readonly maxOperationCost: number;
  readonly queryMilliseconds: number;
  readonly mutationMilliseconds: number;
  readonly socketInitMilliseconds: number;
  readonly socketPingMilliseconds: number;
  readonly socketMessageBytes: number;
  readonly socketSubscriptions: number;
  readonly socketMaxBufferedMessages: number;
  readonly socketMaxBufferedBytes: number;
}

/** What all transports (HTTP, WebSocket, server-sent events) share, so that each check exists once for all of them. */
export interface ServerDeps {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly documents: Documents;
  /** Tried before any other executor. */
  readonly compiledQueries: CompiledQueries;
  readonly engine: Engine<Context>;
  readonly trusted: TrustedDocuments;
  readonly limits: ServerLimits;
  /** Whether responses report their cost. */
  readonly development: boolean;
  /** The `Authorization` used for clients without one; only with the local simulator. */
  readonly fallbackAuthorization: string | undefined;
  /** Which web pages may call the API. */
  readonly origins: OriginPolicy;
  /** Tells the client's address behind proxies. */
  readonly proxies: ProxyTrust;
  readonly inFlight: InFlightRequests;
  /** Gives turns on the processor, for work that takes milliseconds. */
  readonly work: WorkTurns;
  /** Counts the open sockets and event streams of each caller. */
  readonly streams: StreamQuota;
  /** Tells whose share a request counts towards. */
  readonly principals: Principals;
  readonly requestLog: RequestLog;
  /** Fires when the server is shutting down: nothing new starts on open connections. */
  readonly draining: AbortSignal;
}
