import { posix } from 'node:path';
import { type api } from '@kindred/contracts';
import { ageAt, type Failure, jobRate, jobSecondsLeft, KindredError } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { facesOfPerson } from '../faces/face-filter';
import { firstConfidence, firstFace, readFaces } from '../faces/face-lists';
import type { Appearances } from '../people/appearances.use-case';
import { impossibleFaces } from '../people/impossible-faces';
import { peopleTogether } from '../people/people-together';
import { pageRequest } from './connection';
import type { GraphContext } from './context';

/** The fields that are not simply stored. */
export function typeResolvers(ports: Ports, appearances: Appearances): api.Resolvers<GraphContext> {
  return {
    Face: {
      state: ({ standing }) => upper(standing.state),
      person: ({ standing }, _, { people }) =>
        standing.person === null ? null : people.load(standing.person),
      confidence: ({ standing }) => (standing.state === 'inferred' ? standing.confidence : null),
      async photo({ photo }, _, { photos }) {
        const found = await photos.load(photo);
        if (found === null) throw new KindredError('NOT_FOUND', 'The photo of this face is gone.');
        return found;
      },
      origin: ({ origin }) => upper(origin),
      landmarks: ({ landmarks }) => [...landmarks],
      cropUrl: ({ id, cropKey }) => `/images/faces/${id}/${posix.basename(cropKey)}`,
      date: ({ photoDate }) => photoDate,
      async age({ standing, photo }, _, { people, photos }) {
        const person = standing.person === null ? null : await people.load(standing.person);
        if (!person?.birthDate) return null;
        const takenAt = (await photos.load(photo))?.metadata.takenAt;
        if (takenAt === undefined) return null;
        const age = ageAt(person.birthDate, takenAt);
        return age.kind === 'age' ? age : { years: null, exact: true };
      },
    },
    FaceSummary: {
      count: (filter) => ports.faces.count(filter),
      minimumConfidence: (filter) => firstConfidence(ports, filter, 'UNCERTAIN'),
      maximumConfidence: (filter) => firstConfidence(ports, filter, 'CONFIDENCE'),
      oldest: async (filter) => (await firstFace(ports, filter, 'OLDEST'))?.photoDate ?? null,
      newest: async (filter) => (await firstFace(ports, filter, 'DATE'))?.photoDate ?? null,
    },
    Person: {
      kind: ({ identity }) => upper(identity.kind),
      name: ({ identity }) => (identity.kind === 'named' ? identity.name : null),
      displayName: ({ identity }) =>
        identity.kind === 'named' ? identity.name : `Unknown ${identity.number}`,
      aliases: ({ aliases }) => [...aliases],
      async cover({ id, cover }, _, { faces }) {
        const chosen = cover === null ? null : await faces.load(cover);
        if (chosen !== null && chosen.standing.person === id) return chosen;
        return (await firstFace(ports, { person: id }, 'QUALITY')) ?? null;
      },
      labeledCount: ({ counts }) => counts.labeled,
      inferredCount: ({ counts }) => counts.inferred,
      unknownCount: ({ counts }) => counts.unknown,
      faceCount: ({ counts }) => counts.labeled + counts.inferred + counts.unknown,
      faces: ({ id }, { filter, ...page }) => readFaces(ports, facesOfPerson(id, filter), page),
      together: async ({ id }, { first }) => [
        ...(await peopleTogether(ports, id, pageRequest({ first }, 50).limit)),
      ],
      outliers: async (person, { first }) => [
        ...(await appearances.outliers(person, pageRequest({ first }, 100).limit)),
      ],
      appearances: async (person) => [...(await appearances.groups(person))],
      impossibleFaces: async (person, { first }) => [
        ...(await impossibleFaces(ports, person, pageRequest({ first }, 100).limit)),
      ],
    },
    Appearance: {
      faceIds: ({ faceIds }) => [...faceIds],
      faces: async ({ faceIds }, { first }) => [
        ...(await ports.faces.getMany(faceIds.slice(0, pageRequest({ first }, 50).limit))),
      ],
    },
    Photo: {
      takenAt: ({ metadata }) => metadata.takenAt ?? null,
      camera: ({ metadata }) => metadata.camera ?? null,
      lens: ({ metadata }) => metadata.lens ?? null,
      location: ({ metadata }) => metadata.location ?? null,
      state: ({ scan }) => upper(scan.state),
      failure: ({ scan }) => (scan.state === 'failed' ? scan.failure : null),
      faces: async ({ id }) => [...(await ports.faces.ofPhoto(id))],
      sources: async ({ id }) => (await ports.photos.sourcesOf(id)).map(({ path }) => path),
      thumbnailUrl: ({ id }) => `/images/photos/${id}/thumbnail.webp`,
      previewUrl: ({ id }) => `/images/photos/${id}/preview.webp`,
      originalUrl: ({ id }) => `/images/photos/${id}/original`,
    },
    FailedSource: { photo: ({ photo }, _, { photos }) => (photo === null ? null : photos.load(photo)) },
    Job: {
      kind: ({ kind }) => upper(kind),
      state: ({ state }) => upper(state),
      rate: jobRate,
      secondsLeft: jobSecondsLeft,
      stage: ({ stage }) => (stage === null ? null : upper(stage)),
      result: ({ result }) => (result !== null && 'matched' in result ? result : null),
      imported: ({ result }) => (result !== null && 'imported' in result ? listed(result.imported) : null),
      namesRead: ({ result }) => (result !== null && 'namesRead' in result ? result.namesRead : null),
      sidecars: ({ result }) => (result !== null && 'sidecars' in result ? listed(result.sidecars) : null),
    },
    SamePersonQuestion: {
      id: ({ one, other }) => `${one}:${other}`,
      one: ({ one }, _, { people }) => required(people.load(one)),
      other: ({ other }, _, { people }) => required(people.load(other)),
    },
  };
}

/** The report with its failures as the generated types want them. */
const listed = <T extends { readonly failures: readonly Failure[] }>(report: T) => ({
  ...report,
  failures: [...report.failures],
});

async function required<T>(found: Promise<T | null>): Promise<T> {
  const value = await found;
  if (value === null) throw new KindredError('NOT_FOUND', 'This person is gone.');
  return value;
}

const upper = <T extends string>(value: T): Uppercase<T> => value.toUpperCase() as Uppercase<T>;
