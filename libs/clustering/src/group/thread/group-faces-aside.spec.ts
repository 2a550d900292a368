import { EdgeList } from '../edges';
import { groupFaces, type GroupInput } from '../group-faces';
import { groupFacesAside } from './group-faces-aside';

/** People of four photos each, every person in a direction of their own, enough of them to need a thread. */
function crowd(people: number): GroupInput {
  const faces = people * 4;
  const vectors = new Float32Array(faces * 2);
  const edges = new EdgeList();
  for (let face = 0; face < faces; face += 1) {
    const angle = (Math.floor(face / 4) / people) * 2 * Math.PI;
    vectors.set([Math.cos(angle), Math.sin(angle)], face * 2);
    for (let other = face - (face % 4); other < face; other += 1) edges.add(face, other, 1);
  }
  return {
    vectors,
    dimension: 2,
    edges: edges.edges(),
    photos: Uint32Array.from({ length: faces }, (_, face) => face),
    earlier: new Int32Array(faces).fill(-1),
    refusals: [],
    keepEarlier: false,
    minimumSimilarity: 1 - 1e-6,
  };
}

describe('grouping faces in a thread', () => {
  it('gives the same groups', async () => {
    const groups = await groupFacesAside(crowd(500));
    expect(groups).toHaveLength(500);
    expect(groups).toEqual(groupFaces(crowd(500)));
  });

  it('ends when nobody wants the answer any more', async () => {
    const controller = new AbortController();
    const answer = groupFacesAside(crowd(500), controller.signal);
    controller.abort(new Error('changed my mind'));
    await expect(answer).rejects.toThrow('changed my mind');
    await expect(groupFacesAside(crowd(1), controller.signal)).rejects.toThrow('changed my mind');
  });
});
