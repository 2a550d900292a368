import sharp from 'sharp';
import type { Point } from '@kindred/domain';
import { CROP_SIDE } from '../crop/crop-face';
import { AnalyserPool } from '../pool/analyser-pool';
import { SAMPLE_PHOTOS } from '../samples/sample-photos';
import { realPack, realPhotos } from '../testing/real-pack';
import type { AnalysedFace, PhotoAnalyser, PhotoAnalysis } from './analysis';

/** The first run downloads the models. */
jest.setTimeout(300_000);

const [FIRST] = SAMPLE_PHOTOS;

function similarity(a: AnalysedFace, b: AnalysedFace): number {
  return a.embedding.reduce((sum, value, i) => sum + value * b.embedding[i], 0);
}

function byPosition({ faces }: PhotoAnalysis): AnalysedFace[] {
  return [...faces].sort((a, b) => a.box.x - b.box.x);
}

describe('FaceAnalyser with the default pack', () => {
  let analyser: PhotoAnalyser;
  let photos: string[];
  let first: PhotoAnalysis;

  beforeAll(async () => {
    photos = await realPhotos();
    // In a worker: ONNX Runtime does not take the typed arrays of Jest's sandbox.
    analyser = await AnalyserPool.open({ pack: await realPack('faceplugin'), workers: 1 });
    first = await analyser.analyse(photos[0]);
  });
  afterAll(() => analyser?.close());

  it('finds every face of the sample photos and nothing else', async () => {
    const found: number[] = [];
    for (const photo of photos) found.push((await analyser.analyse(photo)).faces.length);
    expect(found).toEqual(SAMPLE_PHOTOS.map((photo) => photo.faces));
  });

  it('describes a face: box, landmarks in it, quality, an embedding of length 1, a crop', async () => {
    expect([first.width, first.height]).toEqual([1920, 1280]);
    for (const face of first.faces) {
      const { x, y, width, height } = face.box;
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1);
      for (const point of face.landmarks) {
        expect(point.x).toBeGreaterThan(x - width * 0.1);
        expect(point.x).toBeLessThan(x + width * 1.1);
        expect(point.y).toBeGreaterThan(y);
        expect(point.y).toBeLessThan(y + height);
      }
      const [leftEye, rightEye, nose, leftMouth, rightMouth] = face.landmarks;
      expect(leftEye.x).toBeLessThan(rightEye.x);
      expect(leftMouth.x).toBeLessThan(rightMouth.x);
      expect((leftEye.y + rightEye.y) / 2).toBeLessThan(nose.y);
      expect(nose.y).toBeLessThan((leftMouth.y + rightMouth.y) / 2);
      expect(face.score).toBeGreaterThan(0.9);
      for (const value of Object.values(face.quality)) expect(value >= 0 && value <= 1).toBe(true);
      expect(face.embedding).toHaveLength(512);
      expect(similarity(face, face)).toBeCloseTo(1, 4);
      const crop = await sharp(face.crop).metadata();
      expect(crop.format).toBe('webp');
      expect(crop.height).toBe(crop.width);
      expect(crop.width).toBeGreaterThan(150);
      expect(crop.width).toBeLessThanOrEqual(CROP_SIDE);
    }
  });

  it('is the same every time, also when several photos are asked for at once', async () => {
    const together = await Promise.all([
      analyser.analyse(photos[0]),
      analyser.analyse(photos[1]),
      analyser.analyse(photos[0]),
    ]);
    for (const analysis of [together[0], together[2]]) {
      expect(analysis.faces.map((face) => face.box)).toEqual(first.faces.map((face) => face.box));
      expect(analysis.faces.map((face) => face.embedding)).toEqual(first.faces.map((face) => face.embedding));
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'finds the same people in a photo stored with EXIF orientation %i',
    async (orientation) => {
      const stored = await storedAs(photos[0], orientation);
      const analysis = await analyser.analyse(stored);
      expect([analysis.width, analysis.height]).toEqual([first.width, first.height]);
      const faces = byPosition(analysis);
      expect(faces).toHaveLength(FIRST.faces);
      byPosition(first).forEach((face, i) => {
        expect(faces[i].box.x).toBeCloseTo(face.box.x, 1);
        expect(faces[i].box.y).toBeCloseTo(face.box.y, 1);
        expect(similarity(face, faces[i])).toBeGreaterThan(0.9);
      });
    },
  );

  it('knows a face again in a smaller copy of the photo, and different people apart', async () => {
    const copy = await sharp(photos[0]).resize(800).jpeg({ quality: 80 }).toBuffer();
    const faces = byPosition(await analyser.analyse(copy));
    const originals = byPosition(first);
    for (let i = 0; i < originals.length; i++) {
      for (let k = 0; k < faces.length; k++) {
        if (i === k) expect(similarity(originals[i], faces[k])).toBeGreaterThan(0.7);
        else expect(similarity(originals[i], faces[k])).toBeLessThan(0.36);
      }
    }
  });

  it('describes regions that a hand has drawn, whatever is in them', async () => {
    const drawn = first.faces.map(({ box }) => ({
      x: box.x - box.width * 0.1,
      y: box.y - box.height * 0.05,
      width: box.width * 1.15,
      height: box.height * 1.1,
    }));
    const nothing = { x: 0.01, y: 0.01, width: 0.05, height: 0.05 };
    const analysis = await analyser.analyseRegions(photos[0], [...drawn, nothing]);
    expect(analysis.faces).toHaveLength(drawn.length + 1);
    first.faces.forEach((face, i) => {
      expect(analysis.faces[i].box.x).toBeCloseTo(drawn[i].x, 6);
      expect(similarity(face, analysis.faces[i])).toBeGreaterThan(0.7);
    });
    expect(analysis.faces.at(-1)!.score).toBeLessThan(0.9);
  });

  it('finds no face where there is none', async () => {
    const grass = await sharp({
      create: {
        width: 1500,
        height: 1000,
        channels: 3,
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
        background: 'green',
      },
    })
      .blur(3)
      .jpeg()
      .toBuffer();
    expect((await analyser.analyse(grass)).faces).toEqual([]);
  });

  it.each([
    ['a single pixel', 1, 1],
    ['a line', 5000, 1],
    ['a narrow strip', 7, 3000],
  ])('finds nothing in %s, and does not mind', async (_, width, height) => {
    const image = await sharp({ create: { width, height, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    expect(await analyser.analyse(image)).toMatchObject({ width, height, faces: [] });
  });

  it('finds faces of 24 pixels and more in a photo of 24 megapixels, and nothing else', async () => {
    const { photo, people } = await crowd(photos);
    const { width, height, faces } = await analyser.analyse(photo);
    expect(width * height).toBe(24_000_000);
    const distance = (face: AnalysedFace, person: Point) =>
      Math.hypot(
        (face.box.x + face.box.width / 2) * width - person.x,
        (face.box.y + face.box.height / 2) * height - person.y,
      );
    const found = people.filter((person) => faces.some((face) => distance(face, person) < 12));
    expect(found.length / people.length).toBeGreaterThanOrEqual(0.9);
    expect(faces.length - found.length).toBeLessThanOrEqual(1);
  });

  /** The sample photos on a wide plain, each so small that its smallest face has 24 pixels (as a geometric mean). */
  async function crowd(sources: string[]): Promise<{ photo: Buffer; people: Point[] }> {
    const pieces: sharp.OverlayOptions[] = [];
    const people: Point[] = [];
    for (const [i, source] of sources.entries()) {
      const { width, height, faces } = await analyser.analyse(source);
      const smallest = Math.min(
        ...faces.map(({ box }) => Math.sqrt(box.width * width * box.height * height)),
      );
      const small = {
        width: Math.round((width * 24) / smallest),
        height: Math.round((height * 24) / smallest),
      };
      const place = { left: 337 + (i % 3) * 1971, top: 611 + Math.floor(i / 3) * 1907 };
      pieces.push({
        input: await sharp(source).resize(small.width, small.height, { fit: 'fill' }).png().toBuffer(),
        ...place,
      });
      for (const { box } of faces) {
        people.push({
          x: place.left + (box.x + box.width / 2) * small.width,
          y: place.top + (box.y + box.height / 2) * small.height,
        });
      }
    }
    const plain = sharp({
      create: { width: 6000, height: 4000, channels: 3, background: { r: 96, g: 104, b: 92 } },
    });
    return { photo: await plain.composite(pieces).jpeg({ quality: 92 }).toBuffer(), people };
  }
});

/** The photo as a camera held the other way stores it: turned pixels and the tag that turns them back. */
async function storedAs(path: string, orientation: number): Promise<Buffer> {
  const turnedBack = [2, 3, 4, 5, 6, 7, 8].includes(orientation) ? INVERSE[orientation] : 1;
  const pixels = await sharp(await sharp(path).withMetadata({ orientation: turnedBack }).toBuffer())
    .autoOrient()
    .jpeg({ quality: 95 })
    .toBuffer();
  return sharp(pixels).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
}

/** Turning by 90 degrees is undone by turning the other way; everything else undoes itself. */
const INVERSE: Record<number, number> = { 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6 };
