// type-graphql's decorators need it, so it must come before any of them.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { ApolloServerPlugin } from '@apollo/server';
import { createApollo } from './apollo.js';
import { LoginAttempts } from '../graph/authentication/login-attempts.js';
import { SharedLoginAttempts } from '../graph/authentication/shared-login-attempts.js';
import { formerLimitNames, formerOptionNames, withPresentNames } from '../config/renamed-settings.js';
import { defaultLimits } from '../config/settings.js';
import type { Limits } from '../config/limits.js';
import type { Context, Services } from '../graph/context.js';
import type { ServerDeps } from './server-deps.js';
import { LinkcyProbe } from './linkcy-probe.js';
import { createListener, drain, hostInUrl, listen } from './listener.js';
import { openManagementPort, type Management } from './management.js';
import { OriginPolicy } from './origin-policy.js';
import { ProxyTrust } from './proxy-trust.js';
import { Principals } from './principals.js';
import { openSharedStore } from './shared-store.js';
import { StreamQuota } from './stream-quota.js';
import { RequestLog } from './request-log.js';
import { answer, type Routes } from './routes.js';
import { InFlightRequests } from './requests-in-flight.js';
import { createTracing } from './tracing.js';
import { WorkTurns } from './work-turns.js';
import { closeTransports } from './shutdown.js';
import { openWebSockets } from './websocket.js';
import { CompiledQueries, type Compiling } from '../execution/compiled-queries.js';
import { Engine } from '../execution/engine.js';
import { explorerPath } from './explorer/page.js';
import type { LocalLinkcy } from './explorer/tour.js';
import { Documents } from './limits/documents.js';
import { TrustedDocuments, type TrustedDocumentMode } from './limits/trusted-documents.js';
import { createTransport } from '../linkcy/http/transport.js';
import { silentLog, type Log } from './log.js';
import { createCursorCodec } from '../pagination/cursor.js';
import type { ScaStore } from '../sca/store/store.js';
import { derivedKey } from '../sca/store/derived-key.js';
import { createScaServices } from '../sca/sca-services.js';
import type { AttemptCounters } from '../graph/authentication/shared-login-attempts.js';
import type { ApprovalsSetting } from '../sca/way.js';
import { createSchema } from '../graph/schema.js';

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

export interface Server {
  /** The GraphQL endpoint. */
  readonly url: string;
  /** The explorer page, unless it is switched off. */
  readonly explorerUrl: string;
  readonly port: number;
  /** The base of /health, /ready and /metrics, without a path. */
  readonly managementUrl: string;
  /**
   * Replaces the trusted documents by those of this manifest, or list of manifests. Throws a ManifestError; nothing has
   * changed then.
   */
  trustDocuments(manifest: unknown): void;
  /**
   * Makes the server unready, lets requests in flight finish within `shutdownMilliseconds`, then stops.
   *
   * @param drainMilliseconds how long open connections are still answered, each response telling its connection to
   * close
   */
  close(drainMilliseconds?: number): Promise<void>;
}

/** The path of GraphQL, for every transport. */
export const graphqlPath = '/graphql';

/**
 * Starts the API; resolves when it accepts requests. Reads no environment variables and handles no signals. Rejects
 * with a RedisSetupError (one line) if the shared store cannot be used, and with a ManifestError for an invalid
 * manifest.
 */
export async function createServer(given: ServerOptions): Promise<Server> {
  const { values: options, notices } = withPresentNames(given, formerOptionNames);
  const { development, introspection = development, explorer = development, suggestions = development } = options;
  const givenLimits = withPresentNames(options.limits ?? {}, formerLimitNames);
  const limits: Limits = { ...defaultLimits, ...givenLimits.values };
  const { mode, manifest } = options.trustedDocuments ?? { mode: 'off', manifest: [] };
  const trusted = new TrustedDocuments(mode, manifest);
  const schema = createSchema({ sandbox: options.sandbox });
  const documents = new Documents({ schema, limits, introspection, suggestions });
  const inFlight = new InFlightRequests(limits.maxConcurrentRequests);
  const metrics = options.metrics
    ? (await import('./metrics.js')).createMetrics({
        requestsInFlight: () => inFlight.size,
        callsInFlight: () => services.transport.load.inFlight,
        callsQueued: () => services.transport.load.queued,
        openSockets: () => websockets.openSockets,
        pendingOperations: () => services.sca.watcher.size,
        circuitOpen: () => services.transport.isCircuitOpen,
        storeDegraded: () => shared?.isDegraded ?? false,
      })
    : undefined;
  const requestLog = new RequestLog(options.log ?? silentLog, metrics, await createTracing());
  for (const notice of [...notices, ...givenLimits.notices]) requestLog.log.event(notice, 'warn');
  // It refuses a Redis that must not be used, before the counters connect to it.
  const shared = await openSharedStore({ ...options, places: limits }, requestLog.log);
  const counters = await openAttemptCounters(options);
  const services = await createServices(options, limits, requestLog, counters, shared?.store);
  const engine = new Engine<Context>(options.plugins ?? [], (plugins) =>
    createApollo({
      schema,
      documents,
      introspection,
      explorer,
      plugins,
      failure: (cause) => requestLog.log.failure(cause),
    }),
  );
  await engine.apollo.start();
  const draining = new AbortController();
  // Every event stream adds a listener.
  setMaxListeners(0, draining.signal);
  const compiledQueries = new CompiledQueries(schema, options.compiling ?? 'repeated');
  const principals = new Principals(options.demoToken !== undefined);
  const proxies = new ProxyTrust(options.trustedProxies ?? []);
  const deps: ServerDeps = {
    ...{
      schema,
      services,
      documents,
      compiledQueries,
      engine,
      trusted,
      limits,
      development,
      inFlight,
      requestLog,
    },
    fallbackAuthorization: options.demoToken === undefined ? undefined : `Bearer ${options.demoToken}`,
    proxies,
    origins: new OriginPolicy({
      ...{ origins: options.corsOrigins ?? [], headers: options.corsHeaders ?? [], development, proxies },
    }),
    principals,
    work: new WorkTurns(),
    streams: new StreamQuota(limits, principals),
    draining: draining.signal,
  };
  const { linkcyUrl, localLinkcy } = options;
  const probe = options.probesLinkcy ? new LinkcyProbe(services.transport, requestLog.log) : undefined;
  void probe?.run();
  const management: Management = {
    draining: draining.signal,
    load: inFlight,
    metrics,
    probe,
    shared,
    log: requestLog.log,
  };
  const { host, managementPort } = options;
  const routes: Routes = {
    ...{ ...deps, graphqlPath, explorer, localLinkcy, linkcyUrl },
    management: managementPort === undefined ? management : undefined,
  };
  const http = createListener(limits, draining.signal, (request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      requestLog.log.failure(error);
      response.destroy();
    });
  });
  const websockets = openWebSockets(http, graphqlPath, deps);
  const port = await listen(http, options);
  // Not before, as it may say that the instance is ready.
  const managed =
    managementPort === undefined
      ? undefined
      : await openManagementPort(management, limits, { host, port: managementPort }).catch((error: unknown) => {
          http.close();
          throw error;
        });
  const origin = `http://${hostInUrl(host)}:${port}`;
  return {
    port,
    url: `${origin}${graphqlPath}`,
    explorerUrl: `${origin}${explorerPath}`,
    managementUrl: managed === undefined ? origin : `http://${hostInUrl(host)}:${managed.port}`,
    trustDocuments: (next) => trusted.replace(next),
    async close(drainMilliseconds = 0) {
      draining.abort();
      probe?.stop();
      const finished = () => Promise.all([inFlight.end(), websockets.close(), drain(http, drainMilliseconds)]);
      await closeTransports(http, websockets, finished, limits.shutdownMilliseconds);
      await engine.apollo.stop();
      await services.sca.close();
      await services.transport.close();
      counters?.close();
      managed?.close();
    },
  };
}

async function createServices(
  options: ServerOptions,
  limits: Limits,
  requestLog: RequestLog,
  counters: AttemptCounters | undefined,
  store: ScaStore | undefined,
): Promise<Services> {
  const { sandbox, encryptionKey, encryptionKeysOld = [], linkcyUrl } = options;
  const { linkcyProxy: proxy, linkcyCa: ca, linkcyClientCertificate: clientCertificate } = options;
  const transport = createTransport(
    {
      ...{ ...limits, origin: linkcyUrl, tracer: requestLog.tracing.ownCalls },
      onCall: (report) => requestLog.called(report),
    },
    { proxy, ca, clientCertificate, clientKey: options.linkcyClientKey },
  );
  return {
    transport,
    cursors: createCursorCodec(
      encryptionKey === undefined ? randomBytes(32) : derivedKey(encryptionKey, 'cursors'),
      encryptionKeysOld.map((key) => derivedKey(key, 'cursors')),
    ),
    sca: createScaServices({
      ...{ transport, sandbox, store, places: limits, approvals: options.approvals },
      watchCallsPerSecond: limits.watchCallsPerSecond,
      listener: requestLog,
      warn: (message) => requestLog.log.event(message, 'warn'),
      alarm: (message) => requestLog.log.event(message, 'error'),
    }),
    loginAttempts: counters === undefined ? new LoginAttempts(limits) : new SharedLoginAttempts(limits, counters),
  };
}

/** The Redis driver is loaded only if needed, because it slows down the start. */
async function openAttemptCounters({ redisUrl: url, encryptionKey }: ServerOptions) {
  if (url === undefined || encryptionKey === undefined) return undefined;
  const { RedisAttemptCounters } = await import('./redis-attempt-counters.js');
  return new RedisAttemptCounters({ url, encryptionKey });
}
