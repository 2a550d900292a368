import { join } from 'node:path';
import type { PackName } from '@kindred/domain';
import {
  AnalyserPool,
  type InstalledPack,
  type ModelPackManifest,
  ModelPackRepository,
} from '@kindred/vision';
import type { KindredSettings } from '../settings/kindred-settings';
import type { Reporter } from '../terminal/reporter';

/** Where model packs are kept. */
export const modelPacksOf = ({ cache }: Pick<KindredSettings, 'cache'>): ModelPackRepository =>
  new ModelPackRepository({ folder: join(cache, 'models') });

/** The packs that need no download. */
export async function installedPacksOf(
  settings: Pick<KindredSettings, 'cache'>,
): Promise<ModelPackManifest[]> {
  const packs = await modelPacksOf(settings).list();
  return packs.filter(({ installed }) => installed).map(({ manifest }) => manifest);
}

/** The pack of the settings; fetched when it is not installed. @throws KindredError `PACK_UNKNOWN`, `PACK_DOWNLOAD_FAILED`. */
export async function preparePack(
  settings: Pick<KindredSettings, 'cache' | 'pack'>,
  reporter: Reporter,
): Promise<InstalledPack> {
  const download = reporter.download();
  try {
    return await modelPacksOf(settings).pull(settings.pack, { onProgress: download.progress });
  } finally {
    download.end();
  }
}

/** Starts the threads that find and describe faces. @throws KindredError `EXECUTION_PROVIDER_UNAVAILABLE`. */
export async function openDetectorEngine(pack: InstalledPack, settings: KindredSettings) {
  const analyser = await AnalyserPool.open({
    pack,
    executionProvider: settings.executionProvider,
    workers: settings.detectorWorkers,
    intraOpThreads: settings.detectorThreads,
    minimumFacePixels: settings.minimumFacePixels,
    maximumPixels: settings.maximumPixels,
  });
  return { analyser, capacity: analyser.capacity, pack: pack.manifest.name as PackName };
}
