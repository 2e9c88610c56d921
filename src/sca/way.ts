import { isObject } from '../linkcy/json/shape.js';
import type { Way } from './operation.js';
import type { ScaStore } from './store/store.js';

/** LINKCY_APPROVALS: what is known of this LinkCy; auto: told by its answers. */
export type ApprovalsSetting = 'auto' | Way;

/**
 * Which of LinkCy's generations this is. The older one wants the request again with its scaId; today's carries it out by
 * itself, and takes the request, sent again, for a new one, which the user may approve too. In doubt it is observed: that
 * only lets approvals run out, where replaying could pay twice.
 */
export class ApprovalsWay {
  /** Once found out, for good: also where the store cannot be asked. */
  private observing = false;

  constructor(
    private readonly setting: ApprovalsSetting,
    private readonly store: ScaStore,
    private readonly linkcyUrl: string,
    private readonly warn: (message: string) => void,
  ) {}

  /** How an operation is finished whose 202 had this `ttl`. Rejects where the store cannot be used. */
  async of(ttl: unknown): Promise<Way> {
    if (this.setting !== 'auto') return this.setting;
    this.observing ||= await this.store.isObserving(this.linkcyUrl);
    if (this.observing) await this.store.noteObserving(this.linkcyUrl);
    return this.observing || !isOlder(ttl) ? 'observe' : 'replay';
  }

  /** A replay was answered with another approval: nothing is replayed any more, here and in all that share the store. */
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

/** The older LinkCy's Duration has `zero` and `negative`; since Java 18, with which today's runs, it has `positive`, too. */
function isOlder(ttl: unknown): boolean {
  return isObject(ttl) && ('negative' in ttl || 'zero' in ttl) && !('positive' in ttl);
}
