import type {
  Box,
  Face,
  FaceId,
  FaceObservation,
  FaceOutline,
  FaceStanding,
  FiveLandmarks,
  PackName,
  PersonId,
  PhotoId,
} from '@kindred/domain';

export interface FaceRow {
  readonly id: string;
  readonly photo: string;
  readonly pack: string;
  readonly origin: FaceObservation['origin'];
  readonly box: string;
  readonly landmarks: string;
  readonly score: number;
  readonly quality: number;
  readonly quality_parts: string;
  readonly crop_key: string;
  readonly detected_at: string;
  readonly photo_date: string;
  readonly state: FaceStanding['state'];
  readonly person: string | null;
  readonly confidence: number | null;
}

/** What an outline is made of. */
export type OutlineRow = Pick<FaceRow, 'box' | 'confidence' | 'id' | 'person' | 'photo' | 'state'>;

export const faceOf = (row: FaceRow): Face => ({ ...observationOf(row), standing: standingOf(row) });

export const outlineOf = (row: OutlineRow): FaceOutline => ({
  id: row.id as FaceId,
  photo: row.photo as PhotoId,
  box: boxOf(row),
  standing: standingOf(row),
});

export function observationOf(row: FaceRow): FaceObservation {
  const [size, sharpness, pose] = JSON.parse(row.quality_parts) as [number, number, number];
  return {
    id: row.id as FaceId,
    photo: row.photo as PhotoId,
    pack: row.pack as PackName,
    origin: row.origin,
    box: boxOf(row),
    landmarks: landmarksOf(JSON.parse(row.landmarks) as number[]),
    score: row.score,
    quality: { overall: row.quality, size, sharpness, pose },
    cropKey: row.crop_key,
    detectedAt: row.detected_at,
    photoDate: row.photo_date,
  };
}

/** The JSON columns of an observation. */
export function packedFacts({ box, landmarks, quality }: FaceObservation) {
  return {
    box: JSON.stringify([box.x, box.y, box.width, box.height]),
    landmarks: JSON.stringify(landmarks.flatMap(({ x, y }) => [x, y])),
    qualityParts: JSON.stringify([quality.size, quality.sharpness, quality.pose]),
  };
}

function boxOf({ box }: Pick<FaceRow, 'box'>): Box {
  const [x, y, width, height] = JSON.parse(box) as [number, number, number, number];
  return { x, y, width, height };
}

function landmarksOf(values: readonly number[]): FiveLandmarks {
  const point = (index: number) => ({ x: values[2 * index]!, y: values[2 * index + 1]! });
  return [point(0), point(1), point(2), point(3), point(4)];
}

function standingOf({ state, person, confidence }: OutlineRow): FaceStanding {
  switch (state) {
    case 'labeled':
      return { state, person: person as PersonId };
    case 'inferred':
      return { state, person: person as PersonId, confidence: confidence! };
    case 'unknown':
      return { state, person: person as PersonId | null };
    case 'ignored':
      return { state, person: null };
  }
}
