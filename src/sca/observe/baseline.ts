import { LinkcyApi } from '../../linkcy/api.js';
import { LinkcyClient, type Caller } from '../../linkcy/client.js';
import { LinkcyError } from '../../linkcy/error.js';
import type { Transport } from '../../linkcy/http/transport.js';
import { readObject, seenIn, type Seen } from '../effects/change.js';
import { creationOf, fitOf, isNearMiss, listOf, type Row, type Scope } from '../effects/creation.js';
import { isCreation, type Change, type Creation, type Effect } from '../effects/effect.js';
import type { Payee } from '../effects/transaction.js';
import { readRows } from './read-rows.js';

/** What LinkCy showed when the user was asked. An effect is a difference from it. */
export type Baseline = RowsBaseline | ObjectBaseline;

export interface RowsBaseline {
  readonly kind: 'rows';
  readonly scope: Scope;
  /** Ids of the rows that match or nearly match, in lower case. */
  readonly ids: readonly string[];
  /** Creation time of the newest row, by LinkCy's clock; absent if the list was empty. */
  readonly newest?: number;
  readonly payee?: Payee;
}

interface ObjectBaseline {
  readonly kind: 'object';
  readonly seen: Seen;
}

/** Time limit of the one try. The client waits for its ScaPending meanwhile. */
const baselineMilliseconds = 8_000;

/** Lists are read this far behind the baseline's newest row, because concurrent rows can appear out of order. */
export const overlapMilliseconds = 60_000;

/** Reads the baseline; undefined if that fails: then only rows that LinkCy dates after the 202 count. */
export async function baselineOf(
  transport: Transport,
  effect: Effect,
  { authorization, requestId }: Caller,
): Promise<Baseline | undefined> {
  const caller = { authorization, requestId, deadline: performance.now() + baselineMilliseconds };
  try {
    return await (isCreation(effect)
      ? rowsBaseline(transport, effect, caller)
      : objectBaseline(transport, effect, caller));
  } catch (error) {
    if (error instanceof LinkcyError) return undefined;
    throw error;
  }
}

async function rowsBaseline(transport: Transport, effect: Creation, caller: Caller): Promise<Baseline | undefined> {
  const payee = await payeeOf(transport, effect, caller);
  // The caller's whole list if one page is enough, so that many operations share a look.
  const all = await readRows(transport, caller, listOf(effect, 'all'), backFromNewest, 1).catch(ifTold);
  const scope = all?.complete === true ? 'all' : 'own';
  const seen = scope === 'all' ? all : await readRows(transport, caller, listOf(effect, 'own'), backFromNewest);
  if (seen?.complete !== true) return undefined;
  const known = seen.rows.filter((row) => fitOf(row, effect, payee) !== undefined || isNearMiss(row, effect, payee));
  const ids = known.map(({ wire }) => wire.id.toLowerCase());
  return { kind: 'rows', scope, ids, newest: newestOf(seen.rows), payee };
}

async function objectBaseline(transport: Transport, change: Change, caller: Caller): Promise<Baseline> {
  return {
    kind: 'object',
    seen: seenIn(await readObject(new LinkcyApi(new LinkcyClient(transport, caller)), change), change),
  };
}

/** A caller who may not see the whole list may still see a part of it. */
function ifTold(error: unknown): undefined {
  if (!(error instanceof LinkcyError)) throw error;
}

/** How the payee appears in the list of transactions. Throws a LinkcyError. */
export async function payeeOf(transport: Transport, effect: Creation, caller: Caller): Promise<Payee | undefined> {
  if (effect.kind !== 'transaction' || !('beneficiaryId' in effect.receiver)) return undefined;
  const linkcy = new LinkcyApi(new LinkcyClient(transport, caller));
  const { linkcyLedgerId, iban } = await linkcy.beneficiaries.get(effect.receiver.beneficiaryId);
  return { ledgerId: linkcyLedgerId ?? undefined, iban: iban ?? undefined };
}

const backFromNewest = (rows: readonly Row[]) => {
  const newest = newestOf(rows);
  return newest === undefined ? undefined : newest - overlapMilliseconds;
};

function newestOf(rows: readonly Row[]): number | undefined {
  const times = rows.map(creationOf).filter(Number.isFinite);
  return times.length === 0 ? undefined : Math.max(...times);
}
