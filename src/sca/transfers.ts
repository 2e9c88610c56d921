import { linkcyApi } from '../linkcy/api.js';
import { LinkcyClient, type Caller } from '../linkcy/client.js';
import { LinkcyError } from '../linkcy/error.js';
import type { Transport } from '../linkcy/http/transport.js';
import { sleep, type Clock } from './clock.js';
import type { Operation } from './operation.js';
import { isUnauthenticated } from './problem-of.js';
import { ownTransaction, transferFingerprint, transactionsLike, type TransferWindow } from './reconciliation.js';
import type { TransferTrace } from './operation-request.js';
import { markersKeptMilliseconds, type ScaStore } from './store/store.js';

/** How long a write may be in flight at most, its wait in line included. */
export const longestWriteMilliseconds = 60_000;

/** One transfer among all with its fingerprint. */
export interface TransferAttempt {
  readonly id: string;
  /** Without a trace it is no movement of money, and there is nothing to keep apart. */
  readonly request: { readonly transfer?: TransferTrace };
}

/** What the search for a lost transfer came to. */
export type Search = { readonly transactionId: string } | 'not found' | 'no answer' | 'token';

/** When to look, in milliseconds after the answer was lost: LinkCy may still be at it. */
const pauses = [200, 800, 2_000];
/** The time for all of them: with the write before it, it must fit into the time of a mutation. */
const searchMilliseconds = 10_000;

/** Keeps apart the transfers with the same fingerprint, and finds the one whose answer was lost. */
export class Transfers {
  constructor(
    private readonly transport: Transport,
    private readonly store: ScaStore,
    private readonly clock: Clock,
  ) {}

  /** Before it is sent, and again whenever it is known how long it can still be carried out. */
  async expect({ id, request: { transfer } }: TransferAttempt, until: number): Promise<void> {
    if (transfer !== undefined) await this.store.markTransfer(transferFingerprint(transfer), id, { until });
  }

  /** It was not carried out, and will not be. */
  async cancel({ id, request: { transfer } }: TransferAttempt): Promise<void> {
    if (transfer !== undefined) await this.store.markTransfer(transferFingerprint(transfer), id, undefined);
  }

  /** It was carried out, as this transaction. */
  async found({ id, request: { transfer } }: TransferAttempt, transactionId: string): Promise<void> {
    if (transfer === undefined) return;
    const marker = { until: this.clock.now(), transactionId: transactionId.toLowerCase() };
    await this.store.markTransfer(transferFingerprint(transfer), id, marker);
  }

  /** What is known of it once its operation is over. */
  async finalize({ transfer, attempt: id, status, result }: Operation): Promise<void> {
    const own: TransferAttempt = { id, request: { transfer } };
    if (result?.kind === 'payload') await this.found(own, result.uuid);
    else if (status === 'UNKNOWN') await this.expect(own, this.clock.now());
    else await this.cancel(own);
  }

  /** Its answer was lost: looks for it with the caller's token, several times. Never throws a LinkcyError. */
  async search(transfer: TransferAttempt, window: TransferWindow, caller: Caller): Promise<Search> {
    const { transfer: trace } = transfer.request;
    // Without the markers of that time, another transfer with this fingerprint could be taken for this one.
    if (trace === undefined || this.clock.now() > window.from + markersKeptMilliseconds / 2) return 'not found';
    const { authorization, requestId } = caller;
    const deadline = performance.now() + searchMilliseconds;
    const linkcy = linkcyApi(new LinkcyClient(this.transport, { authorization, requestId, deadline }));
    let search: Search = 'no answer';
    for (const pause of pauses) {
      await sleep(this.clock, pause);
      const look = await this.look(trace, transfer.id, window, linkcy);
      if (look !== 'no answer') search = look;
      if (typeof look === 'object' || look === 'token') break;
    }
    if (typeof search === 'object') await this.found(transfer, search.transactionId);
    return search;
  }

  private async look(
    trace: TransferTrace,
    attempt: string,
    window: TransferWindow,
    linkcy: ReturnType<typeof linkcyApi>,
  ): Promise<Search> {
    try {
      const found = await transactionsLike(linkcy, trace, window);
      const markers = await this.store.transferMarkers(transferFingerprint(trace));
      const others = [...markers].filter(([other]) => other !== attempt).map(([, marker]) => marker);
      const transactionId = ownTransaction(found ?? [], window, others);
      return transactionId === undefined ? 'not found' : { transactionId };
    } catch (error) {
      if (!(error instanceof LinkcyError)) throw error;
      return isUnauthenticated(error) ? 'token' : 'no answer';
    }
  }
}
