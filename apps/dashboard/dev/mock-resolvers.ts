import { GraphQLError } from 'graphql';
import { mockBulk } from './mock-bulk.ts';
import { listFaces, type MockFilter, summaryOf, timelineOf } from './mock-face-lists.ts';
import {
  type MockFace,
  type MockJob,
  type MockLibrary,
  type MockPerson,
  type MockPhoto,
  type MockSnapshot,
} from './mock-library.ts';

/** Tells subscribers: the mock's event bus. */
export type Publish = (field: 'jobChanged' | 'statsChanged' | 'facesChanged', value: unknown) => void;

interface MockEntry {
  id: string;
  kind: string;
  actor: string;
  at: string;
  personId: string | null;
  faceIds: string[];
  takenBack: boolean;
  name?: string;
  formerName?: string;
  otherId?: string | null;
  actionId?: string;
}

interface Drawn {
  photoId: string;
  box: MockFace['box'];
  personId?: string | null;
  name?: string | null;
}

interface Page {
  first: number;
  after?: string | null;
  skip?: number;
}

function page<Item, Node>(items: Item[], { first, after, skip = 0 }: Page, toNode: (item: Item) => Node) {
  const start = (after ? Number(after) : 0) + skip;
  const nodes = items.slice(start, start + first).map(toNode);
  const end = start + nodes.length;
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: String(start + index + 1) })),
    pageInfo: { hasNextPage: end < items.length, endCursor: nodes.length > 0 ? String(end) : null },
  };
}

const STAGES = ['READ', 'COMPARE', 'GROUP', 'MATCH', 'SAVE'] as const;

const unknownFace = {
  code: 'FACE_NOT_FOUND',
  message: 'This face no longer exists.',
  hint: 'Reload the page to see what is there now.',
};

/** The root value of the mock's GraphQL schema: the operations of the real one over a library in memory. */
export function mockResolvers(library: MockLibrary, publish: Publish) {
  const facesOf = (personId: string) =>
    Array.from(library.faces.values()).filter((face) => face.personId === personId);

  /** Groups are known without faces too, which may come back. */
  const isThere = (person: MockPerson): boolean => person.kind === 'NAMED' || facesOf(person.id).length > 0;

  const toPerson = (person: MockPerson) => {
    const count = (state?: string): number =>
      facesOf(person.id).filter((face) => state === undefined || face.state === state).length;
    return {
      ...person,
      aliases: [],
      birthDate: null,
      hidden: false,
      together: [],
      outliers: [],
      appearances: [],
      impossibleFaces: [],
      displayName: person.name ?? `Unknown ${person.number}`,
      cover: () => {
        const face = library.faces.get(person.coverId ?? '') ?? facesOf(person.id)[0];
        return face ? toFace(face) : null;
      },
      labeledCount: () => count('LABELED'),
      inferredCount: () => count('INFERRED'),
      unknownCount: () => count('UNKNOWN'),
      faceCount: () => count(),
      faces: ({ filter, sort, ...args }: Page & { filter?: MockFilter; sort: string }): unknown =>
        page(listFaces(library, { ...filter, person: person.id }, sort), args, toFace),
    };
  };

  const openQuestions = () => library.questions.filter((pair) => pair.every((id) => library.people.has(id)));

  const toQuestion = ([one, other]: readonly [string, string]) => ({
    id: `${one}:${other}`,
    one: toPerson(library.people.get(one)!),
    other: toPerson(library.people.get(other)!),
  });

  const toFace = (face: MockFace): Record<string, unknown> => ({
    ...face,
    person: () => (face.personId ? toPerson(library.people.get(face.personId)!) : null),
    photo: () => toPhoto(library.photos.get(face.photoId)!),
    landmarks: [],
    score: 0.99,
    quality: { overall: face.quality, size: 0.8, sharpness: 0.8, pose: 0.8 },
    cropUrl: `/images/faces/${face.id}`,
    pack: 'mock',
    date: library.photos.get(face.photoId)!.takenAt,
  });

  const toPhoto = (photo: MockPhoto): Record<string, unknown> => ({
    ...photo,
    mediaType: 'image/jpeg',
    byteLength: 4_812_044,
    camera: 'Pixel 8',
    lens: 'Pixel 8 back camera 6.9mm f/1.68',
    location: photo.number % 3 === 0 ? { latitude: 52.5163, longitude: 13.3777 } : null,
    ingestedAt: photo.takenAt,
    state: 'SCANNED',
    failure: null,
    faces: () =>
      Array.from(library.faces.values())
        .filter((face) => face.photoId === photo.id)
        .map(toFace),
    sources: [photo.path],
    thumbnailUrl: `/images/thumbnails/${photo.id}`,
    previewUrl: `/images/previews/${photo.id}`,
    originalUrl: `/images/originals/${photo.id}`,
  });

  const stats = () => {
    const count = (state: string) =>
      Array.from(library.faces.values()).filter((face) => face.state === state).length;
    const people = Array.from(library.people.values()).filter(isThere);
    return {
      photos: { pending: 0, scanned: library.photos.size, failed: 1, total: library.photos.size },
      faces: {
        labeled: count('LABELED'),
        inferred: count('INFERRED'),
        unknown: count('UNKNOWN'),
        ignored: count('IGNORED'),
        total: library.faces.size - count('IGNORED'),
      },
      people: {
        named: people.filter((person) => person.kind === 'NAMED').length,
        unknown: people.filter((person) => person.kind === 'UNKNOWN').length,
      },
      failures: library.failures.length,
      questions: openQuestions().length,
    };
  };

  const changed = (kind: string, faceIds: string[]) => {
    publish('facesChanged', { kind, faceIds: faceIds.length > 1000 ? [] : faceIds });
    publish('statsChanged', stats());
  };

  /** What was said of each face, as it was after each word. */
  const words = new Map<string, { place: number; was: Partial<MockFace>; isDeleted: boolean }[]>();
  const entries: MockEntry[] = [];
  /** What was done to people, with everything as it was before. */
  const actions = new Map<string, { person: MockPerson; before: MockSnapshot }>();
  let place = 0;

  const standing = ({ state, personId, confidence, rejected }: MockFace): Partial<MockFace> => ({
    state,
    personId,
    confidence,
    rejected: new Set(rejected),
  });

  const log = (kind: string, faceIds: string[], personId: string | null = null) => {
    const at = new Date().toISOString();
    entries.unshift({ id: String(++place), kind, actor: 'user', at, personId, faceIds, takenBack: false });
  };

  const did = (
    kind: string,
    person: MockPerson,
    before: MockSnapshot,
    known: Partial<MockEntry> = {},
  ): string => {
    log(kind, [], person.id);
    const [entry] = entries;
    const name = nameOf(library.people.get(person.id) ?? person);
    Object.assign(entry!, { name, formerName: nameOf(person), actionId: entry!.id, ...known });
    actions.set(entry!.id, { person: { ...person }, before });
    return entry!.id;
  };

  const forEachFace = (faceIds: string[], change: (face: MockFace) => void, kind: string) => {
    const results = faceIds.map((id) => {
      const face = library.faces.get(id);
      if (!face) return { id, face: null, failure: unknownFace, said: null };
      return { id, face: toFace(face), failure: null, said: say(face, change) };
    });
    changed(kind, faceIds);
    return results;
  };

  const say = (face: MockFace, change: (face: MockFace) => void, isDeleted = false) => {
    const said = words.get(face.id) ?? [{ place: 0, was: standing(face), isDeleted: false }];
    words.set(face.id, said);
    const before = said.at(-1)!.place;
    change(face);
    said.push({ place: ++place, was: standing(face), isDeleted });
    return { before, now: place };
  };

  /** As the gateway does, and with the same code. */
  const refuseTaken = (photoId: string, box: MockFace['box'], self: string | null) => {
    const overlap = (other: MockFace['box']) => {
      const width = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
      const height = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
      const both = Math.max(0, width) * Math.max(0, height);
      return both / (box.width * box.height + other.width * other.height - both);
    };
    const taken = Array.from(library.faces.values()).find(
      (face) => face.photoId === photoId && face.id !== self && overlap(face.box) >= 0.5,
    );
    if (!taken) return;
    throw new GraphQLError('There is a face here already.', {
      extensions: { code: 'FACE_EXISTS', hint: 'Label that face, or delete it first.', about: taken.id },
    });
  };

  const startJob = (kind: MockJob['kind'], subject: string, total: number, finish: () => void): MockJob => {
    const startedAt = new Date().toISOString();
    const job: MockJob = {
      id: `job-${Date.now()}-${library.jobs.length}`,
      kind,
      state: 'RUNNING',
      subject,
      total: null,
      done: 0,
      failed: 0,
      rate: 0,
      secondsLeft: null,
      startedAt,
      updatedAt: startedAt,
      finishedAt: null,
      failure: null,
      stage: null,
      result: null,
    };
    library.jobs.unshift(job);
    const timer = setInterval(() => {
      const now = new Date().toISOString();
      if (job.state === 'RUNNING') {
        job.total = total;
        job.done = Math.min(total, job.done + Math.ceil(total / 40));
        job.rate = total / 10;
        job.secondsLeft = (total - job.done) / job.rate;
        if (kind === 'TRAIN') job.stage = STAGES[Math.floor((job.done / total) * 4.99)]!;
        if (job.done === total) {
          const result =
            kind === 'TRAIN'
              ? { matched: 214, groups: 31, changed: 18, questions: library.questions.length }
              : null;
          Object.assign(job, { state: 'COMPLETED', finishedAt: now, secondsLeft: null, stage: null, result });
        }
      }
      job.updatedAt = now;
      publish('jobChanged', { ...job });
      if (job.state === 'RUNNING') return;
      clearInterval(timer);
      if (job.state === 'COMPLETED') finish();
    }, 250);
    return job;
  };

  const rescan = (photoIds: string[] | null | undefined) => {
    const wanted = photoIds ?? Array.from(library.photos.keys());
    const job = startJob(
      'RESCAN',
      photoIds ? `${photoIds.length} photos` : 'All photos',
      wanted.length,
      () => {
        const found = Array.from(library.deleted.values()).filter((face) => wanted.includes(face.photoId));
        for (const face of found) {
          library.deleted.delete(face.id);
          library.faces.set(face.id, { ...face, state: 'UNKNOWN', personId: null, confidence: null });
        }
        changed(
          'DETECTED',
          found.map((face) => face.id),
        );
      },
    );
    return { job, photoCount: wanted.length, results: (photoIds ?? []).map((id) => ({ id, failure: null })) };
  };

  const remove = (faceIds: string[]) => {
    log('DELETED', faceIds);
    for (const id of faceIds) {
      const face = library.faces.get(id);
      library.faces.delete(id);
      if (face) library.deleted.set(id, face);
    }
    changed('DELETED', faceIds);
  };

  const removed = (faceIds: string[]) => {
    const results = faceIds.map((id) => {
      const face = library.faces.get(id);
      if (!face) return { id, face: null, failure: unknownFace, said: null };
      return { id, face: null, failure: null, said: say(face, () => undefined, true) };
    });
    remove(faceIds);
    return results;
  };

  const bringBack = (faceIds: string[]) => {
    for (const id of faceIds) {
      const face = library.deleted.get(id);
      library.deleted.delete(id);
      if (face) library.faces.set(id, face);
    }
  };

  const personFor = ({ personId, name }: { personId?: string | null; name?: string | null }): MockPerson =>
    (personId ? library.people.get(personId) : library.personNamed(name!.trim())) ??
    library.createPerson('NAMED', name!.trim());

  const { takeBackFaces, ...sayingOfMany } = mockBulk({
    library,
    standing,
    forEachFace,
    remove,
    bringBack,
    log,
    personFor,
    toPerson,
    startJob,
  });

  return {
    faces: ({ filter, sort, ...args }: Page & { filter?: MockFilter; sort: string }) =>
      page(listFaces(library, filter ?? {}, sort), args, toFace),
    faceTimeline: ({ filter, sort }: { filter?: MockFilter; sort: string }) =>
      timelineOf(library, listFaces(library, filter ?? {}, sort), sort),
    faceSummary: ({ filter }: { filter?: MockFilter }) =>
      summaryOf(library, listFaces(library, filter ?? {}, 'DATE')),
    face: ({ id }: { id: string }) => (library.faces.has(id) ? toFace(library.faces.get(id)!) : null),
    people: (args: Page & { kind?: string; search?: string; sort: string }) => {
      const people = Array.from(library.people.values())
        .filter((person) => isThere(person) && (!args.kind || person.kind === args.kind))
        .filter((person) => !args.search || person.name?.toLowerCase().includes(args.search.toLowerCase()))
        .map(toPerson);
      people.sort((one, other) =>
        args.sort === 'NAME'
          ? one.displayName.localeCompare(other.displayName)
          : args.sort === 'TO_REVIEW'
            ? other.inferredCount() - one.inferredCount()
            : other.faceCount() - one.faceCount(),
      );
      return page(people, args, (person) => person);
    },
    nameInitials: () => {
      const names = Array.from(library.people.values()).flatMap(({ name }) => name ?? []);
      names.sort((one, other) => one.localeCompare(other));
      const begin = (name: string) => name[0]!.toLocaleUpperCase();
      return [...new Set(names.map(begin))].map((initial) => {
        const position = names.findIndex((name) => begin(name) === initial);
        const count = names.filter((name) => begin(name) === initial).length;
        return { initial, count, position, after: String(position) };
      });
    },
    person: ({ id }: { id: string }) => (library.people.has(id) ? toPerson(library.people.get(id)!) : null),
    photos: (args: Page) => page(Array.from(library.photos.values()), args, toPhoto),
    photo: ({ id }: { id: string }) => (library.photos.has(id) ? toPhoto(library.photos.get(id)!) : null),
    failures: (args: Page) => page(library.failures, args, (failed) => ({ ...failed, photo: null })),
    jobs: () => library.jobs,
    job: ({ id }: { id: string }) => library.jobs.find((job) => job.id === id) ?? null,
    samePersonQuestions: (args: Page) => page(openQuestions(), args, toQuestion),
    similarFaces: ({ vector, first }: { vector: string; first: number }) =>
      Array.from(library.faces.values())
        .map((face) => ({
          face: toFace(face),
          similarity: face.look === Number(vector) ? 0.5 + face.quality / 2 : face.quality / 4,
        }))
        .sort((one, other) => other.similarity - one.similarity)
        .slice(0, first)
        .map((found) => ({
          ...found,
          confidence: found.similarity > 0.5 ? found.similarity : found.similarity / 1.8,
        })),
    preferences: () => library.preferences,
    history: (args: Page) =>
      page(entries, args, (entry) => {
        const person = entry.personId ? library.people.get(entry.personId) : undefined;
        return {
          ...entry,
          person: person ? toPerson(person) : null,
          other: library.people.has(entry.otherId ?? '')
            ? toPerson(library.people.get(entry.otherId!)!)
            : null,
          faceCount: entry.faceIds.length,
          faces: entry.faceIds
            .slice(0, 12)
            .flatMap((id) => (library.faces.has(id) ? [toFace(library.faces.get(id)!)] : [])),
        };
      }),
    stats,
    system: () => ({
      version: '0.1.0',
      pack: 'faceplugin',
      packLicence: 'MIT',
      packAllowsCommercialUse: true,
      executionProvider: 'cpu',
      dataFolder: '/home/me/.local/share/kindred',
      folders: ['/home/me/Pictures', '/mnt/archive/family'],
      folderRoots: ['/home/me'],
      accessTokenFile: null,
      deletionGraceHours: 24,
    }),
    packs: () => [
      {
        name: 'faceplugin',
        title: 'Faceplugin',
        licence: 'MIT',
        licenceUrl: null,
        allowsCommercialUse: true,
        dimension: 512,
        active: true,
      },
      {
        name: 'buffalo_l',
        title: 'InsightFace buffalo_l',
        licence: 'Research only',
        licenceUrl: 'https://github.com/deepinsight/insightface#license',
        allowsCommercialUse: false,
        dimension: 512,
        active: false,
      },
    ],
    waitingStatements: () => ({ decisions: 3, covers: 0 }),

    labelFaces: ({ faceIds, ...whom }: { faceIds: string[]; personId?: string; name?: string }) => {
      const person = personFor(whom);
      log('LABELED', faceIds, person.id);
      const results = forEachFace(
        faceIds,
        (face) =>
          Object.assign(face, { state: 'LABELED', personId: person.id, confidence: null, truth: person.id }),
        'LABELED',
      );
      return { person: toPerson(person), results };
    },
    unlabelFaces: ({ faceIds }: { faceIds: string[] }) => {
      log('UNLABELED', faceIds);
      const release = (face: MockFace) =>
        Object.assign(face, { state: 'UNKNOWN', personId: null, confidence: null });
      return { results: forEachFace(faceIds, release, 'LABELED') };
    },
    ignoreFaces: ({ faceIds }: { faceIds: string[] }) => {
      log('IGNORED', faceIds);
      const ignore = (face: MockFace) =>
        Object.assign(face, { state: 'IGNORED', personId: null, confidence: null });
      return { results: forEachFace(faceIds, ignore, 'LABELED') };
    },
    stopIgnoringFaces: ({ faceIds }: { faceIds: string[] }) => {
      log('UNIGNORED', faceIds);
      const release = (face: MockFace) =>
        Object.assign(face, words.get(face.id)?.findLast(({ was }) => was.state !== 'IGNORED')?.was);
      return { results: forEachFace(faceIds, release, 'LABELED') };
    },
    rejectFaces: ({ faceIds, personId }: { faceIds: string[]; personId: string }) => {
      log('REJECTED', faceIds, personId);
      const reject = (face: MockFace) => {
        face.rejected.add(personId);
        if (face.personId === personId)
          Object.assign(face, { state: 'UNKNOWN', personId: null, confidence: null });
      };
      return { results: forEachFace(faceIds, reject, 'LABELED') };
    },
    sayAgain: ({ faces }: { faces: { faceId: string; asAt: number }[] }) => {
      const asAt = new Map(faces.map((face) => [face.faceId, face.asAt]));
      const wordOf = (id: string) => words.get(id)?.findLast((one) => one.place <= asAt.get(id)!);
      const gone = [...asAt.keys()].filter((id) => wordOf(id)?.isDeleted);
      if (gone.length > 0) return { results: removed(gone) };
      bringBack([...asAt.keys()]);
      const restore = (face: MockFace) => Object.assign(face, wordOf(face.id)?.was);
      const results = forEachFace([...asAt.keys()], restore, 'LABELED');
      const labeled = [...asAt.keys()].filter((id) => library.faces.get(id)?.state === 'LABELED');
      if (labeled.length > 0) log('LABELED', labeled, library.faces.get(labeled[0]!)!.personId);
      else log('UNLABELED', [...asAt.keys()]);
      return { results };
    },
    deleteFaces: ({ faceIds }: { faceIds: string[] }) => ({ results: removed(faceIds) }),
    restoreFaces: ({ faceIds }: { faceIds: string[] }) => {
      bringBack(faceIds);
      log('RESTORED', faceIds);
      return { results: forEachFace(faceIds, () => undefined, 'DETECTED') };
    },
    ...sayingOfMany,
    drawFace: ({ photoId, box, personId, name }: Drawn) => {
      refuseTaken(photoId, box, null);
      const who = personId ? library.people.get(personId) : name ? library.personNamed(name) : undefined;
      const person = who ?? (name ? library.createPerson('NAMED', name) : undefined);
      const face: MockFace = {
        id: `drawn${photoId}${library.faces.size}`,
        photoId,
        truth: person?.id ?? null,
        state: person ? 'LABELED' : 'UNKNOWN',
        personId: person?.id ?? null,
        confidence: null,
        rejected: new Set(),
        box,
        quality: 0.4,
        origin: 'DRAWN',
        look: person?.number ?? 500,
      };
      library.faces.set(face.id, face);
      changed('DETECTED', [face.id]);
      return toFace(face);
    },
    moveFace: ({ faceId, box }: { faceId: string; box: MockFace['box'] }) => {
      const face = library.faces.get(faceId)!;
      refuseTaken(face.photoId, box, faceId);
      face.box = box;
      changed('DETECTED', [faceId]);
      return toFace(face);
    },
    rescan: ({ photoIds }: { photoIds?: string[] | null }) => rescan(photoIds),
    retryFailed: () => {
      const count = library.failures.length;
      const job = startJob('RESCAN', `${count} failed photos`, count, () => {
        library.failures = library.failures.slice(0, 1);
        changed('DETECTED', []);
      });
      return { job, photoCount: count, results: [] };
    },
    trainLibrary: () =>
      startJob('TRAIN', 'All faces', library.faces.size, () => changed('SUGGESTED', library.train())),
    importWaiting: () => startJob('IMPORT', 'What waits for its photos', 3, () => undefined),
    readNames: () => startJob('NAMES', 'All photos', library.photos.size, () => undefined),
    writeSidecars: () => startJob('SIDECARS', 'All photos', library.photos.size, () => undefined),
    addFolder: ({ path }: { path: string }) => startJob('INGEST', path, 200, () => undefined),
    cancelJob: ({ id }: { id: string }) => {
      const job = library.jobs.find((candidate) => candidate.id === id)!;
      if (job.state === 'RUNNING')
        Object.assign(job, { state: 'CANCELLED', finishedAt: new Date().toISOString() });
      return job;
    },
    createPerson: ({ name }: { name: string }) => {
      const before = library.snapshot();
      const person = library.createPerson('NAMED', name);
      return { person: toPerson(person), actionId: did('PERSON_CREATED', person, before) };
    },
    renamePerson: ({ id, name }: { id: string; name: string }) => {
      const person = library.people.get(id)!;
      const other = library.personNamed(name);
      if (other && other.id !== id) {
        throw Object.assign(new Error(`There is a person named ${other.name} already.`), {
          extensions: { code: 'PERSON_NAME_TAKEN', hint: 'Merge the two people, or choose another name.' },
        });
      }
      const before = library.snapshot();
      const kind = person.kind === 'UNKNOWN' ? 'PERSON_NAMED' : 'PERSON_RENAMED';
      const formerName = nameOf(person);
      if (person.kind === 'UNKNOWN') {
        for (const face of facesOf(id)) Object.assign(face, { state: 'LABELED', confidence: null });
      }
      Object.assign(person, { kind: 'NAMED', name });
      changed('LABELED', []);
      return { person: toPerson(person), actionId: did(kind, person, before, { formerName }) };
    },
    setCover: ({ personId, faceId }: { personId: string; faceId: string | null }) => {
      const before = library.snapshot();
      const person = library.people.get(personId)!;
      person.coverId = faceId;
      return { person: toPerson(person), actionId: did('COVER_CHOSEN', person, before) };
    },
    answerSamePerson: ({ one, other, answer }: { one: string; other: string; answer: string }) => {
      const before = library.snapshot();
      library.questions = library.questions.filter(
        (asked) => !(asked.includes(one) && asked.includes(other)),
      );
      const [first, second] = [library.people.get(one)!, library.people.get(other)!];
      if (answer !== 'SAME') {
        changed('LABELED', []);
        const kind = answer === 'LATER' ? 'PUT_OFF' : 'TOLD_APART';
        return { person: null, actionId: did(kind, first, before, { otherId: other }) };
      }
      const [into, from] =
        first.kind === 'NAMED' || second.kind === 'UNKNOWN' ? [first, second] : [second, first];
      for (const face of facesOf(from.id))
        Object.assign(face, { personId: into.id, state: into.kind === 'NAMED' ? 'LABELED' : face.state });
      library.people.delete(from.id);
      changed('LABELED', []);
      return { person: toPerson(into), actionId: did('PERSON_MERGED', from, before, { otherId: into.id }) };
    },
    takeBack: ({ actionId }: { actionId: string }) => {
      const faces = takeBackFaces(actionId);
      if (faces !== null) return { actionId: faces.id, faces, people: [], goneIds: [] };
      const action = actions.get(actionId)!;
      const now = library.snapshot();
      library.restore(action.before);
      const entry = entries.find(({ id }) => id === actionId)!;
      entry.takenBack = true;
      const reverse = did(REVERSES[entry.kind] ?? entry.kind, action.person, now, { otherId: entry.otherId });
      changed('LABELED', []);
      const ids = [action.person.id, entry.otherId].filter((id) => id !== null && id !== undefined);
      return {
        actionId: reverse,
        people: ids.flatMap((id) => (library.people.has(id) ? [toPerson(library.people.get(id)!)] : [])),
        goneIds: ids.filter((id) => !library.people.has(id)),
      };
    },
    changePreferences: (change: Partial<MockLibrary['preferences']>) =>
      Object.assign(library.preferences, change),
    mergePeople: ({ into, from }: { into: string; from: string[] }) => {
      const results = from.map((id) => {
        const before = library.snapshot();
        const person = library.people.get(id)!;
        for (const face of facesOf(id)) face.personId = into;
        library.people.delete(id);
        return { id, failure: null, actionId: did('PERSON_MERGED', person, before, { otherId: into }) };
      });
      changed('LABELED', []);
      return { person: toPerson(library.people.get(into)!), results };
    },
    deletePerson: ({ ids }: { ids: string[] }) => {
      const results = ids.map((id) => {
        const before = library.snapshot();
        const person = library.people.get(id)!;
        for (const face of facesOf(id))
          Object.assign(face, { state: 'UNKNOWN', personId: null, confidence: null });
        library.people.delete(id);
        return { id, failure: null, actionId: did('PERSON_DELETED', person, before) };
      });
      changed('LABELED', []);
      return { results };
    },
  };
}

const nameOf = (person: MockPerson): string => person.name ?? `Unknown ${person.number}`;

/** What taking back an action is called; what is not here is its own reverse. */
const REVERSES: Record<string, string> = {
  PERSON_CREATED: 'PERSON_DELETED',
  PERSON_NAMED: 'PERSON_UNNAMED',
  PERSON_UNNAMED: 'PERSON_NAMED',
  PERSON_MERGED: 'PERSON_PARTED',
  PERSON_PARTED: 'PERSON_MERGED',
  PERSON_DELETED: 'PERSON_RESTORED',
  PERSON_RESTORED: 'PERSON_DELETED',
  TOLD_APART: 'ANSWER_TAKEN_BACK',
  PUT_OFF: 'ANSWER_TAKEN_BACK',
};
