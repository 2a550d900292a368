import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AnalyserPool, DEFAULT_PACK, type InstalledPack } from '@kindred/vision';
import { evaluationPhotos, imagesIn, modelPack, samplePhotos } from '../data';
import { printJson, printTable, rounded } from '../print';
import { LimitCrew, type Work } from './limit';

interface PhotoSet {
  readonly name: string;
  readonly photos: readonly string[];
}

interface Speed {
  readonly set: string;
  readonly photos: number;
  readonly faces: number;
  readonly photosPerSecond: number;
  readonly facesPerSecond: number;
  readonly limitPhotosPerSecond: number;
  /** Our speed for one of the limit. */
  readonly ratio: number;
  /** The same in processor time, which other work on the machine disturbs less. */
  readonly processorRatio: number;
}

/** Seconds that a task took. */
interface Seconds {
  readonly wall: number;
  readonly processor: number;
}

const { values } = parseArgs({
  options: {
    pack: { type: 'string', default: DEFAULT_PACK },
    threads: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '7' },
    photos: { type: 'string', multiple: true },
  },
});

/** Photos a second against the least that the same work can take; see the README beside the package. */
async function main(): Promise<void> {
  const pack = await modelPack(values.pack);
  const threads = Number(values.threads);
  const sets = values.photos?.map(folderSet) ?? (await defaultSets());
  const speeds: Speed[] = [];
  for (const set of sets) speeds.push(await measure(set, pack, threads, Number(values.rounds)));

  printTable(
    ['set', 'photos', 'faces', 'photos/s', 'faces/s', 'limit photos/s', 'of limit', 'by processor time'],
    speeds.map((s) => [
      s.set,
      s.photos,
      s.faces,
      s.photosPerSecond,
      s.facesPerSecond,
      s.limitPhotosPerSecond,
      s.ratio,
      s.processorRatio,
    ]),
  );
  printJson({ bench: 'detect', pack: pack.manifest.name, threads, sets: speeds });
}

async function defaultSets(): Promise<PhotoSet[]> {
  const groups = evaluationPhotos('groups');
  return [
    { name: 'samples', photos: await samplePhotos() },
    ...(groups ? [{ name: 'groups', photos: groups }] : []),
  ];
}

function folderSet(folder: string): PhotoSet {
  return { name: basename(resolve(folder)), photos: imagesIn(folder) };
}

/** Alternates between the pool and the limit, so that both see the same machine; medians of all rounds count. */
async function measure(
  { name, photos }: PhotoSet,
  pack: InstalledPack,
  threads: number,
  rounds: number,
): Promise<Speed> {
  const pool = await AnalyserPool.open({ pack, workers: threads });
  const crew = await LimitCrew.open(pack, threads);
  try {
    const first = await Promise.all(photos.map((photo) => pool.analyse(photo)));
    const faces = first.reduce((sum, analysis) => sum + analysis.faces.length, 0);
    const work = repeated(photos.map((photo, i): Work => ({ photo, inferences: first[i]!.inferences })));
    await crew.run(work);
    const ours: Seconds[] = [];
    const limit: Seconds[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await secondsOf(() => Promise.all(work.map(({ photo }) => pool.analyse(photo)))));
      limit.push(await secondsOf(() => crew.run(work)));
    }
    const photosPerSecond = work.length / median(ours, 'wall');
    const limitPhotosPerSecond = work.length / median(limit, 'wall');
    return {
      set: name,
      photos: photos.length,
      faces,
      photosPerSecond: rounded(photosPerSecond, 2),
      facesPerSecond: rounded((faces / photos.length) * photosPerSecond, 2),
      limitPhotosPerSecond: rounded(limitPhotosPerSecond, 2),
      ratio: rounded(photosPerSecond / limitPhotosPerSecond, 3),
      processorRatio: rounded(median(limit, 'processor') / median(ours, 'processor'), 3),
    };
  } finally {
    await pool.close();
    await crew.close();
  }
}

/** Enough photos that the start and the end of a round, when some threads idle, weigh little. */
function repeated(work: readonly Work[]): Work[] {
  const times = Math.ceil(72 / work.length);
  return Array.from({ length: times }, () => work).flat();
}

async function secondsOf(task: () => Promise<unknown>): Promise<Seconds> {
  const started = performance.now();
  const before = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

function median(seconds: readonly Seconds[], kind: keyof Seconds): number {
  const sorted = seconds.map((value) => value[kind]).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

void main();
