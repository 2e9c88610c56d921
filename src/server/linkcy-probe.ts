import { setTimeout as pause } from 'node:timers/promises';
import type { LinkcyError } from '../linkcy/error.js';
import type { Transport } from '../linkcy/http/transport.js';
import type { Log } from './log.js';

const shortestPauseMilliseconds = 250;
const longestPauseMilliseconds = 5_000;

/**
 * Asks LinkCy for anything until it answers, whatever that is. Until then the server is not ready, and the log says why.
 * Once it has answered, its outages are a matter for each request: an instance that works must not leave for them.
 */
export class LinkcyProbe {
  private readonly stopped = new AbortController();
  private reached = false;

  constructor(
    private readonly transport: Transport,
    private readonly log: Log,
  ) {}

  /** Whether LinkCy has answered since the start. */
  get hasReached(): boolean {
    return this.reached;
  }

  stop(): void {
    this.stopped.abort();
  }

  /** Resolves when LinkCy has answered, or when the probe is stopped. */
  async run(): Promise<void> {
    const { signal } = this.stopped;
    let told: string | undefined;
    for (let wait = shortestPauseMilliseconds; !signal.aborted; wait = Math.min(wait * 2, longestPauseMilliseconds)) {
      const reason = await this.ask(signal);
      if (signal.aborted) return;
      if (reason === undefined) {
        this.reached = true;
        if (told !== undefined) this.log.event('LinkCy answers. The server is ready.');
        return;
      }
      if (reason !== told) {
        this.log.event(`LinkCy is not to be reached: ${reason}. The server is not ready, and goes on asking.`, 'error');
      }
      told = reason;
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Why LinkCy does not answer; undefined: it does. */
  private async ask(signal: AbortSignal): Promise<string | undefined> {
    const route = { path: '/', template: '/' };
    try {
      await this.transport.send({ method: 'GET', route, search: '', headers: {}, signal });
      return undefined;
    } catch (error) {
      return reasonOf(error as LinkcyError);
    }
  }
}

/** In words for an operator, with the code of the system's error where there is one. */
function reasonOf({ name, cause, ...rest }: LinkcyError): string {
  const code = typeof cause === 'string' ? cause : undefined;
  const reason = 'reason' in rest && typeof rest.reason === 'string' ? rest.reason : name;
  const words = code === undefined ? undefined : causes.find(([pattern]) => pattern.test(code))?.[1];
  if (words !== undefined) return `${words} (${code})`;
  if (reason === 'timeout' || reason === 'deadline') return 'it takes the connection, and does not answer in time';
  return code === undefined ? reason : `${reason} (${code})`;
}

const causes: readonly (readonly [code: RegExp, words: string])[] = [
  [/^PROXY_407$/, 'the proxy of HTTPS_PROXY wants another name and password'],
  [/^PROXY_\d+$/, 'the proxy of HTTPS_PROXY refuses to connect to it'],
  [/^PROXY_/, 'the proxy of HTTPS_PROXY is not to be reached, or is no HTTP proxy'],
  [/ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|ALERT_HANDSHAKE_FAILURE/, 'it wants a client certificate'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'its certificate is for another name'],
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, 'its certificate is not valid at this time'],
  [/CERT|UNABLE_TO_VERIFY|SIGNATURE/, 'its certificate is not trusted'],
  [/^ERR_SSL|^EPROTO$/, 'TLS cannot be agreed on'],
  [/^(?:ENOTFOUND|EAI_\w+)$/, 'its name is not known'],
  [/^ECONNREFUSED$/, 'the connection is refused'],
  [
    /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    'it cuts the connection before it answers, as where a client certificate is wanted',
  ],
  [/TIMEOUT|^ETIMEDOUT$/, 'the connection takes too long'],
  [/^E(?:HOST|NET)UNREACH$/, 'there is no way to it'],
];
