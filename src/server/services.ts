import { randomBytes } from 'node:crypto';
import type { Limits } from '../config/limits.js';
import { LoginAttempts } from '../graph/authentication/login-attempts.js';
import { SharedLoginAttempts } from '../graph/authentication/shared-login-attempts.js';
import type { Services } from '../graph/context.js';
import { createTransport } from '../linkcy/http/transport.js';
import { createCursorCodec } from '../pagination/cursor.js';
import { createScaServices } from '../sca/sca-services.js';
import { derivedKey } from '../sca/store/derived-key.js';
import type { RequestLog } from './request-log.js';
import type { Resources } from './resources.js';
import type { ServerOptions } from './server-options.js';
import { openSharedStore, type SharedStore } from './shared-store.js';

interface ServerServices {
  readonly services: Services;
  /** Absent: this instance shares nothing. */
  readonly shared: SharedStore | undefined;
}

/** What all operations use. Rejects with a RedisSetupError if the shared store cannot be used. */
export async function openServices(
  options: ServerOptions,
  limits: Limits,
  requestLog: RequestLog,
  resources: Resources,
): Promise<ServerServices> {
  const { sandbox, encryptionKey, encryptionKeysOld = [], linkcyUrl } = options;
  const { linkcyProxy: proxy, linkcyCa: ca, linkcyClientCertificate: clientCertificate } = options;
  const transport = createTransport(
    {
      ...{ ...limits, origin: linkcyUrl, tracer: requestLog.tracing.ownCalls },
      onCall: (report) => requestLog.called(report),
    },
    { proxy, ca, clientCertificate, clientKey: options.linkcyClientKey },
  );
  resources.add(() => transport.close());
  // It refuses a Redis that must not be used, before the counters connect to it.
  const shared = await openSharedStore({ ...options, places: limits }, requestLog.log);
  const sca = createScaServices({
    ...{ transport, sandbox, store: shared?.store, places: limits, approvals: options.approvals },
    watchCallsPerSecond: limits.watchCallsPerSecond,
    listener: requestLog,
    warn: (message) => requestLog.log.event(message, 'warn'),
    alarm: (message) => requestLog.log.event(message, 'error'),
  });
  resources.add(() => sca.close());
  const counters = await openAttemptCounters(options);
  resources.add(() => counters?.close());
  const cursors = createCursorCodec(
    encryptionKey === undefined ? randomBytes(32) : derivedKey(encryptionKey, 'cursors'),
    encryptionKeysOld.map((key) => derivedKey(key, 'cursors')),
  );
  const loginAttempts = counters === undefined ? new LoginAttempts(limits) : new SharedLoginAttempts(limits, counters);
  return { services: { transport, cursors, sca, loginAttempts }, shared };
}

/** The Redis driver is loaded only if needed, because it slows down the start. */
async function openAttemptCounters({ redisUrl: url, encryptionKey }: ServerOptions) {
  if (url === undefined || encryptionKey === undefined) return undefined;
  const { RedisAttemptCounters } = await import('./redis-attempt-counters.js');
  return new RedisAttemptCounters({ url, encryptionKey });
}
