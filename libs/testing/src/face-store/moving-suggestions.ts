import type { FaceId, FaceStore } from '@kindred/domain';
import { aPersonId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { addFaces, ANNA, BEN, project, SOMEBODY, suggest } from './faces';

const ALONE = { state: 'unknown', person: null };

export function describeMovingSuggestions(library: () => LibraryStores): void {
  const faces = (): FaceStore => library().faces;
  const standingOf = async (face: FaceId) => (await faces().get(face))!.standing;

  describe('moving suggestions', () => {
    let ids: FaceId[];
    beforeEach(async () => {
      for (const person of [ANNA, BEN, SOMEBODY]) await library().people.create(person);
      ids = await addFaces(faces(), 1, 2, 3, 4);
      await suggest(faces(), SOMEBODY.id, ids.slice(0, 3), 0.625);
      await suggest(faces(), BEN.id, ids.slice(3), 0.5);
    });

    it('to another person keeps their confidence, and leaves those of others', async () => {
      await faces().moveSuggestions(SOMEBODY.id, ANNA.id);
      await faces().moveSuggestions(SOMEBODY.id, ANNA.id);
      for (const face of ids.slice(0, 3)) {
        expect(await standingOf(face)).toEqual({ state: 'inferred', person: ANNA.id, confidence: 0.625 });
      }
      expect(await standingOf(ids[3]!)).toEqual({ state: 'inferred', person: BEN.id, confidence: 0.5 });
      expect((await library().people.get(ANNA.id))!.counts.inferred).toBe(3);
      expect((await library().people.get(SOMEBODY.id))!.counts.unknown).toBe(0);
    });

    it('clears faces that rejected the other', async () => {
      await project(faces(), ids[1]!, { rejected: [ANNA.id] });
      await faces().moveSuggestions(SOMEBODY.id, ANNA.id);
      expect(await standingOf(ids[0]!)).toMatchObject({ person: ANNA.id });
      expect(await standingOf(ids[1]!)).toEqual(ALONE);
    });

    it('to nobody clears them', async () => {
      await faces().moveSuggestions(SOMEBODY.id, null);
      for (const face of ids.slice(0, 3)) expect(await standingOf(face)).toEqual(ALONE);
      expect(await standingOf(ids[3]!)).toMatchObject({ person: BEN.id });
      expect((await library().people.get(SOMEBODY.id))!.counts.unknown).toBe(0);
    });

    it('to nobody can be taken back, where nothing contradicts and nobody else was suggested', async () => {
      await faces().moveSuggestions(SOMEBODY.id, null);
      await library().people.remove([SOMEBODY.id]);
      await faces().bringBackSuggestions(SOMEBODY.id);
      expect(await standingOf(ids[0]!)).toEqual(ALONE);
      await suggest(faces(), BEN.id, [ids[1]!]);
      await project(faces(), ids[2]!, { rejected: [SOMEBODY.id] });
      await library().people.create(SOMEBODY);
      await faces().bringBackSuggestions(SOMEBODY.id);
      expect(await standingOf(ids[0]!)).toEqual({ state: 'unknown', person: SOMEBODY.id });
      expect(await standingOf(ids[1]!)).toMatchObject({ person: BEN.id });
      expect(await standingOf(ids[2]!)).toEqual(ALONE);
      expect((await library().people.get(SOMEBODY.id))!.counts.unknown).toBe(1);
      await project(faces(), ids[2]!, { through: 2 });
      expect(await standingOf(ids[2]!)).toEqual({ state: 'unknown', person: SOMEBODY.id });
    });

    it('to the same person changes nothing', async () => {
      await faces().moveSuggestions(SOMEBODY.id, SOMEBODY.id);
      expect(await standingOf(ids[0]!)).toEqual({ state: 'unknown', person: SOMEBODY.id });
    });

    it('of somebody without any does nothing', async () => {
      await faces().moveSuggestions(aPersonId(404), ANNA.id);
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 1, unknown: 3, ignored: 0 });
    });

    it('moves what stands behind a label too', async () => {
      await project(faces(), ids[0]!, { assigned: SOMEBODY.id, through: 1 });
      await faces().moveSuggestions(SOMEBODY.id, ANNA.id);
      expect(await standingOf(ids[0]!)).toEqual({ state: 'labeled', person: SOMEBODY.id });
      await project(faces(), ids[0]!, { through: 2 });
      expect(await standingOf(ids[0]!)).toEqual({ state: 'inferred', person: ANNA.id, confidence: 0.625 });
    });

    it('moves thousands', async () => {
      const many = await addFaces(faces(), ...Array.from({ length: 1100 }, (_, seed) => `many ${seed}`));
      await suggest(faces(), SOMEBODY.id, many);
      await faces().moveSuggestions(SOMEBODY.id, BEN.id);
      expect((await library().people.get(BEN.id))!.counts.inferred).toBe(1104);
      await faces().moveSuggestions(BEN.id, null);
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 0, unknown: 1104, ignored: 0 });
    });
  });
}
