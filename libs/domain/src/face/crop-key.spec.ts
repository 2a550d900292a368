import type { FaceId } from '../identity/ids';
import { isObjectKey } from '../ports/object-store';
import { cropFolderOf, cropKeyOf } from './crop-key';

const FACE = '0123abcd-4567-4abc-8def-0123456789ab' as FaceId;

describe('cropKeyOf', () => {
  it('is the same for the same picture of a face, another for another picture, and in the folder of the face', () => {
    const [one, same, other] = ['a face', 'a face', 'another'].map((text) =>
      cropKeyOf(FACE, Buffer.from(text)),
    );
    expect(one).toBe(same);
    expect(one).not.toBe(other);
    for (const key of [one!, other!]) {
      expect(isObjectKey(key)).toBe(true);
      expect(key.startsWith(cropFolderOf(FACE))).toBe(true);
    }
  });

  it('never changes between versions', () => {
    expect(cropKeyOf(FACE, Buffer.from('a face'))).toBe(
      'crops/01/0123abcd-4567-4abc-8def-0123456789ab/f9efa24f2ca15872.webp',
    );
  });
});
