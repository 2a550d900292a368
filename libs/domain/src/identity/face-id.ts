import type { Box } from '../face/geometry';
import type { FaceId, PackName, PhotoId } from './ids';
import { uuidV5 } from './uuid-v5';

/** The namespace of every face id; fixed for ever, since ids must not change between versions. */
const FACE_NAMESPACE = Buffer.from('6f0d8f5ce4d44f0b9a3c1d2b7e5a9c41', 'hex');

/** Boxes that agree to this fraction of the image are one face; detectors are deterministic far below it. */
const QUANTUM = 1 / 4096;

/**
 * The deterministic identity of a detected face: UUIDv5 (RFC 9562) over the photo, the pack that found it and
 * the box quantised to 1/4096 of the image. Detecting the same photo again with the same pack gives the same id,
 * so a redelivered message overwrites instead of duplicating.
 */
export function faceIdOf(photo: PhotoId, pack: PackName, box: Box): FaceId {
  const quantised = [box.x, box.y, box.width, box.height]
    .map((value) => Math.round(value / QUANTUM))
    .join(',');
  return uuidV5(FACE_NAMESPACE, `${photo}/${pack}/${quantised}`) as FaceId;
}
