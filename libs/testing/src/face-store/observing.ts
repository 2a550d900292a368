import type { FaceId, FaceObservation, FaceStore } from '@kindred/domain';
import { aFace } from '../builders/a-face';
import { aFaceId, aPackName, aPhotoId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { describePaging } from '../paging/paged-list';
import { pageOf, readAll } from '../paging/read-all';
import { addFaces, ANNA, BEN, project, suggest } from './faces';

const UNKNOWN = { state: 'unknown', person: null } as const;

/** Another look at the same face, in which everything is different. */
const OTHER_LOOK: FaceObservation = {
  id: aFaceId(1),
  photo: aPhotoId(9),
  pack: aPackName('other-pack'),
  origin: 'drawn',
  box: { x: 0.1, y: 1 / 3, width: 0.1 + 0.2, height: 1e-9 },
  landmarks: [
    { x: 0, y: 1 },
    { x: -0.25, y: 1.5 },
    { x: 1 / 7, y: 2 / 7 },
    { x: 0.3, y: 0.1 },
    { x: Math.PI, y: Math.E },
  ],
  score: 1,
  quality: { overall: 0, size: 1, sharpness: 0.1, pose: 0.7 },
  cropKey: 'crops/other.webp',
  detectedAt: '2026-02-02T02:02:02.222Z',
  photoDate: '1969-07-20T20:17:40',
};

export function describeObserving(library: () => LibraryStores): void {
  const faces = (): FaceStore => library().faces;

  describe('observing', () => {
    it('keeps every fact of a face, which is unknown and alone at first', async () => {
      await faces().upsert([OTHER_LOOK]);
      expect(await faces().get(OTHER_LOOK.id)).toEqual({ ...OTHER_LOOK, standing: UNKNOWN });
    });

    it('again overwrites what was seen', async () => {
      await faces().upsert([aFace()]);
      await faces().upsert([OTHER_LOOK]);
      await faces().upsert([OTHER_LOOK]);
      expect(await faces().get(OTHER_LOOK.id)).toEqual({ ...OTHER_LOOK, standing: UNKNOWN });
      expect(await faces().ofPhoto(aPhotoId())).toEqual([]);
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 0, unknown: 1, ignored: 0 });
    });

    it('again keeps labels, rejections and suggestions', async () => {
      await library().people.create(ANNA);
      const [labeled, inferred] = await addFaces(faces(), 1, 2);
      await project(faces(), labeled!, { assigned: ANNA.id, rejected: [BEN.id], through: 5 });
      await suggest(faces(), ANNA.id, [inferred!]);
      await faces().upsert([OTHER_LOOK, aFace({ seed: 2, score: 0.5 })]);
      expect((await faces().get(labeled!))!.standing).toEqual({ state: 'labeled', person: ANNA.id });
      expect((await faces().get(inferred!))!.standing).toMatchObject({ state: 'inferred', person: ANNA.id });
      expect((await faces().rejectionsOf([labeled!])).get(labeled!)).toEqual(new Set([BEN.id]));
      await project(faces(), labeled!, { through: 4 });
      expect((await faces().get(labeled!))!.standing).toEqual({ state: 'labeled', person: ANNA.id });
    });

    it('leaves the other faces of the photo', async () => {
      await addFaces(faces(), 1, 2);
      await addFaces(faces(), 2, 3);
      const found = (await faces().ofPhoto(aPhotoId())).map(({ id }) => id);
      expect(new Set(found)).toEqual(new Set([1, 2, 3].map(aFaceId)));
      expect(found).toHaveLength(3);
    });

    it('the last of two looks at the same face in one write wins', async () => {
      await faces().upsert([aFace(), OTHER_LOOK]);
      expect(await faces().get(OTHER_LOOK.id)).toMatchObject(OTHER_LOOK);
    });

    it('takes none and takes thousands', async () => {
      await faces().upsert([]);
      await addFaces(faces(), ...Array.from({ length: 2500 }, (_, seed) => seed));
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 0, unknown: 2500, ignored: 0 });
      expect(await faces().ofPhoto(aPhotoId())).toHaveLength(2500);
    });

    it('by several at once stores each face once', async () => {
      await Promise.all(Array.from({ length: 10 }, (_, index) => addFaces(faces(), index % 3, 'same')));
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 0, unknown: 4, ignored: 0 });
    });
  });

  describe('reading', () => {
    it('answers null, or nothing, for what is not there', async () => {
      expect(await faces().get(aFaceId(404))).toBeNull();
      expect(await faces().getMany([aFaceId(404)])).toEqual([]);
      expect(await faces().getMany([])).toEqual([]);
      expect(await faces().ofPhoto(aPhotoId(404))).toEqual([]);
      expect(await faces().labeledAs(ANNA.id)).toEqual([]);
      expect(await faces().rejectionsOf([aFaceId(404)])).toEqual(new Map());
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 0, unknown: 0, ignored: 0 });
    });

    it('answers those that exist, in the order asked for', async () => {
      const [one, two, three] = await addFaces(faces(), 1, 2, 3);
      const found = await faces().getMany([three!, aFaceId(404), one!, two!]);
      expect(found.map(({ id }) => id)).toEqual([three, one, two]);
    });

    it('answers the faces of one photo only', async () => {
      await faces().upsert([1, 2, 3].map((seed) => aFace({ seed, photo: aPhotoId(seed % 2) })));
      const found = await faces().ofPhoto(aPhotoId(1));
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set([aFaceId(1), aFaceId(3)]));
    });
  });

  describe('removing', () => {
    it('takes the faces with their standing; unknown ones are ignored', async () => {
      await library().people.create(ANNA);
      const [labeled, inferred, kept] = await addFaces(faces(), 1, 2, 3);
      await project(faces(), labeled!, { assigned: ANNA.id, rejected: [BEN.id] });
      await suggest(faces(), ANNA.id, [inferred!, kept!]);
      await faces().remove([labeled!, aFaceId(404), inferred!, labeled!]);
      await faces().remove([labeled!]);
      expect((await faces().list({ limit: 10 })).items.map(({ id }) => id)).toEqual([kept]);
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 1, unknown: 0, ignored: 0 });
      expect(await faces().labeledAs(ANNA.id)).toEqual([]);
      expect(await faces().rejectionsOf([labeled!])).toEqual(new Map());
      expect((await library().people.get(ANNA.id))!.counts).toEqual({ labeled: 0, inferred: 1, unknown: 0 });
    });

    it('and seeing it again starts afresh: older views count again, nothing is remembered', async () => {
      const [face] = await addFaces(faces(), 1);
      await project(faces(), face!, { assigned: ANNA.id, rejected: [BEN.id], through: 9, said: 2 });
      await faces().remove([face!]);
      await addFaces(faces(), 1);
      expect((await faces().get(face!))!.standing).toEqual(UNKNOWN);
      expect(await faces().rejectionsOf([face!])).toEqual(new Map());
      await project(faces(), face!, { assigned: BEN.id, through: 2, said: 1 });
      expect((await faces().get(face!))!.standing).toEqual({ state: 'labeled', person: BEN.id });
    });

    it('takes thousands at once', async () => {
      const ids = await addFaces(faces(), ...Array.from({ length: 1500 }, (_, seed) => seed));
      await faces().remove(ids.slice(0, 1400));
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 0, unknown: 100, ignored: 0 });
    });
  });

  describe('scrolling', () => {
    it('shows every face in id order, with its standing', async () => {
      await library().people.create(ANNA);
      const ids = await addFaces(faces(), ...Array.from({ length: 25 }, (_, seed) => seed));
      await project(faces(), ids[3]!, { assigned: ANNA.id });
      const scrolled = await readAll((page) => faces().scroll(page), 4);
      expect(scrolled.map(({ id }) => id)).toEqual([...ids].sort());
      expect(scrolled).toEqual(await faces().getMany([...ids].sort() as FaceId[]));
    });
  });

  describePaging('every face', {
    add: async (number) => void (await addFaces(faces(), number)),
    remove: (number) => faces().remove([aFaceId(number)]),
    read: async (page) => pageOf(await faces().scroll(page), ({ id }) => id),
    foreignCursor: async () => (await faces().list({ limit: 1 })).cursors[0]!,
  });
}
