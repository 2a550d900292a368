import { type FaceFilter, NOTHING_SAID, type Page, type PageRequest } from '@kindred/domain';
import { Connection, type Value } from '@kindred/sqlite';
import {
  aDeletion,
  aFace,
  aFaceId,
  aFailedSource,
  anAction,
  aJob,
  aJobId,
  anAssignment,
  anUnknownPerson,
  aPackName,
  aPerson,
  aPersonId,
  aPhoto,
  aPhotoId,
  aSourceOf,
  type LibraryStores,
  NOON,
} from '@kindred/testing';
import { openInAFolder } from './testing/open-in-a-folder';

const FAILURE = { code: 'IMAGE_CORRUPT', message: 'The image ends in the middle.' } as const;
const SCAN = { job: aJobId(2), restoreDeleted: true };

const PAIR = { one: aPersonId('Anna'), other: anUnknownPerson(1).id, actor: 'somebody', at: NOON };

/** Every method of every store, in every way that leads to a statement of its own. */
const CALLS: Record<string, (library: LibraryStores) => Promise<unknown>> = {
  'photos.add': ({ photos }) => photos.add(aPhoto(), aSourceOf(aPhoto())),
  'photos.add, of a known photo': ({ photos }) =>
    photos.add(aPhoto({ original: { kind: 'object', key: 'a' } }), aSourceOf(aPhoto())),
  'photos.get': ({ photos }) => photos.get(aPhotoId()),
  'photos.getMany': ({ photos }) => photos.getMany([aPhotoId()]),
  'photos.counts': ({ photos }) => photos.counts(),
  'photos.countsOfJob': ({ photos }) => photos.countsOfJob(aJobId()),
  'photos.requestScan, of some': ({ photos }) => photos.requestScan([aPhotoId()], SCAN),
  'photos.requestScan, of all': ({ photos }) => photos.requestScan('all', SCAN),
  'photos.requestScan, of failed ones': ({ photos }) => photos.requestScan('failed', SCAN),
  'photos.completeScan': ({ photos }) =>
    photos.completeScan(aPhotoId(), { job: aJobId(2), pack: aPackName(), faces: 1, at: NOON }),
  'photos.failScan': ({ photos }) =>
    photos.failScan(aPhotoId(), { job: aJobId(), failure: FAILURE, at: NOON }),
  'photos.failPendingScans': ({ photos }) =>
    photos.failPendingScans({ job: aJobId(), failure: FAILURE, at: NOON }),
  'photos.moveOriginal': ({ photos }) => photos.moveOriginal(aPhotoId(), { kind: 'object', key: 'a' }),
  'photos.source': ({ photos }) => photos.source('/photos/1.jpg'),
  'photos.sourcesOf': ({ photos }) => photos.sourcesOf(aPhotoId()),
  'photos.recordFailedSource': ({ photos }) => photos.recordFailedSource(aFailedSource('/photos/2.jpg')),
  'photos.forgetSource': ({ photos }) => photos.forgetSource('/photos/2.jpg'),
  'photos.failureCount': ({ photos }) => photos.failureCount(),
  'faces.upsert': ({ faces }) => faces.upsert([aFace()]),
  'faces.get': ({ faces }) => faces.get(aFaceId()),
  'faces.ofPhoto': ({ faces }) => faces.ofPhoto(aPhotoId()),
  'faces.counts': ({ faces }) => faces.counts(),
  'faces.project': ({ faces }) =>
    faces.project(
      new Map([
        [aFaceId(), { ...NOTHING_SAID, rejected: new Set([aPersonId()]), deletedAt: NOON, through: 1 }],
      ]),
    ),
  'faces.deletedAmong': ({ faces }) => faces.deletedAmong([aFaceId()]),
  'faces.deletedUntil': ({ faces }) => faces.deletedUntil(NOON, 10),
  'faces.beginRemoval': ({ faces }) =>
    faces.beginRemoval(new Map([[aFaceId(), { ...NOTHING_SAID, deletedAt: NOON, through: 1 }]]), NOON),
  'faces.rejectionsOf': ({ faces }) => faces.rejectionsOf([aFaceId()]),
  'faces.changeSuggestions': ({ faces }) =>
    faces.changeSuggestions({
      set: [{ face: aFaceId(), person: aPersonId('Anna'), confidence: 0.5 }],
      clear: [aFaceId(), aFaceId(2)],
    }),
  'faces.moveSuggestions': ({ faces }) => faces.moveSuggestions(aPersonId('Anna'), aPersonId('Ben')),
  'faces.moveSuggestions, to nobody': ({ faces }) => faces.moveSuggestions(aPersonId('Ben'), null),
  'faces.bringBackSuggestions': async ({ faces }) => {
    await faces.moveSuggestions(aPersonId('Anna'), null);
    await faces.bringBackSuggestions(aPersonId('Anna'));
  },
  'faces.labeledAs': ({ faces }) => faces.labeledAs(aPersonId('Anna')),
  'faces.remove': ({ faces }) => faces.remove([aFaceId()]),
  'people.create': ({ people }) => people.create(aPerson('Anna')),
  'people.create, of an unknown one': ({ people }) => people.create(anUnknownPerson(1)),
  'people.getMany': ({ people }) => people.getMany([aPersonId()]),
  'people.initials': ({ people }) => people.initials({}),
  'people.findByName': ({ people }) => people.findByName('Anna'),
  'people.counts': ({ people }) => people.counts(),
  'people.rename': ({ people }) => people.rename(anUnknownPerson(1).id, 'Ben'),
  'people.unname': ({ people }) => people.unname(aPersonId('Anna'), 3),
  'people.rename, of somebody with aliases': async ({ people }) => {
    await people.changeDetails(aPersonId('Anna'), { aliases: ['Mum'] });
    await people.rename(aPersonId('Anna'), 'Hannah');
  },
  'people.changeDetails': ({ people }) =>
    people.changeDetails(aPersonId('Anna'), { aliases: ['Mum'], hidden: true }),
  'people.setCover': ({ people }) => people.setCover(aPersonId('Anna'), aFaceId()),
  'people.resolve': ({ people }) => people.resolve([aPersonId('Anna')]),
  'people.mergeInto': ({ people }) => people.mergeInto(aPersonId('Anna'), anUnknownPerson(1).id),
  'people.part': async ({ people, faces }) => {
    await people.mergeInto(aPersonId('Anna'), anUnknownPerson(1).id);
    await faces.moveSuggestions(aPersonId('Anna'), anUnknownPerson(1).id);
    await people.part(aPerson('Anna'));
  },
  'people.everybodyIn': ({ people }) => people.everybodyIn([aPersonId('Anna')]),
  'people.remove': ({ people }) => people.remove([anUnknownPerson(1).id]),
  'people.smallUnknown': ({ people }) => people.smallUnknown(2, 10),
  'people.removeUnlabeled': ({ people }) => people.removeUnlabeled([anUnknownPerson(1).id]),
  'people.nextUnknownNumber': ({ people }) => people.nextUnknownNumber(),
  'labels.append': ({ labels }) =>
    labels.append([anAssignment(aFaceId(), aPersonId()), aDeletion(aFaceId())]),
  'labels.append, to a place, and giving it up': async ({ labels }) => {
    for (const place of ['one', 'other']) await labels.reserve(place, 1);
    await labels.append([anAssignment(aFaceId(), aPersonId())]);
    await labels.append([anAssignment(aFaceId(), aPersonId(), { seed: 'at a place' })], 'one');
    await labels.discard('other');
  },
  'labels.reserved': ({ labels }) => labels.reserved(),
  'labels.ofFaces': ({ labels }) => labels.ofFaces([aFaceId()]),
  'labels.ofPhoto': ({ labels }) => labels.ofPhoto(aPhotoId()),
  'labels.facesMentioning': ({ labels }) => labels.facesMentioning([aPersonId()]),
  'labels.after': ({ labels }) => labels.after(0, 10),
  'labels.lastSequence': ({ labels }) => labels.lastSequence(),
  'labels.ofAction': ({ labels }) => labels.ofAction('any', 0, 10),
  'labels.before': ({ labels }) => labels.before(7, 10),
  'labels.projectedUpTo': ({ labels }) => labels.projectedUpTo(),
  'labels.markProjected': ({ labels }) => labels.markProjected(1),
  'actions.begin': ({ actions }) => actions.begin(anAction({ kind: 'created', person: aPerson('Anna') })),
  'actions.settle': ({ actions }) => actions.settle('any', 'done'),
  'actions.get': ({ actions }) => actions.get('any'),
  'actions.unsettled': ({ actions }) => actions.unsettled(),
  'actions.before': ({ actions }) => actions.before(7, 10),
  'jobs.put': ({ jobs }) => jobs.put(aJob()),
  'jobs.update': ({ jobs }) => jobs.update(aJobId(), { done: 1 }),
  'questions.ask': ({ questions }) =>
    questions.ask([{ one: aPersonId('Anna'), other: anUnknownPerson(1).id, evidence: 1 }]),
  'questions.count': ({ questions }) => questions.count(),
  'questions.answer, different': ({ questions }) => questions.answer({ ...PAIR, answer: 'different' }),
  'questions.answer, later': ({ questions }) => questions.answer({ ...PAIR, answer: 'later' }),
  'questions.takeBack': async ({ questions }) => {
    await questions.answer({ ...PAIR, answer: 'different' });
    await questions.takeBack(PAIR);
  },
  'questions.different': ({ questions }) => questions.different(),
  'questions.carryOver': ({ questions }) => questions.carryOver([[PAIR.one, PAIR.other]]),
  'people.mergeInto, of somebody in a pair': async ({ people, questions }) => {
    await questions.answer({ ...PAIR, other: aPersonId('Ben'), answer: 'different' });
    await people.mergeInto(PAIR.one, PAIR.other);
  },
  'jobs.list': ({ jobs }) => jobs.list(),
  'jobs.list, of one state': ({ jobs }) => jobs.list({ state: 'running' }),
};

const ANNA = aPersonId('Anna');
const FACE_FILTERS: Readonly<Record<string, FaceFilter>> = {
  'of some quality': { minimumQuality: 0.5 },
  'of one year': { taken: { from: '2020-01-01', before: '2030-01-01' } },
  'that are rather sure': { confidence: { from: 0.2, to: 0.9 }, person: ANNA },
  'of one folder': { folder: '/photos' },
  'of everything at once': {
    state: 'inferred',
    person: ANNA,
    confidence: { from: 0.2 },
    taken: { from: '2020-01-01' },
    folder: '/photos',
    minimumQuality: 0.1,
  },
};

/** Few faces of a folder are sorted in the other orders. */
const BY_DATE: readonly string[] = ['DATE', 'OLDEST'];

/** Every list, with every filter in every order. */
const LISTS: (readonly [string, (library: LibraryStores, page: PageRequest) => Promise<Page<unknown>>])[] = [
  ['photos.pending', ({ photos }, page) => photos.pending(page)],
  ['photos.failures', ({ photos }, page) => photos.failures(page)],
  ['questions.open', ({ questions }, page) => questions.open(page)],
  ['faces.scroll', ({ faces }, page) => faces.scroll(page)],
];
for (const sort of ['DATE', 'INGESTED'] as const) {
  for (const state of [undefined, 'pending', 'failed'] as const) {
    LISTS.push([`photos by ${sort}, ${state}`, ({ photos }, page) => photos.list({ ...page, sort, state })]);
  }
}
for (const sort of ['DATE', 'OLDEST', 'QUALITY', 'CONFIDENCE', 'UNCERTAIN'] as const) {
  for (const state of [undefined, 'labeled', 'unknown', 'ignored'] as const) {
    for (const person of [undefined, null, aPersonId('Anna')]) {
      const name = `faces by ${sort}, ${state}, of ${person}`;
      LISTS.push([name, ({ faces }, page) => faces.list({ ...page, sort, state, person })]);
    }
  }
  for (const [kind, filter] of Object.entries(FACE_FILTERS)) {
    const name = `faces by ${sort}, ${kind}`;
    if (kind === 'of one folder' && !BY_DATE.includes(sort)) continue;
    LISTS.push([name, ({ faces }, page) => faces.list({ ...page, ...filter, sort, skip: 1 })]);
    LISTS.push([`outlines of ${name}`, ({ faces }, page) => faces.outlines({ ...page, ...filter, sort })]);
    CALLS[`buckets of ${name}`] = ({ faces }) => faces.buckets({ ...filter, sort });
  }
}
for (const [kind, filter] of Object.entries(FACE_FILTERS)) {
  CALLS[`count of faces, ${kind}`] = ({ faces }) => faces.count(filter);
  const { person: _, ...ofAnybody } = filter;
  CALLS[`groups of faces, ${kind}`] = ({ faces }) =>
    faces.groups({ ...ofAnybody, state: 'inferred', limit: 10 });
}
for (const sort of ['SIZE', 'NAME', 'TO_REVIEW', 'RECENT'] as const) {
  for (const kind of [undefined, 'named', 'unknown'] as const) {
    for (const search of [undefined, 'a']) {
      for (const withHidden of [true, false]) {
        const name = `people by ${sort}, ${kind}, found by ${search}, ${withHidden ? 'with' : 'without'} hidden ones`;
        LISTS.push([name, ({ people }, page) => people.list({ ...page, sort, kind, search, withHidden })]);
      }
    }
  }
}

/** Tables that grow with the library. */
const LARGE =
  'photos|sources|people|faces|rejections|decisions|jobs|merges|pairs|pair_statements|actions|aliases|name_pieces';
/** Read from end to end only as far as the page goes, or because they hold nothing but what is asked for. */
const IN_ORDER = [
  'sources_failed',
  'photos_pending',
  'photos_failed',
  'photos_failed_and_gone',
  'jobs_by_start',
  'pairs_asked',
  'pairs_different',
  'merges_in_order',
  'actions_begun',
  'sqlite_autoindex_faces_1',
];
const SLOW = [
  new RegExp(`^SCAN (${LARGE})\\b(?! USING (COVERING )?INDEX (${IN_ORDER.join('|')})$)`),
  // What shares the indexed part of the order, a path, is at most two rows.
  /USE TEMP B-TREE(?! FOR RIGHT PART)/,
  /AUTOMATIC/,
];

describe('the statements of the stores', () => {
  let opened: Awaited<ReturnType<typeof openInAFolder>>;
  let file: string;
  const statements = new Map<string, readonly Value[]>();

  beforeEach(async () => {
    opened = await openInAFolder();
    const { photos, faces, people, questions } = opened.port;
    for (const seed of [1, 2, 3, 4]) await photos.add(aPhoto({ seed }), aSourceOf(aPhoto({ seed })));
    for (const seed of [3, 4])
      await photos.failScan(aPhotoId(seed), { job: aJobId(), failure: FAILURE, at: NOON });
    await photos.recordFailedSource(aFailedSource('/photos/failed.jpg'));
    await people.create(aPerson('Anna'));
    await people.create(anUnknownPerson(1));
    await faces.upsert([1, 2, 3, 4].map((seed) => aFace({ seed })));
    await questions.ask([{ ...PAIR, evidence: 1 }]);
    const set = [1, 2].map((seed) => ({ face: aFaceId(seed), person: aPersonId('Anna'), confidence: 0.5 }));
    await faces.changeSuggestions({ set, clear: [] });
    statements.clear();
    for (const method of ['all', 'run'] as const) {
      const real = Connection.prototype[method] as (...given: unknown[]) => never;
      jest.spyOn(Connection.prototype, method).mockImplementation(function (
        this: Connection,
        sql,
        ...values
      ) {
        file = this.file;
        statements.set(sql, values);
        return real.call(this, sql, ...values);
      });
    }
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await opened.close();
  });

  /** The steps of every statement since the beginning of the test. */
  function steps(): string[] {
    jest.restoreAllMocks();
    expect(statements.size).toBeGreaterThan(0);
    const connection = new Connection(file);
    const taken = [...statements].flatMap(([sql, values]) =>
      connection.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values),
    );
    connection.close();
    return taken.map(({ detail }) => detail);
  }

  /** Those that would take longer in a larger library. */
  function slowSteps(): string[] {
    return steps().filter((detail) => SLOW.some((pattern) => pattern.test(detail)));
  }

  it.each(Object.keys(CALLS))('that %s runs use indexes', async (name) => {
    await CALLS[name]!(opened.port).catch(() => undefined);
    expect(slowSteps()).toEqual([]);
  });

  it.each(LISTS)('that list %s use indexes, at the beginning and further on', async (_, list) => {
    const { cursors } = await list(opened.port, { limit: 1 });
    if (cursors.length > 0) await list(opened.port, { limit: 1, after: cursors[0] });
    expect(slowSteps()).toEqual([]);
  });

  it('that finds people alike looks up pieces of names, and sorts only whom these are of', async () => {
    await opened.port.people.alike('Ana', 10);
    expect(slowSteps()).toEqual(['USE TEMP B-TREE FOR GROUP BY', 'USE TEMP B-TREE FOR ORDER BY']);
  });

  it.each(['QUALITY', 'CONFIDENCE', 'UNCERTAIN'] as const)(
    'that list few faces of a folder by %s read and sort only these',
    async (sort) => {
      await opened.port.faces.list({ folder: '/photos', sort, limit: 1 });
      await opened.port.faces.buckets({ folder: '/photos', sort });
      const ofFaces = steps().filter((step) => /(SEARCH|SCAN) faces /.test(step));
      const ways = ofFaces.filter((step) => !/(INDEX faces_of_folder \(folder=|PRIMARY KEY)/.test(step));
      expect(ofFaces).not.toEqual([]);
      expect(ways).toEqual([]);
    },
  );

  it.each(['DATE', 'QUALITY', 'CONFIDENCE', 'UNCERTAIN'] as const)(
    'that read on by %s begin at the number of the last face among those alike',
    async (sort) => {
      const { cursors } = await opened.port.faces.list({ sort, limit: 1 });
      statements.clear();
      await opened.port.faces.list({ sort, limit: 1, after: cursors[0] });
      expect(steps()).toContainEqual(
        expect.stringMatching(/faces_by_\w+ \(state=\? AND \w+=\? AND seq[<>]\?\)/),
      );
    },
  );

  it('that group many faces read them in the order of the index of each person', async () => {
    await opened.close();
    opened = await openInAFolder(undefined, 1);
    const { faces, people } = opened.port;
    for (const [seed, name] of [
      [1, 'Anna'],
      [2, 'Ben'],
    ] as const) {
      await people.create(aPerson(name));
      await faces.upsert([aFace({ seed })]);
      const set = [{ face: aFaceId(seed), person: aPersonId(name), confidence: 0.5 }];
      await faces.changeSuggestions({ set, clear: [] });
    }
    statements.clear();
    const filter = { confidence: { from: 0.2 }, minimumQuality: 0.1, folder: '/photos' };
    await faces.groups({ ...filter, state: 'inferred', limit: 10 });
    await faces.groups({ confidence: { from: 0.2 }, state: 'inferred', limit: 10 });
    expect(slowSteps()).toEqual([]);
    const ways = steps().filter((step) => /(SEARCH|SCAN) faces /.test(step));
    expect(ways).toContainEqual(
      expect.stringMatching(/INDEX faces_of_person_by_certainty \(person=\? AND state=\?/),
    );
  });

  it('would be found out', async () => {
    await opened.port.jobs.put(aJob());
    statements.set('SELECT * FROM jobs WHERE subject = ?', ['x']);
    statements.set('SELECT * FROM faces ORDER BY score', []);
    expect(slowSteps()).toEqual(['SCAN jobs', 'SCAN faces', 'USE TEMP B-TREE FOR ORDER BY']);
  });
});
