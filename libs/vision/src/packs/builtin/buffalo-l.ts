import type { ModelPackManifest } from '../manifest';
import { insightFacePixels, scrfd10g, SCRFD_10G_BYTES, SCRFD_10G_SHA256 } from './scrfd-10g';

const MIRROR =
  'https://huggingface.co/public-data/insightface/resolve/33c1063c49c785b7652d3fd529f86fa4f149392b/models/buffalo_l';

/** InsightFace's large pack. Its weights are for non-commercial research only. */
export const buffaloL: ModelPackManifest = {
  name: 'buffalo_l',
  title: 'InsightFace buffalo_l: SCRFD-10G detector, ArcFace ResNet-50 embeddings',
  version: '0.7',
  licence: 'LicenseRef-InsightFace-non-commercial',
  licenceUrl: 'https://github.com/deepinsight/insightface#license',
  commercialUse: false,
  dimension: 512,
  detector: scrfd10g,
  embedder: { family: 'arcface', file: 'w600k_r50.onnx', pixels: insightFacePixels },
  matching: { sameFace: 0.35, slope: 22, intercept: -6.5 },
  files: [
    {
      name: 'det_10g.onnx',
      source: `${MIRROR}/det_10g.onnx`,
      sha256: SCRFD_10G_SHA256,
      bytes: SCRFD_10G_BYTES,
    },
    {
      name: 'w600k_r50.onnx',
      source: `${MIRROR}/w600k_r50.onnx`,
      sha256: '4c06341c33c2ca1f86781dab0e829f88ad5b64be9fba56e56bc9ebdefc619e43',
      bytes: 174_383_860,
    },
  ],
};
