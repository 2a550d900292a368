import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { toKindredError } from '@kindred/domain';
import type { PhotoAnalysis } from '../analyse/analysis';
import { FaceAnalyser } from '../analyse/face-analyser';
import type { WireError, WorkerReply, WorkerSetup, WorkerTask } from './messages';

// Photos run side by side, so a single one gets one thread; and no photo is decoded twice, so nothing is cached.
sharp.concurrency(1);
sharp.cache(false);

const port = parentPort!;

async function main(): Promise<void> {
  try {
    const analyser = await FaceAnalyser.open(workerData as WorkerSetup);
    port.on('message', (task: WorkerTask) => void work(analyser, task));
    reply({ kind: 'ready' });
  } catch (error) {
    reply({ kind: 'unable', error: onTheWire(error) });
  }
}

async function work(analyser: FaceAnalyser, { task, source, boxes }: WorkerTask): Promise<void> {
  try {
    const analysis = await (boxes ? analyser.analyseRegions(source, boxes) : analyser.analyse(source));
    reply({ kind: 'analysed', task, analysis }, buffersOf(analysis));
  } catch (error) {
    reply({ kind: 'failed', task, error: onTheWire(error) });
  }
}

function reply(message: WorkerReply, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

function buffersOf(analysis: PhotoAnalysis): ArrayBuffer[] {
  return analysis.faces.flatMap((face) => [
    face.embedding.buffer as ArrayBuffer,
    face.crop.buffer as ArrayBuffer,
  ]);
}

function onTheWire(error: unknown): WireError {
  const { code, message, hint, transient } = toKindredError(error);
  return { code, message, hint, transient };
}

void main();
