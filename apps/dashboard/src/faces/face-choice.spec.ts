import { aFace } from '../testing/faces';
import { type FaceCriteria } from './face-criteria';
import { allFaces, manyFacesOf, readChoice, someFaces, statesOf } from './face-choice';

const unknown: FaceCriteria = { state: 'UNKNOWN', sort: 'DATE' };
const lists = { readIds: () => Promise.resolve(['a', 'b', 'c']) };

describe('a choice of faces', () => {
  it('is read only where all that match are meant', async () => {
    const readIds = () => Promise.reject(new Error('Nobody should ask.'));
    expect(await readChoice(someFaces(['x']), { readIds })).toEqual(['x']);
    expect(await readChoice(allFaces({ criteria: unknown, count: 3 }), lists)).toEqual(['a', 'b', 'c']);
  });

  it('names each face once, and none that was taken out', async () => {
    const choice = { ...allFaces({ criteria: unknown, count: 3 }), ids: ['b', 'x'], except: new Set(['c']) };
    expect([...(await readChoice(choice, lists))].sort()).toEqual(['a', 'b', 'x']);
  });

  it('has the states of its faces, and of what its scopes have', () => {
    const choice = { ...allFaces({ criteria: unknown, count: 3 }), ids: ['x', 'gone'] };
    const faceOf = (id: string) => (id === 'x' ? aFace('x', { state: 'LABELED' }) : null);
    expect([...statesOf(choice, faceOf)].sort()).toEqual(['LABELED', 'UNKNOWN']);
  });

  it('tells of each scope what was taken out of it, and how many faces are left', () => {
    const labeled: FaceCriteria = { state: 'LABELED', sort: 'DATE' };
    const scopes = [
      { criteria: unknown, count: 3 },
      { criteria: labeled, count: 5 },
    ];
    const choice = { ...allFaces(scopes[0]!), scopes, except: new Set(['x', 'y']) };
    const faceOf = (id: string) => aFace(id, { state: id === 'x' ? 'LABELED' : 'UNKNOWN' });
    expect(manyFacesOf(choice, faceOf)).toEqual([
      { criteria: unknown, except: new Set(['y']), count: 2 },
      { criteria: labeled, except: new Set(['x']), count: 4 },
    ]);
    const one = { ...choice, scopes: [scopes[0]!] };
    expect(manyFacesOf(one, () => null)).toEqual([{ criteria: unknown, except: choice.except, count: 1 }]);
  });
});
