import { loadDetector, type Detector } from '../detect/detector';
import { loadEmbedder, type Embedder } from '../embed/embedder';
import type { InferenceOptions } from '../inference/onnx-model';
import { loadLandmarker, type Landmarker } from '../landmarks/landmarker';
import type { InstalledPack } from '../packs/installed-pack';
import type { InferenceCounts } from './analysis';

/** The models of a pack, loaded. */
export interface PackModels {
  readonly detector: Detector;
  /** Absent when the detector gives landmarks itself. */
  readonly landmarker: Landmarker | null;
  readonly embedder: Embedder;
}

export async function loadModels(pack: InstalledPack, options: InferenceOptions): Promise<PackModels> {
  const { manifest, paths } = pack;
  const detector = await loadDetector(paths[manifest.detector.file]!, manifest.detector, options);
  const landmarker = manifest.landmarker
    ? await loadLandmarker(paths[manifest.landmarker.file]!, manifest.landmarker, options)
    : null;
  const embedder = await loadEmbedder(
    paths[manifest.embedder.file]!,
    manifest.embedder,
    manifest.dimension,
    options,
  );
  return { detector, landmarker, embedder };
}

export async function releaseModels(models: PackModels): Promise<void> {
  await models.detector.release();
  await models.landmarker?.release();
  await models.embedder.release();
}

export function countInferences(models: PackModels): InferenceCounts {
  return {
    detector: models.detector.tally.runs,
    landmarker: models.landmarker?.tally.runs ?? 0,
    embedder: models.embedder.tally.runs,
  };
}

export function inferenceMilliseconds({ detector, landmarker, embedder }: PackModels): number {
  return detector.tally.milliseconds + (landmarker?.tally.milliseconds ?? 0) + embedder.tally.milliseconds;
}
