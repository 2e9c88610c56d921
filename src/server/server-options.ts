import type { ApolloServerPlugin } from '@apollo/server';
import type { Limits } from '../config/limits.js';
import type { Compiling } from '../execution/compiled-queries.js';
import type { Context } from '../graph/context.js';
import type { ApprovalsSetting } from '../sca/way.js';
import type { LocalLinkcy } from './explorer/tour.js';
import type { TrustedDocumentMode } from './limits/trusted-documents.js';
import type { Log } from './log.js';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  /** Where LinkCy is. */
  readonly linkcyUrl: string;
  /** HTTP proxy for LinkCy; requires an https linkcyUrl. */
  readonly linkcyProxy?: string;
  /** PEM certificate authorities to trust for LinkCy, instead of Node's. */
  readonly linkcyCa?: string;
  /** PEM client certificate for LinkCy with its chain, and its PEM private key. */
  readonly linkcyClientCertificate?: string;
  readonly linkcyClientKey?: string;
  /** Responses report their cost; introspection, explorer and suggestions are on by default. */
  readonly development: boolean;
  /** Whether LinkCy is its sandbox or the simulator: approvals may be bypassed. */
  readonly sandbox: boolean;
  /** How approved operations are finished. Default: auto, detected from LinkCy's responses. */
  readonly approvals?: ApprovalsSetting;
  /**
   * Redis that instances share: pending approvals, idempotency keys, login counters. Absent: this instance keeps them
   * in memory.
   */
  readonly redisUrl?: string;
  /** 32 bytes, the same for all instances; required with redisUrl. Absent: cursors are valid at this instance only. */
  readonly encryptionKey?: Uint8Array;
  /** Further keys of 32 bytes that only decrypt records and cursors, before and after a change of encryptionKey. */
  readonly encryptionKeysOld?: readonly Uint8Array[];
  /** The token for requests without one. For the local simulator in development only. */
  readonly demoToken?: string;
  /** @deprecated Called demoToken now; read until version 0.3.0. */
  readonly lentToken?: string;
  /** The local simulator, if that is LinkCy: the explorer then fills in its ids and links to the customer's phone. */
  readonly localLinkcy?: LocalLinkcy;
  readonly introspection?: boolean;
  readonly explorer?: boolean;
  readonly suggestions?: boolean;
  /** Overrides of the default limits. */
  readonly limits?: Partial<Limits>;
  /** A parsed manifest as GraphQL Code Generator, Apollo or Relay writes it, or a list of several. */
  readonly trustedDocuments?: { readonly mode: TrustedDocumentMode; readonly manifest: unknown };
  /** Origins of web pages that may call the API, as browsers write them: "https://app.example". */
  readonly corsOrigins?: readonly string[];
  /** Request headers that they may send besides those of GraphQL clients, tracing and request ids. */
  readonly corsHeaders?: readonly string[];
  /**
   * Proxies whose X-Forwarded headers are trusted: the number in front of the server, or their addresses and networks.
   */
  readonly trustedProxies?: number | readonly string[];
  /**
   * Plugins of Apollo Server, in order. If there are any, every operation of every transport passes through Apollo's
   * pipeline; a subscription once, when it starts. A GraphQLError with a code that a plugin throws reaches the client
   * unchanged, and headers that it sets on a response are sent over HTTP.
   */
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
  /** Which queries are compiled to JavaScript. Default: repeated ones. */
  readonly compiling?: Compiling;
  /** Whether the server becomes ready only when LinkCy has answered once. */
  readonly probesLinkcy?: boolean;
  /** Whether GET /metrics is served. */
  readonly metrics?: boolean;
  /** Port of /health, /ready and /metrics; 0 takes any free one. Absent: they are on the port of the API. */
  readonly managementPort?: number;
  /** Absent: nothing is logged. */
  readonly log?: Log;
}
