import type { ModelPackManifest, PackFile } from '../manifest';

const ARCHIVE = {
  integrity:
    'sha512-shriXjd4zJHEwhK1jHK+bWo8Vv6Vu9B/w6RRsd4AFtNM/jaI2vhuOamOSMl9qQmLd8WlQ7dgqN+3C2iOi5pXWw==',
  bytes: 41_114_878,
};

const PACKAGE = 'npm:faceplugin-face-recognition-js@0.0.1';

export const facepluginEmbedderFile: PackFile = {
  name: 'fr_feature.onnx',
  source: `${PACKAGE}#model/fr_feature.onnx`,
  sha256: '87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581',
  bytes: 4_884_269,
  archive: ARCHIVE,
};

export const facepluginEmbedder: ModelPackManifest['embedder'] = {
  family: 'arcface',
  file: facepluginEmbedderFile.name,
  pixels: { channels: 'rgb', mean: 127, deviation: 128 },
};

/** Fitted to pairs of public photos, then made gentler: people's own libraries have more blur and more years. */
export const facepluginMatching: ModelPackManifest['matching'] = {
  sameFace: 0.36,
  slope: 30,
  intercept: -10.8,
};

/** The default: small, quick, MIT, and in the npm registry. */
export const faceplugin: ModelPackManifest = {
  name: 'faceplugin',
  title: 'RFB-320 detector, 68 landmarks, 512-d embeddings',
  version: '0.0.1',
  licence: 'MIT',
  licenceUrl: 'https://github.com/Faceplugin-ltd/FaceRecognition-Javascript/blob/main/LICENSE',
  commercialUse: true,
  dimension: 512,
  detector: {
    family: 'rfb',
    file: 'fr_detect.onnx',
    window: { width: 320, height: 240 },
    pixels: { channels: 'rgb', mean: 127, deviation: 128 },
    scoreThreshold: 0.3,
    overlapThreshold: 0.4,
    smallestFace: 12,
    verification: { looks: [0.35, 0.25, 0.5, 0.2], certain: 0.998, scoreThreshold: 0.9 },
  },
  landmarker: {
    family: 'landmarks-68',
    file: 'fr_landmark.onnx',
    window: { width: 64, height: 64 },
    pixels: { channels: 'grey', mean: 0, deviation: 256 },
    margin: 1.2,
  },
  embedder: facepluginEmbedder,
  matching: facepluginMatching,
  files: [
    {
      name: 'fr_detect.onnx',
      source: `${PACKAGE}#model/fr_detect.onnx`,
      sha256: '6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854',
      bytes: 1_217_758,
      archive: ARCHIVE,
    },
    {
      name: 'fr_landmark.onnx',
      source: `${PACKAGE}#model/fr_landmark.onnx`,
      sha256: 'f10b0ba1d2a8a099adefede1ebf3733e44fe370715e7303dbeb7f59c02142258',
      bytes: 1_163_742,
      archive: ARCHIVE,
    },
    facepluginEmbedderFile,
  ],
};
