import { availableParallelism } from 'node:os';
import { wholeNumber } from '@kindred/platform';
import { z } from 'zod';

/** What can be set about detection. */
export const detectorSettings = {
  pack: z.string().min(1).default('faceplugin').describe('The model pack that finds and describes faces.'),
  executionProvider: z
    .enum(['cpu', 'cuda', 'tensorrt', 'dml', 'coreml'])
    .default('cpu')
    .describe(
      'What runs the models: the processor, or a graphics card through CUDA, TensorRT, DirectML or Core ML.',
    ),
  detectorWorkers: wholeNumber(1, 256)
    .default(availableParallelism())
    .describe('How many photos are analysed at once, each on its own thread.'),
  detectorThreads: wholeNumber(1, 64)
    .default(1)
    .describe('How many threads one analysis uses inside the models.'),
  minimumFacePixels: wholeNumber(8, 1000)
    .default(24)
    .describe('Faces whose shorter side has fewer pixels than this are not looked for.'),
};

export type DetectorSettings = {
  readonly [K in keyof typeof detectorSettings]: z.output<(typeof detectorSettings)[K]>;
};
