import type { MediaType } from '@kindred/domain';

/** What the first bytes of a file say it is: one of ours, an image format that we do not read, or nothing known. */
export type Recognition =
  | { readonly kind: 'readable'; readonly mediaType: MediaType }
  | { readonly kind: 'unsupported'; readonly name: string }
  | { readonly kind: 'unknown' };

interface Signature {
  readonly offset: number;
  readonly bytes: readonly number[];
  readonly is: Recognition;
}

const readable = (mediaType: MediaType): Recognition => ({ kind: 'readable', mediaType });
const unsupported = (name: string): Recognition => ({ kind: 'unsupported', name });
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Longer and more specific signatures come first: camera raw files begin like TIFF. */
const SIGNATURES: readonly Signature[] = [
  { offset: 0, bytes: [0xff, 0xd8, 0xff], is: readable('image/jpeg') },
  { offset: 0, bytes: [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a], is: readable('image/png') },
  { offset: 8, bytes: ascii('WEBP'), is: readable('image/webp') },
  { offset: 0, bytes: ascii('GIF87a'), is: readable('image/gif') },
  { offset: 0, bytes: ascii('GIF89a'), is: readable('image/gif') },
  {
    offset: 0,
    bytes: [...ascii('II*'), 0, 0x10, 0, 0, 0, ...ascii('CR')],
    is: unsupported('Canon raw (CR2)'),
  },
  { offset: 0, bytes: ascii('IIRO'), is: unsupported('Olympus raw (ORF)') },
  { offset: 0, bytes: ascii('IIU'), is: unsupported('Panasonic raw (RW2)') },
  { offset: 0, bytes: ascii('FUJIFILMCCD-RAW'), is: unsupported('Fujifilm raw (RAF)') },
  { offset: 0, bytes: [...ascii('II*'), 0], is: readable('image/tiff') },
  { offset: 0, bytes: [...ascii('MM'), 0, 0x2a], is: readable('image/tiff') },
  { offset: 0, bytes: [...ascii('II+'), 0], is: readable('image/tiff') },
  { offset: 0, bytes: [...ascii('MM'), 0, 0x2b], is: readable('image/tiff') },
  { offset: 0, bytes: ascii('8BPS'), is: unsupported('Photoshop (PSD)') },
  { offset: 0, bytes: [0xff, 0x0a], is: unsupported('JPEG XL') },
  { offset: 4, bytes: ascii('JXL '), is: unsupported('JPEG XL') },
  { offset: 4, bytes: ascii('jP  '), is: unsupported('JPEG 2000') },
  { offset: 0, bytes: ascii('BM'), is: unsupported('Windows bitmap (BMP)') },
];

const AVIF_BRANDS = new Set(['avif', 'avis']);
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);

/** Recognises an image by its first bytes; a file's name is never asked. */
export function recognise(head: Uint8Array): Recognition {
  const family = recogniseIsoMedia(head);
  if (family) return family;
  const match = SIGNATURES.find(({ offset, bytes }) => bytes.every((byte, i) => head[offset + i] === byte));
  return match?.is ?? { kind: 'unknown' };
}

/** AVIF and HEIC share a container; its brands, the major one first, say which of the two it is. */
function recogniseIsoMedia(head: Uint8Array): Recognition | null {
  if (text(head, 4) !== 'ftyp') return null;
  const boxEnd = Math.min(
    head.length,
    new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0),
  );
  if (text(head, 8) === 'crx ') return unsupported('Canon raw (CR3)');
  for (let at = 8; at + 4 <= boxEnd; at += at === 8 ? 8 : 4) {
    const brand = text(head, at);
    if (AVIF_BRANDS.has(brand)) return readable('image/avif');
    if (HEIC_BRANDS.has(brand)) return readable('image/heic');
  }
  return null;
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
