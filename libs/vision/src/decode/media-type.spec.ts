import { recognise } from './media-type';

function isoMedia(...brands: string[]): Buffer {
  const [major, ...compatible] = brands;
  const body = Buffer.from(`ftyp${major}\0\0\0\0${compatible.join('')}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([length, body, Buffer.from('heicheicheic')]);
}

describe('recognise', () => {
  it.each([
    ['image/heic', ['heic', 'mif1']],
    ['image/heic', ['mif1', 'heic', 'miaf']],
    ['image/heic', ['msf1', 'hevc']],
    ['image/avif', ['avif', 'mif1']],
    ['image/avif', ['mif1', 'avif', 'miaf']],
  ])('tells %s by the brands %j', (mediaType, brands) => {
    expect(recognise(isoMedia(...brands))).toEqual({ kind: 'readable', mediaType });
  });

  it('takes no brand from beyond the list', () => {
    expect(recognise(isoMedia('isom', 'mp42'))).toEqual({ kind: 'unknown' });
  });

  it('tells camera raw from the TIFF that it looks like', () => {
    const cr2 = Buffer.from([0x49, 0x49, 0x2a, 0, 0x10, 0, 0, 0, 0x43, 0x52, 2, 0]);
    expect(recognise(cr2)).toMatchObject({ kind: 'unsupported' });
    expect(recognise(cr2.fill(0, 8))).toEqual({ kind: 'readable', mediaType: 'image/tiff' });
  });

  it('is not confused by very short files', () => {
    for (let length = 0; length < 16; length++) {
      expect(recognise(Buffer.from('\0\0\0\x18ftyp').subarray(0, length))).toEqual({ kind: 'unknown' });
    }
  });
});
