import type { Anchor } from './cursor.js';
import type { Side } from './order.js';
import type { Snapshot } from './snapshot.js';

/**
 * Where the row of a cursor is in a snapshot. Rows before it have indexes below `start`, rows after it from `end` on; the
 * two are the same where the row itself is gone. `beside`: a neighbour is at `index`, but nothing on the row's other side.
 * `earlier` and `later`: outside, on that side. `unclear`: nothing here tells. `lost`: it was removed from among these
 * rows, but where is not to be told.
 */
export type Place =
  | { readonly kind: 'here'; readonly start: number; readonly end: number }
  | { readonly kind: 'beside'; readonly index: number }
  | { readonly kind: 'earlier' | 'later' | 'unclear' | 'lost' };

/**
 * Finds the row of a cursor, or, where it was removed, the gap that it left: between the last row that is proven to lie
 * before it and the first that is proven to lie after it. Proven by the sort key, or, where keys are equal or text, by
 * the neighbours that the cursor remembers, or by their ids once the page has shown that equal keys are sorted by id.
 * Rows in the gap that are none of the neighbours were added later, so a walk may give them or not.
 */
export function locate<Row>(anchor: Anchor, snapshot: Snapshot<Row>): Place {
  const index = snapshot.indexOf(anchor.id, anchor.key);
  if (index >= 0) return { kind: 'here', start: index, end: index + 1 };

  const before = new Set(anchor.before.marks);
  const after = new Set(anchor.after.marks);
  let lower = snapshot.atStart ? -1 : undefined;
  let upper = snapshot.atEnd ? snapshot.rows.length : undefined;
  for (let other = snapshot.rows.length - 1; other >= 0; other -= 1) {
    const side = sideOf(other);
    if (side === 'after') upper = other;
    if (side === 'before' && (lower === undefined || lower < other)) lower = other;
  }
  if (lower === undefined && upper === undefined) return { kind: 'unclear' };
  if (lower === undefined) {
    if (!isMarked(after, upper)) return { kind: 'earlier' };
    return isGoneBefore(anchor, snapshot, upper) ? gap(upper) : { kind: 'beside', index: upper };
  }
  if (upper === undefined) {
    if (!isMarked(before, lower)) return { kind: 'later' };
    return isGoneAfter(anchor, snapshot, lower) ? gap(lower + 1) : { kind: 'beside', index: lower };
  }
  if (lower >= upper) return { kind: 'lost' };

  // All rows in the gap came later if the neighbours on one of its sides are known without a hole.
  const adjoinsLower = lower + 1 === upper || anchor.before.complete || isMarked(before, lower);
  const adjoinsUpper = anchor.after.complete || isMarked(after, upper);
  if (!adjoinsLower && !adjoinsUpper) return { kind: 'lost' };
  return gap(adjoinsLower ? lower + 1 : upper);

  function sideOf(other: number): Side | undefined {
    const sure = snapshot.order.side(snapshot.keyAt(other), anchor.key);
    if (sure !== undefined) return sure;
    if (isMarked(before, other)) return 'before';
    if (isMarked(after, other)) return 'after';
    return snapshot.keyAt(other) === anchor.key ? sideById(other) : undefined;
  }

  function sideById(other: number): Side | undefined {
    const ascending = idsAscend(snapshot);
    if (ascending === undefined) return undefined;
    return snapshot.idAt(other) < anchor.id === ascending ? 'before' : 'after';
  }

  function isMarked(marks: ReadonlySet<string>, other: number | undefined): other is number {
    return (
      marks.size > 0 &&
      other !== undefined &&
      other >= 0 &&
      other < snapshot.rows.length &&
      marks.has(snapshot.markAt(other))
    );
  }
}

function gap(index: number): Place {
  return { kind: 'here', start: index, end: index };
}

/**
 * The row's neighbours on one side are here, those on the other side are not known or gone. If the row were still in the
 * list, out of sight, then all rows in sight on that side would have been added since, and as many removed further off as
 * the list has not grown by. Beyond so many at once, at this very place, it is taken as proven that the row was removed.
 */
const implausibleChanges = 30;

function isGoneAfter<Row>(anchor: Anchor, { offset, rows, total }: Snapshot<Row>, neighbour: number): boolean {
  const added = rows.length - 1 - neighbour;
  const growth = total - (offset + neighbour + 1) - (anchor.total - anchor.offset);
  return added >= implausibleChanges && added - growth >= implausibleChanges;
}

function isGoneBefore<Row>(anchor: Anchor, { offset, bound }: Snapshot<Row>, neighbour: number): boolean {
  const growth = offset + neighbour - (anchor.offset + 1);
  return bound === anchor.bound && neighbour >= implausibleChanges && neighbour - growth >= implausibleChanges;
}

/** Ten pairs in the same order by chance: one in four million. */
const convincingPairs = 10;

/** Whether rows with equal keys are sorted by id upwards (true) or downwards (false); undefined where the page shows neither. */
function idsAscend<Row>(snapshot: Snapshot<Row>): boolean | undefined {
  let [upwards, downwards] = [0, 0];
  for (let index = 1; index < snapshot.rows.length; index += 1) {
    if (snapshot.keyAt(index) !== snapshot.keyAt(index - 1)) continue;
    if (snapshot.idAt(index - 1) < snapshot.idAt(index)) upwards += 1;
    else downwards += 1;
  }
  if (upwards >= convincingPairs && downwards === 0) return true;
  return downwards >= convincingPairs && upwards === 0 ? false : undefined;
}
