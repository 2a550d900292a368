import type { Candidate } from '../detect/candidate';
import type { InferenceOptions, InferenceTally } from '../inference/onnx-model';
import type { LandmarkerFacts } from '../packs/manifest';
import type { Pyramid } from '../raster/pyramid';
import { Landmarks68 } from './landmarks-68';

/** x and y of left eye, right eye, nose tip, left and right mouth corner, in pixels of the photo. */
export type FivePoints = readonly number[];

/** Finds the five landmarks of a face whose box is known. */
export interface Landmarker {
  readonly tally: InferenceTally;
  locate(photo: Pyramid, face: Candidate): Promise<FivePoints>;
  release(): Promise<void>;
}

type Family = LandmarkerFacts['family'];
type Loader = (path: string, facts: LandmarkerFacts, options: InferenceOptions) => Promise<Landmarker>;

/** Every family of landmarkers; a new one is a file and a line here. */
const FAMILIES: Readonly<Record<Family, Loader>> = {
  'landmarks-68': Landmarks68.load,
};

export function loadLandmarker(
  path: string,
  facts: LandmarkerFacts,
  options: InferenceOptions,
): Promise<Landmarker> {
  return FAMILIES[facts.family](path, facts, options);
}
