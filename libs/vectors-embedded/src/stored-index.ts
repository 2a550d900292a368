import { KindredError } from '@kindred/domain';
import { type ExitGate, Products } from '@kindred/similarity';
import { findNeighbours, type Search } from './search/find-neighbours';
import { NearLists } from './search/near-lists';
import { PackVectors } from './search/pack-vectors';
import type { Found } from './search/rank';
import { type StoredPack, type StoredVector, VectorDatabase } from './storage/vector-database';
import type { Change, NeighbourRequest, PackedEntries, PackedNeighbours } from './thread/messages';
import { packEntries, packNeighbours } from './thread/packing';

export interface StoredIndexOptions {
  readonly file: string;
  /** Processors that one search may use. */
  readonly searchThreads: number;
  /** Faces of a pack up to which searches without `among` compare all of them. */
  readonly exactUpTo: number;
  readonly gate: ExitGate;
}

/** Runs work when nothing else changes or searches the index. */
export type InTurn = <T>(work: () => T | Promise<T>) => Promise<T>;

/** The vectors of a pack in memory, with the lists that make searching very many of them fast. */
interface PackMemory {
  readonly vectors: PackVectors;
  readonly lists: NearLists;
}

/** The index as its thread holds it: everything in the database, and what is searched in memory as well. */
export class StoredIndex {
  private readonly packs = new Map<string, StoredPack>();
  /** By the pack's name; complete once all vectors are read from the database. */
  private readonly memory = new Map<string, PackMemory>();
  private complete = false;
  private readUpTo = 0;

  private constructor(
    private readonly database: VectorDatabase,
    private readonly products: Products,
    private readonly exactUpTo: number,
  ) {
    for (const pack of database.packs()) this.packs.set(pack.name, pack);
  }

  /** @throws KindredError when the database cannot be opened (see `VectorDatabase.open`). */
  static async open({ file, searchThreads, exactUpTo, gate }: StoredIndexOptions): Promise<StoredIndex> {
    const products = await Products.open(searchThreads, gate);
    try {
      return StoredIndex.over(file, products, exactUpTo);
    } catch (error) {
      await products.close();
      throw error;
    }
  }

  /** The same with products that are this index's from now on. */
  static over(file: string, products: Products, exactUpTo = Infinity): StoredIndex {
    const database = VectorDatabase.open(file);
    try {
      return new StoredIndex(database, products, exactUpTo);
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
    for (const { pack, face, vector } of rows)
      this.memoryOf(pack).vectors.set(face, new Float32Array(vector));
    this.readUpTo = rows.at(-1)?.place ?? this.readUpTo;
    this.complete = rows.length === 0;
    return !this.complete;
  }

  /** Does, in many turns, what makes searches fast. May be called again whenever something was written. */
  async prepare(inTurn: InTurn): Promise<void> {
    while (await inTurn(() => this.readOn()));
    const turning = {
      of: (queries: Float32Array, rows: Float32Array, dimension: number) =>
        // A copy, since the answer is good until the next turn only.
        inTurn(async () => (await this.products.of(queries, rows, dimension)).slice()),
    };
    for (const { lists } of this.memory.values()) {
      if (lists.wanted) await lists.start(turning);
      while (await inTurn(() => lists.fileSome(this.products)));
    }
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
    const memory = this.memoryOf(known);
    const search = { dimension, queries: values, count, minimumSimilarity };
    return packNeighbours(
      among
        ? await findNeighbours(this.products, memory.vectors.among(among), search)
        : await this.findAnywhere(memory, search),
    );
  }

  count(name: string): number {
    const pack = this.packs.get(name);
    return pack ? this.database.count(pack) : 0;
  }

  async close(): Promise<void> {
    this.database.close();
    await this.products.close();
  }

  /** Compares each query with what is near it, or all of them with everything where that is as fast. */
  private async findAnywhere({ vectors, lists }: PackMemory, search: Search): Promise<Found[][]> {
    const { dimension, queries, count } = search;
    const found: Found[][] = [];
    for (let start = 0; start < queries.length; start += dimension) {
      const query = queries.subarray(start, start + dimension);
      const near = await lists.near(this.products, query, count);
      if (near === null) return findNeighbours(this.products, vectors.all(), search);
      found.push(...(await findNeighbours(this.products, near, { ...search, queries: query })));
    }
    return found;
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
      for (const { vectors } of this.memory.values()) for (const face of change.faces) vectors.delete(face);
      return;
    }
    if (change.kind === 'delete') {
      for (const face of change.faces) this.memory.get(change.pack)?.vectors.delete(face);
      return;
    }
    const { dimension, values } = change.vectors;
    const { vectors } = this.memoryOf(this.packs.get(change.pack)!);
    for (const [index, face] of change.faces.entries()) {
      vectors.set(face, values.subarray(index * dimension, (index + 1) * dimension));
    }
  }

  private memoryOf({ name, dimension }: StoredPack): PackMemory {
    let memory = this.memory.get(name);
    if (!memory) {
      const vectors = new PackVectors(dimension);
      memory = { vectors, lists: new NearLists(vectors, this.exactUpTo) };
      this.memory.set(name, memory);
    }
    return memory;
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
