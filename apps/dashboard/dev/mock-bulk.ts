import { GraphQLError } from 'graphql';
import { listFaces, type MockFilter } from './mock-face-lists.ts';
import { type MockFace, type MockJob, type MockLibrary, type MockPerson } from './mock-library.ts';

interface MockSelection {
  filter: MockFilter;
  except?: string[] | null;
  expectedCount: number;
}

interface BulkSurroundings {
  library: MockLibrary;
  standing: (face: MockFace) => Partial<MockFace>;
  forEachFace: (faceIds: string[], change: (face: MockFace) => void, kind: string) => unknown;
  remove: (faceIds: string[]) => void;
  bringBack: (faceIds: string[]) => void;
  log: (kind: string, faceIds: string[], personId?: string | null) => void;
  personFor: (whom: { personId?: string | null; name?: string | null }) => MockPerson;
  toPerson: (person: MockPerson) => unknown;
  startJob: (kind: MockJob['kind'], subject: string, total: number, finish: () => void) => MockJob;
}

const RELEASED = { state: 'UNKNOWN', personId: null, confidence: null } as const;

/** What can be said of all faces that match. Faces show it at the end of its job, so that there is something to see. */
export function mockBulk(surroundings: BulkSurroundings) {
  const { library, standing, forEachFace, log, startJob } = surroundings;
  /** Faces of each action as they were before. */
  const actions = new Map<string, Map<string, Partial<MockFace>>>();

  const chosen = ({ filter, except, expectedCount }: MockSelection): MockFace[] => {
    const left = new Set(except ?? []);
    const faces = listFaces(library, filter, 'DATE').filter((face) => !left.has(face.id));
    if (faces.length === expectedCount) return faces;
    throw new GraphQLError(
      `There are ${faces.length} such faces now, not ${expectedCount}; nothing was done.`,
      {
        extensions: { code: 'CONFLICT', count: faces.length, hint: 'Look at them again.' },
      },
    );
  };

  const act = (faceIds: string[], carryOut: () => void, person: MockPerson | null = null) => {
    if (faceIds.length === 0) return { id: null, faceCount: 0, refusals: [], job: null, person: null };
    const job = startJob('LABEL', `${faceIds.length} faces`, faceIds.length, () => {
      const faces = faceIds.flatMap((id) => library.faces.get(id) ?? library.deleted.get(id) ?? []);
      actions.set(job.id, new Map(faces.map((face) => [face.id, standing(face)])));
      carryOut();
    });
    return {
      id: job.id,
      faceCount: faceIds.length,
      refusals: [],
      job,
      person: person && surroundings.toPerson(person),
    };
  };

  const idsOf = (faces: MockFace[]) => faces.map(({ id }) => id);

  return {
    labelAllFaces: ({
      selection,
      ...whom
    }: {
      selection: MockSelection;
      personId?: string;
      name?: string;
    }) => {
      const ids = idsOf(chosen(selection));
      const person = surroundings.personFor(whom);
      const label = (face: MockFace) =>
        Object.assign(face, { state: 'LABELED', personId: person.id, confidence: null, truth: person.id });
      return act(
        ids,
        () => {
          log('LABELED', ids, person.id);
          forEachFace(ids, label, 'LABELED');
        },
        person,
      );
    },
    confirmAllFaces: ({ selection }: { selection: MockSelection }) => {
      const ids = idsOf(chosen(selection).filter(({ state }) => state === 'INFERRED'));
      return act(ids, () => {
        log('LABELED', ids, library.faces.get(ids[0]!)?.personId);
        forEachFace(ids, (face) => Object.assign(face, { state: 'LABELED', confidence: null }), 'LABELED');
      });
    },
    rejectAllFaces: ({ selection }: { selection: MockSelection }) => {
      const ids = idsOf(chosen(selection).filter(({ personId }) => personId !== null));
      const reject = (face: MockFace) => {
        face.rejected.add(face.personId!);
        Object.assign(face, RELEASED);
      };
      return act(ids, () => {
        log('REJECTED', ids, library.faces.get(ids[0]!)?.personId);
        forEachFace(ids, reject, 'LABELED');
      });
    },
    unlabelAllFaces: ({ selection }: { selection: MockSelection }) => {
      const ids = idsOf(chosen(selection).filter(({ state }) => state === 'LABELED'));
      return act(ids, () => {
        log('UNLABELED', ids);
        forEachFace(ids, (face) => Object.assign(face, RELEASED), 'LABELED');
      });
    },
    ignoreAllFaces: ({ selection }: { selection: MockSelection }) => {
      const ids = idsOf(chosen(selection).filter(({ state }) => state !== 'IGNORED'));
      const ignore = (face: MockFace) => Object.assign(face, RELEASED, { state: 'IGNORED' });
      return act(ids, () => {
        log('IGNORED', ids);
        forEachFace(ids, ignore, 'LABELED');
      });
    },
    stopIgnoringAllFaces: ({ selection }: { selection: MockSelection }) => {
      const ids = idsOf(chosen(selection).filter(({ state }) => state === 'IGNORED'));
      return act(ids, () => {
        log('UNIGNORED', ids);
        forEachFace(ids, (face) => Object.assign(face, RELEASED), 'LABELED');
      });
    },
    deleteAllFaces: ({ selection }: { selection: MockSelection }) => {
      const ids = idsOf(chosen(selection));
      return act(ids, () => surroundings.remove(ids));
    },
    /** Null when nothing was said of many faces under this id. */
    takeBackFaces: (actionId: string) => {
      const before = actions.get(actionId);
      if (before === undefined) return null;
      const ids = [...before.keys()];
      return act(ids, () => {
        surroundings.bringBack(ids);
        log('LABELED', ids);
        forEachFace(ids, (face) => Object.assign(face, before.get(face.id)), 'LABELED');
      });
    },
  };
}
