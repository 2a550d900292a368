import { KindredError } from '@kindred/domain';
import type { AnalysedFace, PhotoAnalysis } from '@kindred/vision';
import { findKnownFaces } from './known-faces';

const PEOPLE = [
  { person: 'Anna', photos: ['/a/group.jpg', '/a/wall.jpg'] },
  { person: 'Ben', photos: ['/b/broken.jpg', '/b/alone.jpg'] },
];
const face = (side: number, value: number) => ({
  box: { x: 0.1, y: 0.1, width: side, height: side },
  embedding: Float32Array.of(value),
  quality: { overall: 0.5 },
});
const PHOTOS: Readonly<Record<string, readonly unknown[]>> = {
  '/a/group.jpg': [face(0.1, 1), face(0.3, 2), face(0.1, 3)],
  '/a/wall.jpg': [],
  '/b/alone.jpg': [face(0.2, 4)],
};
const analyser = {
  analyse: async (source: unknown) => {
    const faces = PHOTOS[source as string] as readonly AnalysedFace[] | undefined;
    if (faces === undefined)
      throw new KindredError('IMAGE_CORRUPT', 'It is cut off.', { hint: 'Copy it again.' });
    return { faces } as PhotoAnalysis;
  },
};

describe('faces of whom it is known who they are', () => {
  it.each([1, 3, 10])(
    'are the main ones of all photos, of which %d are looked at at once',
    async (capacity) => {
      const steps: (readonly [number, number])[] = [];
      const onPhoto = (done: number, total: number) => steps.push([done, total]);
      const found = await findKnownFaces(PEOPLE, { analyser, capacity, onPhoto });
      expect(found.faces).toEqual([
        { person: 0, embedding: Float32Array.of(2), quality: 0.5 },
        { person: 1, embedding: Float32Array.of(4), quality: 0.5 },
      ]);
      expect(found.without).toEqual(['/a/wall.jpg']);
      expect(found.failures).toEqual([
        { path: '/b/broken.jpg', code: 'IMAGE_CORRUPT', message: 'It is cut off.', hint: 'Copy it again.' },
      ]);
      expect(steps).toEqual([1, 2, 3, 4].map((done) => [done, 4]));
    },
  );

  it('are not looked for any more once that is asked for', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const looked: number[] = [];
    const onPhoto = (done: number) => {
      looked.push(done);
      stop.abort(reason);
    };
    const finding = findKnownFaces(PEOPLE, { analyser, capacity: 1, signal: stop.signal, onPhoto });
    await expect(finding).rejects.toBe(reason);
    expect(looked).toEqual([1]);
  });
});
