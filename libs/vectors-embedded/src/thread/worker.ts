import { parentPort, workerData } from 'node:worker_threads';
import { ExitGate } from '@kindred/similarity';
import { StoredIndex } from '../stored-index';
import type { Calls, CallName, PackedVectors, Reply, Request, WorkerSetup } from './messages';
import { Preparation } from './preparation';
import { Turns } from './turns';
import { onTheWire } from './wire-error';

const port = parentPort!;

async function main(): Promise<void> {
  const { gate, ...setup } = workerData as WorkerSetup;
  try {
    const index = await StoredIndex.open({ ...setup, gate: new ExitGate(gate) });
    const turns = new Turns();
    const preparation = new Preparation(index, turns);
    port.on('message', (request: Request) => {
      void turns.take(() => serve(index, request));
      if (request.name === 'write') preparation.goOn();
      if (request.name === 'close') preparation.end();
    });
    reply({ kind: 'ready' });
    preparation.goOn();
  } catch (error) {
    reply({ kind: 'unable', error: onTheWire(error) });
    port.close();
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
