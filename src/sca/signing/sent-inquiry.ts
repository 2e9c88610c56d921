import type { Caller } from '../../linkcy/client.js';
import type { Clock } from '../clock.js';
import { attemptOf, lossAfterKillMilliseconds, type EffectMarkers } from '../effect-markers.js';
import { isCreation } from '../effects/effect.js';
import type { Finding, Inquiry } from '../inquiry.js';
import { outcomeOfSearch, type LostEffects, type SearchResult } from '../lost-effect.js';
import { reservedMilliseconds } from '../observe/ending.js';
import type { Operation } from '../operation.js';

/**
 * For requests that were signed and sent without a known answer: the sender has died, or its answer was lost. Never sends them
 * again; looks for the effect.
 */
export class SentInquiry implements Inquiry {
  constructor(
    private readonly lostEffects: LostEffects,
    private readonly markers: EffectMarkers,
    private readonly clock: Clock,
  ) {}

  subjectOf({ scaId }: Operation): string {
    return `sent ${scaId.toLowerCase()}`;
  }

  inquire(operations: readonly Operation[], caller: Caller | undefined): Promise<readonly Finding[]> {
    return Promise.all(operations.map((operation) => this.look(operation, caller)));
  }

  private async look(operation: Operation, caller: Caller | undefined): Promise<Finding> {
    const search = await this.search(operation, caller);
    const now = this.clock.now();
    const sentAt = operation.signing?.sentAt ?? operation.createdAt;
    const isBlind = search === 'no answer' || search === 'token' || search === 'no token';
    if (isBlind && now < sentAt + reservedMilliseconds) return { to: 'wait', inDoubt: true, reason: search };
    const outcome = outcomeOfSearch(isBlind ? undefined : search);
    return { to: 'finalize', outcome, rowId: typeof search === 'object' ? search.rowId : undefined };
  }

  private async search(operation: Operation, caller: Caller | undefined): Promise<SearchResult | 'no token'> {
    const { effect, signing, createdAt } = operation;
    if (effect === undefined || !isCreation(effect)) return 'not found';
    if (caller === undefined) return 'no token';
    const attempt = attemptOf(operation);
    const sentAt = signing?.sentAt ?? createdAt;
    // No marker: it died before setting one.
    const lostAt = Math.min(this.clock.now(), sentAt + lossAfterKillMilliseconds);
    const loss = (await this.markers.lossOf(attempt)) ?? { sentAt, lostAt };
    return this.lostEffects.search(attempt, loss, caller);
  }
}
