import type { FaceId, PersonId, PhotoId } from '@kindred/domain';
import { similarityAt } from '../confidence/confidence';
import { matchFaces, type MatchOptions, type Probe } from './match-faces';

const calibration = { slope: 20, intercept: -8 };
const anna = 'anna' as PersonId;
const ben = 'ben' as PersonId;

const options = (change: Partial<MatchOptions> = {}): MatchOptions => ({
  calibration,
  minimumSimilarity: similarityAt(0.5, calibration),
  labeledIn: () => new Set(),
  ...change,
});

function probe(face: string, neighbours: readonly [PersonId, number][], change: Partial<Probe> = {}): Probe {
  return {
    face: face as FaceId,
    photo: `photo of ${face}` as PhotoId,
    rejected: new Set(),
    neighbours: neighbours.map(([person, similarity]) => ({ person, similarity })),
    ...change,
  };
}

describe('matching faces with named people', () => {
  it('suggests the person of the most similar labeled face', () => {
    const [suggestion] = matchFaces([probe('f', [[anna, 0.5], [ben, 0.7], [anna, 0.6]])], options());
    expect(suggestion).toMatchObject({ face: 'f', person: ben });
    expect(suggestion!.confidence).toBeCloseTo(1 / (1 + Math.exp(-6)), 10);
  });

  it('leaves a stranger unknown', () => {
    expect(matchFaces([probe('f', [[anna, similarityAt(0.49, calibration)]])], options())).toEqual([]);
  });

  it('never suggests whom a human rejected, and falls back to the next', () => {
    const rejected = new Set([ben]);
    const [suggestion] = matchFaces([probe('f', [[ben, 0.9], [anna, 0.6]], { rejected })], options());
    expect(suggestion?.person).toBe(anna);
  });

  it('does not suggest somebody who is labeled in the same photo', () => {
    const labeledIn = () => new Set([anna]);
    expect(matchFaces([probe('f', [[anna, 0.9]])], options({ labeledIn }))).toEqual([]);
  });

  it('breaks ties by id, whatever the order of the neighbours', () => {
    const tied = (neighbours: readonly [PersonId, number][]) => matchFaces([probe('f', neighbours)], options());
    expect(tied([[ben, 0.7], [anna, 0.7]])).toEqual(tied([[anna, 0.7], [ben, 0.7]]));
  });

  it('gives one person to one face of a photo, the most similar', () => {
    const photo = 'p' as PhotoId;
    const suggestions = matchFaces(
      [probe('f', [[anna, 0.8], [ben, 0.5]], { photo }), probe('g', [[anna, 0.9]], { photo })],
      options(),
    );
    expect(suggestions.map(({ face, person }) => [face, person])).toEqual([
      ['g', anna],
      ['f', ben],
    ]);
  });
});
