import { KindredError } from '@kindred/domain';
import { type ExitGate, Products } from '@kindred/similarity';
import { findNeighbours } from './search/find-neighbours';
import { PackVectors } from './search/pack-vectors';
import { type StoredPack, type StoredVector, VectorDatabase } from './storage/vector-database';
import type { Change, NeighbourRequest, PackedEntries, PackedNeighbours } from './thread/messages';
import { packEntries, packNeighbours } from './thread/packing';

export interface StoredIndexOptions {
  readonly file: string;
  /** Processors that one search may use. */
  readonly searchThreads: number;
  readonly gate: ExitGate;
}

/** The index as its thread holds it: everything in the database, and what is searched in memory as well. */
export class StoredIndex {
  private readonly packs = new Map<string, StoredPack>();
  /** By the pack's name; complete once all vectors are read from the database. */
  private readonly memory = new Map<string, PackVectors>();
  private complete = false;
  private readUpTo = 0;

  private constructor(
    private readonly database: VectorDatabase,
    private readonly products: Products,
  ) {
    for (const pack of database.packs()) this.packs.set(pack.name, pack);
  }

  /** @throws KindredError when the database cannot be opened (see `VectorDatabase.open`). */
  static async open({ file, searchThreads, gate }: StoredIndexOptions): Promise<StoredIndex> {
    const products = await Products.open(searchThreads, gate);
    try {
      return StoredIndex.over(file, products);
    } catch (error) {
      await products.close();
      throw error;
    }
  }

  /** The same with products that are this index's from now on. */
  static over(file: string, products: Products): StoredIndex {
    const database = VectorDatabase.open(file);
    try {
      return new StoredIndex(database, products);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /**
   * Reads some more of what is searched into memory; true while there is more. Changes may be written in between:
   * they go to the memory too, and what is read later is as they left it.
   */
  readOn(): boolean {
    if (this.complete) return false;
    const rows = this.database.readOn(this.packs.values(), this.readUpTo);
    for (const { pack, face, vector } of rows) this.vectorsOf(pack).set(face, new Float32Array(vector));
    this.readUpTo = rows.at(-1)?.place ?? this.readUpTo;
    this.complete = rows.length === 0;
    return !this.complete;
  }

  /** Does these changes in order, all in one transaction; returns why each was refused, or null. */
  write(changes: readonly Change[]): (KindredError | null)[] {
    const outcomes = this.plan(changes);
    const accepted = changes.filter((_, index) => outcomes[index] === null);
    const added: StoredPack[] = [];
    this.database.transaction(() => {
      for (const change of accepted) this.store(change, added);
    });
    for (const pack of added) this.packs.set(pack.name, pack);
    for (const change of accepted) this.remember(change);
    return outcomes;
  }

  get(name: string, faces: readonly string[]): PackedEntries {
    const pack = this.packs.get(name);
    if (!pack) return packEntries([], 0);
    const rows = [...new Set(faces)].flatMap((face) => this.database.get(pack, face) ?? []);
    return packEntries(rows, pack.dimension);
  }

  page(name: string, after: string, limit: number): PackedEntries {
    const pack = this.packs.get(name);
    const rows: StoredVector[] = pack ? this.database.page(pack, after, limit) : [];
    return packEntries(rows, pack?.dimension ?? 0);
  }

  async neighbours({
    pack,
    queries,
    count,
    minimumSimilarity,
    among,
  }: NeighbourRequest): Promise<PackedNeighbours> {
    const { dimension, values } = queries;
    const known = this.packs.get(pack);
    if (!known) return packNeighbours(Array.from({ length: values.length / dimension }, () => []));
    if (known.dimension !== dimension) throw wrongDimension(known, dimension, 'A query');
    while (this.readOn());
    const vectors = this.vectorsOf(known);
    const selection = among ? vectors.among(among) : vectors.all();
    const search = { dimension, queries: values, count, minimumSimilarity };
    return packNeighbours(await findNeighbours(this.products, selection, search));
  }

  count(name: string): number {
    const pack = this.packs.get(name);
    return pack ? this.database.count(pack) : 0;
  }

  async close(): Promise<void> {
    this.database.close();
    await this.products.close();
  }

  private plan(changes: readonly Change[]): (KindredError | null)[] {
    const dimensions = new Map<string, StoredPack | Omit<StoredPack, 'id'>>(this.packs);
    return changes.map((change) => {
      if (change.kind !== 'upsert') return null;
      const { dimension } = change.vectors;
      const pack = dimensions.get(change.pack);
      if (!pack) dimensions.set(change.pack, { name: change.pack, dimension });
      return !pack || pack.dimension === dimension
        ? null
        : wrongDimension(pack, dimension, `The vector of ${change.faces[0]}`);
    });
  }

  private store(change: Change, added: StoredPack[]): void {
    if (change.kind === 'deleteEverywhere') {
      for (const face of change.faces) this.database.deleteEverywhere(face);
      return;
    }
    let pack = this.packs.get(change.pack) ?? added.find(({ name }) => name === change.pack);
    if (change.kind === 'delete') {
      if (pack) for (const face of change.faces) this.database.delete(pack, face);
      return;
    }
    const { dimension, values } = change.vectors;
    if (!pack) added.push((pack = this.database.addPack(change.pack, dimension)));
    for (const [index, face] of change.faces.entries()) {
      this.database.put(pack, face, values.subarray(index * dimension, (index + 1) * dimension));
    }
  }

  private remember(change: Change): void {
    if (change.kind === 'deleteEverywhere') {
      for (const vectors of this.memory.values()) for (const face of change.faces) vectors.delete(face);
      return;
    }
    if (change.kind === 'delete') {
      for (const face of change.faces) this.memory.get(change.pack)?.delete(face);
      return;
    }
    const { dimension, values } = change.vectors;
    const vectors = this.vectorsOf(this.packs.get(change.pack)!);
    for (const [index, face] of change.faces.entries()) {
      vectors.set(face, values.subarray(index * dimension, (index + 1) * dimension));
    }
  }

  private vectorsOf({ name, dimension }: StoredPack): PackVectors {
    let vectors = this.memory.get(name);
    if (!vectors) this.memory.set(name, (vectors = new PackVectors(dimension)));
    return vectors;
  }
}

function wrongDimension(
  pack: { name: string; dimension: number },
  dimension: number,
  what: string,
): KindredError {
  return new KindredError(
    'VECTOR_INVALID',
    `${what} has ${dimension} numbers; those of the model pack ${pack.name} have ${pack.dimension}.`,
    { hint: 'Give vectors that this model pack computed.' },
  );
}
