import { randomUUID } from 'node:crypto';
import { sep } from 'node:path';
import {
  type Decision,
  type Face,
  KindredError,
  type NamesReport,
  normalisePersonName,
  type PersonId,
  pagesOf,
  personNameKey,
  type Photo,
  recordDecisions,
  sameFaces,
  uuidV5,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { PeopleOfImport } from '../import-statements/people-of-import';
import { uprightBox } from '../regions/named-region';
import { type Origin, readWrittenNames, type WrittenNames } from './written-beside';

export type PhotoImportPorts = Pick<
  Ports,
  'photos' | 'faces' | 'people' | 'labels' | 'bus' | 'clock' | 'objects'
>;

export interface PhotoImportOptions {
  /** Only photos in these folders; all when there are none. */
  readonly folders: readonly string[];
  readonly onProgress?: (photos: number) => void;
  readonly signal?: AbortSignal;
}

interface NamedFace {
  readonly face: Face;
  readonly name: string;
  readonly origin: Origin;
}

const PAGE = 200;
/** The namespace of decisions read from photos: the same name of the same face is the same decision for ever. */
const NAMESPACE = Buffer.from('b8f3a0c2176e4d5f8a9b0c1d2e3f4a5b', 'hex');

/**
 * Labels faces with the names that other programs wrote into photos and beside them. Only faces about which nobody has
 * said anything are labeled, so that what people said here stays and repeating it changes nothing.
 * @throws KindredError `CANCELLED` when the signal says so.
 */
export async function importFromPhotos(
  ports: PhotoImportPorts,
  options: PhotoImportOptions,
): Promise<NamesReport> {
  const people = new PeopleOfImport(ports.people);
  try {
    return await readAll(ports, people, options);
  } finally {
    people.close();
  }
}

async function readAll(
  ports: PhotoImportPorts,
  people: PeopleOfImport,
  { folders, onProgress, signal }: PhotoImportOptions,
): Promise<NamesReport> {
  const sum = { photos: 0, unreadable: 0, labeled: 0, known: 0, withoutFace: 0 };
  for await (const page of pagesOf((request) => ports.photos.list(request), PAGE)) {
    const decisions: Decision[] = [];
    for (const photo of page) {
      if (signal?.aborted) throw stopped();
      const paths = await pathsOf(ports, photo, folders);
      if (paths === null) continue;
      sum.photos += 1;
      const written = await read(ports, photo, paths);
      if (written === null) {
        sum.unreadable += 1;
        continue;
      }
      if (written.regions.length + written.people.length === 0) continue;
      const faces = await ports.faces.ofPhoto(photo.id);
      const { named, withoutFace } = namedFaces(written, photo, faces);
      const spokenOf = new Set((await ports.labels.ofPhoto(photo.id)).map(({ face }) => face));
      const fresh = named.filter(({ face }) => !spokenOf.has(face.id));
      for (const one of fresh) decisions.push(await decisionOn(one, people, ports));
      sum.labeled += fresh.length;
      sum.known += named.length - fresh.length;
      sum.withoutFace += withoutFace;
    }
    await say(ports, decisions);
    onProgress?.(sum.photos);
  }
  return { ...sum, people: { created: people.counts().created } };
}

/** The files of a photo, those in the folders when there are any; null when none of it is in them. */
async function pathsOf(
  { photos }: PhotoImportPorts,
  { id }: Photo,
  folders: readonly string[],
): Promise<readonly string[] | null> {
  const paths = (await photos.sourcesOf(id)).map(({ path }) => path);
  const inside = (path: string) =>
    folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`));
  const wanted = folders.length === 0 ? paths : paths.filter(inside);
  if (wanted.length === 0 && folders.length > 0) return null;
  return wanted.filter((path) => !path.startsWith('upload:'));
}

async function read(
  { objects }: PhotoImportPorts,
  { original }: Photo,
  paths: readonly string[],
): Promise<WrittenNames | null> {
  try {
    const place = original.kind === 'file' ? original.path : await objects.get(original.key);
    return await readWrittenNames(place, paths);
  } catch (error) {
    if (error instanceof KindredError && UNREADABLE.has(error.code)) return null;
    throw error;
  }
}

const UNREADABLE: ReadonlySet<string> = new Set(['FILE_UNREADABLE', 'OBJECT_NOT_FOUND']);

/**
 * Which faces the names are of: regions by their overlap, one name for each face, the first that was written. People of
 * Takeout have no region: one of them is the face when there is one face, nobody named it, and nobody else is named.
 */
function namedFaces(
  { regions, people, orientation }: WrittenNames,
  photo: Photo,
  faces: readonly Face[],
): { readonly named: readonly NamedFace[]; readonly withoutFace: number } {
  const named = new Map<Face, NamedFace>();
  let withoutFace = 0;
  for (const origin of ['import:sidecar', 'import:xmp'] as const) {
    const ofOrigin = distinct(regions.filter((region) => region.origin === origin));
    const placed = ofOrigin.flatMap((region) => {
      const box = uprightBox(region, { orientation, width: photo.width, height: photo.height });
      return isName(region.name) && box !== null ? [{ name: region.name, box }] : [];
    });
    const found = sameFaces(placed, faces);
    for (const [{ name }, face] of found) if (!named.has(face)) named.set(face, { face, name, origin });
    withoutFace += ofOrigin.length - found.size;
  }
  const names = people.filter(isName);
  if (names.length === 1 && faces.length === 1) {
    const [face] = faces;
    if (!named.has(face)) named.set(face, { face, name: names[0], origin: 'import:takeout' });
  } else if (regions.length === 0) withoutFace += people.length;
  return { named: [...named.values()], withoutFace };
}

/** Programs write the same region in more than one way. */
function distinct(regions: WrittenNames['regions']): WrittenNames['regions'] {
  return regions.filter(
    (region, index) =>
      !regions
        .slice(0, index)
        .some((earlier) => earlier.name === region.name && sameFaces([earlier], [region]).size > 0),
  );
}

function isName(text: string): boolean {
  try {
    return normalisePersonName(text) !== '';
  } catch {
    return false;
  }
}

async function decisionOn(
  { face, name, origin }: NamedFace,
  people: PeopleOfImport,
  { clock }: PhotoImportPorts,
): Promise<Decision> {
  const key = personNameKey(name);
  const id = uuidV5(NAMESPACE, `person ${key}`) as PersonId;
  const person = await people.introduce({ id, name, createdAt: clock.now() });
  return {
    id: uuidV5(NAMESPACE, `${face.id} is ${key}`),
    kind: 'assign',
    face: face.id,
    photo: face.photo,
    person,
    actor: origin,
    at: clock.now(),
  };
}

async function say(ports: PhotoImportPorts, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  await recordDecisions(ports, decisions);
  const people = decisions.flatMap((decision) => ('person' in decision ? [decision.person] : []));
  // Photos of crowds may have many faces; events stay far below the size that the bus takes.
  for (let start = 0; start < decisions.length; start += PAGE) {
    await ports.bus.publish('faces.labeled', {
      id: randomUUID(),
      data: {
        faces: decisions.slice(start, start + PAGE).map(({ face }) => face),
        people: [...new Set(people.slice(start, start + PAGE))],
      },
    });
  }
}

const stopped = (): KindredError =>
  new KindredError('CANCELLED', 'Reading names from photos was stopped before it was over.', {
    hint: 'Run it again; what was read stays and is not read into it twice.',
  });
