import { parentPort, workerData } from 'node:worker_threads';
import { ExitGate } from '@kindred/similarity';
import { StoredIndex } from '../stored-index';
import type { Calls, CallName, PackedVectors, Reply, Request, WorkerSetup } from './messages';
import { onTheWire } from './wire-error';

const port = parentPort!;

async function main(): Promise<void> {
  const { file, searchThreads, gate } = workerData as WorkerSetup;
  try {
    const index = await StoredIndex.open({ file, searchThreads, gate: new ExitGate(gate) });
    // One after the other, since a change in the middle of a search would move rows under its hands.
    let last = Promise.resolve();
    port.on('message', (request: Request) => (last = last.then(() => serve(index, request))));
    reply({ kind: 'ready' });
    setImmediate(() => warmUp(index));
  } catch (error) {
    reply({ kind: 'unable', error: onTheWire(error) });
    port.close();
  }
}

/** Reads the vectors into memory bit by bit, so that the first search need not wait and nobody else does. */
function warmUp(index: StoredIndex): void {
  try {
    if (index.readOn()) setImmediate(() => warmUp(index));
  } catch {
    // Whoever searches first tries again and is told; a closed index is not searched.
  }
}

async function serve(index: StoredIndex, request: Request): Promise<void> {
  const { call } = request;
  try {
    const answer = await answerTo(index, request);
    reply({ kind: 'answer', call, answer }, buffersOf(answer));
  } catch (error) {
    reply({ kind: 'failed', call, error: onTheWire(error) });
  }
  if (request.name === 'close') port.close();
}

async function answerTo(index: StoredIndex, { name, request }: Request): Promise<Calls[CallName]['answer']> {
  switch (name) {
    case 'write':
      return index.write(request as Calls['write']['request']).map((error) => error && onTheWire(error));
    case 'get': {
      const { pack, faces } = request as Calls['get']['request'];
      return index.get(pack, faces);
    }
    case 'page': {
      const { pack, after, limit } = request as Calls['page']['request'];
      return index.page(pack, after, limit);
    }
    case 'neighbours':
      return index.neighbours(request as Calls['neighbours']['request']);
    case 'count':
      return index.count((request as Calls['count']['request']).pack);
    case 'close':
      await index.close();
      return null;
  }
}

function buffersOf(answer: Calls[CallName]['answer']): ArrayBuffer[] {
  const vectors = (answer as { vectors?: PackedVectors } | null)?.vectors;
  return vectors ? [vectors.values.buffer as ArrayBuffer] : [];
}

function reply(message: Reply, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

void main();
