import { nearestCentres, type Products, SAMPLES_A_CENTRE, sphericalMeans } from '@kindred/similarity';
import type { PackVectors, RowSelection, RowWatcher } from './pack-vectors';
import { RowLists } from './row-lists';

/** Lists that a query is compared with. */
const PROBES = 16;
/** Rows in further lists for each answer that is wanted: not all rows near a centre are near the query. */
const ROWS_AN_ANSWER = 4;
/** As many lists as it takes to find the nearest ones about as fast as what is in them. */
const LISTS_A_ROOT = 2;
/** A pack that has grown by this factor gets other lists. */
const GROWTH = 2;
/** Rows that are put into lists at once: a few milliseconds' work. */
const ROWS_A_STEP = 256;
/** Share of the rows that may wait for their list before searching everything is faster. */
const MOST_WAITING = 0.25;

type Multiplying = Pick<Products, 'of'>;

/**
 * Inverted lists over the rows of a large pack, after Sivic and Zisserman (2003): each row is in the list of the
 * nearest of some centres, and a query is compared with the rows in the lists that are nearest to it. Rows that were
 * just written wait outside of the lists and are compared with every query, so that nothing new is ever missed.
 */
export class NearLists implements RowWatcher {
  private centres: Float32Array | null = null;
  private lists = new RowLists(0);
  /** The number of the list of waiting rows, after those of the centres. */
  private waiting = 0;
  private sizeAtStart = 0;

  /** @param exactUpTo rows up to which a pack has no lists. */
  constructor(
    private readonly vectors: PackVectors,
    private readonly exactUpTo: number,
  ) {}

  /** Whether the pack has become so large that it should have (other) lists. */
  get wanted(): boolean {
    const { size } = this.vectors;
    return size > this.exactUpTo && size >= GROWTH * this.sizeAtStart;
  }

  /** Finds centres, while rows may come and go; all rows wait for their list then. */
  async start(products: Multiplying): Promise<void> {
    const { vectors } = this;
    this.sizeAtStart = vectors.size;
    const count = Math.round(LISTS_A_ROOT * Math.sqrt(vectors.size));
    const sample = vectors.copyOf(evenly(vectors.size, count * SAMPLES_A_CENTRE));
    this.centres = await sphericalMeans(products, sample, vectors.dimension, count);
    this.lists = new RowLists(count + 1);
    this.waiting = count;
    for (let row = 0; row < vectors.size; row += 1) this.added(row);
    vectors.watcher = this;
  }

  /** Puts some of the waiting rows into their lists; no row may change meanwhile. False when none waits. */
  async fileSome(products: Multiplying): Promise<boolean> {
    const rows = this.lists.rowsOf(this.waiting).slice(-ROWS_A_STEP);
    if (this.centres === null || rows.length === 0) return false;
    const { dimension } = this.vectors;
    const nearest = await nearestCentres(products, this.vectors.copyOf(rows), dimension, this.centres, 1);
    for (const [place, row] of rows.entries()) this.lists.move(row, nearest[place]!);
    return true;
  }

  /**
   * The rows that a query is compared with when it wants `count` answers, or null when it should be compared with all.
   * No row may change meanwhile.
   */
  async near(products: Multiplying, query: Float32Array, count: number): Promise<RowSelection | null> {
    if (this.centres === null) return null;
    const { dimension, size } = this.vectors;
    const waiting = this.lists.rowsOf(this.waiting);
    if (waiting.length > MOST_WAITING * size) return null;
    const lists = this.centres.length / dimension;
    const probes = PROBES + Math.ceil((ROWS_AN_ANSWER * count * lists) / size);
    const nearest = await nearestCentres(products, query, dimension, this.centres, Math.min(probes, lists));
    const rows = [...waiting];
    for (const list of nearest) for (const row of this.lists.rowsOf(list)) rows.push(row);
    return this.vectors.chosen(rows);
  }

  added(row: number): void {
    this.lists.add(row, this.waiting);
  }

  changed(row: number): void {
    this.lists.move(row, this.waiting);
  }

  removed(row: number): void {
    this.lists.remove(row);
  }

  renumbered(from: number, to: number): void {
    this.lists.renumber(from, to);
  }
}

/** At most `count` of so many rows, evenly spread. */
function evenly(rows: number, count: number): Uint32Array {
  if (rows <= count) return Uint32Array.from({ length: rows }, (_, row) => row);
  return Uint32Array.from({ length: count }, (_, place) => Math.floor((place * rows) / count));
}
