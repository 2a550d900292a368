import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import type { LimitSetup, Work } from './limit';

sharp.concurrency(1);
sharp.cache(false);

async function main(): Promise<void> {
  const { models } = workerData as LimitSetup;
  const loaded = await Promise.all(
    models.map(async ({ kind, path, shape }) => {
      const session = await InferenceSession.create(path, { intraOpNumThreads: 1, interOpNumThreads: 1 });
      const values = Float32Array.from(
        { length: shape.reduce((a, b) => a * b) },
        (_, i) => ((i * 7919) % 255) / 128 - 1,
      );
      return { kind, session, feeds: { [session.inputNames[0]!]: new Tensor('float32', values, shape) } };
    }),
  );
  parentPort!.on('message', async ({ photo, inferences }: Work) => {
    await sharp(await readFile(photo), { ignoreIcc: true })
      .autoOrient()
      .raw()
      .toBuffer();
    for (const { kind, session, feeds } of loaded) {
      for (let run = 0; run < inferences[kind]; run++) await session.run(feeds);
    }
    parentPort!.postMessage('done');
  });
  parentPort!.postMessage('ready');
}

void main();
