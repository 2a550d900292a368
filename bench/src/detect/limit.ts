import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { InferenceCounts, InstalledPack } from '@kindred/vision';

/** What analysing a photo cannot do without: decoding it and running the models as often as it was found to take. */
export interface Work {
  readonly photo: string;
  readonly inferences: InferenceCounts;
}

/** The shapes and files of a pack's models, as the threads need them. */
export interface LimitSetup {
  readonly models: readonly {
    readonly path: string;
    readonly shape: readonly number[];
    readonly kind: keyof InferenceCounts;
  }[];
}

/** Threads that do the unavoidable work and nothing else: no resizing, no reading of outputs, no crops. */
export class LimitCrew {
  private constructor(private readonly threads: readonly Worker[]) {}

  static async open(pack: InstalledPack, threads: number): Promise<LimitCrew> {
    const workerData = setupOf(pack);
    const workers = Array.from(
      { length: threads },
      () => new Worker(join(__dirname, 'limit-worker.js'), { workerData }),
    );
    await Promise.all(workers.map(reply));
    return new LimitCrew(workers);
  }

  /** Shares the work out, each thread taking the next photo when it has finished one. */
  async run(work: readonly Work[]): Promise<void> {
    const waiting = [...work];
    await Promise.all(
      this.threads.map(async (thread) => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          thread.postMessage(next);
          await reply(thread);
        }
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }
}

function setupOf({ manifest, paths }: InstalledPack): LimitSetup {
  const { detector, landmarker, embedder } = manifest;
  const image = (planes: number, { width, height }: { width: number; height: number }) => [
    1,
    planes,
    height,
    width,
  ];
  return {
    models: [
      { kind: 'detector', path: paths[detector.file]!, shape: image(3, detector.window) },
      ...(landmarker
        ? [{ kind: 'landmarker', path: paths[landmarker.file]!, shape: image(1, landmarker.window) } as const]
        : []),
      { kind: 'embedder', path: paths[embedder.file]!, shape: image(3, { width: 112, height: 112 }) },
    ],
  };
}

async function reply(thread: Worker): Promise<void> {
  await once(thread, 'message');
}
