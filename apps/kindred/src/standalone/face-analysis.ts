import type { FaceAnalysis, PackName } from '@kindred/domain';
import type { AnalyserPool, ModelPackManifest } from '@kindred/vision';

/** Lets people who wait for an answer use the detector's threads, before the photos that are scanned. */
export function faceAnalysisOf(
  { analyser, pack }: { readonly analyser: AnalyserPool; readonly pack: PackName },
  { slope, intercept }: ModelPackManifest['matching'],
): FaceAnalysis {
  return {
    pack,
    find: (picture) => analyser.analyse(picture, { urgent: true }),
    describe: (picture, boxes) => analyser.analyseRegions(picture, boxes, { urgent: true }),
    confidenceOf: (similarity) => 1 / (1 + Math.exp(-(slope * similarity + intercept))),
  };
}
