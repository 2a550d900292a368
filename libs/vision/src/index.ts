export type {
  AnalysedFace,
  AnalyserOptions,
  AnalysisTimings,
  InferenceCounts,
  PhotoAnalyser,
  PhotoAnalysis,
} from './analyse/analysis';
export { FaceAnalyser } from './analyse/face-analyser';
export { mainFace } from './analyse/main-face';
export { CROP_SIDE } from './crop/crop-face';
export { decodeUpright, type DecodedPhoto, type DecodeOptions } from './decode/decode';
export { DEFAULT_MAXIMUM_PIXELS, probeImage, type ImageFacts, type ProbeOptions } from './decode/probe';
export type { PhotoSource } from './decode/source';
export {
  EXECUTION_PROVIDERS,
  supportedExecutionProviders,
  type ExecutionProvider,
} from './inference/execution-provider';
export type { InferenceOptions } from './inference/onnx-model';
export { BUILTIN_PACKS, DEFAULT_PACK } from './packs/builtin';
export type { FetchOptions, FetchProgress, OnProgress } from './packs/fetch/progress';
export type { InstalledPack } from './packs/installed-pack';
export { modelPackManifest, type ModelPackManifest } from './packs/manifest';
export { ModelPackRepository, type ListedPack, type PullOptions } from './packs/model-pack-repository';
export { AnalyserPool, type AnalyseOptions, type PoolOptions } from './pool/analyser-pool';
export type { Raster } from './raster/raster';
export { fetchSamplePhotos, SAMPLE_PHOTOS, type SamplePhoto } from './samples/sample-photos';
export {
  similarityPairs,
  type PairSimilarities,
  type PersonEmbedding,
} from './verification/similarity-pairs';
