import { isObject } from '../linkcy/json/shape.js';
import type { Way } from './operation.js';
import type { ScaStore } from './store/store.js';

/** LINKCY_APPROVALS. auto: decided by LinkCy's answers. */
export type ApprovalsSetting = 'auto' | Way;

/**
 * Which generation of LinkCy this is. The older one needs the request again with its scaId. Today's carries it out by
 * itself and would take a repeat for a new request, which the user may approve, too. When in doubt, observe: at worst an
 * approval runs out, whereas a wrong replay could pay twice.
 */
export class ApprovalsWay {
  /** Once known, it stays, also while the store is down. */
  private observing = false;

  constructor(
    private readonly setting: ApprovalsSetting,
    private readonly store: ScaStore,
    private readonly linkcyUrl: string,
    private readonly warn: (message: string) => void,
  ) {}

  /** How to finish an operation whose 202 had this `ttl`. Rejects if the store is unavailable. */
  async of(ttl: unknown): Promise<Way> {
    if (this.setting !== 'auto') return this.setting;
    this.observing ||= await this.store.isObserving(this.linkcyUrl);
    if (this.observing) await this.store.noteObserving(this.linkcyUrl);
    return this.observing || !isOlder(ttl) ? 'observe' : 'replay';
  }

  /** Call when a replay was answered with a new approval: ends replaying, here and in all instances on this store. */
  async replayUnknown(): Promise<void> {
    if (!this.observing) {
      this.warn(
        'LinkCy answered a repeated request with a new approval: it carries approved operations out by itself. Nothing is repeated any more. Set LINKCY_APPROVALS=observe.',
      );
    }
    this.observing = true;
    await this.store.noteObserving(this.linkcyUrl).catch(() => undefined);
  }
}

/** The older LinkCy's Duration has `zero` and `negative`. Since Java 18, which today's LinkCy uses, it also has `positive`. */
export function isOlder(ttl: unknown): boolean {
  return isObject(ttl) && ('negative' in ttl || 'zero' in ttl) && !('positive' in ttl);
}
