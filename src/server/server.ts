// type-graphql's decorators need it, so it must come before any of them.
import 'reflect-metadata';
import { setMaxListeners } from 'node:events';
import { createApollo } from './apollo.js';
import { formerLimitNames, formerOptionNames, withPresentNames } from '../config/renamed-settings.js';
import { defaultLimits } from '../config/settings.js';
import type { Limits } from '../config/limits.js';
import type { Context } from '../graph/context.js';
import type { ServerDeps } from './server-deps.js';
import { LinkcyProbe } from './linkcy-probe.js';
import { createListener, drain, hostInUrl, listen } from './listener.js';
import { openManagementPort, type Management } from './management.js';
import { OriginPolicy } from './origin-policy.js';
import { ProxyTrust } from './proxy-trust.js';
import { Principals } from './principals.js';
import { Resources } from './resources.js';
import type { ServerOptions } from './server-options.js';
import { openServices } from './services.js';
import { StreamQuota } from './stream-quota.js';
import { RequestLog } from './request-log.js';
import { answer, type Routes } from './routes.js';
import { InFlightRequests } from './requests-in-flight.js';
import { createTracing } from './tracing.js';
import { WorkTurns } from './work-turns.js';
import { closeTransports } from './shutdown.js';
import { openWebSockets } from './websocket.js';
import { CompiledQueries } from '../execution/compiled-queries.js';
import { Engine } from '../execution/engine.js';
import { explorerPath } from './explorer/page.js';
import { Documents } from './limits/documents.js';
import { TrustedDocuments } from './limits/trusted-documents.js';
import { silentLog } from './log.js';
import { createSchema } from '../graph/schema.js';

export type { ServerOptions };

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
 * with a RedisSetupError (one line) if the shared store cannot be used, with a ManifestError for an invalid manifest,
 * and with Node's error if it cannot listen; nothing stays open then.
 */
export async function createServer(given: ServerOptions): Promise<Server> {
  const resources = new Resources();
  try {
    return await startServer(given, resources);
  } catch (error) {
    await resources.close();
    throw error;
  }
}

async function startServer(given: ServerOptions, resources: Resources): Promise<Server> {
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
  const { services, shared } = await openServices(options, limits, requestLog, resources);
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
  resources.add(() => engine.apollo.stop());
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
  const retire = () => {
    draining.abort();
    probe?.stop();
  };
  resources.add(retire);
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
  resources.add(() => http.close());
  // Not before, as it may say that the instance is ready.
  const managed =
    managementPort === undefined
      ? undefined
      : await openManagementPort(management, limits, { host, port: managementPort });
  const origin = `http://${hostInUrl(host)}:${port}`;
  return {
    port,
    url: `${origin}${graphqlPath}`,
    explorerUrl: `${origin}${explorerPath}`,
    managementUrl: managed === undefined ? origin : `http://${hostInUrl(host)}:${managed.port}`,
    trustDocuments: (next) => trusted.replace(next),
    async close(drainMilliseconds = 0) {
      retire();
      const finished = () => Promise.all([inFlight.end(), websockets.close(), drain(http, drainMilliseconds)]);
      await closeTransports(http, websockets, finished, limits.shutdownMilliseconds);
      await resources.close();
      // Not with the others: operators are answered until the end.
      managed?.close();
    },
  };
}
