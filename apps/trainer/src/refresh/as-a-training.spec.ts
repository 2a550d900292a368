import type { FaceId } from '@kindred/domain';
import { bcubedScores } from '@kindred/clustering';
import { TestLibrary } from '../testing/test-library';

const PEOPLE = 25;
const ROUNDS = 6;
/** How often a refresh may say something else of a face than a training of the whole library. */
const TOLERANCE = 0.03;

/** The same faces and labels in the same order, looked at after each round or only at the end. */
async function grow(library: TestLibrary, afterRound: () => Promise<void>): Promise<FaceId[]> {
  const faces: FaceId[] = [];
  const known = await Promise.all(['Ada', 'Eve', 'Ida', 'Una'].map((name) => library.person(name)));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let look = 0; look < PEOPLE; look += 1) {
      if ((look * 7 + round * 3) % 5 === 0) continue;
      const face = await library.face(look, `photo ${round}-${Math.floor(look / 3)}`);
      faces.push(face);
      if (round === 2 && look < known.length) await library.label(face, known[look]!);
    }
    await afterRound();
  }
  return faces;
}

describe('refreshes while a library grows', () => {
  it('say what a training of the whole library says, but for a small tolerance', async () => {
    const [grown, trained] = [await TestLibrary.open(), await TestLibrary.open()];
    try {
      const faces = await grow(grown, () => grown.refresh());
      expect(await grow(trained, () => Promise.resolve())).toEqual(faces);
      await trained.train();

      const names = await Promise.all([grown, trained].map((library) => namesOf(library, faces)));
      const same = faces.filter((_, index) => names[0]![index] === names[1]![index]).length;
      expect(same / faces.length).toBeGreaterThanOrEqual(1 - TOLERANCE);
      const groups = await Promise.all([grown, trained].map((library) => groupsOf(library, faces)));
      expect(bcubedScores(groups[1]!, groups[0]!).f).toBeGreaterThanOrEqual(1 - TOLERANCE);
      expect(new Set(groups[1]).size).toBeGreaterThan(PEOPLE / 2);
    } finally {
      await grown.close();
      await trained.close();
    }
  }, 60_000);
});

/** The name that each face has or is suggested to have; null for a face of nobody named. */
async function namesOf(library: TestLibrary, faces: readonly FaceId[]): Promise<(string | null)[]> {
  return Promise.all(
    faces.map(async (face) => {
      const standing = await library.standing(face);
      if (standing.state === 'unknown' || standing.person === null) return null;
      const person = await library.ports.people.get(standing.person);
      return person?.identity.kind === 'named' ? person.identity.name : null;
    }),
  );
}

/** The group of each face as a number; -1 for a face that is alone or somebody named. */
async function groupsOf(library: TestLibrary, faces: readonly FaceId[]): Promise<Int32Array> {
  const numbers = new Map<string, number>();
  const groups = new Int32Array(faces.length).fill(-1);
  for (const [index, face] of faces.entries()) {
    const { state, person } = await library.standing(face);
    if (state !== 'unknown' || person === null) continue;
    if (!numbers.has(person)) numbers.set(person, numbers.size);
    groups[index] = numbers.get(person)!;
  }
  return groups;
}
