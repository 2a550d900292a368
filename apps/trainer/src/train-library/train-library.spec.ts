import { changeJob, type FaceId, KindredError, requestTraining, type Suggestion } from '@kindred/domain';
import { anUnknownPerson, aUnitVector, aUnitVectorNear } from '@kindred/testing';
import { RULES, TestLibrary } from '../testing/test-library';

describe('training a library', () => {
  let library: TestLibrary;
  beforeEach(async () => (library = await TestLibrary.open()));
  afterEach(() => library.close());

  const suggestionsShown = () =>
    library.ports.bus.published('suggestions.changed').map(({ data }) => data.faces);

  describe('that has little to say', () => {
    it('completes for an empty library', async () => {
      expect(await library.train()).toMatchObject({ state: 'completed', total: 0, done: 0 });
      expect(library.ports.bus.published('train.completed')).toHaveLength(1);
    });

    it('leaves one face alone', async () => {
      const face = await library.face(1);
      expect(await library.train()).toMatchObject({ state: 'completed', total: 1, done: 1 });
      expect(await library.standing(face)).toEqual({ state: 'unknown', person: null });
      expect(await library.unknown()).toEqual([]);
    });

    it('leaves people of one photo each alone', async () => {
      for (const look of [1, 2, 3]) await library.face(look);
      await library.train();
      expect(await library.unknown()).toEqual([]);
    });

    it('says nothing of a face without a vector, and takes back what was said', async () => {
      const face = await library.faceWith(null, 'photo');
      const person = await library.person('Ada');
      await library.ports.faces.changeSuggestions({ set: [{ face, person, confidence: 0.9 }], clear: [] });
      expect(await library.train()).toMatchObject({ state: 'completed', done: 1 });
      expect(await library.standing(face)).toEqual({ state: 'unknown', person: null });
    });

    it('leaves what was suggested by a former model pack while photos are not scanned with the new one', async () => {
      const ada = await library.person('Ada');
      const [labeled, ...others] = await library.faces(1, 3);
      const unknown = await library.faces(2, 3);
      await library.label(labeled!, ada);
      await library.train();
      const before = [await library.all(), await library.unknown()];
      await library.ports.vectors.deleteEverywhere([labeled!, ...others, ...unknown]);
      await library.train();
      expect([await library.all(), await library.unknown()]).toEqual(before);
    });

    it('takes back what a former model pack said where somebody else in the photo is that person now', async () => {
      const ada = await library.person('Ada');
      const suggested = await library.face(1, 'group photo');
      await library.label(await library.face(1), ada);
      await library.train();
      await library.ports.vectors.deleteEverywhere([suggested]);
      await library.label(await library.face(3, 'group photo'), ada);
      await library.train();
      expect(await library.who(suggested)).toBeNull();
    });

    it('has nothing to do where every face is labeled', async () => {
      const face = await library.face(1);
      await library.label(face, await library.person('Ada'));
      expect(await library.train()).toMatchObject({ state: 'completed', total: 0 });
    });
  });

  describe('without labels', () => {
    it('makes an unknown person of each group, the largest first', async () => {
      const [few, many] = [await library.faces(1, 2), await library.faces(2, 4)];
      await library.train();
      const people = await library.unknown();
      expect(people.map(({ number, faces }) => [number, faces])).toEqual([
        [1, 4],
        [2, 2],
      ]);
      for (const face of many)
        expect(await library.standing(face)).toEqual({ state: 'unknown', person: people[0]!.id });
      for (const face of few) expect(await library.who(face)).toBe(people[1]!.id);
    });

    it('makes one person of identical faces, and never of those in one photo', async () => {
      const vector = aUnitVector(5, 256);
      for (const photo of ['a', 'b', 'c', 'c']) await library.faceWith(vector, photo);
      await library.train();
      expect(await library.unknown()).toMatchObject([{ faces: 3 }]);
    });

    it('changes nothing the second time', async () => {
      for (const look of [1, 2, 3]) await library.faces(look, 3);
      await library.train();
      const before = [await library.all(), await library.unknown()];
      await library.train();
      expect([await library.all(), await library.unknown()]).toEqual(before);
      expect(suggestionsShown()).toEqual([9, 0]);
    });

    it('gives the same people in the same library elsewhere', async () => {
      const elsewhere = await TestLibrary.open();
      try {
        for (const one of [library, elsewhere]) {
          for (const look of [1, 2, 1, 2, 2]) await one.face(look);
          await one.train();
        }
        expect(await elsewhere.unknown()).toEqual(await library.unknown());
        expect(await elsewhere.all()).toEqual(await library.all());
      } finally {
        await elsewhere.close();
      }
    });

    it('keeps who unknown people are when more faces come, and gives no number twice', async () => {
      await library.faces(1, 2);
      await library.train();
      const [first] = await library.unknown();
      await library.faces(1, 2);
      await library.faces(2, 9);
      await library.train();
      expect(await library.unknown()).toMatchObject([
        { id: first!.id, number: 1, faces: 4 },
        { number: 2, faces: 9 },
      ]);
    });

    it('removes unknown people whose faces are gone', async () => {
      const faces = await library.faces(1, 3);
      await library.train();
      await library.delete(faces[0]!);
      await library.delete(faces[1]!);
      await library.train();
      expect(await library.unknown()).toEqual([]);
      expect(await library.standing(faces[2]!)).toEqual({ state: 'unknown', person: null });
    });

    it('keeps a face out of whoever the faces of an unknown person become that it was said not to be', async () => {
      const [many, few] = [await library.faces(1, 4), await library.faces(2, 3)];
      await library.train();
      const person = (await library.who(many[0]!))!;
      const mixed = [...many, ...few].map((face) => ({ face, person, confidence: 0.9 }));
      await library.ports.faces.changeSuggestions({ set: mixed, clear: [] });
      await library.reject(few[0]!, person);
      for (let time = 0; time < 3; time += 1) {
        await library.train();
        const heir = await library.who(few[1]!);
        expect(heir).not.toBe(person);
        expect(await library.who(few[2]!)).toBe(heir);
        expect(await library.who(few[0]!)).toBeNull();
      }
    });

    it('keeps apart whom a human called different people, whoever their faces become', async () => {
      const [many, few, twin] = [
        await library.faces(1, 4),
        await library.faces(2, 3),
        await library.faces(3, 3),
      ];
      await library.train();
      const [person, other] = [(await library.who(many[0]!))!, (await library.who(twin[0]!))!];
      const mixed = [...many, ...few].map((face) => ({ face, person, confidence: 0.9 }));
      await library.ports.faces.changeSuggestions({ set: mixed, clear: [] });
      // Those three look like the other person after all.
      const looks = await library.ports.vectors.get(RULES.pack, twin);
      const entries = few.map((face, index) => ({ face, vector: looks.get(twin[index]!)! }));
      await library.ports.vectors.upsert(RULES.pack, entries);
      await library.tellApart(person, other);
      for (let time = 0; time < 3; time += 1) {
        await library.train();
        expect(await library.who(few[0]!)).not.toBeNull();
        expect(await library.who(few[0]!)).not.toBe(await library.who(twin[0]!));
      }
    });

    it('keeps a face out of the unknown person that a human said it is not', async () => {
      const faces = await library.faces(1, 4);
      await library.train();
      const [person] = await library.unknown();
      await library.reject(faces[0]!, person!.id);
      await library.train();
      expect(await library.who(faces[0]!)).toBeNull();
      expect(await library.unknown()).toMatchObject([{ id: person!.id, faces: 3 }]);
    });
  });

  describe('with labels', () => {
    it('suggests a person for every face that looks like the one that is labeled', async () => {
      const ada = await library.person('Ada');
      const [labeled, ...others] = await library.faces(1, 3);
      const stranger = await library.face(2);
      await library.label(labeled!, ada);
      await library.train();
      for (const face of others) {
        expect(await library.standing(face)).toEqual({
          state: 'inferred',
          person: ada,
          confidence: expect.any(Number),
        });
      }
      expect(await library.standing(labeled!)).toEqual({ state: 'labeled', person: ada });
      expect(await library.who(stranger)).toBeNull();
    });

    it('never suggests whom a human rejected, though many of their faces are nearest', async () => {
      const [ada, eve] = [await library.person('Ada'), await library.person('Eve')];
      for (const face of await library.faces(1, 40)) await library.label(face, ada);
      const look = aUnitVector(1001, 256);
      const face = await library.faceWith(look, 'the one in question');
      await library.reject(face, ada);
      await library.train();
      expect(await library.who(face)).toBeNull();
      const twin = await library.faceWith(aUnitVectorNear(look, 0.6, 7), 'less alike than all of those');
      await library.label(twin, eve);
      await library.train();
      expect(await library.standing(face)).toMatchObject({ state: 'inferred', person: eve });
    });

    it('does not suggest somebody for a photo in which that person is labeled', async () => {
      const ada = await library.person('Ada');
      await library.label(await library.face(1, 'group photo'), ada);
      const lookalike = await library.face(1, 'group photo');
      await library.train();
      expect(await library.who(lookalike)).toBeNull();
    });

    it('does not suggest somebody for a photo in which a face without a vector is labeled as that person', async () => {
      const ada = await library.person('Ada');
      for (const face of await library.faces(1, 2)) await library.label(face, ada);
      await library.label(await library.faceWith(null, 'group photo'), ada);
      const lookalike = await library.face(1, 'group photo');
      await library.train();
      expect(await library.who(lookalike)).toBeNull();
    });

    it('suggests a person for one face of a photo only', async () => {
      const ada = await library.person('Ada');
      await library.label(await library.face(1), ada);
      const alike = [await library.face(1, 'group photo'), await library.face(1, 'group photo')];
      await library.train();
      const people = await Promise.all(alike.map((face) => library.who(face)));
      expect(people.filter((person) => person === ada)).toHaveLength(1);
      expect(people.filter((person) => person === null)).toHaveLength(1);
    });

    it('takes faces out of unknown people when somebody with a name is found, and removes who is empty', async () => {
      const faces = await library.faces(1, 4);
      await library.train();
      const ada = await library.person('Ada');
      await library.label(faces[0]!, ada);
      await library.train();
      expect(await library.unknown()).toEqual([]);
      expect(await library.standing(faces[3]!)).toMatchObject({ state: 'inferred', person: ada });
    });
  });

  describe('that is disturbed', () => {
    it('shows nothing when it is cancelled', async () => {
      await library.faces(1, 3);
      const { id } = await requestTraining(library.ports);
      const { scroll } = library.ports.faces;
      library.ports.faces.scroll = async (page) => {
        await changeJob(library.ports, id, { state: 'cancelled' });
        return scroll.call(library.ports.faces, page);
      };
      await library.deliver(id);
      expect((await library.ports.jobs.get(id))!.state).toBe('cancelled');
      expect(await library.unknown()).toEqual([]);
      expect(suggestionsShown()).toEqual([]);
    });

    it('stops for a shutdown and starts again after it', async () => {
      await library.faces(1, 3);
      const { id } = await requestTraining(library.ports);
      await expect(library.deliver(id, AbortSignal.abort(new Error('going down')))).rejects.toThrow(
        'going down',
      );
      expect((await library.ports.jobs.get(id))!.state).toBe('running');
      await library.deliver(id);
      expect((await library.ports.jobs.get(id))!.state).toBe('completed');
      expect(await library.unknown()).toMatchObject([{ faces: 3 }]);
    });

    it('leaves nobody without faces after a crash between people and suggestions', async () => {
      await library.faces(1, 3);
      const { id } = await requestTraining(library.ports);
      const { faces } = library.ports;
      const change = faces.changeSuggestions;
      faces.changeSuggestions = () => Promise.reject(new Error('power cut'));
      await expect(library.deliver(id)).rejects.toThrow('power cut');
      expect(await library.unknown()).toMatchObject([{ faces: 0 }]);
      faces.changeSuggestions = change;
      await library.deliver(id);
      expect(await library.unknown()).toMatchObject([{ faces: 3 }]);
    });

    it('announces again, without training again, when the request of a completed training comes back', async () => {
      const { id } = await library.train();
      library.ports.bus.forgetIds();
      await library.deliver(id);
      expect(library.ports.bus.published('train.completed')).toHaveLength(2);
      expect(library.ports.bus.published('suggestions.changed')).toHaveLength(1);
    });

    it('fails the job with a reason when no try can help', async () => {
      const { id } = await requestTraining(library.ports);
      library.ports.faces.scroll = () =>
        Promise.reject(new KindredError('STORE_UNAVAILABLE', 'The file is damaged.'));
      await library.deliver(id);
      expect(await library.ports.jobs.get(id)).toMatchObject({
        state: 'failed',
        failure: { code: 'STORE_UNAVAILABLE', message: 'The file is damaged.' },
      });
    });

    it('is announced again at the start when a crash left it unannounced', async () => {
      const { id } = await requestTraining(library.ports);
      library.ports.bus.forgetIds();
      await library.trainer.resume();
      expect(library.ports.bus.published('train.requested').map(({ data }) => data.job)).toEqual([id, id]);
    });

    const during = (decide: () => Promise<void>) => {
      const { faces } = library.ports;
      const change = faces.changeSuggestions.bind(faces);
      faces.changeSuggestions = async (wanted: { set: readonly Suggestion[]; clear: readonly FaceId[] }) => {
        await decide();
        return change(wanted);
      };
    };

    it('lets what a human decided meanwhile win', async () => {
      const [ada, eve] = [await library.person('Ada'), await library.person('Eve')];
      const [labeled, one, other] = await library.faces(1, 3);
      await library.label(labeled!, ada);
      during(async () => {
        await library.label(one!, eve);
        await library.reject(other!, ada);
      });
      await library.train();
      expect(await library.standing(one!)).toEqual({ state: 'labeled', person: eve });
      expect(await library.who(other!)).toBeNull();
    });

    it('keeps unknown people apart that a human called different meanwhile', async () => {
      const [ones, others] = [await library.faces(1, 3), await library.faces(1, 2)];
      const { faces, people, questions } = library.ports;
      const [one, other] = [anUnknownPerson(8), anUnknownPerson(9)];
      await library.train();
      for (const [person, those] of [
        [one, ones],
        [other, others],
      ] as const) {
        await people.create(person);
        const set = those.map((face) => ({ face, person: person.id, confidence: 0.9 }));
        await faces.changeSuggestions({ set, clear: [] });
      }
      const different = questions.different.bind(questions);
      let asked = 0;
      questions.different = async () => {
        const answer = await different();
        if ((asked += 1) === 1) await library.tellApart(one.id, other.id);
        return answer;
      };
      await library.train();
      expect(await Promise.all(ones.map((face) => library.who(face)))).toEqual(ones.map(() => one.id));
      expect(await Promise.all(others.map((face) => library.who(face)))).toEqual(others.map(() => other.id));
    });

    it('follows people who were merged meanwhile, and lets go of those who were deleted', async () => {
      const [ada, eve, ida] = [
        await library.person('Ada'),
        await library.person('Eve'),
        await library.person('Ida'),
      ];
      const [adas, idas] = [await library.faces(1, 2), await library.faces(2, 2)];
      await library.label(adas[0]!, ada);
      await library.label(idas[0]!, ida);
      const { people } = library.ports;
      const next = people.nextUnknownNumber.bind(people);
      people.nextUnknownNumber = async () => {
        await people.mergeInto(ada, eve);
        await people.remove([ida]);
        return next();
      };
      await library.train();
      expect(await library.standing(adas[1]!)).toMatchObject({ state: 'inferred', person: eve });
      expect(await library.who(idas[1]!)).toBeNull();
    });
  });
});
