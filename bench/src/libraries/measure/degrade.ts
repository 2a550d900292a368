import sharp from 'sharp';
import type { AnalyserPool } from '@kindred/vision';
import { titleOf } from '../../data';
import { EXPECTED_FACES } from '../../eval/expected-faces';
import type { KnownFace } from '../../known-faces';
import { Random } from '../random';

/** Regions of each photo without a face that are looked at. */
const REGIONS = 12;

/** A way to make a photo worse, by how much of the face is left. */
export interface Degrading {
  readonly name: string;
  /** Standard deviation of the blur, as a share of the width of the face. */
  readonly blur?: number;
  /** Width that the face is shrunk to, in pixels. */
  readonly width?: number;
}

export const DEGRADINGS: readonly Degrading[] = [
  { name: 'blur 2 %', blur: 0.02 },
  { name: 'blur 4 %', blur: 0.04 },
  { name: 'blur 6 %', blur: 0.06 },
  { name: 'blur 8 %', blur: 0.08 },
  { name: 'blur 12 %', blur: 0.12 },
  { name: '48 px', width: 48 },
  { name: '32 px', width: 32 },
  { name: '24 px', width: 24 },
  { name: '16 px', width: 16 },
  { name: '12 px', width: 12 },
];

/** The same faces, at the same place, in photos that were made worse. */
export async function degraded(
  pool: AnalyserPool,
  faces: readonly KnownFace[],
  { blur, width }: Degrading,
): Promise<KnownFace[]> {
  return Promise.all(
    faces.map(async ({ person, photo, face }) => {
      const { width: pixels } = await sharp(photo).metadata();
      const faceWidth = face.box.width * pixels;
      const image = sharp(photo).removeAlpha();
      if (width !== undefined && width < faceWidth) {
        image.resize(Math.round((pixels * width) / faceWidth), null, { kernel: 'cubic' });
      }
      if (blur !== undefined) image.blur(Math.max(0.3, blur * faceWidth));
      const analysis = await pool.analyseRegions(await image.png().toBuffer(), [face.box]);
      return { person, photo, face: analysis.faces[0]! };
    }),
  );
}

/** Regions of those photos in which there is no face, each as somebody of its own. */
export async function regionsWithoutFace(
  pool: AnalyserPool,
  photos: readonly string[],
): Promise<KnownFace[]> {
  const random = new Random(1);
  const regions: KnownFace[] = [];
  for (const photo of photos.filter((path) => EXPECTED_FACES[titleOf(path)] === 0)) {
    const boxes = Array.from({ length: REGIONS }, () => {
      const side = random.between(0.08, 0.4);
      return { x: random.between(0, 1 - side), y: random.between(0, 1 - side), width: side, height: side };
    });
    const { faces } = await pool.analyseRegions(photo, boxes);
    for (const face of faces) regions.push({ person: `${photo} ${regions.length}`, photo, face });
  }
  return regions;
}
