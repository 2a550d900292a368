import { NOTHING_SAID } from '@kindred/domain';
import * as fc from 'fast-check';
import {
  aFace,
  aFailedSource,
  aFaceId,
  aJobId,
  aPackName,
  aPerson,
  aPersonId,
  aPhoto,
  aPhotoId,
  aSourceOf,
  type LibraryStores,
  NOON,
} from '@kindred/testing';
import { openSqliteStores } from './open-sqlite-stores';
import { recount } from './testing/recount';

jest.setTimeout(120_000);

/** One thing that happens to a library. What cannot happen now, like taking a taken name, is refused by itself. */
type Step = (library: LibraryStores) => Promise<unknown>;

const photo = fc.nat({ max: 5 });
const face = fc.nat({ max: 9 }).map(aFaceId);
const person = fc.nat({ max: 5 }).map(aPersonId);
const job = fc.nat({ max: 2 }).map(aJobId);
const path = fc.nat({ max: 6 }).map((number) => `/photos/${number}.jpg`);
const failure = { code: 'IMAGE_CORRUPT', message: 'The image ends in the middle.' } as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ photo, path, job, copied: fc.boolean() }).map(({ photo: seed, path: at, job: id, copied }) => {
    const original = copied ? ({ kind: 'object', key: `originals/${seed}` } as const) : undefined;
    const scan = { state: 'pending', job: id, restoreDeleted: false } as const;
    const added = aPhoto({ seed, scan, ...(original && { original }) });
    return ({ photos }: LibraryStores) => photos.add(added, aSourceOf(added, { path: at }));
  }),
  path.map(
    (at): Step =>
      ({ photos }) =>
        photos.recordFailedSource(aFailedSource(at)),
  ),
  path.map(
    (at): Step =>
      ({ photos }) =>
        photos.forgetSource(at),
  ),
  fc.tuple(photo, job).map(
    ([seed, id]): Step =>
      ({ photos }) =>
        photos.completeScan(aPhotoId(seed), { job: id, pack: aPackName(), faces: 1, at: NOON }),
  ),
  fc.tuple(photo, job).map(
    ([seed, id]): Step =>
      ({ photos }) =>
        photos.failScan(aPhotoId(seed), { job: id, failure, at: NOON }),
  ),
  job.map(
    (id): Step =>
      ({ photos }) =>
        photos.failPendingScans({ job: id, failure, at: NOON }),
  ),
  fc
    .tuple(fc.oneof(fc.constantFrom('all' as const, 'failed' as const), fc.array(photo.map(aPhotoId))), job)
    .map(
      ([which, id]): Step =>
        ({ photos }) =>
          photos.requestScan(which, { job: id, restoreDeleted: true }),
    ),
  fc.array(fc.tuple(face, photo), { maxLength: 4 }).map(
    (seen): Step =>
      ({ faces }) =>
        faces.upsert(seen.map(([id, seed]) => aFace({ id, photo: aPhotoId(seed) }))),
  ),
  fc.array(face, { maxLength: 3 }).map(
    (ids): Step =>
      ({ faces }) =>
        faces.remove(ids),
  ),
  fc
    .record({
      face,
      assigned: fc.option(person),
      rejected: fc.array(person, { maxLength: 2 }),
      ignored: fc.boolean(),
      deletedAt: fc.option(fc.constant(NOON), { freq: 3 }),
      through: fc.nat({ max: 9 }),
    })
    .map(({ face: id, rejected, ...said }): Step => ({ faces }) => {
      const view = { ...NOTHING_SAID, ...said, rejected: new Set(rejected) };
      return faces.project(new Map([[id, view]]));
    }),
  fc
    .record({
      set: fc.array(fc.record({ face, person, confidence: fc.constantFrom(0.25, 0.5) }), { maxLength: 5 }),
      clear: fc.array(face, { maxLength: 3 }),
    })
    .map(
      (change): Step =>
        ({ faces }) =>
          faces.changeSuggestions(change),
    ),
  fc.tuple(person, fc.option(person)).map(
    ([from, to]): Step =>
      ({ faces }) =>
        faces.moveSuggestions(from, to),
  ),
  fc.tuple(person, fc.nat({ max: 9 }), fc.boolean()).map(([id, number, named]): Step => ({ people }) => {
    const identity = named ? aPerson(`Name ${number % 3}`).identity : ({ kind: 'unknown', number } as const);
    return people.create({ id, identity, cover: null, createdAt: NOON });
  }),
  fc.tuple(person, fc.nat({ max: 2 })).map(
    ([id, number]): Step =>
      ({ people }) =>
        people.rename(id, `Name ${number}`),
  ),
  fc.tuple(person, person).map(
    ([from, into]): Step =>
      ({ people }) =>
        people.mergeInto(from, into),
  ),
  fc.tuple(person, fc.nat({ max: 9 }), fc.boolean()).map(([id, number, named]): Step => ({ people }) => {
    const identity = named ? aPerson(`Name ${number % 3}`).identity : ({ kind: 'unknown', number } as const);
    return people.part({ id, identity, cover: null, createdAt: NOON });
  }),
  fc.tuple(person, fc.nat({ max: 9 })).map(
    ([id, number]): Step =>
      ({ people }) =>
        people.unname(id, number),
  ),
  person.map(
    (id): Step =>
      ({ faces }) =>
        faces.bringBackSuggestions(id),
  ),
  fc.array(person, { maxLength: 2 }).map(
    (ids): Step =>
      ({ people }) =>
        people.remove(ids),
  ),
);

const REFUSALS = ['NAME_TAKEN', 'NOT_FOUND'];

describe('after any history', () => {
  it('every count is what counting again gives, also when things happen at once', async () => {
    const histories = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), {
      minLength: 5,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const library = openSqliteStores({ file: ':memory:' });
        for (const together of history) {
          const outcomes = await Promise.allSettled(together.map((happen) => happen(library)));
          for (const outcome of outcomes) {
            if (outcome.status === 'rejected') expect(REFUSALS).toContain(outcome.reason.code);
          }
        }
        await recount(library);
        await library.close();
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
