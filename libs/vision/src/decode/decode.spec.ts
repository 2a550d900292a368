import { randomFillSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { BLUE, colourDistance, cornersOf, GREEN, quadrants, RED, YELLOW } from '../testing/quadrants';
import { decodeUpright } from './decode';
import { probeImage } from './probe';

const UPRIGHT = [RED, GREEN, BLUE, YELLOW];
const WHITE = [255, 255, 255];

/** How a stored picture looks after each EXIF orientation: the corners that come first, row by row. */
const TURNED: Record<number, number[]> = {
  1: [0, 1, 2, 3],
  2: [1, 0, 3, 2],
  3: [3, 2, 1, 0],
  4: [2, 3, 0, 1],
  5: [0, 2, 1, 3],
  6: [2, 0, 3, 1],
  7: [3, 1, 2, 0],
  8: [1, 3, 0, 2],
};

function noise(width: number, height: number): sharp.Sharp {
  return sharp(randomFillSync(Buffer.alloc(width * height * 3)), { raw: { width, height, channels: 3 } });
}

describe('decodeUpright', () => {
  describe.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)('%s', (format) => {
    it.each([1, 2, 3, 4, 5, 6, 7, 8])('is upright with EXIF orientation %i', async (orientation) => {
      const stored = await quadrants().withMetadata({ orientation })[format]({ quality: 95 }).toBuffer();
      const { raster, facts } = await decodeUpright(stored);
      const sideways = orientation >= 5;
      expect([raster.width, raster.height]).toEqual(sideways ? [64, 96] : [96, 64]);
      expect([facts.width, facts.height]).toEqual([raster.width, raster.height]);
      const expected = TURNED[orientation].map((corner) => UPRIGHT[corner]);
      expect(colourDistance(cornersOf(raster), expected)).toBeLessThan(6);
    });
  });

  it('reads HEIC', async () => {
    const stored = await readFile(join(__dirname, '../../fixtures/quadrants.heic'));
    const { raster, facts } = await decodeUpright(stored);
    expect(facts).toMatchObject({ mediaType: 'image/heic', width: 96, height: 64 });
    expect(colourDistance(cornersOf(raster), UPRIGHT)).toBeLessThan(6);
  });

  it.each([
    ['16-bit PNG', () => quadrants().toColourspace('rgb16').png().toBuffer(), 2],
    ['16-bit TIFF', () => quadrants().toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer(), 2],
    [
      'floating point TIFF',
      () => quadrants().toColourspace('scrgb').tiff({ compression: 'none' }).toBuffer(),
      2,
    ],
    ['palette PNG', () => quadrants().png({ palette: true }).toBuffer(), 2],
    ['Display P3', () => quadrants().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(), 12],
    ['CMYK JPEG', () => quadrants().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), 100],
    ['opaque alpha', () => quadrants().ensureAlpha(1).webp({ lossless: true }).toBuffer(), 2],
  ])('keeps the colours of %s', async (_, make, tolerance) => {
    const { raster } = await decodeUpright(await make());
    expect(colourDistance(cornersOf(raster), UPRIGHT)).toBeLessThanOrEqual(tolerance);
  });

  it.each([
    ['greyscale JPEG', () => quadrants().greyscale().jpeg().toBuffer()],
    ['16-bit greyscale PNG', () => quadrants().toColourspace('grey16').png().toBuffer()],
    [
      'bilevel TIFF',
      () =>
        quadrants()
          .threshold()
          .toColourspace('b-w')
          .tiff({ bitdepth: 1, compression: 'packbits', predictor: 'none' })
          .toBuffer(),
    ],
  ])('gives %s three equal channels', async (_, make) => {
    const { raster } = await decodeUpright(await make());
    for (const [red, green, blue] of cornersOf(raster)) expect([green, blue]).toEqual([red, red]);
  });

  it.each([
    ['colour', () => quadrants().ensureAlpha(0).png().toBuffer()],
    ['grey', () => quadrants().greyscale().ensureAlpha(0).png().toBuffer()],
  ])('puts transparent %s on white', async (_, make) => {
    const { raster } = await decodeUpright(await make());
    expect(cornersOf(raster)).toEqual([WHITE, WHITE, WHITE, WHITE]);
  });

  it.each(['gif', 'webp'] as const)('shows the first frame of an animated %s', async (format) => {
    const frames = [await quadrants().png().toBuffer(), await quadrants().negate().png().toBuffer()];
    const joined = sharp(frames, { join: { animated: true } });
    const animation = await joined[format]({ effort: 1 }).toBuffer();
    const { raster, facts } = await decodeUpright(animation);
    expect(facts).toMatchObject({ pages: 2, width: 96, height: 64 });
    expect(colourDistance(cornersOf(raster), UPRIGHT)).toBeLessThan(10);
  });

  it('shrinks what has more pixels than it may hold, and still tells its true size', async () => {
    const stored = await quadrants().resize(2400, 1600).jpeg().toBuffer();
    const { raster, facts } = await decodeUpright(stored, { workingPixels: 60_000 });
    expect([facts.width, facts.height]).toEqual([2400, 1600]);
    expect([raster.width, raster.height]).toEqual([300, 200]);
    expect(colourDistance(cornersOf(raster), UPRIGHT)).toBeLessThan(10);
  });

  it('reads a single pixel', async () => {
    const { raster } = await decodeUpright(await noise(1, 1).png().toBuffer());
    expect([raster.width, raster.height, raster.data.length]).toEqual([1, 1, 3]);
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'] as const)(
    'refuses a %s that is cut short',
    async (format) => {
      const whole = await noise(400, 300)[format]().toBuffer();
      for (const share of [0.02, 0.5, 0.98]) {
        const cut = whole.subarray(0, Math.floor(whole.length * share));
        await expect(decodeUpright(cut)).rejects.toMatchObject({ code: 'IMAGE_CORRUPT' });
      }
    },
  );

  it('refuses a progressive JPEG that is cut short, which viewers show blurred', async () => {
    const whole = await noise(400, 300).jpeg({ progressive: true }).toBuffer();
    await expect(decodeUpright(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      code: 'IMAGE_CORRUPT',
    });
  });

  it('reads a JPEG with garbage after its end, as cameras leave it', async () => {
    const photo = Buffer.concat([await quadrants().jpeg({ quality: 95 }).toBuffer(), Buffer.alloc(500, 7)]);
    const { raster } = await decodeUpright(photo);
    expect(colourDistance(cornersOf(raster), UPRIGHT)).toBeLessThan(6);
  });
});

describe('probeImage', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'kindred-probe-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('goes by content and not by name', async () => {
    const path = join(folder, 'photo.txt');
    await writeFile(path, await quadrants().webp().toBuffer());
    expect(await probeImage(path)).toMatchObject({
      mediaType: 'image/webp',
      width: 96,
      height: 64,
      pages: 1,
    });
  });

  it.each(['💐 [1].jpg', 'line\nbreak.jpg', `${'ü'.repeat(125)}.jpg`])(
    'reads a file named %j',
    async (name) => {
      const path = join(folder, name);
      await writeFile(path, await quadrants().jpeg().toBuffer());
      expect(await probeImage(path)).toMatchObject({ mediaType: 'image/jpeg' });
    },
  );

  it('gives the EXIF block', async () => {
    const photo = await quadrants()
      .withExif({ IFD0: { Make: 'Kindred' } })
      .jpeg()
      .toBuffer();
    expect(Buffer.from((await probeImage(photo)).exif!).includes('Kindred')).toBe(true);
  });

  it.each([
    ['FILE_EMPTY', Buffer.alloc(0)],
    ['FILE_NOT_AN_IMAGE', Buffer.from('These are the words of a text file.')],
    ['FILE_NOT_AN_IMAGE', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['FILE_NOT_AN_IMAGE', Buffer.from([0])],
    ['IMAGE_UNSUPPORTED', Buffer.from('BM and the rest of a bitmap')],
    ['IMAGE_UNSUPPORTED', Buffer.from('8BPS and the rest of a Photoshop file')],
    ['IMAGE_CORRUPT', Buffer.from([0xff, 0xd8, 0xff])],
    ['FILE_VANISHED', '/nowhere/photo.jpg'],
    ['FILE_UNREADABLE', tmpdir()],
  ])('refuses with %s, in words', async (code, source) => {
    await expect(probeImage(source)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/\.$/),
      hint: expect.stringMatching(/\.$/),
    });
  });

  it('refuses a bomb by its header', async () => {
    const bomb = pngHeader(30_000, 30_000);
    await expect(probeImage(bomb)).rejects.toMatchObject({
      code: 'IMAGE_TOO_LARGE',
      message: expect.stringContaining('900 megapixels'),
    });
    await expect(decodeUpright(bomb)).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' });
  });

  it('has a limit that can be moved', async () => {
    const photo = await quadrants().png().toBuffer();
    await expect(probeImage(photo, { maximumPixels: 96 * 64 - 1 })).rejects.toMatchObject({
      code: 'IMAGE_TOO_LARGE',
    });
    await expect(probeImage(photo, { maximumPixels: 96 * 64 })).resolves.toBeDefined();
  });
});

/** A PNG that promises a size; nobody should want its pixels. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(16)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
