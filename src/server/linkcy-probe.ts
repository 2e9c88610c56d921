import { setTimeout as pause } from 'node:timers/promises';
import type { LinkcyError } from '../linkcy/error.js';
import type { Transport } from '../linkcy/http/transport.js';
import { failureInWords } from '../linkcy/http/failure-in-words.js';
import type { Log } from './log.js';

const shortestPauseMilliseconds = 250;
const longestPauseMilliseconds = 5_000;

/**
 * Calls LinkCy until it answers with anything. Until then the server is not ready, and the log says why. Later outages
 * do not make the instance unready: each request reports them.
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

  /** Why LinkCy does not answer; undefined if it does. */
  private async ask(signal: AbortSignal): Promise<string | undefined> {
    const route = { path: '/', template: '/' };
    try {
      await this.transport.send({ method: 'GET', route, search: '', headers: {}, signal });
      return undefined;
    } catch (error) {
      return failureInWords(error as LinkcyError);
    }
  }
}
