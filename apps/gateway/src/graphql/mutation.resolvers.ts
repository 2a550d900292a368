import { type api } from '@kindred/contracts';
import {
  changeJob,
  type FaceId,
  type Failure,
  isJobId,
  isPhotoId,
  KindredError,
  type PhotoId,
  requestScan,
  requestTraining,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { LabelExchange } from '../exchange/label-exchange';
import type { LibraryFolders } from '../folders/library-folders';
import type { BulkLabeling } from '../bulk/bulk-labeling.use-case';
import type { Drawing } from '../drawing/drawing.use-case';
import { type FaceOutcome, refuseTooMany } from '../labeling/checked-faces';
import type { Labeling } from '../labeling/labeling.use-case';
import { bulkMutations } from './bulk-mutations';
import type { GraphContext } from './context';
import { readingAfresh } from './reading-afresh';

/** Everything that can be done, but to people. */
export function mutationResolvers(
  ports: Ports,
  labeling: Labeling,
  bulk: BulkLabeling,
  drawing: Drawing,
  exchange: LabelExchange,
  folders: LibraryFolders,
): api.MutationResolvers<GraphContext> {
  /** Each id with its face as it is now. */
  const faceResults = async (outcomes: readonly FaceOutcome[]) => {
    const done = outcomes.filter(({ failure }) => failure === null).map(({ id }) => id as FaceId);
    const now = new Map<string, Awaited<ReturnType<typeof ports.faces.get>>>();
    for (const face of await ports.faces.getMany([...new Set(done)])) now.set(face.id, face);
    return outcomes.map(({ id, failure, said }) => ({
      id,
      face: now.get(id) ?? null,
      failure,
      said: said ?? null,
    }));
  };
  return readingAfresh({
    ...bulkMutations(ports, bulk),
    async labelFaces(_, { faceIds, personId, name }) {
      const { person, outcomes } = await labeling.label(faceIds, { personId, name });
      return {
        person: person === null ? null : await ports.people.get(person),
        results: await faceResults(outcomes),
      };
    },
    unlabelFaces: async (_, { faceIds }) => ({ results: await faceResults(await labeling.unlabel(faceIds)) }),
    rejectFaces: async (_, { faceIds, personId }) => ({
      results: await faceResults(await labeling.reject(faceIds, personId)),
    }),
    sayAgain: async (_, { faces }) => ({ results: await faceResults(await labeling.sayAgain(faces)) }),
    ignoreFaces: async (_, { faceIds }) => ({ results: await faceResults(await labeling.ignore(faceIds)) }),
    stopIgnoringFaces: async (_, { faceIds }) => ({
      results: await faceResults(await labeling.stopIgnoring(faceIds)),
    }),
    async deleteFaces(_, { faceIds }) {
      const outcomes = await labeling.delete(faceIds);
      return { results: outcomes.map(({ id, failure, said }) => ({ id, failure, said: said ?? null })) };
    },
    restoreFaces: async (_, { faceIds }) => ({ results: await faceResults(await labeling.restore(faceIds)) }),
    drawFace: (_, { photoId, box, personId, name }) =>
      drawing.draw(photoId, box, (personId ?? name ?? null) === null ? null : { personId, name }),
    moveFace: (_, { faceId, box }) => drawing.move(faceId, box),
    async rescan(_, { photoIds }) {
      if (photoIds === null || photoIds === undefined) return rescanOf(ports, 'all', 'All photos', []);
      refuseTooMany(photoIds);
      const asked = [...new Set(photoIds)].filter((id): id is PhotoId => isPhotoId(id));
      const found = (await ports.photos.getMany(asked)).map(({ id }) => id);
      const known = new Set<string>(found);
      const results = photoIds.map((id) => ({ id, failure: known.has(id) ? null : NO_PHOTO }));
      return rescanOf(ports, found, found.length === 1 ? 'One photo' : `${found.length} photos`, results);
    },
    retryFailed: () => rescanOf(ports, 'failed', 'Photos that failed', []),
    trainLibrary: () => requestTraining(ports),
    cancelJob: (_, { id }) => cancelJob(ports, id),
    importWaiting: () => exchange.importWaiting(),
    readNames: () => exchange.readNames(),
    writeSidecars: () => exchange.writeSidecars(),
    addFolder: (_, { path, copy }) => folders.add(path, copy ? 'copy' : 'reference'),
    changePreferences: (_, { minimumConfidence, minimumGroupSize }) =>
      ports.preferences.change({
        minimumConfidence: minimumConfidence ?? undefined,
        minimumGroupSize: minimumGroupSize ?? undefined,
      }),
  });
}

const NO_PHOTO: Failure = { code: 'NOT_FOUND', message: 'There is no such photo.' };

async function rescanOf(
  ports: Ports,
  which: readonly PhotoId[] | 'all' | 'failed',
  subject: string,
  results: { id: string; failure: Failure | null }[],
) {
  const restoreDeleted = which !== 'failed';
  const { job, photos } = await requestScan(ports, { which, restoreDeleted, subject });
  return { job, photoCount: photos, results };
}

/** Photos that a cancelled job has not scanned yet are set aside as failed, so that they can be tried again. */
async function cancelJob(ports: Ports, id: string) {
  const known = isJobId(id) ? await ports.jobs.get(id) : null;
  if (known?.kind === 'label') {
    throw new KindredError('CONFLICT', 'What was said of many faces holds for all of them.', {
      hint: 'Take it back when it is finished.',
    });
  }
  const job = known === null ? null : await changeJob(ports, known.id, { state: 'cancelled' });
  if (job === null) throw new KindredError('NOT_FOUND', 'There is no such job.');
  if (job.state === 'cancelled' && (job.kind === 'detect' || job.kind === 'rescan')) {
    await ports.photos.failPendingScans({
      job: job.id,
      at: ports.clock.now(),
      failure: {
        code: 'CANCELLED',
        message: 'The scan was cancelled.',
        hint: 'Try the failed photos again.',
      },
    });
  }
  return job;
}
