/** Rows from offset `from` up to, but not including, `to`; offsets are counted from 0. */
interface RowRange {
  readonly from: number;
  readonly to: number;
}

export interface PageCoordinates {
  readonly page: number;
  readonly pageSize: number;
}

export interface PageLimits {
  readonly maximumPage: number;
  readonly maximumPageSize: number;
}

/** Extra rows on each side of a range, as rows may have come or gone since the offsets were read. */
export interface Overscan {
  readonly before: number;
  readonly after: number;
}

/** The number of rows that numbered pages reach. */
export function reach({ maximumPage, maximumPageSize }: PageLimits): number {
  return (maximumPage + 1) * maximumPageSize;
}

/**
 * Up to this offset, two adjacent rows are always on one page of some size. Beyond it, all remaining page sizes may
 * have a border at the same row.
 */
export function smoothReach({ maximumPage, maximumPageSize }: PageLimits): number {
  return maximumPage * (maximumPageSize - 2);
}

/**
 * The best single page for a range: it contains the row `pin`, then as much of the range as possible, then overscan on
 * both sides, and is as small as possible. Pages start at multiples of their size, so all sizes are tried. Undefined if
 * no page reaches the pin.
 */
export function bestPage(
  pin: number,
  range: RowRange,
  overscan: Overscan,
  limits: PageLimits,
): PageCoordinates | undefined {
  let best: { page: number; pageSize: number; covered: number; spared: number } | undefined;
  for (let pageSize = 1; pageSize <= limits.maximumPageSize; pageSize += 1) {
    const page = Math.floor(pin / pageSize);
    if (page > limits.maximumPage) continue;
    const [from, to] = [page * pageSize, (page + 1) * pageSize];
    const covered = Math.min(to, range.to) - Math.max(from, range.from);
    const before = from === 0 ? 1 : share(range.from - from, overscan.before);
    const after = share(to - range.to, overscan.after);
    const spared = Math.min(before, after) + (before + after) / 100;
    const better = !best || covered > best.covered || (covered === best.covered && spared > best.spared);
    if (better) best = { page, pageSize, covered, spared };
  }
  return best && { page: best.page, pageSize: best.pageSize };
}

function share(count: number, wanted: number): number {
  return wanted === 0 ? 1 : Math.max(0, Math.min(1, count / wanted));
}
