import type { ModelPackManifest } from '../manifest';

/** SCRFD-10G with key points, the detector of both packs that use it. */
export const scrfd10g: ModelPackManifest['detector'] = {
  family: 'scrfd',
  file: 'det_10g.onnx',
  window: { width: 640, height: 640 },
  pixels: { channels: 'rgb', mean: 127.5, deviation: 128 },
  scoreThreshold: 0.5,
  overlapThreshold: 0.4,
  smallestFace: 12,
};

export const SCRFD_10G_SHA256 = '5838f7fe053675b1c7a08b633df49e7af5495cee0493c7dcf6697200b85b5b91';
export const SCRFD_10G_BYTES = 16_923_827;

/** ArcFace as InsightFace trains it. */
export const insightFacePixels = { channels: 'rgb', mean: 127.5, deviation: 127.5 } as const;
