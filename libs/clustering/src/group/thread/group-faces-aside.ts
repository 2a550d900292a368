import { Worker } from 'node:worker_threads';
import { KindredError } from '@kindred/domain';
import { type FaceGroup, groupFaces, type GroupInput } from '../group-faces';
import { workerFile } from './worker-file';

/** Up to so many edges are visited faster than a thread starts. */
const MOST_EDGES_HERE = 2000;

/**
 * `groupFaces` in a thread of its own, so that the process stays responsive however many faces there are. The input's
 * memory moves to the thread and must not be used any more.
 * @throws the signal's reason when it is aborted; KindredError `INTERNAL` when the thread dies, of too little memory
 * for example.
 */
export async function groupFacesAside(input: GroupInput, signal?: AbortSignal): Promise<FaceGroup[]> {
  signal?.throwIfAborted();
  if (input.edges.a.length <= MOST_EDGES_HERE) return groupFaces(input);
  const { vectors, photos, earlier, edges } = input;
  const memory = [vectors, photos, earlier, edges.a, edges.b, edges.similarity].map(({ buffer }) => buffer as ArrayBuffer);
  const thread = new Worker(workerFile(), { workerData: input, transferList: memory });
  try {
    return await answerOf(thread, signal);
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker, signal: AbortSignal | undefined): Promise<FaceGroup[]> {
  return new Promise((resolve, reject) => {
    const died = (cause?: unknown) =>
      reject(new KindredError('INTERNAL', 'The thread that groups faces stopped unexpectedly.', { cause }));
    thread.once('message', resolve);
    thread.once('error', died);
    thread.once('exit', () => died());
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
