import type { Products } from '@kindred/similarity';
import fc from 'fast-check';
import { NOBODY } from '../group/constraints';
import { aLibrary, DIMENSION, type GeneratedFaces, randomOf } from '../testing/a-library';
import { openProducts, unlabeled } from '../testing/unlabeled';
import { learnPeople } from './learn-people';
import type { LearnedPeople, LearningRules, LibraryFaces } from './library-faces';

const RULES: LearningRules = {
  model: { signal: 0.86, dimension: 60, appearance: 0.45 },
  minimumConfidence: 0.5,
  minimumGroupSize: 2,
};

/** A person's face: where the person lies, turned a little towards an axis of its own. */
function face(person: number, axis: number, likeness = 0.85): number[] {
  const vector = new Array<number>(DIMENSION).fill(0);
  vector[person] = likeness;
  vector[DIMENSION - 1 - axis] = Math.sqrt(1 - likeness * likeness);
  return vector;
}

const vectorsOf = (faces: readonly number[][]) => ({
  vectors: Float32Array.from(faces.flat()),
  dimension: DIMENSION,
});

jest.setTimeout(60_000);

describe('learning people', () => {
  let products: Products;
  beforeAll(async () => (products = await openProducts()));
  afterAll(() => products.close());
  const learn = (faces: LibraryFaces, rules = RULES) => learnPeople(products, faces, rules);

  describe('from faces that nobody labeled', () => {
    it('has nothing to say of none, and leaves one alone', async () => {
      expect(await learn(unlabeled({ vectors: new Float32Array(0), dimension: DIMENSION }))).toMatchObject({
        groups: [],
      });
      expect((await learn(unlabeled(vectorsOf([face(1, 1)])))).groups).toEqual([]);
    });

    it('groups faces of one person, the largest group first', async () => {
      const faces = [face(1, 1), face(2, 2), face(2, 3), face(1, 4), face(2, 5), face(3, 6)];
      const { groups, matches } = await learn(unlabeled(vectorsOf(faces)));
      expect(groups.map((group) => group.faces)).toEqual([
        [1, 2, 4],
        [0, 3],
      ]);
      for (const { confidences } of groups)
        for (const confidence of confidences) expect(confidence).toBeGreaterThan(0.5);
      expect([...matches]).toEqual(faces.map(() => NOBODY));
    });

    it('makes one person of any number of identical faces, but never of those in one photo', async () => {
      const photos = Uint32Array.of(0, 1, 2, 2);
      const same = [0, 1, 2, 3].map(() => face(1, 1));
      expect(
        (await learn(unlabeled({ ...vectorsOf(same), photos }))).groups.map(({ faces }) => faces),
      ).toEqual([[0, 1, 2]]);
    });

    it('does not chain two people through a face between them', async () => {
      const between = face(1, 9).map((value, axis) => (value + face(2, 9)[axis]!) / Math.SQRT2);
      const faces = [face(1, 1), face(1, 2), face(1, 3), face(2, 4), face(2, 5), face(2, 6), between];
      const { groups } = await learn(unlabeled(vectorsOf(faces)));
      const together = groups.find(({ faces: own }) => own.includes(0) && own.includes(3));
      expect(together).toBeUndefined();
    });

    it('takes vectors of zeros and of anything but numbers for nobody', async () => {
      const broken = new Array<number>(DIMENSION).fill(NaN);
      const nothing = new Array<number>(DIMENSION).fill(0);
      const faces = [face(1, 1), broken, nothing, face(1, 2), broken, nothing];
      expect((await learn(unlabeled(vectorsOf(faces)))).groups.map((group) => group.faces)).toEqual([[0, 3]]);
    });

    it('makes no group that is too small', async () => {
      const faces = [face(1, 1), face(1, 2), face(2, 3), face(2, 4), face(2, 5)];
      const { groups } = await learn(unlabeled(vectorsOf(faces)), { ...RULES, minimumGroupSize: 3 });
      expect(groups.map((group) => group.faces)).toEqual([[2, 3, 4]]);
    });

    it('keeps the identity of the earlier group that most of its faces were in', async () => {
      const earlier = Int32Array.of(7, 7, NOBODY, 8);
      const faces = [face(1, 1), face(1, 2), face(1, 3), face(1, 4)];
      const { groups } = await learn(unlabeled({ ...vectorsOf(faces), earlier }));
      expect(groups).toMatchObject([{ faces: [0, 1, 2, 3], earlier: 7 }]);
    });

    it('finds nearly everybody in a library, without putting different people together', async () => {
      const { faces, people } = aLibrary({ photos: 600, blurred: 0.2 });
      const learned = await learn(unlabeled(faces));
      const { right, wrong } = pairsOf(learned, people);
      expect(wrong / (right + wrong)).toBeLessThan(0.01);
      expect(
        learned.groups.reduce((sum, group) => sum + group.faces.length, 0) / people.length,
      ).toBeGreaterThan(0.75);
    });
  });

  describe('with labels', () => {
    it('suggests a labeled person for faces like theirs, and for nobody else', async () => {
      const labels = Int32Array.of(5, NOBODY, NOBODY, NOBODY);
      const faces = [face(1, 1), face(1, 2), face(1, 3), face(2, 4)];
      const { matches, confidences, groups } = await learn(unlabeled({ ...vectorsOf(faces), labels }));
      expect([...matches]).toEqual([NOBODY, 5, 5, NOBODY]);
      expect(confidences[1]).toBeGreaterThan(0.9);
      expect(confidences[3]).toBe(0);
      expect(groups).toEqual([]);
    });

    it('knows a person by each of several appearances', async () => {
      const labels = Int32Array.of(0, 0, NOBODY, NOBODY);
      const faces = [face(1, 1), face(2, 2), face(1, 3), face(2, 4)];
      expect([...(await learn(unlabeled({ ...vectorsOf(faces), labels }))).matches]).toEqual([
        NOBODY,
        NOBODY,
        0,
        0,
      ]);
    });

    it('finds faces through others that nobody labeled', async () => {
      // The last face is not like the labeled one, and like everything between.
      const mix = (share: number) =>
        face(1, 0, 1).map((value, axis) => share * value + Math.sqrt(1 - share ** 2) * face(2, 0, 1)[axis]!);
      const faces = [mix(0.98), mix(0.93), mix(0.85), mix(0.75), mix(0.62), mix(0.5), mix(0.4)];
      const labels = new Int32Array(faces.length).fill(NOBODY);
      labels[0] = 3;
      const { matches } = await learn(unlabeled({ ...vectorsOf(faces), labels }));
      expect(matches[5]).toBe(3);
    });

    it('never suggests somebody who was rejected, and does not group a face with a group it was kept out of', async () => {
      const labels = Int32Array.of(0, NOBODY, NOBODY);
      const faces = [face(1, 1), face(1, 2), face(1, 3)];
      const rejections = [{ face: 1, label: 0 }];
      expect([...(await learn(unlabeled({ ...vectorsOf(faces), labels, rejections }))).matches]).toEqual([
        NOBODY,
        NOBODY,
        0,
      ]);
      const earlier = Int32Array.of(NOBODY, 4, 4);
      const apart = await learn(
        unlabeled({ ...vectorsOf(faces), earlier, rejections: [{ face: 0, earlier: 4 }] }),
      );
      expect(apart.groups.map((group) => group.faces)).toEqual([[1, 2]]);
    });

    it('keeps groups apart that a human called different people', async () => {
      const earlier = Int32Array.of(1, 1, 2, 2);
      const faces = [face(1, 1), face(1, 2), face(1, 3), face(1, 4)];
      const { groups, questions } = await learn(
        unlabeled({ ...vectorsOf(faces), earlier, different: [[1, 2]] }),
      );
      expect(groups.map((group) => group.faces)).toEqual([
        [0, 1],
        [2, 3],
      ]);
      expect(questions).toEqual([]);
    });

    it('names nobody twice in a photo: the surer face wins, and who is labeled there is out of the question', async () => {
      const labels = Int32Array.of(0, NOBODY, NOBODY);
      const faces = [face(1, 1), face(1, 2, 0.95), face(1, 3, 0.8)];
      const one = await learn(unlabeled({ ...vectorsOf(faces), labels, photos: Uint32Array.of(0, 1, 1) }));
      expect([...one.matches]).toEqual([NOBODY, 0, NOBODY]);
      const none = await learn(unlabeled({ ...vectorsOf(faces), labels, photos: Uint32Array.of(1, 1, 1) }));
      expect([...none.matches]).toEqual([NOBODY, NOBODY, NOBODY]);
    });

    it('asks whether two people of different names who look alike are one, and not when their photos say no', async () => {
      const labels = Int32Array.of(0, 0, 1, 1);
      const faces = [face(1, 1), face(1, 2), face(1, 3), face(1, 4)];
      const { questions } = await learn(unlabeled({ ...vectorsOf(faces), labels }));
      expect(questions).toMatchObject([{ one: { label: 0 }, other: { label: 1 } }]);
      const photos = Uint32Array.of(0, 1, 0, 2);
      expect((await learn(unlabeled({ ...vectorsOf(faces), labels, photos }))).questions).toEqual([]);
    });

    it('asks about others when humans have answered what is most probable', async () => {
      const faces = Array.from({ length: 21 }, (_, axis) => face(1, axis + 1));
      const labels = Int32Array.from(faces, (_, person) => person);
      const asked = async (differentLabels: readonly (readonly [number, number])[]) => {
        const { questions } = await learn(unlabeled({ ...vectorsOf(faces), labels, differentLabels }));
        return questions.map(({ one, other }) => {
          const [first, second] = [one, other].map((who) => ('label' in who ? who.label : NOBODY));
          return [Math.min(first!, second!), Math.max(first!, second!)] as const;
        });
      };
      const first = await asked([]);
      expect(first).toHaveLength(200);
      const then = await asked(first.map(([one, other]) => [other, one]));
      expect(then).toHaveLength((21 * 20) / 2 - 200);
      expect(then.filter((pair) => first.some((known) => known.join() === pair.join()))).toEqual([]);
    });

    it('grows less sure of everybody by faces that a human rejected, not by what follows from it for others', async () => {
      const people = Array.from({ length: 20 }, (_, person) => person + 1);
      const known = people.flatMap((person) => [face(person, 1), face(person, 2), face(person, 3)]);
      const group = Array.from({ length: 30 }, (_, axis) => face(1, axis + 4));
      const labels = Int32Array.from([...known, ...group], (_, index) =>
        index < known.length && index % 3 < 2 ? Math.floor(index / 3) : NOBODY,
      );
      const sure = async (follows: boolean | null) => {
        const rejections =
          follows === null
            ? []
            : group.map((_, index) => ({ face: known.length + index, label: 0, follows }));
        const library = unlabeled({ ...vectorsOf([...known, ...group]), labels, rejections });
        const { matches, confidences } = await learn(library);
        if (follows !== null) expect([...matches.subarray(known.length)]).toEqual(group.map(() => NOBODY));
        return confidences[5]!;
      };
      const before = await sure(null);
      expect(await sure(true)).toBe(before);
      expect(await sure(false)).toBeLessThan(before);
    });

    it('is surer where it may be, and shows only what is sure enough', async () => {
      const { faces, people } = aLibrary({ photos: 500, blurred: 0.2 });
      const labels = Int32Array.from(people, (person, index) =>
        person % 2 === 0 && index % 7 === 0 ? person : NOBODY,
      );
      const copy = () => unlabeled({ ...faces, vectors: faces.vectors.slice(), labels });
      const shown = await learn(copy());
      const sure = await learn(copy(), { ...RULES, minimumConfidence: 0.95 });
      const count = ({ matches }: LearnedPeople) => matches.filter((match) => match !== NOBODY).length;
      expect(count(sure)).toBeLessThanOrEqual(count(shown));
      const right = shown.matches.filter(
        (match, index) => match !== NOBODY && match === people[index],
      ).length;
      expect(right / count(shown)).toBeGreaterThan(0.98);
    });
  });

  it('knows ten thousand people by one label each', async () => {
    const people = 10_000;
    const random = randomOf(7);
    const dimension = 32;
    const vectors = new Float32Array(2 * people * dimension);
    for (let person = 0; person < people; person += 1) {
      const looks = Float32Array.from({ length: dimension }, () => random() - 0.5);
      const length = Math.hypot(...looks);
      for (let axis = 0; axis < dimension; axis += 1) {
        for (const which of [0, 1]) vectors[(2 * person + which) * dimension + axis] = looks[axis]! / length;
      }
    }
    const labels = Int32Array.from({ length: 2 * people }, (_, index) =>
      index % 2 === 0 ? index / 2 : NOBODY,
    );
    const { matches } = await learn(unlabeled({ vectors, dimension, labels }));
    expect([...matches].filter((match, index) => index % 2 === 1 && match === (index - 1) / 2)).toHaveLength(
      people,
    );
  });

  it('says the same of the same library, and of a library in which nothing else is known', async () => {
    const { faces, people } = aLibrary({ photos: 300, blurred: 0.3 });
    const labels = Int32Array.from(people, (person, index) => (index % 9 === 0 ? person : NOBODY));
    const copy = () => unlabeled({ ...faces, vectors: faces.vectors.slice(), labels });
    const one = await learn(copy());
    expect(await learn(copy())).toEqual(one);
    expect(await learnPeople(products, copy(), RULES, one.knowledge)).toEqual(one);
  });

  it('never contradicts a human or a photo, whatever they say', async () => {
    const statements = fc.record({
      seed: fc.nat(1000),
      labels: fc.array(fc.tuple(fc.nat(500), fc.nat(5)), { maxLength: 20 }),
      rejected: fc.array(fc.tuple(fc.nat(500), fc.nat(5)), { maxLength: 20 }),
      earlier: fc.array(fc.tuple(fc.nat(500), fc.nat(4)), { maxLength: 40 }),
      refused: fc.array(fc.tuple(fc.nat(500), fc.nat(4)), { maxLength: 10 }),
      different: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(statements, async (said) => {
        const faces = libraryOf(aLibrary({ photos: 60, blurred: 0.2, seed: said.seed }), said);
        const { labels, earlier, rejections, different } = faces;
        expect(contradictions(faces, await learn({ ...faces, vectors: faces.vectors.slice() }))).toEqual([]);
        expect([labels, earlier, rejections, different]).toEqual([
          faces.labels,
          faces.earlier,
          faces.rejections,
          faces.different,
        ]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Pairs of faces in one group, by whether they are one person. */
function pairsOf({ groups }: LearnedPeople, people: Int32Array) {
  const pairs = { right: 0, wrong: 0 };
  for (const { faces } of groups) {
    for (const one of faces)
      for (const other of faces)
        if (one < other) pairs[people[one] === people[other] ? 'right' : 'wrong'] += 1;
  }
  return pairs;
}

interface Said {
  readonly labels: readonly (readonly [number, number])[];
  readonly rejected: readonly (readonly [number, number])[];
  readonly earlier: readonly (readonly [number, number])[];
  readonly refused: readonly (readonly [number, number])[];
  readonly different: readonly (readonly [number, number])[];
}

function libraryOf({ faces }: GeneratedFaces, said: Said): LibraryFaces {
  const count = faces.photos.length;
  const labels = new Int32Array(count).fill(NOBODY);
  const earlier = new Int32Array(count).fill(NOBODY);
  for (const [face, label] of said.labels) labels[face % count] = label;
  for (const [face, group] of said.earlier)
    if (labels[face % count] === NOBODY) earlier[face % count] = group;
  const rejections = [
    ...said.rejected.map(([face, label]) => ({ face: face % count, label })),
    ...said.refused.map(([face, group]) => ({ face: face % count, earlier: group })),
  ].filter((rejection) => !('label' in rejection) || labels[rejection.face] !== rejection.label);
  return {
    ...faces,
    labels,
    earlier,
    rejections,
    different: said.different.filter(([one, other]) => one !== other),
  };
}

function contradictions(faces: LibraryFaces, { matches, groups }: LearnedPeople): string[] {
  const wrong: string[] = [];
  const inPhoto = new Set<string>();
  const take = (face: number, who: string, isLabel: boolean) => {
    const place = `${faces.photos[face]} ${who}`;
    if (inPhoto.has(place) && !isLabel) wrong.push(`${who} is twice in photo ${faces.photos[face]}`);
    inPhoto.add(place);
  };
  for (const [face, label] of faces.labels.entries()) {
    if (label === NOBODY) continue;
    take(face, `label ${label}`, true);
    if (matches[face] !== NOBODY) wrong.push(`the labeled face ${face} got a suggestion`);
  }
  for (const [face, label] of matches.entries()) if (label !== NOBODY) take(face, `label ${label}`, false);
  for (const [place, group] of groups.entries()) {
    for (const face of group.faces) {
      take(face, `group ${place}`, false);
      if (faces.labels[face] !== NOBODY || matches[face] !== NOBODY)
        wrong.push(`${face} is in a group and is somebody`);
    }
    const origins = new Set(group.faces.map((face) => faces.earlier[face]!));
    for (const [one, other] of faces.different)
      if (origins.has(one) && origins.has(other)) wrong.push(`${one} and ${other} are together`);
    for (const rejection of faces.rejections) {
      if (
        'earlier' in rejection &&
        group.faces.includes(rejection.face) &&
        faces.earlier[rejection.face] !== rejection.earlier
      ) {
        if (origins.has(rejection.earlier)) wrong.push(`${rejection.face} is in a group that refused it`);
      }
    }
  }
  for (const rejection of faces.rejections) {
    if ('label' in rejection && matches[rejection.face] === rejection.label)
      wrong.push(`${rejection.face} is who it is not`);
  }
  return wrong;
}
