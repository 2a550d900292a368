import exifr from 'exifr';
import type { PhotoMetadata } from '@kindred/domain';

const TAGS = ['DateTimeOriginal', 'CreateDate', 'OffsetTimeOriginal', 'OffsetTime', 'Make', 'Model', 'LensModel'];
const POSITION = ['GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef'];

/** Date, camera and place out of a raw EXIF block or a whole TIFF file; what is missing or damaged is left out. */
export async function readMetadata(exif: Uint8Array | undefined): Promise<PhotoMetadata> {
  if (exif === undefined) return {};
  const tags: unknown = await exifr
    .parse(asTiffFile(exif), { pick: [...TAGS, ...POSITION], reviveValues: false, translateValues: false })
    .catch(() => undefined);
  if (tags === undefined || tags === null) return {};
  const read = tags as Record<string, unknown>;
  return withoutEmpty({
    takenAt: isoDate(read['DateTimeOriginal'] ?? read['CreateDate'], read['OffsetTimeOriginal'] ?? read['OffsetTime']),
    camera: cameraName(text(read['Make']), text(read['Model'])),
    lens: text(read['LensModel']),
    location: locationOf(read['latitude'], read['longitude']),
  });
}

/** EXIF is a TIFF file behind an optional `Exif\0\0`. */
function asTiffFile(exif: Uint8Array): Buffer {
  const bytes = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength);
  return bytes.subarray(0, 4).toString('latin1') === 'Exif' ? bytes.subarray(6) : bytes;
}

const EXIF_DATE = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/;
const EXIF_OFFSET = /^[+-]\d\d:\d\d$/;

/** Cameras write `2024:05:01 12:00:00`; a date that is none, such as all zeros, is dropped. */
function isoDate(raw: unknown, offset: unknown): string | undefined {
  const match = EXIF_DATE.exec(text(raw) ?? '');
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const zone = EXIF_OFFSET.test(text(offset) ?? '') ? text(offset)! : '';
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const exists = new Date(`${iso}Z`);
  return Number.isNaN(exists.getTime()) || exists.toISOString().slice(0, 19) !== iso || Number(year) < 1826
    ? undefined
    : iso + zone;
}

function cameraName(make: string | undefined, model: string | undefined): string | undefined {
  if (model === undefined || make === undefined) return model ?? make;
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
}

function locationOf(latitude: unknown, longitude: unknown): PhotoMetadata['location'] {
  const valid = (value: unknown, limit: number): value is number =>
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;
  return valid(latitude, 90) && valid(longitude, 180) ? { latitude, longitude } : undefined;
}

const LONGEST_TEXT = 200;

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const clean = value.replace(/\p{Cc}+/gu, ' ').trim().slice(0, LONGEST_TEXT);
  return clean === '' ? undefined : clean;
}

function withoutEmpty<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
