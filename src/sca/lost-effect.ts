import type { Caller } from '../linkcy/client.js';
import { LinkcyError } from '../linkcy/error.js';
import type { Transport } from '../linkcy/http/transport.js';
import { sleep, type Clock } from './clock.js';
import type { EffectMarkers, Loss, MarkedAttempt } from './effect-markers.js';
import { creationOf, fitOf, latestCreationOf, listOf, type Row } from './effects/creation.js';
import { isCreation, type Creation } from './effects/effect.js';
import { overlapMilliseconds, payeeOf } from './observe/baseline.js';
import { outcomeOf } from './observe/ending.js';
import { readRows, type RowsSeen } from './observe/read-rows.js';
import type { Outcome } from './operation.js';
import { isUnauthenticated } from './problem-of.js';
import { oneAlikeSince, problem } from './result.js';
import type { ScaStore } from './store/store.js';

/** Result of the search for the effect of a lost answer. */
export type SearchResult =
  | { readonly rowId: string; readonly outcome: Outcome }
  | 'not found'
  /** A matching row was created after the loss: by a late approval of this write, or by another channel. */
  | 'one since'
  | 'no answer'
  | 'token';

/** Pauses before each look, in milliseconds: LinkCy may still be working on it. */
const pauses = [200, 800, 2_000];
/** Time for all looks. Together with the write before, it must fit into a mutation's time limit. */
const searchMilliseconds = 10_000;
/** How far two machines' clocks may drift apart between a loss and the search. */
const slackMilliseconds = 250;
const secondMilliseconds = 1_000;

/** Finds out what a write whose answer was lost has done. Sends GETs only. */
export class LostEffects {
  constructor(
    private readonly transport: Transport,
    private readonly store: ScaStore,
    private readonly markers: EffectMarkers,
    private readonly clock: Clock,
  ) {}

  /** Looks several times with the caller's token and claims the row it finds. Never throws a LinkcyError. */
  async search(attempt: MarkedAttempt, loss: Loss, { authorization, requestId }: Caller): Promise<SearchResult> {
    const { effect } = attempt.request;
    if (effect === undefined || !isCreation(effect)) return 'not found';
    const caller = { authorization, requestId, deadline: performance.now() + searchMilliseconds };
    let search: SearchResult = 'no answer';
    for (const pause of pauses) {
      await sleep(this.clock, pause);
      const found = await this.look(attempt, effect, loss, caller);
      if (found !== 'no answer') search = found;
      if (typeof found === 'object' || found === 'token') break;
    }
    return search;
  }

  private async look(attempt: MarkedAttempt, effect: Creation, loss: Loss, caller: Caller): Promise<SearchResult> {
    try {
      const payee = await payeeOf(this.transport, effect, caller);
      const askedAt = this.clock.now();
      const back = askedAt - loss.sentAt + overlapMilliseconds;
      const seen = await readRows(this.transport, caller, listOf(effect, 'own'), (_rows, date) =>
        date === undefined ? undefined : date - back,
      );
      const window = windowOf(seen, loss, askedAt, this.clock.now());
      if (window === undefined || !seen.complete || seen.unreadable) return 'not found';
      const open = await this.openRows(
        attempt.id,
        seen.rows.filter((row) => fitOf(row, effect, payee) !== undefined),
      );
      const rivals = [...(await this.markers.rivals(effect, attempt.id)).values()];
      const isOurs = (row: Row) =>
        rivals.every((rival) => rival.state === 'done' || fitOf(row, rival.effect, rival.payee ?? payee) === undefined);
      const [own, ...more] = open.filter((row) => latestCreationOf(row) >= window.from && creationOf(row) <= window.to);
      if (own !== undefined && more.length === 0 && isOurs(own)) return await this.claim(attempt, own);
      return own === undefined && open.some((row) => creationOf(row) > window.to) ? 'one since' : 'not found';
    } catch (error) {
      if (!(error instanceof LinkcyError)) throw error;
      return isUnauthenticated(error) ? 'token' : 'no answer';
    }
  }

  private async openRows(attempt: string, rows: readonly Row[]): Promise<readonly Row[]> {
    const claims = await this.store.rowClaims(rows.map(({ wire }) => wire.id));
    return rows.filter(({ wire }) => [undefined, attempt].includes(claims.get(wire.id.toLowerCase())));
  }

  private async claim(attempt: MarkedAttempt, row: Row): Promise<SearchResult> {
    if ((await this.store.claimRow(row.wire.id, attempt.id)) !== attempt.id) return 'not found';
    await this.markers.done(attempt, row.wire.id);
    return { rowId: row.wire.id.toLowerCase(), outcome: outcomeOf(row) };
  }
}

/**
 * When the row can have been created, by LinkCy's clock: counted back from LinkCy's answer to this look by the time that
 * has passed here. Our clock and LinkCy's are never compared.
 */
function windowOf({ date }: RowsSeen, { sentAt, lostAt }: Loss, askedAt: number, receivedAt: number) {
  if (date === undefined) return undefined;
  return {
    from: date - (receivedAt - sentAt) - slackMilliseconds,
    to: date + secondMilliseconds - (askedAt - lostAt) + slackMilliseconds,
  };
}

/**
 * The end of an operation, or the result of a mutation, whose answer was lost, from the search for its effect.
 *
 * @param otherwise where the search says nothing
 */
export function outcomeOfSearch(search: SearchResult | undefined, otherwise = problem('OutcomeUnknown')): Outcome {
  if (typeof search === 'object') return search.outcome;
  if (search === 'one since') return { status: 'UNKNOWN', result: oneAlikeSince() };
  return { status: 'UNKNOWN', result: otherwise };
}
