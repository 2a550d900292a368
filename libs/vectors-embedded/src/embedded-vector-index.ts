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
import { IndexThread } from './thread/index-thread';
import type { CallName, Calls, Change, PackedEntries, ThreadSetup } from './thread/messages';
import { packVectors, unpackNeighbours, unpackVectors } from './thread/packing';
import { fromTheWire } from './thread/wire-error';

/** Queries that are searched together; writes and other searches get their turn between two such groups. */
const QUERIES_A_CALL = 128;
/** Groups of one search under way, so that the thread never waits for the next. */
const CALLS_AHEAD = 2;
/** Faces that are asked for together. */
const FACES_A_CALL = 1024;
const DEFAULT_BLOCK = 1000;
/** Entries that a block has at most, however many are asked for: it is in memory as a whole. */
const LARGEST_BLOCK = 10_000;

interface QueuedChange {
  readonly change: Change;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The vector index over a thread that keeps it in SQLite and in memory (see `openEmbeddedVectorIndex`). */
export class EmbeddedVectorIndex implements VectorIndex {
  private readonly queue: QueuedChange[] = [];
  private writing = false;
  private readonly underWay = new Set<Promise<unknown>>();
  private closing: Promise<void> | null = null;

  private constructor(
    private readonly setup: ThreadSetup,
    private thread: Promise<IndexThread>,
  ) {}

  static async open(setup: ThreadSetup): Promise<EmbeddedVectorIndex> {
    const thread = await IndexThread.start(setup);
    return new EmbeddedVectorIndex(setup, Promise.resolve(thread));
  }

  upsert(pack: PackName, entries: readonly VectorEntry[]): Promise<void> {
    return this.perform(async () => {
      if (entries.length === 0) return;
      const vectors = entries.map(({ vector }) => vector);
      const nameOf = (index: number) => `The vector of ${entries[index]!.face}`;
      for (const [index, vector] of vectors.entries()) checkVector(vector, nameOf(index));
      checkSameDimension(vectors, nameOf);
      const faces = entries.map(({ face }) => face);
      await this.change({ kind: 'upsert', pack, faces, vectors: packVectors(vectors) });
    });
  }

  delete(pack: PackName, faces: readonly FaceId[]): Promise<void> {
    return this.perform(async () => {
      if (faces.length > 0) await this.change({ kind: 'delete', pack, faces: [...faces] });
    });
  }

  deleteEverywhere(faces: readonly FaceId[]): Promise<void> {
    return this.perform(async () => {
      if (faces.length > 0) await this.change({ kind: 'deleteEverywhere', faces: [...faces] });
    });
  }

  get(pack: PackName, faces: readonly FaceId[]): Promise<ReadonlyMap<FaceId, Float32Array>> {
    return this.perform(async () => {
      const found = new Map<FaceId, Float32Array>();
      for (const group of groupsOf(faces, FACES_A_CALL)) {
        const answer = await this.call('get', { pack, faces: group });
        for (const { face, vector } of entriesOf(answer)) found.set(face, vector);
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
      return this.search(pack, queries, query);
    });
  }

  async *scroll(pack: PackName, blockSize = DEFAULT_BLOCK): AsyncGenerator<readonly VectorEntry[]> {
    checkBlockSize(blockSize);
    const limit = Math.min(blockSize, LARGEST_BLOCK);
    for (let after = ''; ;) {
      const block = entriesOf(await this.perform(() => this.call('page', { pack, after, limit })));
      if (block.length > 0) yield block;
      if (block.length < limit) return;
      after = block.at(-1)!.face;
    }
  }

  count(pack: PackName): Promise<number> {
    return this.perform(() => this.call('count', { pack }));
  }

  /** Finishes what was asked for, then closes the file; calls after it fail with `STORE_UNAVAILABLE`. */
  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    await Promise.allSettled(this.underWay);
    const thread = await this.thread.catch(() => null);
    await thread?.close();
  }

  private async perform<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing)
      throw new KindredError('STORE_UNAVAILABLE', `The vector index ${this.setup.file} is closed.`);
    const working = work();
    this.underWay.add(working);
    try {
      return await working;
    } finally {
      this.underWay.delete(working);
    }
  }

  private async search(
    pack: PackName,
    queries: readonly Float32Array[],
    { count, minimumSimilarity = -1, among }: NeighbourQuery,
  ): Promise<Neighbour[][]> {
    const chosen = among ? [...among] : null;
    const answers: Neighbour[][][] = [];
    const groups = groupsOf(queries, QUERIES_A_CALL).entries();
    const searchInTurn = async () => {
      for (const [index, group] of groups) {
        const request = { pack, queries: packVectors(group), count, minimumSimilarity, among: chosen };
        answers[index] = unpackNeighbours(await this.call('neighbours', request)) as Neighbour[][];
      }
    };
    await Promise.all(Array.from({ length: CALLS_AHEAD }, searchInTurn));
    return answers.flat();
  }

  /** Changes that arrive while others are written are written together, with one wait for the disk. */
  private change(change: Change): Promise<void> {
    return new Promise((resolve, reject) => {
      this.queue.push({ change, resolve, reject });
      if (!this.writing) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.writing = true;
    while (this.queue.length > 0) await this.write(this.queue.splice(0));
    this.writing = false;
  }

  private async write(group: readonly QueuedChange[]): Promise<void> {
    const changes = group.map(({ change }) => change);
    const memory = changes.flatMap((change) =>
      change.kind === 'upsert' ? [change.vectors.values.buffer] : [],
    );
    try {
      const outcomes = await this.call('write', changes, memory as ArrayBuffer[]);
      for (const [index, { resolve, reject }] of group.entries()) {
        const error = outcomes[index];
        if (error) reject(fromTheWire(error));
        else resolve();
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  private async call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    memory: readonly ArrayBuffer[] = [],
  ): Promise<Calls[Name]['answer']> {
    return (await this.living()).call(name, request, memory);
  }

  /** The thread, a new one when the last has died: all that it knew is in the file. */
  private async living(): Promise<IndexThread> {
    const current = this.thread;
    const thread = await current.catch(() => null);
    if (thread?.alive) return thread;
    if (this.thread === current) this.thread = IndexThread.start(this.setup);
    return this.thread;
  }
}

function entriesOf({ faces, vectors }: PackedEntries): VectorEntry[] {
  const unpacked = unpackVectors(vectors, faces.length);
  return faces.map((face, index) => ({ face: face as FaceId, vector: unpacked[index]! }));
}

function groupsOf<T>(items: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
