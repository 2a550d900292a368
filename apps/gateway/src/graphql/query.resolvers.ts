import { type api } from '@kindred/contracts';
import { type JobState, isFaceId, isJobId, isPhotoId, KindredError, type PhotoScan } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { faceFilterOf, filterOfGroups } from '../faces/face-filter';
import { readFaces, readGroups, timelineOf } from '../faces/face-lists';
import type { PackFacts, ToldFacts } from '../system-facts';
import type { LabelExchange } from '../exchange/label-exchange';
import type { SimilarPeople } from '../search/similar-people.use-case';
import { type SimilarFaces, vectorFromText } from '../search/similar-faces.use-case';
import { nameInitialsOf } from '../people/name-initials';
import type { People } from '../people/people.use-case';
import { refuseTooMany } from '../labeling/checked-faces';
import { openQuestions } from '../people/open-questions';
import { readHistory } from '../history/read-history';
import { connectionOf, pageRequest } from './connection';
import { oncePerRequest } from './once-per-request';
import type { GraphContext } from './context';
import { readStats } from './stats';

/** Everything that can be asked. */
export function queryResolvers(
  ports: Ports,
  people: People,
  system: ToldFacts,
  similarFaces: SimilarFaces,
  exchange: LabelExchange,
  similarPeople: SimilarPeople,
): api.QueryResolvers<GraphContext> {
  const waiting = oncePerRequest(() => exchange.waiting());
  return {
    faces: async (_, { filter, ...page }) => readFaces(ports, await faceFilterOf(people, filter), page),
    faceSummary: (_, { filter }) => faceFilterOf(people, filter),
    faceTimeline: async (_, { filter, sort }) => timelineOf(ports, await faceFilterOf(people, filter), sort),
    faceGroups: (_, { filter, sort, ...page }) =>
      readGroups(ports, { ...filterOfGroups(filter), ...pageRequest(page), sort }),
    face: (_, { id }) => (isFaceId(id) ? ports.faces.get(id) : null),
    async people(_, { kind, search, withHidden, sort, ...page }) {
      const query = {
        ...pageRequest(page),
        kind: lower<'named' | 'unknown'>(kind),
        search: search ?? undefined,
        withHidden,
        sort,
      };
      return connectionOf(await ports.people.list(query));
    },
    nameInitials: (_, { search, withHidden }) =>
      nameInitialsOf(ports, { search: search ?? undefined, withHidden }),
    person: (_, { id }) =>
      people.require(id).catch((error: unknown) => {
        if (error instanceof KindredError && error.code === 'NOT_FOUND') return null;
        throw error;
      }),
    peopleAlike: async (_, { typed, first }) => [
      ...(await ports.people.alike(typed, pageRequest({ first }, 100).limit)),
    ],
    async photos(_, { state, ...page }) {
      return connectionOf(
        await ports.photos.list({ ...pageRequest(page), state: lower<PhotoScan['state']>(state) }),
      );
    },
    photo: (_, { id }) => (isPhotoId(id) ? ports.photos.get(id) : null),
    failures: async (_, page) => connectionOf(await ports.photos.failures(pageRequest(page))),
    jobs: async (_, { state, first }) => [
      ...(await ports.jobs.list({ state: lower<JobState>(state), limit: pageRequest({ first }, 200).limit })),
    ],
    job: (_, { id }) => (isJobId(id) ? ports.jobs.get(id) : null),
    samePersonQuestions: async (_, page, { people: loader }) =>
      connectionOf(await openQuestions(ports, pageRequest(page, 100), (id) => loader.load(id))),
    similarFaces: async (_, { vector, first }) => [
      ...(await similarFaces.like(vectorFromText(vector), pageRequest({ first }).limit)),
    ],
    async similarPeople(_, { faceIds, first }) {
      refuseTooMany(faceIds);
      return [...(await similarPeople.of(faceIds, pageRequest({ first }, 20).limit))];
    },
    history: (_, page) => readHistory(ports, pageRequest(page, 100)),
    stats: () => readStats(ports),
    waitingStatements: (_, __, context) => waiting(context),
    preferences: () => ports.preferences.read(),
    system: async () => ({
      version: system.version,
      pack: system.pack.name,
      packLicence: system.pack.licence,
      packAllowsCommercialUse: system.pack.commercialUse,
      executionProvider: system.executionProvider,
      dataFolder: system.dataFolder,
      folders: [...(await system.folders.list())],
      folderRoots: [...system.folders.roots],
      accessTokenFile: system.accessTokenFile,
      deletionGraceHours: system.deletionGraceHours,
    }),
    packs: async () => packsOf(await system.installedPacks(), system.pack.name),
  };
}

function packsOf(installed: readonly PackFacts[], active: string): api.ModelPack[] {
  const packs = installed.map(({ name, title, licence, licenceUrl = null, commercialUse, dimension }) => ({
    name,
    title,
    licence,
    licenceUrl,
    allowsCommercialUse: commercialUse,
    dimension,
    active: name === active,
  }));
  return packs.sort((one, other) => Number(other.active) - Number(one.active));
}

function lower<T extends string>(value: Uppercase<T> | null | undefined): T | undefined {
  return value === null || value === undefined ? undefined : (value.toLowerCase() as T);
}
