import { PeopleLearner } from '@kindred/clustering';
import { aUnitVector, aUnitVectorNear } from '@kindred/testing';
import { TestLibrary } from '../testing/test-library';

describe('keeping suggestions up with a library', () => {
  let library: TestLibrary;
  beforeEach(async () => (library = await TestLibrary.open()));
  afterEach(() => library.close());

  const notices = () => library.ports.bus.published('suggestions.changed').map(({ data }) => data.faces);

  describe('when faces are detected', () => {
    it('suggests a person whose labeled face they look like', async () => {
      const ada = await library.person('Ada');
      await library.label(await library.face(1), ada);
      await library.refresh();
      const face = await library.face(1);
      await library.refresh();
      expect(await library.standing(face)).toMatchObject({ state: 'inferred', person: ada });
    });

    it('puts them with the unknown person that they look like, whose faces stay', async () => {
      const faces = await library.faces(1, 3);
      await library.train();
      const [person] = await library.unknown();
      const face = await library.face(1);
      await library.refresh();
      expect(await library.who(face)).toBe(person!.id);
      expect(await library.unknown()).toEqual([{ ...person, faces: 4 }]);
      expect(await library.who(faces[0]!)).toBe(person!.id);
    });

    it('makes new unknown people of them, together with faces that stood alone', async () => {
      const loner = await library.face(1);
      await library.train();
      const [face, stranger] = [await library.face(1), await library.face(2)];
      await library.refresh();
      const [person] = await library.unknown();
      expect([await library.who(loner), await library.who(face)]).toEqual([person!.id, person!.id]);
      expect(await library.who(stranger)).toBeNull();
    });

    it('never puts two faces of one photo with the same unknown person', async () => {
      await library.faces(1, 3);
      await library.train();
      const alike = [await library.face(1, 'group photo'), await library.face(1, 'group photo')];
      await library.refresh();
      const later = await library.face(1, 'group photo');
      await library.refresh();
      const people = await Promise.all([...alike, later].map((face) => library.who(face)));
      expect(people.filter((person) => person !== null)).toHaveLength(1);
    });

    it('leaves a face alone whose photo shows the unknown person already, however far from where it looked', async () => {
      const look = aUnitVector(77, 256);
      const shown = await library.faceWith(aUnitVectorNear(look, 0.7, 1), 'group photo', 0.1);
      for (let i = 0; i < 70; i += 1)
        await library.faceWith(aUnitVectorNear(look, 0.8, 100 + i), `alone ${i}`);
      await library.train();
      expect(await library.unknown()).toMatchObject([{ faces: 71 }]);
      const twin = aUnitVectorNear(look, 0.9, 2);
      const other = await library.faceWith(twin, 'group photo');
      await library.refresh();
      expect(await library.who(other)).toBeNull();
      const newcomer = await library.faceWith(aUnitVectorNear(twin, 0.95, 3), 'alone with everybody');
      await library.refresh();
      expect(await library.who(newcomer)).toBe(await library.who(shown));
      expect(await library.who(other)).toBeNull();
    });

    it('changes nothing when it is told the same again', async () => {
      const ada = await library.person('Ada');
      await library.label(await library.face(1), ada);
      await library.faces(1, 2);
      await library.faces(2, 3);
      await library.refresh();
      const before = [await library.all(), await library.unknown()];
      const everything = (await library.all()).map(({ id }) => id);
      await library.refreshAgain(everything);
      expect([await library.all(), await library.unknown()]).toEqual(before);
      expect(notices()).toEqual([5, 0]);
    });

    it('has nothing to say about faces that are gone again', async () => {
      await library.delete(await library.face(1));
      await library.refresh();
      expect(notices()).toEqual([]);
    });
  });

  describe('when humans decide', () => {
    it('suggests a person, labeled for the first time, for the faces that look like it', async () => {
      const faces = await library.faces(1, 4);
      await library.train();
      const ada = await library.person('Ada');
      await library.label(faces[0]!, ada);
      await library.refresh();
      for (const face of faces.slice(1))
        expect(await library.standing(face)).toMatchObject({ state: 'inferred', person: ada });
      expect(await library.unknown()).toEqual([]);
    });

    it('takes suggestions back that lost their only support', async () => {
      const ada = await library.person('Ada');
      const faces = await library.faces(1, 3);
      await library.label(faces[0]!, ada);
      await library.refresh();
      await library.unlabel(faces[0]!);
      await library.refresh();
      const [person] = await library.unknown();
      for (const face of faces)
        expect(await library.standing(face)).toEqual({ state: 'unknown', person: person!.id });
    });

    it('moves suggestions along when a face turns out to be somebody else', async () => {
      const [ada, eve] = [await library.person('Ada'), await library.person('Eve')];
      const faces = await library.faces(1, 3);
      await library.label(faces[0]!, ada);
      await library.refresh();
      await library.label(faces[0]!, eve);
      await library.refresh();
      expect(await library.standing(faces[1]!)).toMatchObject({ state: 'inferred', person: eve });
    });

    it('looks at a rejected face again, without that person', async () => {
      const [ada, eve] = [await library.person('Ada'), await library.person('Eve')];
      const faces = await library.faces(1, 3);
      await library.label(faces[0]!, ada);
      await library.label(faces[1]!, eve);
      await library.refresh();
      const suggested = await library.who(faces[2]!);
      await library.reject(faces[2]!, suggested!);
      await library.refresh();
      expect(await library.standing(faces[2]!)).toMatchObject({
        state: 'inferred',
        person: suggested === ada ? eve : ada,
      });
    });

    it('takes a suggestion back where that person is labeled in the same photo, and gives it back with the label', async () => {
      const ada = await library.person('Ada');
      await library.label(await library.face(1), ada);
      const [one, other] = [await library.face(1, 'group photo'), await library.face(3, 'group photo')];
      await library.refresh();
      expect(await library.who(one)).toBe(ada);
      await library.label(other, ada);
      await library.refresh();
      expect(await library.who(one)).toBeNull();
      await library.unlabel(other);
      await library.refresh();
      expect(await library.who(one)).toBe(ada);
    });
  });

  describe('when faces are deleted', () => {
    it('takes back what was suggested because of them', async () => {
      const ada = await library.person('Ada');
      const faces = await library.faces(1, 2);
      await library.label(faces[0]!, ada);
      await library.refresh();
      await library.delete(faces[0]!);
      await library.refresh();
      expect(await library.standing(faces[1]!)).toEqual({ state: 'unknown', person: null });
    });

    it('dissolves an unknown person that has too few faces left', async () => {
      const faces = await library.faces(1, 2);
      await library.train();
      await library.delete(faces[0]!);
      await library.refresh();
      expect(await library.unknown()).toEqual([]);
      expect(await library.who(faces[1]!)).toBeNull();
      expect(notices().at(-1)).toBe(1);
    });

    it('lets another face of the photo have the person', async () => {
      const ada = await library.person('Ada');
      await library.label(await library.face(1), ada);
      const alike = [await library.face(1, 'group photo'), await library.face(1, 'group photo')];
      await library.refresh();
      const people = await Promise.all(alike.map((face) => library.who(face)));
      const [winner, loser] = people[0] === ada ? alike : [...alike].reverse();
      await library.delete(winner!);
      await library.refresh();
      expect(await library.who(loser!)).toBe(ada);
    });
  });

  it('stops when the trainer shuts down, and does everything when the events come again', async () => {
    const ada = await library.person('Ada');
    await library.label(await library.face(1), ada);
    await library.refresh();
    const face = await library.face(1);
    const reason = new Error('shutting down');
    await expect(library.refresh(AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(await library.who(face)).toBeNull();
    await library.refreshAgain([face]);
    expect(await library.who(face)).toBe(ada);
  });

  it('announces its change again when a crash may have kept it from doing so', async () => {
    const detection = library.detection(await library.face(1));
    await library.refresher.refresh([{ ...detection, attempt: 2 }]);
    expect(notices()).toEqual([0]);
  });
});

describe('keeping suggestions up when very many photos are touched', () => {
  it('looks at some of them at a time and says the same of each', async () => {
    const library = await TestLibrary.open({ photosAtOnce: 2 });
    const learn = jest.spyOn(PeopleLearner.prototype, 'learn');
    const [ada, ben] = [await library.person('Ada'), await library.person('Ben')];
    await library.label(await library.face(1), ada);
    await library.label(await library.face(2), ben);
    const [adas, bens] = [await library.faces(1, 4), await library.faces(2, 3)];
    await library.refresh();
    for (const face of adas) expect(await library.who(face)).toBe(ada);
    for (const face of bens) expect(await library.who(face)).toBe(ben);
    expect(learn.mock.calls.length).toBeGreaterThan(3);
    learn.mockRestore();
    await library.close();
  });
});
