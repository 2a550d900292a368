import {
  checkBlockSize,
  checkQuery,
  checkSameDimension,
  checkVector,
  type FaceId,
  KindredError,
  type Neighbour,
  type NeighbourQuery,
  type PackName,
  type VectorEntry,
  type VectorIndex,
} from '@kindred/domain';
import type { QdrantClient } from '@qdrant/js-client-rest';
import { type Collections, VECTOR } from './collections';
import { asking } from './qdrant-error';

/** Points of one request: some megabytes. */
const POINTS_A_REQUEST = 500;
const QUERIES_A_REQUEST = 64;
/** Faces that one search may be limited to; more are asked for in parts. */
const FACES_A_FILTER = 10_000;
const DEFAULT_BLOCK = 1000;
const LARGEST_BLOCK = 10_000;

/** The vector index over collections in Qdrant (see `openQdrantVectorIndex`). */
export class QdrantVectorIndex implements VectorIndex {
  private lastWrite: Promise<unknown> = Promise.resolve();
  private readonly underWay = new Set<Promise<unknown>>();
  private closed = false;

  constructor(
    private readonly client: QdrantClient,
    private readonly url: string,
    private readonly collections: Collections,
  ) {}

  upsert(pack: PackName, entries: readonly VectorEntry[]): Promise<void> {
    return this.perform(() => {
      const vectors = entries.map(({ vector }) => vector);
      const nameOf = (index: number) => `The vector of ${entries[index]!.face}`;
      for (const [index, vector] of vectors.entries()) checkVector(vector, nameOf(index));
      checkSameDimension(vectors, nameOf);
      // The last vector of a face that is given twice; copies, since the caller may go on with its own.
      const points = new Map(entries.map(({ face, vector }) => [face, Array.from(vector)]));
      return this.write(() => this.put(pack, points));
    });
  }

  delete(pack: PackName, faces: readonly FaceId[]): Promise<void> {
    return this.perform(() =>
      this.write(async () => {
        if (faces.length > 0 && (await this.collections.dimensionOf(pack)) !== null)
          await this.remove(this.collections.nameOf(pack), faces);
      }),
    );
  }

  deleteEverywhere(faces: readonly FaceId[]): Promise<void> {
    return this.perform(() =>
      this.write(async () => {
        if (faces.length === 0) return;
        for (const name of await this.collections.all()) await this.remove(name, faces);
      }),
    );
  }

  get(pack: PackName, faces: readonly FaceId[]): Promise<ReadonlyMap<FaceId, Float32Array>> {
    return this.perform(async () => {
      const found = new Map<FaceId, Float32Array>();
      if (faces.length === 0 || (await this.collections.dimensionOf(pack)) === null) return found;
      const name = this.collections.nameOf(pack);
      for (const ids of partsOf([...new Set(faces)], POINTS_A_REQUEST)) {
        const points = await this.ask(() =>
          this.client.retrieve(name, { ids, with_vector: [VECTOR], with_payload: false }),
        );
        for (const { face, vector } of points.map(entryOf)) found.set(face, vector);
      }
      return found;
    });
  }

  neighbours(
    pack: PackName,
    queries: readonly Float32Array[],
    query: NeighbourQuery,
  ): Promise<readonly (readonly Neighbour[])[]> {
    return this.perform(async () => {
      checkQuery(query);
      const nameOf = (index: number) => `Query ${index}`;
      for (const [index, vector] of queries.entries()) checkVector(vector, nameOf(index));
      checkSameDimension(queries, nameOf);
      const dimension = await this.collections.dimensionOf(pack);
      if (dimension === null || queries.length === 0) return queries.map(() => []);
      if (queries[0]!.length !== dimension)
        throw wrongDimension(pack, dimension, queries[0]!.length, 'A query');
      const found: Neighbour[][] = [];
      for (const part of partsOf(queries, QUERIES_A_REQUEST))
        found.push(...(await this.search(pack, part, query)));
      return found;
    });
  }

  async *scroll(pack: PackName, blockSize = DEFAULT_BLOCK): AsyncGenerator<readonly VectorEntry[]> {
    checkBlockSize(blockSize);
    const limit = Math.min(blockSize, LARGEST_BLOCK);
    const name = this.collections.nameOf(pack);
    if ((await this.perform(() => this.collections.dimensionOf(pack))) === null) return;
    for (let offset: string | undefined; ;) {
      const page = await this.perform(() =>
        this.ask(() =>
          this.client.scroll(name, { limit, offset, with_vector: [VECTOR], with_payload: false }),
        ),
      );
      if (page.points.length > 0) yield page.points.map(entryOf);
      if (typeof page.next_page_offset !== 'string') return;
      offset = page.next_page_offset;
    }
  }

  count(pack: PackName): Promise<number> {
    return this.perform(async () => {
      if ((await this.collections.dimensionOf(pack)) === null) return 0;
      const name = this.collections.nameOf(pack);
      return (await this.ask(() => this.client.count(name, { exact: true }))).count;
    });
  }

  /** Finishes what was asked for; calls after it fail with `STORE_UNAVAILABLE`. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.underWay);
  }

  private async put(pack: PackName, points: ReadonlyMap<FaceId, number[]>): Promise<void> {
    const [first] = points;
    if (first === undefined) return;
    const dimension = await this.collections.ensure(pack, first[1].length);
    if (first[1].length !== dimension)
      throw wrongDimension(pack, dimension, first[1].length, `The vector of ${first[0]}`);
    const name = this.collections.nameOf(pack);
    for (const part of partsOf([...points], POINTS_A_REQUEST)) {
      const those = part.map(([id, vector]) => ({ id, vector: { [VECTOR]: vector } }));
      await this.ask(() => this.client.upsert(name, { wait: true, points: those }));
    }
  }

  private async remove(name: string, faces: readonly FaceId[]): Promise<void> {
    for (const points of partsOf([...new Set(faces)], FACES_A_FILTER))
      await this.ask(() => this.client.delete(name, { wait: true, points: [...points] }));
  }

  private async search(
    pack: PackName,
    queries: readonly Float32Array[],
    { count, minimumSimilarity = -1, among }: NeighbourQuery,
  ): Promise<Neighbour[][]> {
    const name = this.collections.nameOf(pack);
    const found = queries.map((): Neighbour[] => []);
    const filters =
      among === undefined
        ? [undefined]
        : partsOf([...among], FACES_A_FILTER).map((ids) => ({ must: [{ has_id: [...ids] }] }));
    for (const filter of filters) {
      const searches = queries.map((vector) => ({
        query: Array.from(unit(vector)),
        using: VECTOR,
        limit: count,
        filter,
        // Candidates come from the vectors of one byte a number; the vectors themselves rank them.
        params: { quantization: { rescore: true, oversampling: 2 } },
        with_payload: false,
        with_vector: false,
      }));
      const answers = await this.ask(() => this.client.queryBatch(name, { searches }));
      for (const [place, { points }] of answers.entries())
        found[place]!.push(
          ...points.map(({ id, score }) => ({
            face: id as FaceId,
            similarity: Math.min(1, Math.max(-1, score)),
          })),
        );
    }
    return found.map((those) =>
      those
        .filter(({ similarity }) => similarity >= minimumSimilarity)
        .sort(bySimilarity)
        .slice(0, count),
    );
  }

  /** Writes of this index in the order in which they were asked for, which requests side by side would not keep. */
  private write(work: () => Promise<void>): Promise<void> {
    const turn = this.lastWrite.then(work);
    this.lastWrite = turn.catch(() => undefined);
    return turn;
  }

  private ask<T>(request: () => Promise<T>): Promise<T> {
    return asking(this.url, request);
  }

  private async perform<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) throw new KindredError('STORE_UNAVAILABLE', 'The vector index in Qdrant is closed.');
    const working = work();
    this.underWay.add(working);
    try {
      return await working;
    } finally {
      this.underWay.delete(working);
    }
  }
}

function entryOf({ id, vector }: { readonly id: string | number; readonly vector?: unknown }): VectorEntry {
  const numbers = (vector as Readonly<Record<string, number[]>>)[VECTOR]!;
  return { face: id as FaceId, vector: Float32Array.from(numbers) };
}

function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const scale = 1 / Math.sqrt(square);
  return Math.abs(scale - 1) < 1e-6 ? vector : vector.map((value) => value * scale);
}

function bySimilarity(one: Neighbour, other: Neighbour): number {
  return other.similarity - one.similarity || (one.face < other.face ? -1 : 1);
}

function partsOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

function wrongDimension(pack: PackName, dimension: number, given: number, what: string): KindredError {
  return new KindredError(
    'VECTOR_INVALID',
    `${what} has ${given} numbers; those of the model pack ${pack} have ${dimension}.`,
    { hint: 'Give vectors that this model pack computed.' },
  );
}
