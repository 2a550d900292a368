import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp, { type Region, type Sharp } from 'sharp';
import { samplePhotos } from './sample-photos';

/** Four people of the sample photos and where their faces are. */
const PEOPLE = [
  { name: 'Anna', photo: 'sample1.jpg', face: { left: 1444, top: 191, width: 245, height: 252 } },
  { name: 'Ben', photo: 'sample3.jpg', face: { left: 595, top: 329, width: 195, height: 270 } },
  { name: 'Cleo', photo: 'sample6.jpg', face: { left: 1174, top: 321, width: 191, height: 255 } },
  { name: 'Dan', photo: 'sample5.jpg', face: { left: 378, top: 863, width: 183, height: 310 } },
] as const;

/** What makes several photos of one. */
const VARIATIONS: Readonly<Record<string, (photo: Sharp) => Sharp>> = {
  plain: (photo) => photo,
  mirrored: (photo) => photo.flop(),
  dark: (photo) => photo.modulate({ brightness: 0.6 }),
  grey: (photo) => photo.grayscale(),
  small: (photo) => photo.resize({ width: 220 }),
  soft: (photo) => photo.blur(1.5),
};

export const PHOTOS_A_PERSON = Object.keys(VARIATIONS).length;

/**
 * Fills a folder with a folder for each of four people, and answers their names. The photos say that they were taken
 * then, like `2001:05:04 12:00:00`; nothing without it.
 */
export async function putPhotosOfPeople(folder: string, takenAt?: string): Promise<string[]> {
  const photos = await samplePhotos();
  for (const { name, photo, face } of PEOPLE) {
    const path = photos.find((path) => basename(path) === photo)!;
    await mkdir(join(folder, name), { recursive: true });
    for (const [variation, change] of Object.entries(VARIATIONS)) {
      const cut = await sharp(path).extract(withMargin(face)).png().toBuffer();
      await change(sharp(cut))
        .withExif(takenAt === undefined ? {} : { IFD2: { DateTimeOriginal: takenAt } })
        .jpeg()
        .toFile(join(folder, name, `${variation}.jpg`));
    }
  }
  return PEOPLE.map(({ name }) => name);
}

/** The face with half its size around it. */
function withMargin({ left, top, width, height }: Region): Region {
  const [x, y] = [Math.round(width / 2), Math.round(height / 2)];
  return {
    left: Math.max(0, left - x),
    top: Math.max(0, top - y),
    width: width + Math.min(left, x) + x,
    height: height + Math.min(top, y) + y,
  };
}
