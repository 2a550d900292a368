import sharp from 'sharp';
import { CAMERA_EXIF, picture } from '../testing/photo-files';
import { readMetadata } from './photo-metadata';

async function exifOf(exif: sharp.Exif): Promise<Buffer> {
  return (await sharp(await picture().withExif(exif).jpeg().toBuffer()).metadata()).exif!;
}

const metadataOf = async (exif: sharp.Exif) => readMetadata(await exifOf(exif));

describe('the metadata of a photo', () => {
  it('is empty without EXIF', async () => {
    expect(await readMetadata(undefined)).toEqual({});
  });

  it('tells when, with what and where the photo was taken', async () => {
    expect(await metadataOf(CAMERA_EXIF)).toEqual({
      takenAt: '2024-04-30T01:15:00+02:00',
      camera: 'Kindred One',
      lens: 'Fifty',
      location: { latitude: expect.closeTo(48.2082, 4), longitude: expect.closeTo(16.3738, 4) },
    });
  });

  it('is read with and without the marker in front of the block', async () => {
    const exif = await exifOf(CAMERA_EXIF);
    expect(exif.subarray(0, 4).toString()).toBe('Exif');
    expect(await readMetadata(exif.subarray(6))).toEqual(await readMetadata(exif));
  });

  it('keeps a time without a zone as the camera wrote it', async () => {
    expect(await metadataOf({ IFD2: { DateTimeOriginal: '2024:04:30 01:15:00' } })).toEqual({
      takenAt: '2024-04-30T01:15:00',
    });
  });

  it('takes the time of digitising where no other is told', async () => {
    expect(await metadataOf({ IFD2: { DateTimeDigitized: '1999:12:31 23:59:59' } })).toEqual({
      takenAt: '1999-12-31T23:59:59',
    });
  });

  it.each(['0000:00:00 00:00:00', '2024:02:30 10:00:00', '2024:13:01 10:00:00', '    :  :     :  :  ', 'yesterday'])(
    'drops the date %j, which is none',
    async (DateTimeOriginal) => {
      expect(await metadataOf({ IFD2: { DateTimeOriginal } })).toEqual({});
    },
  );

  it('puts south and west on the negative side', async () => {
    const { location } = await metadataOf({
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '33/1 52/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '70/1 30/1 0/1' },
    });
    expect(location).toEqual({ latitude: expect.closeTo(-33.8667, 4), longitude: expect.closeTo(-70.5, 4) });
  });

  it.each([
    ['off the globe', '200/1 0/1 0/1'],
    ['divided by zero', '48/0 12/1 0/1'],
  ])('drops a place that is %s', async (_, GPSLatitude) => {
    const place = { GPSLatitudeRef: 'N', GPSLatitude, GPSLongitudeRef: 'E', GPSLongitude: '16/1 0/1 0/1' };
    expect(await metadataOf({ IFD3: place })).toEqual({});
  });

  it.each([
    ['Canon', 'Canon EOS R5', 'Canon EOS R5'],
    ['NIKON CORPORATION', 'Z 8', 'NIKON CORPORATION Z 8'],
    ['Apple', undefined, 'Apple'],
    [undefined, 'iPhone 15', 'iPhone 15'],
  ])('names the camera of %p and %p once', async (Make, Model, camera) => {
    const IFD0 = { ...(Make && { Make }), ...(Model && { Model }) };
    expect(await metadataOf({ IFD0 })).toEqual({ camera });
  });

  it('cleans texts of control characters and cuts long ones', async () => {
    const { camera } = await metadataOf({ IFD0: { Model: `One\u0007\n${'x'.repeat(500)}` } });
    expect(camera).toMatch(/^One x+$/);
    expect(camera).toHaveLength(200);
  });

  it('survives every block that is cut short or has a byte changed, with what can be read', async () => {
    const whole = await exifOf(CAMERA_EXIF);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 0xff;
      for (const damaged of [whole.subarray(0, at), changed]) {
        const { takenAt, location, ...rest } = await readMetadata(damaged);
        expect(takenAt ?? '2000-01-01T00:00:00').toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?$/);
        expect(Math.abs(location?.latitude ?? 0)).toBeLessThanOrEqual(90);
        expect(Math.abs(location?.longitude ?? 0)).toBeLessThanOrEqual(180);
        for (const text of Object.values(rest)) expect(text).not.toMatch(/\p{Cc}/u);
      }
    }
  });
});
