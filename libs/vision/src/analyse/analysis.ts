import type { Box, FaceQuality, FiveLandmarks } from '@kindred/domain';
import type { InferenceOptions } from '../inference/onnx-model';
import type { DecodeOptions } from '../decode/decode';
import type { InstalledPack } from '../packs/installed-pack';
import type { PhotoSource } from '../decode/source';

/** Everything that was found in one photo. */
export interface PhotoAnalysis {
  /** Pixels of the upright photo as it stands in the file. */
  readonly width: number;
  readonly height: number;
  /** Best first. */
  readonly faces: readonly AnalysedFace[];
  readonly timings: AnalysisTimings;
  readonly inferences: InferenceCounts;
}

export interface AnalysedFace {
  /** Fractions of the upright photo, clipped to it. */
  readonly box: Box;
  readonly landmarks: FiveLandmarks;
  /** The detector's confidence in [0, 1]. */
  readonly score: number;
  readonly quality: FaceQuality;
  /** Length 1. */
  readonly embedding: Float32Array;
  /** The face with a margin: a square WebP of up to 256 pixels, fewer where the photo shows fewer. */
  readonly crop: Uint8Array;
}

/** Where the milliseconds went; waiting for other photos is in none of them. */
export interface AnalysisTimings {
  readonly decodeMs: number;
  readonly detectMs: number;
  readonly landmarkMs: number;
  readonly embedMs: number;
  /** Cropping runs beside the rest of the work; this is what was left to wait for. */
  readonly cropMs: number;
  /** The part of all of the above that ONNX Runtime computed. */
  readonly inferenceMs: number;
}

/** How often each model ran for the photo. */
export interface InferenceCounts {
  readonly detector: number;
  readonly landmarker: number;
  readonly embedder: number;
}

export interface AnalyserOptions extends InferenceOptions, DecodeOptions {
  readonly pack: InstalledPack;
  /** Faces whose side is shorter are left out; the time a photo takes falls with its square. Default: 24. */
  readonly minimumFacePixels?: number;
}

/** Turns photos into faces; what `FaceAnalyser` does in its own thread and `AnalyserPool` in many. */
export interface PhotoAnalyser {
  /**
   * Finds, aligns, rates, embeds and crops every face.
   * @throws KindredError when the file is no readable photo; see `probeImage` and `decodeUpright`.
   */
  analyse(source: PhotoSource): Promise<PhotoAnalysis>;
  /**
   * The same for regions that are known to be faces, for example drawn by hand: one face a box, in their order,
   * whatever the detector thinks of them; each keeps the box it was given.
   */
  analyseRegions(source: PhotoSource, boxes: readonly Box[]): Promise<PhotoAnalysis>;
  close(): Promise<void>;
}
