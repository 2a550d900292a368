import type { FaceId, PersonId } from '@kindred/domain';
import { RULES, TestLibrary } from '../testing/test-library';
import { affectedPhotos } from './affected-photos';

describe('the photos that a label affects', () => {
  let library: TestLibrary;
  let ada: PersonId;
  let inferred: FaceId[];
  beforeEach(async () => {
    library = await TestLibrary.open();
    ada = await library.person('Ada');
  });
  afterEach(() => library.close());

  async function adaIsKnownBy(labels: number): Promise<void> {
    for (const face of await library.faces(1, labels)) await library.label(face, ada);
    inferred = await library.faces(1, 3);
    await library.train();
    expect(await Promise.all(inferred.map((face) => library.who(face)))).toEqual([ada, ada, ada]);
  }

  const photosOf = async (faces: readonly FaceId[]) =>
    new Set((await library.ports.faces.getMany(faces)).map(({ photo }) => photo));

  const affectedBy = (face: FaceId, people: readonly PersonId[] = [ada]) =>
    affectedPhotos(library.ports, RULES, {
      detected: new Set(),
      decided: new Set([face]),
      deleted: new Set(),
      people: new Set(people),
    });

  it('are all of faces like it while little is known of the person', async () => {
    await adaIsKnownBy(2);
    await library.label(inferred[0]!, ada);
    expect(await affectedBy(inferred[0]!)).toEqual(await photosOf(inferred));
  });

  it('are not those of faces that are taken for the person anyway, once many labels say so', async () => {
    await adaIsKnownBy(6);
    const newcomer = await library.face(1);
    await library.label(inferred[0]!, ada);
    expect(await affectedBy(inferred[0]!)).toEqual(await photosOf([inferred[0]!, newcomer]));
  });

  it('are those of everybody who was taken for the person when a label turns out to be wrong', async () => {
    await adaIsKnownBy(6);
    await library.label(inferred[0]!, ada);
    const eve = await library.person('Eve');
    await library.label(inferred[0]!, eve);
    expect(await affectedBy(inferred[0]!, [ada, eve])).toEqual(await photosOf(inferred));
  });
});
