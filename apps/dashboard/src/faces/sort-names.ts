import { type FaceSort, type PersonSort } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

/** What the orders of people are called. */
export const PERSON_SORTS: Record<PersonSort, string> = {
  SIZE: strings.sort.size,
  NAME: strings.sort.name,
  TO_REVIEW: strings.sort.toReview,
  RECENT: strings.sort.recent,
};

/** What the orders of faces are called. */
export const FACE_SORTS: Record<FaceSort, string> = {
  CONFIDENCE: strings.sort.confidence,
  DATE: strings.sort.date,
  OLDEST: strings.sort.oldest,
  QUALITY: strings.sort.quality,
  UNCERTAIN: strings.sort.uncertain,
};
