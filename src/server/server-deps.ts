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

export interface ServerLimits extends CostLimits, VariableLimits {
  readonly requestBodyBytes: number;
  /** Calls to LinkCy that an operation may take at worst. */
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

/** What all doors share, so that a guard stands at every one of them: HTTP, WebSocket and server-sent events. */
export interface ServerDeps {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly documents: Documents;
  /** Asked before any other executor. */
  readonly compiledQueries: CompiledQueries;
  readonly engine: Engine<Context>;
  readonly trusted: TrustedDocuments;
  readonly limits: ServerLimits;
  /** Answers say what they cost. */
  readonly development: boolean;
  /** The `Authorization` that stands for a client without one; only the local simulator lends one. */
  readonly fallbackAuthorization: string | undefined;
  /** Which web pages may call the API. */
  readonly origins: OriginPolicy;
  /** Says who a request comes from. */
  readonly proxies: ProxyTrust;
  readonly inFlight: InFlightRequests;
  /** Whose turn it is to have the processor for milliseconds. */
  readonly work: WorkTurns;
  /** Who has how many sockets and event streams open. */
  readonly streams: StreamQuota;
  /** Whose share a request counts for. */
  readonly principals: Principals;
  readonly requestLog: RequestLog;
  /** Fires when the server is going down: nothing new is begun on what is open. */
  readonly draining: AbortSignal;
}
