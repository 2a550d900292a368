import type { InferenceOptions, InferenceTally } from '../inference/onnx-model';
import type { EmbedderFacts } from '../packs/manifest';
import type { Raster } from '../raster/raster';
import { ArcFaceEmbedder } from './arcface';

/** Turns aligned faces into vectors of which the cosine says whether two faces are one person. */
export interface Embedder {
  readonly tally: InferenceTally;
  /** One vector of length 1 a face. */
  embed(aligned: readonly Raster[]): Promise<Float32Array[]>;
  release(): Promise<void>;
}

type Family = EmbedderFacts['family'];
type Loader = (
  path: string,
  facts: EmbedderFacts,
  dimension: number,
  options: InferenceOptions,
) => Promise<Embedder>;

/** Every family of embedders; a new one is a file and a line here. */
const FAMILIES: Readonly<Record<Family, Loader>> = {
  arcface: ArcFaceEmbedder.load,
};

export function loadEmbedder(
  path: string,
  facts: EmbedderFacts,
  dimension: number,
  options: InferenceOptions,
): Promise<Embedder> {
  return FAMILIES[facts.family](path, facts, dimension, options);
}
