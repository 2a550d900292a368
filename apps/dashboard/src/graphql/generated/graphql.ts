/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A rectangle inside the photo in fractions of it; `x`, `y` is its top left corner. */
export type BoxInput = {
  height: number;
  width: number;
  x: number;
  y: number;
};

/** Which faces are meant: those for which all that is given holds. */
export type FaceFilter = {
  /** Only faces that belong to nobody; cannot be combined with `person`. */
  alone?: boolean | null | undefined;
  /**
   * Path of a folder: faces of photos in it and in all folders below. A photo with several sources counts for the first of
   * their paths in alphabetical order.
   */
  folder?: string | null | undefined;
  /** Inferred faces of at most this confidence, from 0 to 1. Faces that have none are left out. */
  maximumConfidence?: number | null | undefined;
  /** Inferred faces of at least this confidence, from 0 to 1. Faces that have none are left out. */
  minimumConfidence?: number | null | undefined;
  /** From 0 to 1. */
  minimumQuality?: number | null | undefined;
  /** Faces that are, or are suggested to be, this person; given by the field where a person is asked for its faces. */
  person?: string | null | undefined;
  /** Faces of every state but `IGNORED` when it is not given. */
  state?: FaceState | null | undefined;
  /** Faces of photos that were taken before. */
  takenBefore?: string | null | undefined;
  /** Faces of photos that were taken then or later. A time without a zone is compared as photos have it, without one. */
  takenFrom?: string | null | undefined;
};

export type FaceOrigin =
  | 'DETECTED'
  /** A human drew it; it stays where it was drawn. */
  | 'DRAWN';

/** All faces that match a filter but some, as somebody saw them. */
export type FaceSelection = {
  /** Ids of faces that are left out; at most 10,000. Those that do not match anyway, or do not exist, change nothing. */
  except?: Array<string>;
  /** How many faces that was when it was shown. */
  expectedCount: number;
  filter: FaceFilter;
};

export type FaceSort =
  /** Most certain first. */
  | 'CONFIDENCE'
  /** Newest photo first. */
  | 'DATE'
  /** Oldest photo first. */
  | 'OLDEST'
  /** Best first. */
  | 'QUALITY'
  /** Least certain first: of inferred faces, those whose answer teaches most. */
  | 'UNCERTAIN';

/** A face is in exactly one of three states. */
export type FaceState =
  /** A human does not care about this stranger. */
  | 'IGNORED'
  /** It is suggested to be a named person. */
  | 'INFERRED'
  /** A human said who it is. */
  | 'LABELED'
  /** It belongs to an unknown person or to nobody. */
  | 'UNKNOWN';

export type FacesChangeKind =
  | 'DELETED'
  | 'DETECTED'
  | 'LABELED'
  | 'SUGGESTED';

export type HistoryKind =
  /** What was answered of the person and `other` was taken back. */
  | 'ANSWER_TAKEN_BACK'
  /** Faces are whom they were suggested to be. */
  | 'CONFIRMED'
  | 'COVER_CHOSEN'
  | 'DELETED'
  | 'IGNORED'
  | 'LABELED'
  | 'PERSON_CREATED'
  | 'PERSON_DELETED'
  /** Other names, or when the person was born, changed. */
  | 'PERSON_DESCRIBED'
  | 'PERSON_HIDDEN'
  /** The person became part of `other`. */
  | 'PERSON_MERGED'
  /** An unknown person got a name, and its faces were labeled. */
  | 'PERSON_NAMED'
  /** It was taken back that the person is part of `other`. */
  | 'PERSON_PARTED'
  | 'PERSON_RENAMED'
  /** It was taken back that the person was deleted. */
  | 'PERSON_RESTORED'
  /** The person is not hidden any more. */
  | 'PERSON_SHOWN'
  /** The first name of a person was taken back: it is unknown again, and its faces are not labeled. */
  | 'PERSON_UNNAMED'
  /** Whether the person and `other` are one was put off. */
  | 'PUT_OFF'
  | 'REJECTED'
  /** It was taken back that the faces are not the person. */
  | 'REJECTION_TAKEN_BACK'
  /** Deleted faces came back: the deletion was taken back in time, or, when the actor is `rescan`, a rescan found them. */
  | 'RESTORED'
  /** It holds again of the faces what was said of them before an action. */
  | 'SAID_AGAIN'
  /** The person and `other` were said to be different people. */
  | 'TOLD_APART'
  /** It was taken back that the faces are ignored. */
  | 'UNIGNORED'
  | 'UNLABELED';

export type JobKind =
  | 'DETECT'
  /** Takes in a file of what humans said. */
  | 'IMPORT'
  | 'INGEST'
  /** Says something of all faces that match a filter. */
  | 'LABEL'
  /** Reads the names that other programs wrote into photos and beside them. */
  | 'NAMES'
  | 'RESCAN'
  /** Writes the names of labeled faces beside photos. */
  | 'SIDECARS'
  | 'TRAIN';

/** What a training is at. */
export type JobStage =
  | 'COMPARE'
  | 'GROUP'
  | 'MATCH'
  | 'READ'
  | 'SAVE';

export type JobState =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'FAILED'
  | 'RUNNING';

/** What is known of a person besides the name; what is left out stays as it is. */
export type PersonDetailsInput = {
  /** At most 50. */
  aliases?: Array<string> | null | undefined;
  /** A day, `1985-04-30`, or only a year, `1985`, not in the future; null takes it away. */
  birthDate?: string | null | undefined;
  hidden?: boolean | null | undefined;
};

export type PersonKind =
  | 'NAMED'
  | 'UNKNOWN';

export type PersonSort =
  | 'NAME'
  /** Last changed first. */
  | 'RECENT'
  /** Most faces first. */
  | 'SIZE'
  /** Most faces to review first. */
  | 'TO_REVIEW';

export type PhotoState =
  | 'FAILED'
  | 'PENDING'
  | 'SCANNED';

export type SaidInput = {
  /** The place whose word is to hold again. */
  asAt: number;
  faceId: string;
  /** The last place that is known of; the face is left alone when more was said since. */
  now: number;
};

export type SamePersonAnswer =
  /** Remembered for ever. */
  | 'DIFFERENT'
  /** Not asked again for seven days. */
  | 'LATER'
  | 'SAME';

export type WaitingStatementsQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingStatementsQuery = { waitingStatements: { decisions: number, covers: number } };

export type ImportWaitingMutationVariables = Exact<{ [key: string]: never; }>;


export type ImportWaitingMutation = { importWaiting: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } };

export type ReadNamesMutationVariables = Exact<{ [key: string]: never; }>;


export type ReadNamesMutation = { readNames: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } };

export type WriteSidecarsMutationVariables = Exact<{ [key: string]: never; }>;


export type WriteSidecarsMutation = { writeSidecars: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } };

export type JobByIdQueryVariables = Exact<{
  id: string;
}>;


export type JobByIdQuery = { job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null };

export type FaceTileFragment = { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } };

export type FacesPageQueryVariables = Exact<{
  filter: FaceFilter;
  sort: FaceSort;
  first: number;
  after?: string | null | undefined;
  skip?: number;
}>;


export type FacesPageQuery = { faces: { nodes: Array<{ id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FaceTimelineQueryVariables = Exact<{
  filter: FaceFilter;
  sort: FaceSort;
}>;


export type FaceTimelineQuery = { faceTimeline: { count: number, buckets: Array<{ key: string, position: number, count: number, after: string }> } };

export type NameInitialsQueryVariables = Exact<{ [key: string]: never; }>;


export type NameInitialsQuery = { nameInitials: Array<{ initial: string, position: number, count: number, after: string }> };

export type FaceCountQueryVariables = Exact<{
  filter: FaceFilter;
}>;


export type FaceCountQuery = { faceSummary: { count: number } };

export type FaceRangeQueryVariables = Exact<{
  filter: FaceFilter;
}>;


export type FaceRangeQuery = { faceSummary: { minimumConfidence: number | null, maximumConfidence: number | null } };

export type FacesChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type FacesChangedSubscription = { facesChanged: { kind: FacesChangeKind, faceIds: Array<string> } };

export type HistoryPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type HistoryPageQuery = { history: { nodes: Array<{ id: string, kind: HistoryKind, actor: string, at: string, faceCount: number, name: string | null, formerName: string | null, actionId: string | null, takenBack: boolean, person: { id: string, displayName: string } | null, other: { id: string, displayName: string } | null, faces: Array<{ id: string, cropUrl: string, photo: { id: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type HistoryEntryFragment = { id: string, kind: HistoryKind, actor: string, at: string, faceCount: number, name: string | null, formerName: string | null, actionId: string | null, takenBack: boolean, person: { id: string, displayName: string } | null, other: { id: string, displayName: string } | null, faces: Array<{ id: string, cropUrl: string, photo: { id: string } }> };

export type JobCardFragment = { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null };

export type JobsQueryVariables = Exact<{ [key: string]: never; }>;


export type JobsQuery = { jobs: Array<{ id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null }> };

export type JobChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type JobChangedSubscription = { jobChanged: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } };

export type CancelJobMutationVariables = Exact<{
  id: string;
}>;


export type CancelJobMutation = { cancelJob: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } };

export type TrainLibraryMutationVariables = Exact<{ [key: string]: never; }>;


export type TrainLibraryMutation = { trainLibrary: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } };

export type RetryFailedMutationVariables = Exact<{ [key: string]: never; }>;


export type RetryFailedMutation = { retryFailed: { photoCount: number, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } } };

export type FailuresPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type FailuresPageQuery = { failures: { nodes: Array<{ path: string, photo: { id: string } | null, failure: { code: string, message: string, hint: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FacesActionOutcomeFragment = { id: string | null, faceCount: number, refusals: Array<{ faceCount: number, failure: { message: string, hint: string | null } }>, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null };

export type LabelAllFacesMutationVariables = Exact<{
  selection: FaceSelection;
  personId?: string | null | undefined;
  name?: string | null | undefined;
}>;


export type LabelAllFacesMutation = { action: { id: string | null, faceCount: number, refusals: Array<{ faceCount: number, failure: { message: string, hint: string | null } }>, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null } };

export type ConfirmAllFacesMutationVariables = Exact<{
  selection: FaceSelection;
}>;


export type ConfirmAllFacesMutation = { action: { id: string | null, faceCount: number, refusals: Array<{ faceCount: number, failure: { message: string, hint: string | null } }>, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null } };

export type RejectAllFacesMutationVariables = Exact<{
  selection: FaceSelection;
}>;


export type RejectAllFacesMutation = { action: { id: string | null, faceCount: number, refusals: Array<{ faceCount: number, failure: { message: string, hint: string | null } }>, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null } };

export type UnlabelAllFacesMutationVariables = Exact<{
  selection: FaceSelection;
}>;


export type UnlabelAllFacesMutation = { action: { id: string | null, faceCount: number, refusals: Array<{ faceCount: number, failure: { message: string, hint: string | null } }>, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null } };

export type IgnoreAllFacesMutationVariables = Exact<{
  selection: FaceSelection;
}>;


export type IgnoreAllFacesMutation = { action: { id: string | null, faceCount: number, refusals: Array<{ faceCount: number, failure: { message: string, hint: string | null } }>, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null } };

export type StopIgnoringAllFacesMutationVariables = Exact<{
  selection: FaceSelection;
}>;


export type StopIgnoringAllFacesMutation = { action: { id: string | null, faceCount: number, refusals: Array<{ faceCount: number, failure: { message: string, hint: string | null } }>, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null } };

export type DeleteAllFacesMutationVariables = Exact<{
  selection: FaceSelection;
}>;


export type DeleteAllFacesMutation = { action: { id: string | null, faceCount: number, refusals: Array<{ faceCount: number, failure: { message: string, hint: string | null } }>, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null } };

export type TakeBackFacesMutationVariables = Exact<{
  actionId: string;
}>;


export type TakeBackFacesMutation = { takeBack: { faces: { id: string | null, faceCount: number, refusals: Array<{ faceCount: number, failure: { message: string, hint: string | null } }>, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null } | null } };

export type LabelFacesMutationVariables = Exact<{
  faceIds: Array<string> | string;
  personId?: string | null | undefined;
  name?: string | null | undefined;
}>;


export type LabelFacesMutation = { labelFaces: { person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null, results: Array<{ id: string, face: { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } | null, failure: { code: string, message: string, hint: string | null } | null, said: { before: number, now: number } | null }> } };

export type UnlabelFacesMutationVariables = Exact<{
  faceIds: Array<string> | string;
}>;


export type UnlabelFacesMutation = { unlabelFaces: { results: Array<{ id: string, face: { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } | null, failure: { code: string, message: string, hint: string | null } | null, said: { before: number, now: number } | null }> } };

export type RejectFacesMutationVariables = Exact<{
  faceIds: Array<string> | string;
  personId: string;
}>;


export type RejectFacesMutation = { rejectFaces: { results: Array<{ id: string, face: { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } | null, failure: { code: string, message: string, hint: string | null } | null, said: { before: number, now: number } | null }> } };

export type SayAgainMutationVariables = Exact<{
  faces: Array<SaidInput> | SaidInput;
}>;


export type SayAgainMutation = { sayAgain: { results: Array<{ id: string, face: { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } | null, failure: { code: string, message: string, hint: string | null } | null, said: { before: number, now: number } | null }> } };

export type DeleteFacesMutationVariables = Exact<{
  faceIds: Array<string> | string;
}>;


export type DeleteFacesMutation = { deleteFaces: { results: Array<{ id: string, failure: { code: string, message: string, hint: string | null } | null, said: { before: number, now: number } | null }> } };

export type IgnoreFacesMutationVariables = Exact<{
  faceIds: Array<string> | string;
}>;


export type IgnoreFacesMutation = { ignoreFaces: { results: Array<{ id: string, face: { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } | null, failure: { code: string, message: string, hint: string | null } | null, said: { before: number, now: number } | null }> } };

export type StopIgnoringFacesMutationVariables = Exact<{
  faceIds: Array<string> | string;
}>;


export type StopIgnoringFacesMutation = { stopIgnoringFaces: { results: Array<{ id: string, face: { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } | null, failure: { code: string, message: string, hint: string | null } | null, said: { before: number, now: number } | null }> } };

export type FaceOutcomeFragment = { id: string, face: { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } | null, failure: { code: string, message: string, hint: string | null } | null, said: { before: number, now: number } | null };

export type PersonCardFragment = { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null };

export type PeoplePageQueryVariables = Exact<{
  kind?: PersonKind | null | undefined;
  search?: string | null | undefined;
  withHidden: boolean;
  sort: PersonSort;
  first: number;
  after?: string | null | undefined;
}>;


export type PeoplePageQuery = { people: { nodes: Array<{ id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PersonByIdQueryVariables = Exact<{
  id: string;
}>;


export type PersonByIdQuery = { person: { birthDate: string | null, createdAt: string, id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null };

export type RenamePersonMutationVariables = Exact<{
  id: string;
  name: string;
}>;


export type RenamePersonMutation = { renamePerson: { actionId: string | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } } };

export type ChangePersonMutationVariables = Exact<{
  id: string;
  details: PersonDetailsInput;
}>;


export type ChangePersonMutation = { changePerson: { actionId: string | null, person: { birthDate: string | null, id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } } };

export type PeopleAlikeQueryVariables = Exact<{
  typed: string;
}>;


export type PeopleAlikeQuery = { peopleAlike: Array<{ id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null }> };

export type SimilarPeopleQueryVariables = Exact<{
  faceIds: Array<string> | string;
}>;


export type SimilarPeopleQuery = { similarPeople: Array<{ confidence: number, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } }> };

export type PersonTimesQueryVariables = Exact<{
  id: string;
}>;


export type PersonTimesQuery = { person: { id: string, together: Array<{ photoCount: number, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } }> } | null, faceTimeline: { buckets: Array<{ key: string, count: number }> } };

export type PersonPhotosQueryVariables = Exact<{
  filter: FaceFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type PersonPhotosQuery = { faces: { nodes: Array<{ id: string, photo: { id: string, thumbnailUrl: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PersonDoubtsQueryVariables = Exact<{
  id: string;
}>;


export type PersonDoubtsQuery = { person: { id: string, impossibleFaces: Array<{ id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } }>, outliers: Array<{ face: { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } }> } | null };

export type PersonAppearancesQueryVariables = Exact<{
  id: string;
}>;


export type PersonAppearancesQuery = { person: { id: string, appearances: Array<{ faceIds: Array<string>, faces: Array<{ id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } }> }> } | null };

export type SetCoverMutationVariables = Exact<{
  personId: string;
  faceId?: string | null | undefined;
}>;


export type SetCoverMutation = { setCover: { actionId: string | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } } };

export type MergePeopleMutationVariables = Exact<{
  into: string;
  from: Array<string> | string;
}>;


export type MergePeopleMutation = { mergePeople: { person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null }, results: Array<{ id: string, actionId: string | null, failure: { code: string, message: string, hint: string | null } | null }> } };

export type DeletePersonMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type DeletePersonMutation = { deletePerson: { results: Array<{ id: string, actionId: string | null, failure: { code: string, message: string, hint: string | null } | null }> } };

export type BoxedFaceFragment = { origin: FaceOrigin, id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, box: { x: number, y: number, width: number, height: number }, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } };

export type DrawFaceMutationVariables = Exact<{
  photoId: string;
  box: BoxInput;
  personId?: string | null | undefined;
  name?: string | null | undefined;
}>;


export type DrawFaceMutation = { drawFace: { origin: FaceOrigin, id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, box: { x: number, y: number, width: number, height: number }, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } };

export type MoveFaceMutationVariables = Exact<{
  faceId: string;
  box: BoxInput;
}>;


export type MoveFaceMutation = { moveFace: { origin: FaceOrigin, id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, box: { x: number, y: number, width: number, height: number }, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } };

export type PhotoByIdQueryVariables = Exact<{
  id: string;
}>;


export type PhotoByIdQuery = { photo: { id: string, mediaType: string, byteLength: number, width: number, height: number, takenAt: string | null, camera: string | null, lens: string | null, ingestedAt: string, state: PhotoState, sources: Array<string>, thumbnailUrl: string, previewUrl: string, originalUrl: string, location: { latitude: number, longitude: number } | null, failure: { code: string, message: string, hint: string | null } | null, faces: Array<{ origin: FaceOrigin, id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, box: { x: number, y: number, width: number, height: number }, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } }> } | null };

export type RescanPhotosMutationVariables = Exact<{
  photoIds?: Array<string> | string | null | undefined;
}>;


export type RescanPhotosMutation = { rescan: { photoCount: number, job: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null }, results: Array<{ id: string, failure: { code: string, message: string, hint: string | null } | null }> } };

export type PreferredFragment = { minimumConfidence: number, minimumGroupSize: number };

export type PreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type PreferencesQuery = { preferences: { minimumConfidence: number, minimumGroupSize: number } };

export type ChangePreferencesMutationVariables = Exact<{
  minimumConfidence?: number | null | undefined;
  minimumGroupSize?: number | null | undefined;
}>;


export type ChangePreferencesMutation = { changePreferences: { minimumConfidence: number, minimumGroupSize: number } };

export type ReviewedPersonQueryVariables = Exact<{
  id: string;
}>;


export type ReviewedPersonQuery = { person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, faces: { nodes: Array<{ id: string, cropUrl: string, photo: { id: string } }> }, cover: { id: string, cropUrl: string } | null } | null };

export type AskedPersonFragment = { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, faces: { nodes: Array<{ id: string, cropUrl: string, photo: { id: string } }> }, cover: { id: string, cropUrl: string } | null };

export type QuestionFragment = { id: string, one: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, faces: { nodes: Array<{ id: string, cropUrl: string, photo: { id: string } }> }, cover: { id: string, cropUrl: string } | null }, other: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, faces: { nodes: Array<{ id: string, cropUrl: string, photo: { id: string } }> }, cover: { id: string, cropUrl: string } | null } };

export type SamePersonQuestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SamePersonQuestionsQuery = { samePersonQuestions: { nodes: Array<{ id: string, one: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, faces: { nodes: Array<{ id: string, cropUrl: string, photo: { id: string } }> }, cover: { id: string, cropUrl: string } | null }, other: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, faces: { nodes: Array<{ id: string, cropUrl: string, photo: { id: string } }> }, cover: { id: string, cropUrl: string } | null } }>, pageInfo: { hasNextPage: boolean } } };

export type AnswerSamePersonMutationVariables = Exact<{
  one: string;
  other: string;
  answer: SamePersonAnswer;
}>;


export type AnswerSamePersonMutation = { answerSamePerson: { actionId: string | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null } | null } };

export type SimilarFacesQueryVariables = Exact<{
  vector: string;
  first: number;
}>;


export type SimilarFacesQuery = { similarFaces: Array<{ confidence: number, face: { id: string, state: FaceState, confidence: number | null, cropUrl: string, date: string, quality: { overall: number }, age: { years: number | null, exact: boolean } | null, person: { id: string, kind: PersonKind, name: string | null, displayName: string } | null, photo: { id: string } } }> };

export type PacksQueryVariables = Exact<{ [key: string]: never; }>;


export type PacksQuery = { packs: Array<{ name: string, title: string, licence: string, licenceUrl: string | null, allowsCommercialUse: boolean, dimension: number, active: boolean }> };

export type SystemQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemQuery = { system: { version: string, executionProvider: string, dataFolder: string | null, folders: Array<string>, folderRoots: Array<string>, accessTokenFile: string | null, deletionGraceHours: number } };

export type CountsFragment = { failures: number, questions: number, photos: { pending: number, scanned: number, failed: number, total: number }, faces: { labeled: number, inferred: number, unknown: number, ignored: number, total: number }, people: { named: number, unknown: number } };

export type StatsQueryVariables = Exact<{ [key: string]: never; }>;


export type StatsQuery = { stats: { failures: number, questions: number, photos: { pending: number, scanned: number, failed: number, total: number }, faces: { labeled: number, inferred: number, unknown: number, ignored: number, total: number }, people: { named: number, unknown: number } } };

export type StatsChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type StatsChangedSubscription = { statsChanged: { failures: number, questions: number, photos: { pending: number, scanned: number, failed: number, total: number }, faces: { labeled: number, inferred: number, unknown: number, ignored: number, total: number }, people: { named: number, unknown: number } } };

export type TakenBackFragment = { actionId: string, goneIds: Array<string>, people: Array<{ id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null }> };

export type TakeBackMutationVariables = Exact<{
  actionId: string;
}>;


export type TakeBackMutation = { takeBack: { actionId: string, goneIds: Array<string>, people: Array<{ id: string, kind: PersonKind, name: string | null, displayName: string, aliases: Array<string>, hidden: boolean, labeledCount: number, inferredCount: number, unknownCount: number, faceCount: number, cover: { id: string, cropUrl: string } | null }> } };

export type AddFolderMutationVariables = Exact<{
  path: string;
  copy: boolean;
}>;


export type AddFolderMutation = { addFolder: { id: string, kind: JobKind, state: JobState, subject: string, total: number | null, done: number, failed: number, rate: number, secondsLeft: number | null, startedAt: string, updatedAt: string, finishedAt: string | null, stage: JobStage | null, result: { matched: number, groups: number, changed: number, questions: number } | null, imported: { covers: number, refused: number, people: { created: number }, decisions: { said: number, known: number }, conflicts: { changed: number, kept: number }, differences: { said: number }, waiting: { decisions: number, covers: number }, failures: Array<{ message: string }> } | null, namesRead: { photos: number, unreadable: number, labeled: number, known: number, withoutFace: number, people: { created: number } } | null, sidecars: { written: number, unchanged: number, failed: number, failures: Array<{ message: string }> } | null, failure: { code: string, message: string, hint: string | null } | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const HistoryEntryFragmentDoc = new TypedDocumentString(`
    fragment HistoryEntry on HistoryEntry {
  id
  kind
  actor
  at
  faceCount
  person {
    id
    displayName
  }
  name
  formerName
  other {
    id
    displayName
  }
  actionId
  takenBack
  faces {
    id
    cropUrl
    photo {
      id
    }
  }
}
    `, {"fragmentName":"HistoryEntry"}) as unknown as TypedDocumentString<HistoryEntryFragment, unknown>;
export const JobCardFragmentDoc = new TypedDocumentString(`
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
    `, {"fragmentName":"JobCard"}) as unknown as TypedDocumentString<JobCardFragment, unknown>;
export const PersonCardFragmentDoc = new TypedDocumentString(`
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}
    `, {"fragmentName":"PersonCard"}) as unknown as TypedDocumentString<PersonCardFragment, unknown>;
export const FacesActionOutcomeFragmentDoc = new TypedDocumentString(`
    fragment FacesActionOutcome on FacesAction {
  id
  faceCount
  refusals {
    faceCount
    failure {
      message
      hint
    }
  }
  job {
    ...JobCard
  }
  person {
    ...PersonCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`, {"fragmentName":"FacesActionOutcome"}) as unknown as TypedDocumentString<FacesActionOutcomeFragment, unknown>;
export const FaceTileFragmentDoc = new TypedDocumentString(`
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
    `, {"fragmentName":"FaceTile"}) as unknown as TypedDocumentString<FaceTileFragment, unknown>;
export const FaceOutcomeFragmentDoc = new TypedDocumentString(`
    fragment FaceOutcome on FaceResult {
  id
  face {
    ...FaceTile
  }
  failure {
    code
    message
    hint
  }
  said {
    before
    now
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}`, {"fragmentName":"FaceOutcome"}) as unknown as TypedDocumentString<FaceOutcomeFragment, unknown>;
export const BoxedFaceFragmentDoc = new TypedDocumentString(`
    fragment BoxedFace on Face {
  ...FaceTile
  origin
  box {
    x
    y
    width
    height
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}`, {"fragmentName":"BoxedFace"}) as unknown as TypedDocumentString<BoxedFaceFragment, unknown>;
export const PreferredFragmentDoc = new TypedDocumentString(`
    fragment Preferred on Preferences {
  minimumConfidence
  minimumGroupSize
}
    `, {"fragmentName":"Preferred"}) as unknown as TypedDocumentString<PreferredFragment, unknown>;
export const AskedPersonFragmentDoc = new TypedDocumentString(`
    fragment AskedPerson on Person {
  ...PersonCard
  faces(sort: QUALITY, first: 7) {
    nodes {
      id
      cropUrl
      photo {
        id
      }
    }
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`, {"fragmentName":"AskedPerson"}) as unknown as TypedDocumentString<AskedPersonFragment, unknown>;
export const QuestionFragmentDoc = new TypedDocumentString(`
    fragment Question on SamePersonQuestion {
  id
  one {
    ...AskedPerson
  }
  other {
    ...AskedPerson
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}
fragment AskedPerson on Person {
  ...PersonCard
  faces(sort: QUALITY, first: 7) {
    nodes {
      id
      cropUrl
      photo {
        id
      }
    }
  }
}`, {"fragmentName":"Question"}) as unknown as TypedDocumentString<QuestionFragment, unknown>;
export const CountsFragmentDoc = new TypedDocumentString(`
    fragment Counts on Stats {
  photos {
    pending
    scanned
    failed
    total
  }
  faces {
    labeled
    inferred
    unknown
    ignored
    total
  }
  people {
    named
    unknown
  }
  failures
  questions
}
    `, {"fragmentName":"Counts"}) as unknown as TypedDocumentString<CountsFragment, unknown>;
export const TakenBackFragmentDoc = new TypedDocumentString(`
    fragment TakenBack on TakeBackPayload {
  actionId
  people {
    ...PersonCard
  }
  goneIds
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`, {"fragmentName":"TakenBack"}) as unknown as TypedDocumentString<TakenBackFragment, unknown>;
export const WaitingStatementsDocument = new TypedDocumentString(`
    query WaitingStatements {
  waitingStatements {
    decisions
    covers
  }
}
    `) as unknown as TypedDocumentString<WaitingStatementsQuery, WaitingStatementsQueryVariables>;
export const ImportWaitingDocument = new TypedDocumentString(`
    mutation ImportWaiting {
  importWaiting {
    ...JobCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<ImportWaitingMutation, ImportWaitingMutationVariables>;
export const ReadNamesDocument = new TypedDocumentString(`
    mutation ReadNames {
  readNames {
    ...JobCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<ReadNamesMutation, ReadNamesMutationVariables>;
export const WriteSidecarsDocument = new TypedDocumentString(`
    mutation WriteSidecars {
  writeSidecars {
    ...JobCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<WriteSidecarsMutation, WriteSidecarsMutationVariables>;
export const JobByIdDocument = new TypedDocumentString(`
    query JobById($id: ID!) {
  job(id: $id) {
    ...JobCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<JobByIdQuery, JobByIdQueryVariables>;
export const FacesPageDocument = new TypedDocumentString(`
    query FacesPage($filter: FaceFilter!, $sort: FaceSort!, $first: Int!, $after: String, $skip: Int! = 0) {
  faces(filter: $filter, sort: $sort, first: $first, after: $after, skip: $skip) {
    nodes {
      ...FaceTile
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}`) as unknown as TypedDocumentString<FacesPageQuery, FacesPageQueryVariables>;
export const FaceTimelineDocument = new TypedDocumentString(`
    query FaceTimeline($filter: FaceFilter!, $sort: FaceSort!) {
  faceTimeline(filter: $filter, sort: $sort) {
    count
    buckets {
      key
      position
      count
      after
    }
  }
}
    `) as unknown as TypedDocumentString<FaceTimelineQuery, FaceTimelineQueryVariables>;
export const NameInitialsDocument = new TypedDocumentString(`
    query NameInitials {
  nameInitials {
    initial
    position
    count
    after
  }
}
    `) as unknown as TypedDocumentString<NameInitialsQuery, NameInitialsQueryVariables>;
export const FaceCountDocument = new TypedDocumentString(`
    query FaceCount($filter: FaceFilter!) {
  faceSummary(filter: $filter) {
    count
  }
}
    `) as unknown as TypedDocumentString<FaceCountQuery, FaceCountQueryVariables>;
export const FaceRangeDocument = new TypedDocumentString(`
    query FaceRange($filter: FaceFilter!) {
  faceSummary(filter: $filter) {
    minimumConfidence
    maximumConfidence
  }
}
    `) as unknown as TypedDocumentString<FaceRangeQuery, FaceRangeQueryVariables>;
export const FacesChangedDocument = new TypedDocumentString(`
    subscription FacesChanged {
  facesChanged {
    kind
    faceIds
  }
}
    `) as unknown as TypedDocumentString<FacesChangedSubscription, FacesChangedSubscriptionVariables>;
export const HistoryPageDocument = new TypedDocumentString(`
    query HistoryPage($first: Int!, $after: String) {
  history(first: $first, after: $after) {
    nodes {
      ...HistoryEntry
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment HistoryEntry on HistoryEntry {
  id
  kind
  actor
  at
  faceCount
  person {
    id
    displayName
  }
  name
  formerName
  other {
    id
    displayName
  }
  actionId
  takenBack
  faces {
    id
    cropUrl
    photo {
      id
    }
  }
}`) as unknown as TypedDocumentString<HistoryPageQuery, HistoryPageQueryVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs {
  jobs(first: 20) {
    ...JobCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const JobChangedDocument = new TypedDocumentString(`
    subscription JobChanged {
  jobChanged {
    ...JobCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<JobChangedSubscription, JobChangedSubscriptionVariables>;
export const CancelJobDocument = new TypedDocumentString(`
    mutation CancelJob($id: ID!) {
  cancelJob(id: $id) {
    ...JobCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<CancelJobMutation, CancelJobMutationVariables>;
export const TrainLibraryDocument = new TypedDocumentString(`
    mutation TrainLibrary {
  trainLibrary {
    ...JobCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<TrainLibraryMutation, TrainLibraryMutationVariables>;
export const RetryFailedDocument = new TypedDocumentString(`
    mutation RetryFailed {
  retryFailed {
    job {
      ...JobCard
    }
    photoCount
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<RetryFailedMutation, RetryFailedMutationVariables>;
export const FailuresPageDocument = new TypedDocumentString(`
    query FailuresPage($first: Int!, $after: String) {
  failures(first: $first, after: $after) {
    nodes {
      path
      photo {
        id
      }
      failure {
        code
        message
        hint
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FailuresPageQuery, FailuresPageQueryVariables>;
export const LabelAllFacesDocument = new TypedDocumentString(`
    mutation LabelAllFaces($selection: FaceSelection!, $personId: ID, $name: String) {
  action: labelAllFaces(selection: $selection, personId: $personId, name: $name) {
    ...FacesActionOutcome
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
fragment FacesActionOutcome on FacesAction {
  id
  faceCount
  refusals {
    faceCount
    failure {
      message
      hint
    }
  }
  job {
    ...JobCard
  }
  person {
    ...PersonCard
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<LabelAllFacesMutation, LabelAllFacesMutationVariables>;
export const ConfirmAllFacesDocument = new TypedDocumentString(`
    mutation ConfirmAllFaces($selection: FaceSelection!) {
  action: confirmAllFaces(selection: $selection) {
    ...FacesActionOutcome
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
fragment FacesActionOutcome on FacesAction {
  id
  faceCount
  refusals {
    faceCount
    failure {
      message
      hint
    }
  }
  job {
    ...JobCard
  }
  person {
    ...PersonCard
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<ConfirmAllFacesMutation, ConfirmAllFacesMutationVariables>;
export const RejectAllFacesDocument = new TypedDocumentString(`
    mutation RejectAllFaces($selection: FaceSelection!) {
  action: rejectAllFaces(selection: $selection) {
    ...FacesActionOutcome
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
fragment FacesActionOutcome on FacesAction {
  id
  faceCount
  refusals {
    faceCount
    failure {
      message
      hint
    }
  }
  job {
    ...JobCard
  }
  person {
    ...PersonCard
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<RejectAllFacesMutation, RejectAllFacesMutationVariables>;
export const UnlabelAllFacesDocument = new TypedDocumentString(`
    mutation UnlabelAllFaces($selection: FaceSelection!) {
  action: unlabelAllFaces(selection: $selection) {
    ...FacesActionOutcome
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
fragment FacesActionOutcome on FacesAction {
  id
  faceCount
  refusals {
    faceCount
    failure {
      message
      hint
    }
  }
  job {
    ...JobCard
  }
  person {
    ...PersonCard
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<UnlabelAllFacesMutation, UnlabelAllFacesMutationVariables>;
export const IgnoreAllFacesDocument = new TypedDocumentString(`
    mutation IgnoreAllFaces($selection: FaceSelection!) {
  action: ignoreAllFaces(selection: $selection) {
    ...FacesActionOutcome
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
fragment FacesActionOutcome on FacesAction {
  id
  faceCount
  refusals {
    faceCount
    failure {
      message
      hint
    }
  }
  job {
    ...JobCard
  }
  person {
    ...PersonCard
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<IgnoreAllFacesMutation, IgnoreAllFacesMutationVariables>;
export const StopIgnoringAllFacesDocument = new TypedDocumentString(`
    mutation StopIgnoringAllFaces($selection: FaceSelection!) {
  action: stopIgnoringAllFaces(selection: $selection) {
    ...FacesActionOutcome
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
fragment FacesActionOutcome on FacesAction {
  id
  faceCount
  refusals {
    faceCount
    failure {
      message
      hint
    }
  }
  job {
    ...JobCard
  }
  person {
    ...PersonCard
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<StopIgnoringAllFacesMutation, StopIgnoringAllFacesMutationVariables>;
export const DeleteAllFacesDocument = new TypedDocumentString(`
    mutation DeleteAllFaces($selection: FaceSelection!) {
  action: deleteAllFaces(selection: $selection) {
    ...FacesActionOutcome
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
fragment FacesActionOutcome on FacesAction {
  id
  faceCount
  refusals {
    faceCount
    failure {
      message
      hint
    }
  }
  job {
    ...JobCard
  }
  person {
    ...PersonCard
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<DeleteAllFacesMutation, DeleteAllFacesMutationVariables>;
export const TakeBackFacesDocument = new TypedDocumentString(`
    mutation TakeBackFaces($actionId: ID!) {
  takeBack(actionId: $actionId) {
    faces {
      ...FacesActionOutcome
    }
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}
fragment FacesActionOutcome on FacesAction {
  id
  faceCount
  refusals {
    faceCount
    failure {
      message
      hint
    }
  }
  job {
    ...JobCard
  }
  person {
    ...PersonCard
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<TakeBackFacesMutation, TakeBackFacesMutationVariables>;
export const LabelFacesDocument = new TypedDocumentString(`
    mutation LabelFaces($faceIds: [ID!]!, $personId: ID, $name: String) {
  labelFaces(faceIds: $faceIds, personId: $personId, name: $name) {
    person {
      ...PersonCard
    }
    results {
      ...FaceOutcome
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
fragment FaceOutcome on FaceResult {
  id
  face {
    ...FaceTile
  }
  failure {
    code
    message
    hint
  }
  said {
    before
    now
  }
}
fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<LabelFacesMutation, LabelFacesMutationVariables>;
export const UnlabelFacesDocument = new TypedDocumentString(`
    mutation UnlabelFaces($faceIds: [ID!]!) {
  unlabelFaces(faceIds: $faceIds) {
    results {
      ...FaceOutcome
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
fragment FaceOutcome on FaceResult {
  id
  face {
    ...FaceTile
  }
  failure {
    code
    message
    hint
  }
  said {
    before
    now
  }
}`) as unknown as TypedDocumentString<UnlabelFacesMutation, UnlabelFacesMutationVariables>;
export const RejectFacesDocument = new TypedDocumentString(`
    mutation RejectFaces($faceIds: [ID!]!, $personId: ID!) {
  rejectFaces(faceIds: $faceIds, personId: $personId) {
    results {
      ...FaceOutcome
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
fragment FaceOutcome on FaceResult {
  id
  face {
    ...FaceTile
  }
  failure {
    code
    message
    hint
  }
  said {
    before
    now
  }
}`) as unknown as TypedDocumentString<RejectFacesMutation, RejectFacesMutationVariables>;
export const SayAgainDocument = new TypedDocumentString(`
    mutation SayAgain($faces: [SaidInput!]!) {
  sayAgain(faces: $faces) {
    results {
      ...FaceOutcome
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
fragment FaceOutcome on FaceResult {
  id
  face {
    ...FaceTile
  }
  failure {
    code
    message
    hint
  }
  said {
    before
    now
  }
}`) as unknown as TypedDocumentString<SayAgainMutation, SayAgainMutationVariables>;
export const DeleteFacesDocument = new TypedDocumentString(`
    mutation DeleteFaces($faceIds: [ID!]!) {
  deleteFaces(faceIds: $faceIds) {
    results {
      id
      failure {
        code
        message
        hint
      }
      said {
        before
        now
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteFacesMutation, DeleteFacesMutationVariables>;
export const IgnoreFacesDocument = new TypedDocumentString(`
    mutation IgnoreFaces($faceIds: [ID!]!) {
  ignoreFaces(faceIds: $faceIds) {
    results {
      ...FaceOutcome
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
fragment FaceOutcome on FaceResult {
  id
  face {
    ...FaceTile
  }
  failure {
    code
    message
    hint
  }
  said {
    before
    now
  }
}`) as unknown as TypedDocumentString<IgnoreFacesMutation, IgnoreFacesMutationVariables>;
export const StopIgnoringFacesDocument = new TypedDocumentString(`
    mutation StopIgnoringFaces($faceIds: [ID!]!) {
  stopIgnoringFaces(faceIds: $faceIds) {
    results {
      ...FaceOutcome
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
fragment FaceOutcome on FaceResult {
  id
  face {
    ...FaceTile
  }
  failure {
    code
    message
    hint
  }
  said {
    before
    now
  }
}`) as unknown as TypedDocumentString<StopIgnoringFacesMutation, StopIgnoringFacesMutationVariables>;
export const PeoplePageDocument = new TypedDocumentString(`
    query PeoplePage($kind: PersonKind, $search: String, $withHidden: Boolean!, $sort: PersonSort!, $first: Int!, $after: String) {
  people(
    kind: $kind
    search: $search
    withHidden: $withHidden
    sort: $sort
    first: $first
    after: $after
  ) {
    nodes {
      ...PersonCard
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<PeoplePageQuery, PeoplePageQueryVariables>;
export const PersonByIdDocument = new TypedDocumentString(`
    query PersonById($id: ID!) {
  person(id: $id) {
    ...PersonCard
    birthDate
    createdAt
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<PersonByIdQuery, PersonByIdQueryVariables>;
export const RenamePersonDocument = new TypedDocumentString(`
    mutation RenamePerson($id: ID!, $name: String!) {
  renamePerson(id: $id, name: $name) {
    person {
      ...PersonCard
    }
    actionId
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<RenamePersonMutation, RenamePersonMutationVariables>;
export const ChangePersonDocument = new TypedDocumentString(`
    mutation ChangePerson($id: ID!, $details: PersonDetailsInput!) {
  changePerson(id: $id, details: $details) {
    person {
      ...PersonCard
      birthDate
    }
    actionId
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<ChangePersonMutation, ChangePersonMutationVariables>;
export const PeopleAlikeDocument = new TypedDocumentString(`
    query PeopleAlike($typed: String!) {
  peopleAlike(typed: $typed) {
    ...PersonCard
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<PeopleAlikeQuery, PeopleAlikeQueryVariables>;
export const SimilarPeopleDocument = new TypedDocumentString(`
    query SimilarPeople($faceIds: [ID!]!) {
  similarPeople(faceIds: $faceIds) {
    confidence
    person {
      ...PersonCard
    }
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<SimilarPeopleQuery, SimilarPeopleQueryVariables>;
export const PersonTimesDocument = new TypedDocumentString(`
    query PersonTimes($id: ID!) {
  person(id: $id) {
    id
    together {
      photoCount
      person {
        ...PersonCard
      }
    }
  }
  faceTimeline(filter: {person: $id}) {
    buckets {
      key
      count
    }
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<PersonTimesQuery, PersonTimesQueryVariables>;
export const PersonPhotosDocument = new TypedDocumentString(`
    query PersonPhotos($filter: FaceFilter!, $first: Int!, $after: String) {
  faces(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      photo {
        id
        thumbnailUrl
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PersonPhotosQuery, PersonPhotosQueryVariables>;
export const PersonDoubtsDocument = new TypedDocumentString(`
    query PersonDoubts($id: ID!) {
  person(id: $id) {
    id
    impossibleFaces {
      ...FaceTile
    }
    outliers {
      face {
        ...FaceTile
      }
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}`) as unknown as TypedDocumentString<PersonDoubtsQuery, PersonDoubtsQueryVariables>;
export const PersonAppearancesDocument = new TypedDocumentString(`
    query PersonAppearances($id: ID!) {
  person(id: $id) {
    id
    appearances {
      faceIds
      faces(first: 16) {
        ...FaceTile
      }
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}`) as unknown as TypedDocumentString<PersonAppearancesQuery, PersonAppearancesQueryVariables>;
export const SetCoverDocument = new TypedDocumentString(`
    mutation SetCover($personId: ID!, $faceId: ID) {
  setCover(personId: $personId, faceId: $faceId) {
    person {
      ...PersonCard
    }
    actionId
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<SetCoverMutation, SetCoverMutationVariables>;
export const MergePeopleDocument = new TypedDocumentString(`
    mutation MergePeople($into: ID!, $from: [ID!]!) {
  mergePeople(into: $into, from: $from) {
    person {
      ...PersonCard
    }
    results {
      id
      failure {
        code
        message
        hint
      }
      actionId
    }
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<MergePeopleMutation, MergePeopleMutationVariables>;
export const DeletePersonDocument = new TypedDocumentString(`
    mutation DeletePerson($ids: [ID!]!) {
  deletePerson(ids: $ids) {
    results {
      id
      failure {
        code
        message
        hint
      }
      actionId
    }
  }
}
    `) as unknown as TypedDocumentString<DeletePersonMutation, DeletePersonMutationVariables>;
export const DrawFaceDocument = new TypedDocumentString(`
    mutation DrawFace($photoId: ID!, $box: BoxInput!, $personId: ID, $name: String) {
  drawFace(photoId: $photoId, box: $box, personId: $personId, name: $name) {
    ...BoxedFace
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
fragment BoxedFace on Face {
  ...FaceTile
  origin
  box {
    x
    y
    width
    height
  }
}`) as unknown as TypedDocumentString<DrawFaceMutation, DrawFaceMutationVariables>;
export const MoveFaceDocument = new TypedDocumentString(`
    mutation MoveFace($faceId: ID!, $box: BoxInput!) {
  moveFace(faceId: $faceId, box: $box) {
    ...BoxedFace
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
fragment BoxedFace on Face {
  ...FaceTile
  origin
  box {
    x
    y
    width
    height
  }
}`) as unknown as TypedDocumentString<MoveFaceMutation, MoveFaceMutationVariables>;
export const PhotoByIdDocument = new TypedDocumentString(`
    query PhotoById($id: ID!) {
  photo(id: $id) {
    id
    mediaType
    byteLength
    width
    height
    takenAt
    camera
    lens
    location {
      latitude
      longitude
    }
    ingestedAt
    state
    failure {
      code
      message
      hint
    }
    sources
    thumbnailUrl
    previewUrl
    originalUrl
    faces {
      ...BoxedFace
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}
fragment BoxedFace on Face {
  ...FaceTile
  origin
  box {
    x
    y
    width
    height
  }
}`) as unknown as TypedDocumentString<PhotoByIdQuery, PhotoByIdQueryVariables>;
export const RescanPhotosDocument = new TypedDocumentString(`
    mutation RescanPhotos($photoIds: [ID!]) {
  rescan(photoIds: $photoIds) {
    job {
      ...JobCard
    }
    photoCount
    results {
      id
      failure {
        code
        message
        hint
      }
    }
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<RescanPhotosMutation, RescanPhotosMutationVariables>;
export const PreferencesDocument = new TypedDocumentString(`
    query Preferences {
  preferences {
    ...Preferred
  }
}
    fragment Preferred on Preferences {
  minimumConfidence
  minimumGroupSize
}`) as unknown as TypedDocumentString<PreferencesQuery, PreferencesQueryVariables>;
export const ChangePreferencesDocument = new TypedDocumentString(`
    mutation ChangePreferences($minimumConfidence: Float, $minimumGroupSize: Int) {
  changePreferences(
    minimumConfidence: $minimumConfidence
    minimumGroupSize: $minimumGroupSize
  ) {
    ...Preferred
  }
}
    fragment Preferred on Preferences {
  minimumConfidence
  minimumGroupSize
}`) as unknown as TypedDocumentString<ChangePreferencesMutation, ChangePreferencesMutationVariables>;
export const ReviewedPersonDocument = new TypedDocumentString(`
    query ReviewedPerson($id: ID!) {
  person(id: $id) {
    ...PersonCard
    faces(filter: {state: LABELED}, sort: QUALITY, first: 9) {
      nodes {
        id
        cropUrl
        photo {
          id
        }
      }
    }
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<ReviewedPersonQuery, ReviewedPersonQueryVariables>;
export const SamePersonQuestionsDocument = new TypedDocumentString(`
    query SamePersonQuestions {
  samePersonQuestions(first: 10) {
    nodes {
      ...Question
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}
fragment AskedPerson on Person {
  ...PersonCard
  faces(sort: QUALITY, first: 7) {
    nodes {
      id
      cropUrl
      photo {
        id
      }
    }
  }
}
fragment Question on SamePersonQuestion {
  id
  one {
    ...AskedPerson
  }
  other {
    ...AskedPerson
  }
}`) as unknown as TypedDocumentString<SamePersonQuestionsQuery, SamePersonQuestionsQueryVariables>;
export const AnswerSamePersonDocument = new TypedDocumentString(`
    mutation AnswerSamePerson($one: ID!, $other: ID!, $answer: SamePersonAnswer!) {
  answerSamePerson(one: $one, other: $other, answer: $answer) {
    person {
      ...PersonCard
    }
    actionId
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}`) as unknown as TypedDocumentString<AnswerSamePersonMutation, AnswerSamePersonMutationVariables>;
export const SimilarFacesDocument = new TypedDocumentString(`
    query SimilarFaces($vector: String!, $first: Int!) {
  similarFaces(vector: $vector, first: $first) {
    confidence
    face {
      ...FaceTile
    }
  }
}
    fragment FaceTile on Face {
  id
  state
  confidence
  cropUrl
  date
  quality {
    overall
  }
  age {
    years
    exact
  }
  person {
    id
    kind
    name
    displayName
  }
  photo {
    id
  }
}`) as unknown as TypedDocumentString<SimilarFacesQuery, SimilarFacesQueryVariables>;
export const PacksDocument = new TypedDocumentString(`
    query Packs {
  packs {
    name
    title
    licence
    licenceUrl
    allowsCommercialUse
    dimension
    active
  }
}
    `) as unknown as TypedDocumentString<PacksQuery, PacksQueryVariables>;
export const SystemDocument = new TypedDocumentString(`
    query System {
  system {
    version
    executionProvider
    dataFolder
    folders
    folderRoots
    accessTokenFile
    deletionGraceHours
  }
}
    `) as unknown as TypedDocumentString<SystemQuery, SystemQueryVariables>;
export const StatsDocument = new TypedDocumentString(`
    query Stats {
  stats {
    ...Counts
  }
}
    fragment Counts on Stats {
  photos {
    pending
    scanned
    failed
    total
  }
  faces {
    labeled
    inferred
    unknown
    ignored
    total
  }
  people {
    named
    unknown
  }
  failures
  questions
}`) as unknown as TypedDocumentString<StatsQuery, StatsQueryVariables>;
export const StatsChangedDocument = new TypedDocumentString(`
    subscription StatsChanged {
  statsChanged {
    ...Counts
  }
}
    fragment Counts on Stats {
  photos {
    pending
    scanned
    failed
    total
  }
  faces {
    labeled
    inferred
    unknown
    ignored
    total
  }
  people {
    named
    unknown
  }
  failures
  questions
}`) as unknown as TypedDocumentString<StatsChangedSubscription, StatsChangedSubscriptionVariables>;
export const TakeBackDocument = new TypedDocumentString(`
    mutation TakeBack($actionId: ID!) {
  takeBack(actionId: $actionId) {
    ...TakenBack
  }
}
    fragment PersonCard on Person {
  id
  kind
  name
  displayName
  aliases
  hidden
  cover {
    id
    cropUrl
  }
  labeledCount
  inferredCount
  unknownCount
  faceCount
}
fragment TakenBack on TakeBackPayload {
  actionId
  people {
    ...PersonCard
  }
  goneIds
}`) as unknown as TypedDocumentString<TakeBackMutation, TakeBackMutationVariables>;
export const AddFolderDocument = new TypedDocumentString(`
    mutation AddFolder($path: String!, $copy: Boolean!) {
  addFolder(path: $path, copy: $copy) {
    ...JobCard
  }
}
    fragment JobCard on Job {
  id
  kind
  state
  subject
  total
  done
  failed
  rate
  secondsLeft
  startedAt
  updatedAt
  finishedAt
  stage
  result {
    matched
    groups
    changed
    questions
  }
  imported {
    people {
      created
    }
    decisions {
      said
      known
    }
    conflicts {
      changed
      kept
    }
    differences {
      said
    }
    covers
    waiting {
      decisions
      covers
    }
    refused
    failures {
      message
    }
  }
  namesRead {
    photos
    unreadable
    people {
      created
    }
    labeled
    known
    withoutFace
  }
  sidecars {
    written
    unchanged
    failed
    failures {
      message
    }
  }
  failure {
    code
    message
    hint
  }
}`) as unknown as TypedDocumentString<AddFolderMutation, AddFolderMutationVariables>;