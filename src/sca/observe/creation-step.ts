import { creationOf, fitOf, isNearMiss, latestCreationOf, type Row } from '../effects/creation.js';
import type { Creation } from '../effects/effect.js';
import type { EffectMarker } from '../store/store.js';
import { overlapMilliseconds, type RowsBaseline } from './baseline.js';
import type { RowsSeen } from './read-rows.js';

/** The part of an operation that matters when rows are judged for it. */
export interface Awaited {
  readonly attempt: string;
  readonly principal: string;
  readonly effect: Creation;
  /** Absent if it could not be read. */
  readonly baseline?: RowsBaseline;
  /** When LinkCy sent the 202, by its clock; absent if it did not say. */
  readonly date?: number;
  /** Milliseconds from sending the request to the 202. */
  readonly heldMilliseconds: number;
  /** Latest time at which its row can have been created, by LinkCy's clock. */
  readonly latest: number;
  /** It has ended and is looked at once more: rows that a later operation may have caused are left to that one. */
  readonly isOver: boolean;
  readonly createdAt: number;
}

type Verdict =
  /** This row is the effect. It belongs to the operation that claims it first. */
  | { readonly is: 'effect'; readonly row: Row }
  /**
   * Wait: a write that could have caused the row is in flight, an equal operation is about to claim it, or has a row and may
   * cause another.
   */
  | { readonly is: 'busy' }
  /** Something happened, but its cause is unclear. ambiguous: the row may be older than the approval. */
  | { readonly is: 'uncertain'; readonly ambiguous: boolean }
  | { readonly is: 'nothing' };

/** LinkCy's clock tells whole seconds. */
const secondMilliseconds = 1_000;

/**
 * Which row, if any, is the effect of an operation. Pure. A row counts if it is new, matches, is not claimed, and nothing else
 * that is open could have caused it.
 *
 * @param rivals other attempts in the effect's group that are open, or have a row and may still be approved, by attempt
 * @param claims attempts that own rows, by the row's id in lower case
 */
export function judge(
  awaited: Awaited,
  seen: RowsSeen,
  rivals: ReadonlyMap<string, EffectMarker>,
  claims: ReadonlyMap<string, string>,
): Verdict {
  const { effect, attempt } = awaited;
  const payee = awaited.baseline?.payee;
  const isOpen = ({ wire }: Row) => [undefined, attempt].includes(claims.get(wire.id.toLowerCase()));
  const fresh = seen.rows.filter((row) => isNew(row, awaited) && isOpen(row)).sort(oldestFirst);
  const fitting = fresh.filter((row) => fitOf(row, effect, payee) !== undefined);
  const others = [...rivals.values()].filter((rival) => canShareRow(rival.effect, effect));
  if (fitting.length > 0 && others.some(({ state }) => state === 'sending')) return { is: 'busy' };
  const doubtful = seen.rows.filter((row) => isOpen(row) && isAmbiguous(row, awaited));
  const inDoubt = doubtful.length > 0;
  const own = fitting.find((row) => others.every((rival) => !couldBeOf(rival, row, awaited, inDoubt)));
  if (own !== undefined) return { is: 'effect', row: own };
  const contested = fitting.some((row) => others.some((rival) => takesFrom(rival, row, awaited)));
  const nearMiss = fresh.some(
    (row) => isNearMiss(row, effect, payee) && !others.some((rival) => isWhatItAskedFor(rival, row, awaited)),
  );
  if (contested || nearMiss || seen.unreadable) return { is: 'uncertain', ambiguous: inDoubt };
  if (doubtful.some((row) => !others.some((rival) => willTake(rival, row, awaited))))
    return { is: 'uncertain', ambiguous: true };
  if (inDoubt) return { is: 'busy' };
  const owed = seen.rows.some((row) => {
    const owner = rivals.get(claims.get(row.wire.id.toLowerCase()) ?? '');
    return owner !== undefined && isNew(row, awaited) && isInterchangeable(owner, row, awaited);
  });
  return { is: owed ? 'busy' : 'nothing' };
}

/**
 * Whether the row came after the 202 of an operation of the same owner, which asked for it, too, and is still open: its next
 * look claims the row, or tells why not. There is no circle of such operations, for each has an earlier 202 than the one that
 * waits for it.
 */
function willTake(rival: EffectMarker, row: Row, awaited: Awaited): boolean {
  const { state, principal, date = Infinity } = rival;
  if (state !== 'pending' || principal !== awaited.principal) return false;
  return creationOf(row) >= date + secondMilliseconds && theirFit(rival, row, awaited) !== undefined;
}

/** Whether the row is exactly what a rival asked for: then it is no near miss of ours. */
function isWhatItAskedFor(rival: EffectMarker, row: Row, awaited: Awaited): boolean {
  return theirFit(rival, row, awaited) !== undefined && creationOf(row) >= earliestOf(rival);
}

/**
 * Whether the rival that owns the row asked for the same. The row may come from our approval, and the rival's own may still
 * come. Until the rival can no longer be approved, we must not say that nothing was carried out.
 */
function isInterchangeable(rival: EffectMarker, row: Row, awaited: Awaited): boolean {
  const fit = fitOf(row, awaited.effect, awaited.baseline?.payee);
  return rival.principal === awaited.principal && fit !== undefined && fit === theirFit(rival, row, awaited);
}

/** Two end users have separate lists of payees, even for the same account. */
function canShareRow(one: Creation, other: Creation): boolean {
  if (one.kind !== 'beneficiary' || other.kind !== 'beneficiary') return true;
  const [mine, theirs] = [one.endUserId?.toLowerCase(), other.endUserId?.toLowerCase()];
  return mine === undefined || theirs === undefined || mine === theirs;
}

/**
 * Whether the row came after the baseline. LinkCy's clock is compared with itself only: a row that the baseline shows but that
 * was created a second or more after the 202 was approved before the baseline was read. A row created long after the approval
 * expired is somebody else's.
 */
export function isNew(row: Row, { baseline, date, latest }: Pick<Awaited, 'baseline' | 'date' | 'latest'>): boolean {
  const made = creationOf(row);
  if (made > latest) return false;
  const isAfterAnswer = date !== undefined && made >= date + secondMilliseconds;
  if (Number.isNaN(made) || baseline === undefined) return isAfterAnswer;
  if (baseline.ids.includes(row.wire.id.toLowerCase())) return isAfterAnswer;
  // Further back than the baseline was read: the row may be old.
  return baseline.newest === undefined || made >= baseline.newest - overlapMilliseconds;
}

/**
 * Whether the row may be the effect or may be older: it was, or may have been, there when the baseline was read, and was created
 * between our sending and the 202. LinkCy may create the row before it asks for the approval.
 */
export function isAmbiguous(row: Row, { effect, baseline, date, heldMilliseconds, latest }: Awaited): boolean {
  if (creationOf(row) > latest) return false;
  const stoodThere = baseline?.ids.includes(row.wire.id.toLowerCase());
  const fits = fitOf(row, effect, baseline?.payee) !== undefined;
  const isAlike = fits || (stoodThere !== true && isNearMiss(row, effect, baseline?.payee));
  if (Number.isNaN(creationOf(row))) return isAlike;
  if (!isAlike || stoodThere === false) return false;
  if (date === undefined) return true;
  return latestCreationOf(row) >= date - heldMilliseconds && creationOf(row) < date + secondMilliseconds;
}

/**
 * Whether the row must not be claimed because of the rival. An operation that has ended, or may have its row already, leaves
 * rows to a later operation that could have caused them, so that the later one is not told that nothing was carried out.
 */
function couldBeOf(rival: EffectMarker, row: Row, awaited: Awaited, inDoubt: boolean): boolean {
  const { effect, baseline, principal, isOver, createdAt } = awaited;
  const theirs = theirFit(rival, row, awaited);
  if (theirs === undefined) return false;
  if (takesFrom(rival, row, awaited)) return true;
  if (rival.state !== 'pending' || rival.principal !== principal) return false;
  if ((isOver || inDoubt) && rival.sentAt > createdAt && creationOf(row) >= earliestOf(rival)) return true;
  // A row goes to the operation that asked for the most of it.
  return theirs > (fitOf(row, effect, baseline?.payee) ?? 0);
}

/** Whether a lost write or somebody else's operation could have caused the row: then nobody claims it. */
function takesFrom(rival: EffectMarker, row: Row, awaited: Awaited): boolean {
  if (theirFit(rival, row, awaited) === undefined) return false;
  const isForeign = rival.state === 'pending' && rival.principal !== awaited.principal;
  return (isForeign || rival.state === 'lost') && creationOf(row) >= earliestOf(rival);
}

/** How much of what the rival asked for the row shows; undefined if it is not its effect. */
function theirFit(rival: EffectMarker, row: Row, { baseline }: Awaited): number | undefined {
  return fitOf(row, rival.effect, rival.payee ?? baseline?.payee);
}

/** Earliest creation time of a rival's row, by LinkCy's clock. */
function earliestOf({ date }: EffectMarker): number {
  return date === undefined ? -Infinity : date - overlapMilliseconds;
}

const oldestFirst = (one: Row, other: Row) => creationOf(one) - creationOf(other);
