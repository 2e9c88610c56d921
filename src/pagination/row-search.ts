import type { Anchor } from './cursor.js';
import type { Side } from './order.js';
import type { RowLocation } from './row-location.js';
import type { Snapshot } from './snapshot.js';

/** Windows that a search without direction reads, alternately on both sides. */
const scans = 6;
const scanStep = 80;
const seamLooks = 2;

type Missed = Exclude<RowLocation, { kind: 'here' }>;
type SearchDirection = 'earlier' | 'later';

/**
 * Chooses where to look next for a row that has moved. Rows come and go during the search too, so its bounds are hints,
 * dropped when they contradict each other. Only a page that shows the row is proof.
 */
export class RowSearch {
  private low = 0;
  private high: number | undefined;
  private stride = 10;
  private guesses = 0;
  private besideTried = false;
  private center: number | undefined;
  private scanned = 0;
  private seams = 0;

  constructor(private readonly anchor: Anchor) {}

  /** The next offset to read after a page without the row; undefined when the search is over. */
  next<Row>(snapshot: Snapshot<Row>, location: Missed): number | undefined {
    if (location.kind === 'lost') return undefined;
    if (location.kind === 'beside') return this.beside(snapshot.offset + location.index);
    const direction = location.kind === 'unclear' ? probableDirection(snapshot, this.anchor) : location.kind;
    return (
      this.guess(snapshot, direction) ??
      (direction === undefined ? this.scan(snapshot) : this.leap(snapshot, direction))
    );
  }

  /** One more read, with rows on both sides of the neighbour. */
  private beside(neighbour: number): number | undefined {
    const again = this.besideTried;
    this.besideTried = true;
    return again ? undefined : neighbour;
  }

  /**
   * Most rows are added at the start of a list: the row has moved by as much as the list has grown. If rows are added
   * anywhere, as in the order of names, it has moved in proportion.
   */
  private guess<Row>(
    { offset, total, rows, order }: Snapshot<Row>,
    direction: SearchDirection | undefined,
  ): number | undefined {
    const { anchor } = this;
    const guesses = [anchor.offset + total - anchor.total];
    if (!order.byDate || direction === undefined) guesses.push(Math.round((anchor.offset * total) / anchor.total));
    while (this.guesses < guesses.length) {
      const moved = Math.max(0, Math.min(total, guesses[this.guesses++] ?? 0));
      const fits =
        (direction !== 'later' && moved < offset) || (direction !== 'earlier' && moved >= offset + rows.length);
      if (fits) return (this.center = moved);
    }
    return undefined;
  }

  /** Equal keys tell no direction: read windows on both sides in turn. */
  private scan<Row>({ offset, rows }: Snapshot<Row>): number | undefined {
    this.center ??= offset + Math.floor(rows.length / 2);
    this.scanned += 1;
    if (this.scanned > scans) return undefined;
    const distance = Math.ceil(this.scanned / 2) * scanStep;
    return Math.max(0, this.center + (this.scanned % 2 === 1 ? distance : -distance));
  }

  /** Growing strides until the row is overtaken, then bisection. */
  private leap<Row>({ offset, rows, total }: Snapshot<Row>, direction: SearchDirection): number | undefined {
    const end = offset + rows.length;
    if (direction === 'later') this.low = Math.max(this.low, end);
    else this.high = Math.min(this.high ?? Infinity, offset);
    if (this.high !== undefined && this.low >= this.high) return this.seam(this.high);
    this.stride *= 4;
    const leap = direction === 'later' ? end + this.stride : offset - this.stride;
    if (leap > this.low && leap < (this.high ?? total)) return leap;
    return Math.floor((this.low + (this.high ?? total)) / 2);
  }

  /** The row belongs where two pages meet: read both sides of the seam in one page. */
  private seam(high: number): number | undefined {
    const seam = Math.floor((this.low + high) / 2);
    [this.low, this.high, this.stride] = [0, undefined, 10];
    this.seams += 1;
    return this.seams > seamLooks ? undefined : seam;
  }
}

/** For text: the direction that over 90 % of a page suggest in an English collation, whatever the list's own may be. */
function probableDirection<Row>(snapshot: Snapshot<Row>, anchor: Anchor): SearchDirection | undefined {
  const { length } = snapshot.rows;
  const sides = snapshot.rows.map((_, index) => snapshot.order.likelySide(snapshot.keyAt(index), anchor.key));
  const share = (side: Side) => sides.filter((one) => one === side).length / length;
  if (share('after') > 0.9) return 'earlier';
  return share('before') > 0.9 ? 'later' : undefined;
}
