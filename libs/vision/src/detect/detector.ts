import type { Raster, Size } from '../raster/raster';
import type { InferenceOptions, InferenceTally } from '../inference/onnx-model';
import type { DetectorFacts } from '../packs/manifest';
import type { Candidate } from './candidate';
import { RfbDetector } from './rfb';
import { ScrfdDetector } from './scrfd';
import { YunetDetector } from './yunet';

/** Finds faces in windows of one size. How windows cover a photo is `FaceSearch`'s concern. */
export interface Detector {
  readonly window: Size;
  readonly tally: InferenceTally;
  /**
   * Candidates in the window of `raster` whose top left corner is (`left`, `top`), in pixels of that window and
   * already free of repetitions.
   */
  detect(raster: Raster, left: number, top: number): Promise<Candidate[]>;
  release(): Promise<void>;
}

type Family = DetectorFacts['family'];
type FactsOf<F extends Family> = Extract<DetectorFacts, { family: F }>;
type Loader<F extends Family> = (
  path: string,
  facts: FactsOf<F>,
  options: InferenceOptions,
) => Promise<Detector>;

/** Every family of detectors; a new one is a file and a line here. */
const FAMILIES: { readonly [F in Family]: Loader<F> } = {
  rfb: RfbDetector.load,
  yunet: YunetDetector.load,
  scrfd: ScrfdDetector.load,
};

export function loadDetector<F extends Family>(
  path: string,
  facts: FactsOf<F>,
  options: InferenceOptions,
): Promise<Detector> {
  const load: Loader<F> = FAMILIES[facts.family as F];
  return load(path, facts, options);
}
