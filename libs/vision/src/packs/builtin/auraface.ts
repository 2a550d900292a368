import type { ModelPackManifest } from '../manifest';
import { insightFacePixels, scrfd10g, SCRFD_10G_BYTES, SCRFD_10G_SHA256 } from './scrfd-10g';

const MODEL = 'https://huggingface.co/fal/AuraFace-v1/resolve/af6d057c9b0ec4071d4c49c80e3539258798b609';

/** An ArcFace ResNet-100 trained on data that permits commercial use. */
export const auraface: ModelPackManifest = {
  name: 'auraface',
  title: 'AuraFace: SCRFD-10G detector, ArcFace ResNet-100 embeddings',
  version: '1.0',
  licence: 'Apache-2.0',
  licenceUrl: 'https://huggingface.co/fal/AuraFace-v1',
  commercialUse: true,
  dimension: 512,
  detector: scrfd10g,
  embedder: { family: 'arcface', file: 'glintr100.onnx', pixels: insightFacePixels },
  matching: { sameFace: 0.35, slope: 22, intercept: -6.5 },
  files: [
    {
      name: 'det_10g.onnx',
      source: `${MODEL}/scrfd_10g_bnkps.onnx`,
      sha256: SCRFD_10G_SHA256,
      bytes: SCRFD_10G_BYTES,
    },
    {
      name: 'glintr100.onnx',
      source: `${MODEL}/glintr100.onnx`,
      sha256: 'a7933ea5330113b01c9b60351d8f4c33003f145d8470ac5f0e52ee2effe25c60',
      bytes: 260_694_151,
    },
  ],
};
