import { sharedDirection, withoutDirection } from './shared-direction';
import { aLibrary, DIMENSION } from '../testing/a-library';

describe('the direction that bad faces share', () => {
  it('is found from photos with several bad faces, whoever is in them', () => {
    const { faces, blur } = aLibrary({ photos: 400, blurred: 0.5 });
    const direction = sharedDirection(faces)!;
    const cosine = direction.reduce((sum, value, axis) => sum + value * blur[axis]!, 0);
    expect(Math.abs(cosine)).toBeGreaterThan(0.95);
  });

  it('is not made up where there is none', () => {
    expect(sharedDirection(aLibrary({ photos: 400, blurred: 0 }).faces)).toBeNull();
  });

  it('is nobody in particular, even where one person has most of the bad faces', () => {
    const { faces, centres } = aLibrary({ photos: 400, blurred: 0, favourite: true });
    const direction = sharedDirection(faces);
    const favourite = centres[0]!;
    const cosine = direction?.reduce((sum, value, axis) => sum + value * favourite[axis]!, 0) ?? 0;
    expect(Math.abs(cosine)).toBeLessThan(0.5);
  });

  it('is not told from a handful of photos', () => {
    expect(sharedDirection(aLibrary({ photos: 20, blurred: 1 }).faces)).toBeNull();
  });

  it('is taken out of the embeddings, which then are as long as what is left', () => {
    const direction = Float64Array.from({ length: 3 }, (_, axis) => Number(axis === 0));
    const vectors = Float32Array.of(1, 0, 0, 0.6, 0.8, 0, 0, 0, 1);
    const lengths = withoutDirection(vectors, 3, direction);
    expect([...lengths].map((length) => Number(length.toFixed(6)))).toEqual([0, 0.8, 1]);
    expect([...vectors].map((value) => Number(value.toFixed(6)))).toEqual([0, 0, 0, 0, 0.8, 0, 0, 0, 1]);
  });

  it('leaves embeddings as they are when there is none', () => {
    const { faces } = aLibrary({ photos: 10, blurred: 0 });
    const before = faces.vectors.slice();
    const lengths = withoutDirection(faces.vectors, DIMENSION, null);
    expect(faces.vectors).toEqual(before);
    for (const length of lengths) expect(length).toBeCloseTo(1, 5);
  });
});
