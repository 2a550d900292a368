import type { ModelPackManifest } from '../manifest';
import { facepluginEmbedder, facepluginEmbedderFile, facepluginMatching } from './faceplugin';

/** Finds smaller and more turned faces than the default pack; same embeddings. */
export const yunet: ModelPackManifest = {
  name: 'yunet',
  title: 'YuNet detector with landmarks, 512-d embeddings',
  version: '2026.5',
  licence: 'MIT',
  licenceUrl: 'https://github.com/opencv/opencv_zoo/blob/main/models/face_detection_yunet/LICENSE',
  commercialUse: true,
  dimension: 512,
  detector: {
    family: 'yunet',
    file: 'face_detection_yunet_2026may.onnx',
    window: { width: 640, height: 640 },
    pixels: { channels: 'bgr', mean: 0, deviation: 1 },
    scoreThreshold: 0.3,
    overlapThreshold: 0.3,
    smallestFace: 16,
    verification: { looks: [0.35, 0.25, 0.5, 0.2], certain: 0.85, scoreThreshold: 0.65 },
  },
  embedder: facepluginEmbedder,
  matching: facepluginMatching,
  files: [
    {
      name: 'face_detection_yunet_2026may.onnx',
      source:
        'https://media.githubusercontent.com/media/opencv/opencv_zoo/26cc381e4d2594bb9f47a26eb8fd96c94a13660d/models/face_detection_yunet/face_detection_yunet_2026may.onnx',
      sha256: 'ebafce4e3c118d6554634be5c27ab333b4c047a9a8c3faf1d7cf93101c22f0f0',
      bytes: 229_738,
    },
    facepluginEmbedderFile,
  ],
};
