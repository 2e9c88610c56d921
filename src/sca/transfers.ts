import { linkcyApi } from '../linkcy/api.js';
import { LinkcyClient, type Caller } from '../linkcy/client.js';
import { LinkcyError } from '../linkcy/error.js';
import type { Transport } from '../linkcy/http/transport.js';
import { isUnauthenticated } from '../graph/problems/problem-of.js';
import { sleep, type Clock } from './clock.js';
import { lookOf, ownTransaction, transactionsLike, type TransferWindow } from './reconciliation.js';
import type { TransferTrace } from './operation-request.js';
import { notesKeptMilliseconds, type ScaStore } from './store/store.js';

/** One transfer among all that look the same. */
export interface TransferAttempt {
  readonly trace: TransferTrace;
  readonly attempt: string;
}

/** What the search for a lost transfer came to. */
export type Search = { readonly transactionId: string } | 'not found' | 'no answer' | 'token';

/** When to look, in milliseconds after the answer was lost: LinkCy may still be at it. */
const looks = [200, 800, 2_000];
/** The time for all looks: with the write before it, it must fit into the time of a mutation. */
const searchMilliseconds = 10_000;

/** Keeps apart the transfers that look the same, and finds the one whose answer was lost. */
export class Transfers {
  constructor(
    private readonly transport: Transport,
    private readonly store: ScaStore,
    private readonly clock: Clock,
  ) {}

  /** Before it is sent, and again whenever it is known how long it can still be carried out. */
  async expect({ trace, attempt }: TransferAttempt, until: number): Promise<void> {
    await this.store.noteTransfer(lookOf(trace), attempt, { until });
  }

  /** It was not carried out, and will not be. */
  async cancel({ trace, attempt }: TransferAttempt): Promise<void> {
    await this.store.noteTransfer(lookOf(trace), attempt, undefined);
  }

  /** It was carried out, as this transaction. */
  async found({ trace, attempt }: TransferAttempt, transactionId: string): Promise<void> {
    const note = { until: this.clock.now(), transactionId: transactionId.toLowerCase() };
    await this.store.noteTransfer(lookOf(trace), attempt, note);
  }

  /** Its answer was lost: looks for it with the caller's token, several times. Never throws a LinkcyError. */
  async search(transfer: TransferAttempt, window: TransferWindow, caller: Caller): Promise<Search> {
    // Without the notes of that time, a transfer of the same look could be taken for this one.
    if (this.clock.now() > window.from + notesKeptMilliseconds / 2) return 'not found';
    const { authorization, requestId } = caller;
    const deadline = performance.now() + searchMilliseconds;
    const linkcy = linkcyApi(new LinkcyClient(this.transport, { authorization, requestId, deadline }));
    let search: Search = 'no answer';
    for (const pause of looks) {
      await sleep(this.clock, pause);
      const look = await this.look(transfer, window, linkcy);
      if (look !== 'no answer') search = look;
      if (typeof look === 'object' || look === 'token') break;
    }
    if (typeof search === 'object') await this.found(transfer, search.transactionId);
    return search;
  }

  private async look(
    { trace, attempt }: TransferAttempt,
    window: TransferWindow,
    linkcy: ReturnType<typeof linkcyApi>,
  ): Promise<Search> {
    try {
      const found = await transactionsLike(linkcy, trace, window);
      const notes = await this.store.transferNotes(lookOf(trace));
      const others = [...notes].filter(([other]) => other !== attempt).map(([, note]) => note);
      const transactionId = ownTransaction(found ?? [], window, others);
      return transactionId === undefined ? 'not found' : { transactionId };
    } catch (error) {
      if (!(error instanceof LinkcyError)) throw error;
      return isUnauthenticated(error) ? 'token' : 'no answer';
    }
  }
}
