import { changeJob, type JobId, type Photo } from '@kindred/domain';
import { aJob, aJobId, aPackName, aPhotoId } from '@kindred/testing';
import { TestGateway } from '../testing/test-gateway';

const JOB = 'job { id kind state subject total done failed }';
const RESCAN = `mutation ($photoIds: [ID!]) { rescan(photoIds: $photoIds) { ${JOB} photoCount results { id failure { code message } } } }`;
const CANCEL = 'mutation ($id: ID!) { cancelJob(id: $id) { id state finishedAt } }';

describe('work that is asked for', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.open();
  });
  afterEach(() => gateway.close());

  const scanned = (seed: string): Promise<Photo> =>
    gateway.photo(seed, {
      scan: {
        state: 'scanned',
        job: aJobId('first'),
        pack: aPackName(),
        at: '2026-01-01T12:00:00.000Z',
        faces: 0,
      },
    });
  const failed = (seed: string): Promise<Photo> =>
    gateway.photo(seed, {
      scan: {
        state: 'failed',
        job: aJobId('first'),
        at: '2026-01-01T12:00:00.000Z',
        failure: { code: 'IMAGE_CORRUPT', message: 'Damaged.' },
      },
    });
  const announced = () =>
    gateway.ports.bus.published('photos.rescan', 'photos.stored').map(({ subject, data }) => [subject, data]);
  const codeOf = async (query: string, variables: Record<string, unknown> = {}) =>
    (await gateway.ask(query, variables)).errors?.[0]?.extensions['code'];

  describe('a rescan', () => {
    it('of all photos looks at each of them again, and has deleted faces come back', async () => {
      const [a, b] = [await scanned('a'), await failed('b')];
      const { rescan } = await gateway.data(RESCAN);
      expect(rescan).toMatchObject({
        photoCount: 2,
        results: [],
        job: { kind: 'RESCAN', state: 'RUNNING', total: 2, done: 0 },
      });
      const rescanned = ({ id }: Photo) => [
        'photos.rescan',
        { photo: id, job: rescan.job.id, restoreDeleted: true },
      ];
      expect(announced()).toEqual(expect.arrayContaining([rescanned(a), rescanned(b)]));
      expect(announced()).toHaveLength(2);
    });

    it('of some photos answers for each id: known, unknown, malformed and repeated ones', async () => {
      const [a, b] = [await scanned('a'), await scanned('b')];
      const photoIds = [a.id, 'x', aPhotoId('none'), a.id, b.id];
      const { rescan } = await gateway.data(RESCAN, { photoIds });
      expect(
        rescan.results.map(({ id, failure }: { id: string; failure: { code: string } | null }) => [
          id,
          failure?.code ?? null,
        ]),
      ).toEqual([
        [a.id, null],
        ['x', 'NOT_FOUND'],
        [aPhotoId('none'), 'NOT_FOUND'],
        [a.id, null],
        [b.id, null],
      ]);
      expect([rescan.photoCount, rescan.job.total, announced().length]).toEqual([2, 2, 2]);
    });

    it('of no photo is over at once and is never taken for one of all', async () => {
      await scanned('a');
      for (const photoIds of [[], ['x']]) {
        const { rescan } = await gateway.data(RESCAN, { photoIds });
        expect(rescan).toMatchObject({ photoCount: 0, job: { state: 'COMPLETED', total: 0 } });
      }
      expect(announced()).toEqual([]);
    });

    it('of too many photos is refused, whole', async () => {
      expect(await codeOf(RESCAN, { photoIds: Array(1001).fill(aPhotoId()) })).toBe('ARGUMENT_INVALID');
      expect(await gateway.ports.jobs.list()).toEqual([]);
    });
  });

  it('tries only failed photos once more, without bringing deleted faces back', async () => {
    await scanned('a');
    const { id } = await failed('b');
    const { retryFailed } = await gateway.data(`mutation { retryFailed { ${JOB} photoCount } }`);
    expect(retryFailed).toMatchObject({ photoCount: 1, job: { kind: 'RESCAN', total: 1 } });
    expect(announced()).toEqual([['photos.stored', { photo: id, job: retryFailed.job.id }]]);
    expect(await gateway.ports.photos.failureCount()).toBe(0);
  });

  it('trains once, however often it is asked for meanwhile', async () => {
    const train = async () =>
      (await gateway.data('mutation { trainLibrary { id kind state } }')).trainLibrary;
    const first = await train();
    expect(first).toMatchObject({ kind: 'TRAIN', state: 'RUNNING' });
    expect(await train()).toEqual(first);
    expect(gateway.ports.bus.published('train.requested').map(({ data }) => data)).toEqual([
      { job: first.id },
    ]);
    await gateway.data(CANCEL, { id: first.id });
    expect((await train()).id).not.toBe(first.id);
  });

  it('says what a training is at, and what came of it at the end', async () => {
    const { id } = (await gateway.data('mutation { trainLibrary { id } }')).trainLibrary;
    const query = `{ job(id: "${id}") { stage result { matched groups changed questions } } }`;
    expect((await gateway.data(query)).job).toEqual({ stage: null, result: null });
    await changeJob(gateway.ports, id, { stage: 'compare' });
    expect((await gateway.data(query)).job).toEqual({ stage: 'COMPARE', result: null });
    const result = { matched: 214, groups: 31, changed: 18, questions: 2 };
    await changeJob(gateway.ports, id, { state: 'completed', result });
    expect((await gateway.data(query)).job).toEqual({ stage: null, result });
  });

  describe('that is cancelled', () => {
    it('ends, and sets aside the photos it has not looked at, so that they can be tried again', async () => {
      await scanned('a');
      await scanned('b');
      const job: JobId = (await gateway.data(RESCAN)).rescan.job.id;
      await gateway.ports.photos.completeScan(aPhotoId('a'), {
        job,
        pack: aPackName(),
        faces: 0,
        at: gateway.ports.clock.now(),
      });
      expect((await gateway.data(CANCEL, { id: job })).cancelJob).toEqual({
        id: job,
        state: 'CANCELLED',
        finishedAt: expect.any(String),
      });
      expect(await gateway.ports.photos.countsOfJob(job)).toEqual({ pending: 0, scanned: 1, failed: 1 });
      const { nodes } = (await gateway.data('{ failures { nodes { failure { code hint } } } }')).failures;
      expect(nodes).toEqual([{ failure: { code: 'CANCELLED', hint: expect.any(String) } }]);
      expect((await gateway.data('mutation { retryFailed { photoCount } }')).retryFailed.photoCount).toBe(1);
    });

    it('may be cancelled twice, and stays what it was when it had ended', async () => {
      await gateway.ports.jobs.put(aJob({ seed: 1, kind: 'train' }));
      await gateway.ports.jobs.put(
        aJob({ seed: 2, state: 'completed', finishedAt: '2026-01-01T12:00:00.000Z' }),
      );
      for (let i = 0; i < 2; i += 1)
        expect((await gateway.data(CANCEL, { id: aJobId(1) })).cancelJob.state).toBe('CANCELLED');
      expect((await gateway.data(CANCEL, { id: aJobId(2) })).cancelJob.state).toBe('COMPLETED');
    });

    it('has to exist', async () => {
      for (const id of [aJobId('none'), 'x', '']) expect(await codeOf(CANCEL, { id })).toBe('NOT_FOUND');
    });
  });

  it('is said to have failed when nobody can be told of it, and what was decided is kept', async () => {
    const [face] = await gateway.faces(1);
    gateway.ports.bus.setOnline(false);
    const label = 'mutation ($ids: [ID!]!) { labelFaces(faceIds: $ids, name: "Ada") { person { id } } }';
    for (const mutation of [label, 'mutation { trainLibrary { id } }']) {
      const { errors } = await gateway.ask(mutation, mutation === label ? { ids: [face] } : {});
      expect(errors?.[0]?.extensions).toEqual({ code: 'BUS_UNAVAILABLE', hint: expect.any(String) });
    }
    gateway.ports.bus.setOnline(true);
    expect((await gateway.data(label, { ids: [face] })).labelFaces.person.id).toEqual(expect.any(String));
    expect(await gateway.standing(face!)).toMatchObject({ state: 'labeled' });
    expect(await gateway.ports.people.counts()).toEqual({ named: 1, unknown: 0 });
    await gateway.data('mutation { trainLibrary { id } }');
    expect(gateway.ports.bus.published('train.requested')).toHaveLength(1);
  });
});
