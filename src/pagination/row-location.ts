import type { Anchor } from './cursor.js';
import type { Side } from './order.js';
import type { Snapshot } from './snapshot.js';

/**
 * Where the row of a cursor is, as far as one page shows.
 * - `here`: rows before it have indexes below `start`, rows after it have indexes from `end`; equal if the row itself
 * was removed.
 * - `beside`: one neighbour is at `index`, and the row would be on its `way` side, where the page ends.
 * - `earlier`, `later`: outside this page, on that side.
 * - `unclear`: the page does not tell.
 * - `lost`: it was removed from among these rows, at an unknown position.
 */
export type RowLocation =
  | { readonly kind: 'here'; readonly start: number; readonly end: number }
  | { readonly kind: 'beside'; readonly index: number; readonly way: 'earlier' | 'later' }
  | { readonly kind: 'earlier' | 'later' | 'unclear' | 'lost' };

/**
 * Finds the row of a cursor, or the gap that it left: between the last row proven to lie before it and the first proven
 * to lie after it. Proof is the sort key; for equal keys and text, the neighbours that the cursor remembers, or the ids
 * if the page shows that equal keys are sorted by id. Other rows in the gap were added later, so a walk may return or
 * omit them.
 */
export function locateRow<Row>(anchor: Anchor, snapshot: Snapshot<Row>): RowLocation {
  const index = snapshot.indexOf(anchor.id, anchor.key);
  const neighbours = { before: new Set(anchor.before.fingerprints), after: new Set(anchor.after.fingerprints) };
  if (index >= 0 && !hasMoved()) return { kind: 'here', start: index, end: index + 1 };

  const ascending = once(() => idsAscend(snapshot));
  let lower = snapshot.atStart ? -1 : undefined;
  let upper = snapshot.atEnd ? snapshot.rows.length : undefined;
  for (let other = snapshot.rows.length - 1; other >= 0; other -= 1) {
    const side = sideOf(other);
    if (side === 'after') upper = other;
    if (side === 'before' && (lower === undefined || lower < other)) lower = other;
  }
  if (lower === undefined) {
    if (upper === undefined) return { kind: 'unclear' };
    if (!isNeighbour('after', upper)) return { kind: 'earlier' };
    return isGoneBefore(anchor, snapshot, upper) ? gap(upper) : { kind: 'beside', index: upper, way: 'earlier' };
  }
  if (upper === undefined) {
    if (!isNeighbour('before', lower)) return { kind: 'later' };
    return isGoneAfter(anchor, snapshot, lower) ? gap(lower + 1) : { kind: 'beside', index: lower, way: 'later' };
  }
  if (lower >= upper) return { kind: 'lost' };

  // If all neighbours on one side are known, whatever else is in the gap came later: on that side the gap begins.
  if (lower + 1 === upper || anchor.before.complete || isNeighbour('before', lower)) return gap(lower + 1);
  return anchor.after.complete || isNeighbour('after', upper) ? gap(upper) : { kind: 'lost' };

  /** Whether most neighbours are on the wrong side of the row: some lists reorder equal keys on updates. */
  function hasMoved(): boolean {
    if (isNeighbour('before', index - 1) || isNeighbour('after', index + 1)) return false;
    const sides = snapshot.rows.map((_, other) => {
      if (isNeighbour('before', other)) return other < index;
      return isNeighbour('after', other) ? other > index : undefined;
    });
    return sides.filter((right) => right === false).length > sides.filter((right) => right === true).length;
  }

  function sideOf(other: number): Side | undefined {
    if (other === index) return undefined;
    const key = snapshot.keyAt(other);
    const sure = snapshot.order.side(key, anchor.key);
    if (sure !== undefined) return sure;
    if (isNeighbour('before', other)) return 'before';
    if (isNeighbour('after', other)) return 'after';
    if (key !== anchor.key || ascending() === undefined) return undefined;
    return snapshot.idAt(other) < anchor.id === ascending() ? 'before' : 'after';
  }

  function isNeighbour(side: Side, other: number): boolean {
    return (
      neighbours[side].size > 0 &&
      other >= 0 &&
      other < snapshot.rows.length &&
      neighbours[side].has(snapshot.fingerprintAt(other))
    );
  }
}

function gap(index: number): RowLocation {
  return { kind: 'here', start: index, end: index };
}

/**
 * If the row still existed further on, at least this many rows would have been inserted here and as many deleted beyond
 * (less the growth of the list). We treat that as impossible and conclude that the row was deleted.
 */
const impossiblyMany = 30;

function isGoneAfter<Row>(anchor: Anchor, { offset, rows, total }: Snapshot<Row>, neighbour: number): boolean {
  const added = rows.length - 1 - neighbour;
  const growth = total - (offset + neighbour + 1) - (anchor.total - anchor.offset);
  return added >= impossiblyMany && added - growth >= impossiblyMany;
}

function isGoneBefore<Row>(anchor: Anchor, { offset, dateBound }: Snapshot<Row>, neighbour: number): boolean {
  const growth = offset + neighbour - (anchor.offset + 1);
  return dateBound === anchor.dateBound && neighbour >= impossiblyMany && neighbour - growth >= impossiblyMany;
}

/** Equal keys are in the order of their ids by chance in fewer than one of this many pages. */
const convincing = 4_000_000;

/**
 * Whether rows with equal keys are sorted by id, ascending (true) or descending (false); undefined if neither is
 * proven.
 */
function idsAscend<Row>(snapshot: Snapshot<Row>): boolean | undefined {
  const directions = new Set<boolean>();
  let [orders, equals] = [1, 1];
  for (let index = 1; index < snapshot.rows.length; index += 1) {
    equals = snapshot.keyAt(index) === snapshot.keyAt(index - 1) ? equals + 1 : 1;
    if (equals > 1) directions.add(snapshot.idAt(index - 1) < snapshot.idAt(index));
    // The number of orders that the equal rows of this page could have.
    orders *= equals;
  }
  return orders >= convincing && directions.size === 1 ? directions.has(true) : undefined;
}

function once<Value>(compute: () => Value): () => Value {
  let computed: { readonly value: Value } | undefined;
  return () => (computed ??= { value: compute() }).value;
}
