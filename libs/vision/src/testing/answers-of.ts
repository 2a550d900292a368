import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * What a model answers to a fixed image, by the names of its outputs; in a thread, since ONNX Runtime does not take
 * the arrays of Jest's sandbox.
 */
export function answersOf(
  model: Uint8Array,
  shape: readonly number[],
): Promise<Record<string, Float32Array>> {
  const thread = new Worker(join(__dirname, 'run-model.cjs'), { workerData: { model, shape } });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
