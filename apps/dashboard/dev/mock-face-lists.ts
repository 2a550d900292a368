import { type MockFace, type MockLibrary } from './mock-library.ts';

export interface MockFilter {
  state?: string | null;
  person?: string | null;
  alone?: boolean | null;
  minimumConfidence?: number | null;
  maximumConfidence?: number | null;
  takenFrom?: string | null;
  takenBefore?: string | null;
  folder?: string | null;
  minimumQuality?: number | null;
}

/** Faces that match a filter, in an order of the real schema. */
export function listFaces(library: MockLibrary, filter: MockFilter, sort: string): MockFace[] {
  const takenAt = (face: MockFace) => Date.parse(library.photos.get(face.photoId)!.takenAt);
  const rank: Record<string, (face: MockFace) => number> = {
    DATE: takenAt,
    OLDEST: (face) => -takenAt(face),
    CONFIDENCE: (face) => face.confidence ?? (face.state === 'LABELED' ? 2 : -1),
    UNCERTAIN: (face) => -(face.confidence ?? 2),
    QUALITY: (face) => face.quality,
  };
  const of = rank[sort]!;
  return Array.from(library.faces.values())
    .filter((face) => matches(library, face, filter, takenAt(face)))
    .sort((one, other) => of(other) - of(one));
}

function matches(library: MockLibrary, face: MockFace, filter: MockFilter, takenAt: number): boolean {
  if (filter.state ? face.state !== filter.state : face.state === 'IGNORED') return false;
  if (filter.person && face.personId !== filter.person) return false;
  if (filter.alone && face.personId !== null) return false;
  if (typeof filter.minimumConfidence === 'number' && (face.confidence ?? -1) < filter.minimumConfidence)
    return false;
  if (typeof filter.maximumConfidence === 'number' && (face.confidence ?? 2) > filter.maximumConfidence)
    return false;
  if (typeof filter.minimumQuality === 'number' && face.quality < filter.minimumQuality) return false;
  if (filter.takenFrom && takenAt < Date.parse(filter.takenFrom)) return false;
  if (filter.takenBefore && takenAt >= Date.parse(filter.takenBefore)) return false;
  return !filter.folder || library.photos.get(face.photoId)!.path.startsWith(`${filter.folder}/`);
}

/** Neighbours with something in common, whose cursors are positions as those of every list here. */
export function timelineOf(library: MockLibrary, faces: readonly MockFace[], sort: string) {
  const buckets: { key: string; count: number; position: number; after: string }[] = [];
  for (const [position, face] of faces.entries()) {
    const key = bucketKey(library, face, sort);
    const last = buckets.at(-1);
    if (last?.key === key && last.count < 10_000) last.count += 1;
    else buckets.push({ key, count: 1, position, after: String(position) });
  }
  return { count: faces.length, buckets };
}

function bucketKey(library: MockLibrary, face: MockFace, sort: string): string {
  if (sort === 'DATE' || sort === 'OLDEST') return library.photos.get(face.photoId)!.takenAt.slice(0, 7);
  const share = sort === 'QUALITY' ? face.quality : face.confidence;
  if (share === null) return face.state === 'LABELED' ? 'labeled' : 'unknown';
  return (Math.floor(share * 20) / 20).toFixed(2);
}

export function summaryOf(library: MockLibrary, newestFirst: readonly MockFace[]) {
  const confidences = newestFirst.flatMap(({ confidence }) => confidence ?? []);
  const takenAt = (face: MockFace | undefined) => (face ? library.photos.get(face.photoId)!.takenAt : null);
  return {
    count: newestFirst.length,
    minimumConfidence: confidences.length > 0 ? confidences.reduce((low, each) => Math.min(low, each)) : null,
    maximumConfidence:
      confidences.length > 0 ? confidences.reduce((high, each) => Math.max(high, each)) : null,
    oldest: takenAt(newestFirst.at(-1)),
    newest: takenAt(newestFirst[0]),
  };
}
