import { creationOf, fitOf, isNearMiss, latestCreationOf, type Row } from '../effects/creation.js';
import type { Creation } from '../effects/effect.js';
import type { EffectMarker } from '../store/store.js';
import { overlapMilliseconds, type RowsBaseline } from './baseline.js';
import type { RowsSeen } from './read-rows.js';

/** An operation that waits for a new row, as far as rows are judged for it. */
export interface Awaited {
  readonly attempt: string;
  readonly principal: string;
  readonly effect: Creation;
  /** Absent: it could not be read. */
  readonly baseline?: RowsBaseline;
  /** When LinkCy sent the 202, by its own clock; absent: it did not tell. */
  readonly date?: number;
  /** How long LinkCy had the request before that, in milliseconds. */
  readonly heldMilliseconds: number;
  /** When its row can have been made at the latest, by LinkCy's clock. */
  readonly latest: number;
  /** Looked at once more after its end: a row that a later operation can have led to is not its own any more. */
  readonly isOver: boolean;
  readonly createdAt: number;
}

export type Verdict =
  /** This row is the effect: whoever claims it first has it. */
  | { readonly is: 'effect'; readonly row: Row }
  /** A write that could lead to the row is in flight, or an equal operation has taken one and may bring another. */
  | { readonly is: 'busy' }
  /** Something happened, and whose it is cannot be told. ambiguous: it may have been there before the approval. */
  | { readonly is: 'uncertain'; readonly ambiguous: boolean }
  | { readonly is: 'nothing' };

/** LinkCy's clock tells whole seconds. */
const secondMilliseconds = 1_000;

/**
 * Which row is the effect of an operation, if any: pure. A row counts when it is new, fits, is nobody's, and nothing else
 * that is open could have led to it.
 *
 * @param rivals what else is open in the group of the effect, or has a row and may still be approved, by attempt
 * @param claims whose the rows are already: attempts by the row's id in lower case
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
  const inDoubt = seen.rows.some((row) => isOpen(row) && isAmbiguous(row, awaited));
  const own = fitting.find((row) => others.every((rival) => !couldBeOf(rival, row, awaited, inDoubt)));
  if (own !== undefined) return { is: 'effect', row: own };
  const contested = fitting.some((row) => others.some((rival) => takesFrom(rival, row, awaited)));
  const nearMiss = fresh.some(
    (row) => isNearMiss(row, effect, payee) && !others.some((rival) => isWhatItAskedFor(rival, row, awaited)),
  );
  if (contested || nearMiss || seen.unreadable || inDoubt) return { is: 'uncertain', ambiguous: inDoubt };
  const owed = seen.rows.some((row) => {
    const owner = rivals.get(claims.get(row.wire.id.toLowerCase()) ?? '');
    return owner !== undefined && isNew(row, awaited) && isInterchangeable(owner, row, awaited);
  });
  return { is: owed ? 'busy' : 'nothing' };
}

/** Whether the row is just what a rival asked for: however near to ours, it needs no other explanation. */
function isWhatItAskedFor(rival: EffectMarker, row: Row, { baseline }: Awaited): boolean {
  return fitOf(row, rival.effect, rival.payee ?? baseline?.payee) !== undefined && creationOf(row) >= earliestOf(rival);
}

/**
 * Whether the rival, which has the row, asked for the same: the row may be what the user approved for us, and as long as
 * the rival can be approved its own is still to come. Until then nobody may be told that nothing was carried out.
 */
function isInterchangeable(rival: EffectMarker, row: Row, { effect, baseline, principal }: Awaited): boolean {
  const fit = fitOf(row, effect, baseline?.payee);
  const theirs = fitOf(row, rival.effect, rival.payee ?? baseline?.payee);
  return rival.principal === principal && fit !== undefined && fit === theirs;
}

/** Payees of two end users stand in lists of their own, however popular their account is. */
function canShareRow(one: Creation, other: Creation): boolean {
  if (one.kind !== 'beneficiary' || other.kind !== 'beneficiary') return true;
  const [mine, theirs] = [one.endUserId?.toLowerCase(), other.endUserId?.toLowerCase()];
  return mine === undefined || theirs === undefined || mine === theirs;
}

/**
 * Whether the row came after the baseline. LinkCy's clock is only compared with itself: what the baseline shows already,
 * but was made a second or more after the 202, was approved before we looked. What is made long after the time to
 * approve is somebody else's.
 */
export function isNew(row: Row, { baseline, date, latest }: Pick<Awaited, 'baseline' | 'date' | 'latest'>): boolean {
  const made = creationOf(row);
  if (made > latest) return false;
  const isAfterAnswer = date !== undefined && made >= date + secondMilliseconds;
  if (Number.isNaN(made) || baseline === undefined) return isAfterAnswer;
  if (baseline.ids.includes(row.wire.id.toLowerCase())) return isAfterAnswer;
  // Further back than the baseline was read, what is not in it may be old.
  return baseline.newest === undefined || made >= baseline.newest - overlapMilliseconds;
}

/**
 * Whether the row may be the effect or may be older, and nothing tells: what stood there when the baseline was read, or
 * may have, and was made while the request was on its way. LinkCy may make the row before it asks for the approval.
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
 * Whether the row may not be claimed because of the rival. Who has ended, or may have its row already, leaves to a later
 * operation what that can have led to: else the later one would be told that nothing was carried out.
 */
function couldBeOf(rival: EffectMarker, row: Row, awaited: Awaited, inDoubt: boolean): boolean {
  const { effect, baseline, principal, isOver, createdAt } = awaited;
  const theirs = fitOf(row, rival.effect, rival.payee ?? baseline?.payee);
  if (theirs === undefined) return false;
  if (takesFrom(rival, row, awaited)) return true;
  if (rival.state !== 'pending' || rival.principal !== principal) return false;
  if ((isOver || inDoubt) && rival.sentAt > createdAt && creationOf(row) >= earliestOf(rival)) return true;
  // A row goes to the operation that asked for most of what it shows.
  return theirs > (fitOf(row, effect, baseline?.payee) ?? 0);
}

/** Whether the row could be of a lost write, or of an operation of somebody else: then it is nobody's. */
function takesFrom(rival: EffectMarker, row: Row, { principal, baseline }: Awaited): boolean {
  if (fitOf(row, rival.effect, rival.payee ?? baseline?.payee) === undefined) return false;
  const isForeign = rival.state === 'pending' && rival.principal !== principal;
  return (isForeign || rival.state === 'lost') && creationOf(row) >= earliestOf(rival);
}

/** When the row of a rival can have been made at the earliest, by LinkCy's clock. */
function earliestOf({ date }: EffectMarker): number {
  return date === undefined ? -Infinity : date - overlapMilliseconds;
}

const oldestFirst = (one: Row, other: Row) => creationOf(one) - creationOf(other);
