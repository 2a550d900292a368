import {
  type FaceId,
  KindredError,
  type Neighbour,
  type NeighbourQuery,
  type PackName,
  type VectorEntry,
  type VectorIndex,
} from '@kindred/domain';
import { checkBlockSize, checkQuery, checkSameDimension, checkVector } from './check-arguments';
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
  private queue: QueuedChange[] = [];
  private writing: Promise<void> | null = null;
  private closing: Promise<void> | null = null;

  private constructor(
    private readonly setup: ThreadSetup,
    private thread: Promise<IndexThread>,
  ) {}

  static async open(setup: ThreadSetup): Promise<EmbeddedVectorIndex> {
    const thread = await IndexThread.start(setup);
    return new EmbeddedVectorIndex(setup, Promise.resolve(thread));
  }

  async upsert(pack: PackName, entries: readonly VectorEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const vectors = entries.map(({ vector }) => vector);
    const nameOf = (index: number) => `The vector of ${entries[index]!.face}`;
    for (const [index, vector] of vectors.entries()) checkVector(vector, nameOf(index));
    checkSameDimension(vectors, nameOf);
    const faces = entries.map(({ face }) => face);
    await this.change({ kind: 'upsert', pack, faces, vectors: packVectors(vectors) });
  }

  async delete(pack: PackName, faces: readonly FaceId[]): Promise<void> {
    if (faces.length > 0) await this.change({ kind: 'delete', pack, faces });
  }

  async deleteEverywhere(faces: readonly FaceId[]): Promise<void> {
    if (faces.length > 0) await this.change({ kind: 'deleteEverywhere', faces });
  }

  async get(pack: PackName, faces: readonly FaceId[]): Promise<ReadonlyMap<FaceId, Float32Array>> {
    const found = new Map<FaceId, Float32Array>();
    for (const group of groupsOf(faces, FACES_A_CALL)) {
      const answer = await this.call('get', { pack, faces: group });
      for (const { face, vector } of entriesOf(answer)) found.set(face, vector);
    }
    return found;
  }

  async neighbours(
    pack: PackName,
    queries: readonly Float32Array[],
    query: NeighbourQuery,
  ): Promise<readonly (readonly Neighbour[])[]> {
    checkQuery(query);
    const nameOf = (index: number) => `Query ${index}`;
    for (const [index, vector] of queries.entries()) checkVector(vector, nameOf(index));
    checkSameDimension(queries, nameOf);
    const { count, minimumSimilarity = -1 } = query;
    const among = query.among ? [...query.among] : null;
    const groups = groupsOf(queries, QUERIES_A_CALL);
    const answers: Neighbour[][][] = [];
    const turns = groups.entries();
    const searchInTurn = async () => {
      for (const [index, group] of turns) {
        const request = { pack, queries: packVectors(group), count, minimumSimilarity, among };
        answers[index] = unpackNeighbours(await this.call('neighbours', request)) as unknown as Neighbour[][];
      }
    };
    await Promise.all(Array.from({ length: CALLS_AHEAD }, searchInTurn));
    return answers.flat();
  }

  async *scroll(pack: PackName, blockSize = DEFAULT_BLOCK): AsyncGenerator<readonly VectorEntry[]> {
    checkBlockSize(blockSize);
    const limit = Math.min(blockSize, LARGEST_BLOCK);
    for (let after = ''; ; ) {
      const block = entriesOf(await this.call('page', { pack, after, limit }));
      if (block.length > 0) yield block;
      if (block.length < limit) return;
      after = block.at(-1)!.face;
    }
  }

  count(pack: PackName): Promise<number> {
    return this.call('count', { pack });
  }

  /** Finishes what was asked for, then closes the file; calls after it fail with `STORE_UNAVAILABLE`. */
  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    await this.writing;
    const thread = await this.thread.catch(() => null);
    await thread?.close();
  }

  /** Changes that arrive while others are written are written together, with one wait for the disk. */
  private change(change: Change): Promise<void> {
    if (this.closing) return Promise.reject(this.closed());
    return new Promise((resolve, reject) => {
      this.queue.push({ change, resolve, reject });
      this.writing ??= this.drain();
    });
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      const group = this.queue;
      this.queue = [];
      try {
        const changes = group.map(({ change }) => change);
        const memory = changes.flatMap((change) => (change.kind === 'upsert' ? [change.vectors.values.buffer] : []));
        const outcomes = await (await this.running()).call('write', changes, memory as ArrayBuffer[]);
        for (const [index, { resolve, reject }] of group.entries()) {
          const error = outcomes[index];
          if (error) reject(fromTheWire(error));
          else resolve();
        }
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.writing = null;
  }

  private async call<Name extends CallName>(name: Name, request: Calls[Name]['request']): Promise<Calls[Name]['answer']> {
    if (this.closing) throw this.closed();
    return (await this.running()).call(name, request);
  }

  /** The thread, a new one when the last has died: all that it knew is in the file. */
  private async running(): Promise<IndexThread> {
    const current = this.thread;
    const thread = await current.catch(() => null);
    if (thread?.alive) return thread;
    if (this.thread === current) this.thread = IndexThread.start(this.setup);
    return this.thread;
  }

  private closed(): KindredError {
    return new KindredError('STORE_UNAVAILABLE', `The vector index ${this.setup.file} is closed.`);
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
