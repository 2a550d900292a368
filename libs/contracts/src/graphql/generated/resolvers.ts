import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Face as FaceModel, PersonWithCounts as PersonModel, FaceFilter as FaceFilterModel, AppearanceOfPerson as AppearanceModel, Photo as PhotoModel, Job as JobModel, SamePersonQuestion as SamePersonQuestionModel, FailedSource as FailedSourceModel } from '@kindred/domain';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Date and time, ISO 8601. */
  DateTime: { input: string; output: string; }
};

/** How old somebody is in a photo. */
export type Age = {
  __typename?: 'Age';
  /** False when only the year of birth is known: it may be one year less. */
  exact: Scalars['Boolean']['output'];
  /** Whole years; null when it cannot be that person, who was not born yet or would be older than 120. */
  years?: Maybe<Scalars['Int']['output']>;
};

export type AnswerSamePersonPayload = {
  __typename?: 'AnswerSamePersonPayload';
  /** For `takeBack`; null when nothing had to be done. */
  actionId?: Maybe<Scalars['ID']['output']>;
  /** Who the two are now, when they are the same. */
  person?: Maybe<Person>;
};

/** Faces of a person that look alike. */
export type Appearance = {
  __typename?: 'Appearance';
  faceIds: Array<Scalars['ID']['output']>;
  /** The first of them. */
  faces: Array<Face>;
};


/** Faces of a person that look alike. */
export type AppearanceFacesArgs = {
  first?: Scalars['Int']['input'];
};

/** A rectangle in fractions of the upright image; `x`, `y` is its top left corner. */
export type Box = {
  __typename?: 'Box';
  height: Scalars['Float']['output'];
  width: Scalars['Float']['output'];
  x: Scalars['Float']['output'];
  y: Scalars['Float']['output'];
};

/** A rectangle inside the photo in fractions of it; `x`, `y` is its top left corner. */
export type BoxInput = {
  height: Scalars['Float']['input'];
  width: Scalars['Float']['input'];
  x: Scalars['Float']['input'];
  y: Scalars['Float']['input'];
};

/** Somebody who is in the same photos. */
export type Companion = {
  __typename?: 'Companion';
  person: Person;
  photoCount: Scalars['Int']['output'];
};

export type DeleteFacesPayload = {
  __typename?: 'DeleteFacesPayload';
  results: Array<DeletedFaceResult>;
};

export type DeletePersonPayload = {
  __typename?: 'DeletePersonPayload';
  results: Array<PersonResult>;
};

export type DeletedFaceResult = {
  __typename?: 'DeletedFaceResult';
  failure?: Maybe<Failure>;
  id: Scalars['ID']['output'];
  /** For taking it back with `sayAgain`; null when nothing was said. */
  said?: Maybe<Said>;
};

export type Face = {
  __typename?: 'Face';
  /** How old the person is; null unless the person's date of birth is known and the camera said when the photo was taken. */
  age?: Maybe<Age>;
  box: Box;
  /** Probability of the suggestion in [0, 1]; null unless the face is inferred. */
  confidence?: Maybe<Scalars['Float']['output']>;
  /** Path of the 256 px WebP crop; immutable. */
  cropUrl: Scalars['String']['output'];
  /** When the photo was taken, or else when it was ingested. */
  date: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Left eye, right eye, nose tip, left and right mouth corner. */
  landmarks: Array<Point>;
  origin: FaceOrigin;
  /** Name of the model pack that found it. */
  pack: Scalars['String']['output'];
  /** Whom a human named, or who is suggested, or the group the face is in; null when it stands alone. */
  person?: Maybe<Person>;
  photo: Photo;
  quality: FaceQuality;
  /** The detector's confidence that this is a face, in [0, 1]. */
  score: Scalars['Float']['output'];
  state: FaceState;
};

/** At most 10,000 faces that follow each other in a list. */
export type FaceBucket = {
  __typename?: 'FaceBucket';
  /** What `faces` with the same filter and sort reads them after; add `skip` to begin further on. */
  after: Scalars['String']['output'];
  count: Scalars['Int']['output'];
  /**
   * What the faces have in common. By `DATE` and `OLDEST` the month in UTC, `2020-02`. By `QUALITY` the lower end of a step
   * of 0.05, such as `0.85`; so by `CONFIDENCE` and `UNCERTAIN`, where `labeled` and `unknown` faces, which have none, come
   * first and last. Neighbours have the same key where one bucket would be too large.
   */
  key: Scalars['String']['output'];
  /** How many faces of the list come before. */
  position: Scalars['Int']['output'];
};

export type FaceConnection = {
  __typename?: 'FaceConnection';
  edges: Array<FaceEdge>;
  nodes: Array<Face>;
  pageInfo: PageInfo;
};

export type FaceEdge = {
  __typename?: 'FaceEdge';
  cursor: Scalars['String']['output'];
  node: Face;
};

/** Which faces are meant: those for which all that is given holds. */
export type FaceFilter = {
  /** Only faces that belong to nobody; cannot be combined with `person`. */
  alone?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Path of a folder: faces of photos in it and in all folders below. A photo with several sources counts for the first of
   * their paths in alphabetical order.
   */
  folder?: InputMaybe<Scalars['String']['input']>;
  /** Inferred faces of at most this confidence, from 0 to 1. Faces that have none are left out. */
  maximumConfidence?: InputMaybe<Scalars['Float']['input']>;
  /** Inferred faces of at least this confidence, from 0 to 1. Faces that have none are left out. */
  minimumConfidence?: InputMaybe<Scalars['Float']['input']>;
  /** From 0 to 1. */
  minimumQuality?: InputMaybe<Scalars['Float']['input']>;
  /** Faces that are, or are suggested to be, this person; given by the field where a person is asked for its faces. */
  person?: InputMaybe<Scalars['ID']['input']>;
  /** Faces of every state but `IGNORED` when it is not given. */
  state?: InputMaybe<FaceState>;
  /** Faces of photos that were taken before. */
  takenBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Faces of photos that were taken then or later. A time without a zone is compared as photos have it, without one. */
  takenFrom?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The faces of one person that match a filter. */
export type FaceGroup = {
  __typename?: 'FaceGroup';
  /** How many they are, at least 1. */
  faceCount: Scalars['Int']['output'];
  person: Person;
};

export type FaceGroupConnection = {
  __typename?: 'FaceGroupConnection';
  edges: Array<FaceGroupEdge>;
  nodes: Array<FaceGroup>;
  pageInfo: PageInfo;
};

export type FaceGroupEdge = {
  __typename?: 'FaceGroupEdge';
  cursor: Scalars['String']['output'];
  node: FaceGroup;
};

export type FaceOrigin =
  | 'DETECTED'
  /** A human drew it; it stays where it was drawn. */
  | 'DRAWN';

/** How well a face can be recognised; every value is in [0, 1]. */
export type FaceQuality = {
  __typename?: 'FaceQuality';
  overall: Scalars['Float']['output'];
  pose: Scalars['Float']['output'];
  sharpness: Scalars['Float']['output'];
  size: Scalars['Float']['output'];
};

/** What became of one face: the face as it is now, or why not. */
export type FaceResult = {
  __typename?: 'FaceResult';
  face?: Maybe<Face>;
  failure?: Maybe<Failure>;
  id: Scalars['ID']['output'];
  /** For taking it back with `sayAgain`; null when nothing was said. */
  said?: Maybe<Said>;
};

/** All faces that match a filter but some, as somebody saw them. */
export type FaceSelection = {
  /** Ids of faces that are left out; at most 10,000. Those that do not match anyway, or do not exist, change nothing. */
  except?: Array<Scalars['ID']['input']>;
  /** How many faces that was when it was shown. */
  expectedCount: Scalars['Int']['input'];
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

export type FaceStats = {
  __typename?: 'FaceStats';
  ignored: Scalars['Int']['output'];
  inferred: Scalars['Int']['output'];
  labeled: Scalars['Int']['output'];
  /** Without ignored faces. */
  total: Scalars['Int']['output'];
  unknown: Scalars['Int']['output'];
};

/** Of all faces that match a filter. */
export type FaceSummary = {
  __typename?: 'FaceSummary';
  /** Exact. */
  count: Scalars['Int']['output'];
  maximumConfidence?: Maybe<Scalars['Float']['output']>;
  /** Of the inferred faces; null when there is none. */
  minimumConfidence?: Maybe<Scalars['Float']['output']>;
  newest?: Maybe<Scalars['DateTime']['output']>;
  /** When the first photo of them was taken; null when there is no face. */
  oldest?: Maybe<Scalars['DateTime']['output']>;
};

/** A list of faces as a whole. */
export type FaceTimeline = {
  __typename?: 'FaceTimeline';
  /** In the order of the list; those without faces are left out. */
  buckets: Array<FaceBucket>;
  /** Exact: what the counts of all buckets add up to. */
  count: Scalars['Int']['output'];
};

/** What was said of many faces at once. */
export type FacesAction = {
  __typename?: 'FacesAction';
  /** How many faces it was said of. */
  faceCount: Scalars['Int']['output'];
  /** For `takeBack`; null when nothing was said. */
  id?: Maybe<Scalars['ID']['output']>;
  /** Completed when every face shows it; null when nothing was said. */
  job?: Maybe<Job>;
  /** The person whom the faces were labeled as; null for everything else. */
  person?: Maybe<Person>;
  /** Why it was not said of others. */
  refusals: Array<FacesRefusal>;
};

export type FacesChange = {
  __typename?: 'FacesChange';
  /** At most 1 000 of them; empty when more changed, and views should look at everything again. */
  faceIds: Array<Scalars['ID']['output']>;
  kind: FacesChangeKind;
};

export type FacesChangeKind =
  | 'DELETED'
  | 'DETECTED'
  | 'LABELED'
  | 'SUGGESTED';

export type FacesPayload = {
  __typename?: 'FacesPayload';
  results: Array<FaceResult>;
};

export type FacesRefusal = {
  __typename?: 'FacesRefusal';
  faceCount: Scalars['Int']['output'];
  failure: Failure;
};

/** A file that could not become a photo, or a photo that could not be scanned. */
export type FailedSource = {
  __typename?: 'FailedSource';
  failure: Failure;
  path: Scalars['String']['output'];
  photo?: Maybe<Photo>;
};

export type Failure = {
  __typename?: 'Failure';
  /** Stable code, for programs. */
  code: Scalars['String']['output'];
  /** What to do about it. */
  hint?: Maybe<Scalars['String']['output']>;
  /** What went wrong, for people. */
  message: Scalars['String']['output'];
};

export type FailureConnection = {
  __typename?: 'FailureConnection';
  edges: Array<FailureEdge>;
  nodes: Array<FailedSource>;
  pageInfo: PageInfo;
};

export type FailureEdge = {
  __typename?: 'FailureEdge';
  cursor: Scalars['String']['output'];
  node: FailedSource;
};

export type HistoryConnection = {
  __typename?: 'HistoryConnection';
  edges: Array<HistoryEdge>;
  nodes: Array<HistoryEntry>;
  pageInfo: PageInfo;
};

export type HistoryEdge = {
  __typename?: 'HistoryEdge';
  cursor: Scalars['String']['output'];
  node: HistoryEntry;
};

export type HistoryEntry = {
  __typename?: 'HistoryEntry';
  /** For `takeBack`; null for what was said about faces one by one, which `sayAgain` takes back. */
  actionId?: Maybe<Scalars['ID']['output']>;
  actor: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  faceCount: Scalars['Int']['output'];
  /** Some of the faces, as far as they still exist. */
  faces: Array<Face>;
  /** What the person was called before it got another name then. */
  formerName?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: HistoryKind;
  /** What the person was called then; null for what was said about faces. */
  name?: Maybe<Scalars['String']['output']>;
  /** Who else it was about, as that person is called now; null when that person is gone, or there was nobody else. */
  other?: Maybe<Person>;
  /** Whom it was about, as that person is called now; null when that person is gone, or nobody was named. */
  person?: Maybe<Person>;
  /** Whether it was taken back since. */
  takenBack: Scalars['Boolean']['output'];
};

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

/** Faces of which something else had been said here: the later word holds. */
export type ImportConflicts = {
  __typename?: 'ImportConflicts';
  /** The import had the last word. */
  changed: Scalars['Int']['output'];
  /** What was said here stays. */
  kept: Scalars['Int']['output'];
};

export type ImportReport = {
  __typename?: 'ImportReport';
  conflicts: ImportConflicts;
  /** Covers that were set. */
  covers: Scalars['Int']['output'];
  decisions: ImportedStatements;
  /** People who were said to be different. */
  differences: ImportedStatements;
  /** The first of the lines that were refused, each named by its number. */
  failures: Array<Failure>;
  people: ImportedPeople;
  /** Lines that say nothing that can be taken in. */
  refused: Scalars['Int']['output'];
  /** What is kept, of this import and of earlier ones, until its faces are found. */
  waiting: WaitingStatements;
};

export type ImportedPeople = {
  __typename?: 'ImportedPeople';
  created: Scalars['Int']['output'];
  known: Scalars['Int']['output'];
};

export type ImportedStatements = {
  __typename?: 'ImportedStatements';
  /** Those that had been taken in before. */
  known: Scalars['Int']['output'];
  said: Scalars['Int']['output'];
};

export type Job = {
  __typename?: 'Job';
  done: Scalars['Int']['output'];
  failed: Scalars['Int']['output'];
  failure?: Maybe<Failure>;
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** What came of an import that ended; null for other jobs. */
  imported?: Maybe<ImportReport>;
  kind: JobKind;
  /** What came of reading names out of photos; null for other jobs. */
  namesRead?: Maybe<NamesReport>;
  /** Units per second. */
  rate: Scalars['Float']['output'];
  /** What came of a training that completed; null for other jobs. */
  result?: Maybe<TrainingResult>;
  secondsLeft?: Maybe<Scalars['Float']['output']>;
  /** What came of writing sidecars; null for other jobs. */
  sidecars?: Maybe<SidecarReport>;
  /** What a running training is at; null for other jobs. */
  stage?: Maybe<JobStage>;
  startedAt: Scalars['DateTime']['output'];
  state: JobState;
  /** What it works on. */
  subject: Scalars['String']['output'];
  /** Null while it is still being counted. */
  total?: Maybe<Scalars['Int']['output']>;
  updatedAt: Scalars['DateTime']['output'];
};

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

export type LabelFacesPayload = {
  __typename?: 'LabelFacesPayload';
  /** The person the faces belong to now; null when no face could be labeled. */
  person?: Maybe<Person>;
  results: Array<FaceResult>;
};

export type Location = {
  __typename?: 'Location';
  latitude: Scalars['Float']['output'];
  longitude: Scalars['Float']['output'];
};

export type MergePeoplePayload = {
  __typename?: 'MergePeoplePayload';
  person: Person;
  results: Array<PersonResult>;
};

/** A face detector with the models that align and describe faces. */
export type ModelPack = {
  __typename?: 'ModelPack';
  /** Whether faces are found and described with it now. */
  active: Scalars['Boolean']['output'];
  allowsCommercialUse: Scalars['Boolean']['output'];
  /** Numbers in an embedding. */
  dimension: Scalars['Int']['output'];
  /** SPDX identifier where there is one. */
  licence: Scalars['String']['output'];
  licenceUrl?: Maybe<Scalars['String']['output']>;
  name: Scalars['ID']['output'];
  /** What it is called for people. */
  title: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Adds a folder of photos and reads it; it stays in `system.folders`. Refused unless it exists and is in one of
   * `system.folderRoots`.
   */
  addFolder: Job;
  /**
   * Says whether two people are one. `SAME` makes one of them part of the other, as `mergePeople` does: somebody with a
   * name stays rather than somebody without, and else the one with more faces.
   */
  answerSamePerson: AnswerSamePersonPayload;
  cancelJob: Job;
  /** Changes what is given; `NAME_TAKEN` when an alias is the name or an alias of somebody else. */
  changePerson: PersonPayload;
  /** Changes what is given; the next training goes by it. */
  changePreferences: Preferences;
  /** Says that each face of a selection is whom it is suggested to be; faces without a suggestion are refused. */
  confirmAllFaces: FacesAction;
  createPerson: PersonPayload;
  /** Deletes all faces of a selection, as `deleteFaces`. */
  deleteAllFaces: FacesAction;
  /**
   * Deletes faces. They are gone from every list, count and training at once; for a while, which the setting
   * `deletionGraceHours` says, `restoreFaces` or `sayAgain` bring them back as they were. Then their crops and vectors are
   * erased for good, and only a rescan finds them again.
   */
  deleteFaces: DeleteFacesPayload;
  /** Deletes people; their faces become unknown. */
  deletePerson: DeletePersonPayload;
  /**
   * Adds a face where a human drew a box that no detector saw a face in. It is described as any other face, and who it is
   * may be said in the same step, by `personId` or by `name`. Refused with `FACE_EXISTS`, about that face in
   * `extensions.about`, when another face overlaps the box by half of what both cover.
   */
  drawFace: Face;
  /** Ignores all faces of a selection, as `ignoreFaces`; faces that are ignored already are refused. */
  ignoreAllFaces: FacesAction;
  /**
   * Says that faces are strangers nobody cares about: they are in no other list, in no training and in no suggestion from
   * then on, whatever is scanned again, until `stopIgnoringFaces` or a label says otherwise. A label that a face had ends.
   */
  ignoreFaces: FacesPayload;
  /**
   * Tries once more what imports left because its faces were not found. `POST /labels/import` takes in a file of statements,
   * `GET /labels/export` gives one; both need what GraphQL needs.
   */
  importWaiting: Job;
  /**
   * Says who all faces of a selection are, as `labelFaces`. This and all other mutations of a selection refuse with
   * `CONFLICT` when it has another number of faces by now than was expected: nothing is said then, and `extensions.count`
   * is how many there are. They say all of it or nothing, whatever happens, and answer after a second at the latest: the
   * job tells when every face shows it.
   */
  labelAllFaces: FacesAction;
  /**
   * Says who these faces are: an existing person by `personId`, or by `name` an existing or new one. Replaces what was
   * said before. Confirming a suggestion is labeling with the suggested person.
   */
  labelFaces: LabelFacesPayload;
  /** Makes the other people part of `into`, with all their labels and rejections. */
  mergePeople: MergePeoplePayload;
  /** Moves or resizes a face that was drawn by hand; it stays who it is. */
  moveFace: Face;
  /**
   * Labels faces with the names that other programs wrote into photos and beside them. Only faces of which nobody has said
   * anything are labeled.
   */
  readNames: Job;
  /** Says that no face of a selection is this person, or without one, whom each of them is or is suggested to be. */
  rejectAllFaces: FacesAction;
  /** Says that these faces are not this person. They will never be suggested for that person again. */
  rejectFaces: FacesPayload;
  /** Renames a person. Naming an unknown person makes it a named one and labels its faces. */
  renamePerson: PersonPayload;
  /** Looks for faces again in these photos, or in all photos when none are given; deleted faces come back. */
  rescan: RescanPayload;
  /** Brings deleted faces back as they were, with their labels and suggestions, as long as they are not erased. */
  restoreFaces: FacesPayload;
  /** Tries the photos whose scan failed once more. */
  retryFailed: RescanPayload;
  /**
   * Says about each face again exactly what was said of it at an earlier or later place in the log. The inverse of
   * `labelFaces`, `unlabelFaces`, `rejectFaces`, `ignoreFaces`, `stopIgnoringFaces`, `restoreFaces`, of itself and, until
   * the faces are erased, of `deleteFaces`. Nothing is deleted from the log. A face of which something else was said
   * meanwhile is left alone, with the failure `CONFLICT`.
   */
  sayAgain: FacesPayload;
  setCover: PersonPayload;
  /** Takes back that the faces of a selection are ignored, as `stopIgnoringFaces`; faces that are not ignored are refused. */
  stopIgnoringAllFaces: FacesAction;
  /** Takes back that faces are ignored: they are who they were before. Faces that are not ignored stay as they are. */
  stopIgnoringFaces: FacesPayload;
  /**
   * Takes back what was done to people or said of all faces of a selection, by the id that the mutation answered or the
   * history shows: everything is as it was, but what was done since to others. That is an action too: taking it back does
   * the first again. Refused with `CONFLICT` when something that was done since stands in the way, such as that somebody
   * else has the name by now, or while it is not finished. Of faces, each is said again what was said of it before, as
   * `sayAgain` does: those of which something else was said since, or that are erased, are left alone and told in
   * `refusals`; it is refused with `CONFLICT` when nothing is left to say.
   */
  takeBack: TakeBackPayload;
  /** Matches unknown faces to named people and groups the rest. */
  trainLibrary: Job;
  /** Takes back who the faces of a selection were said to be; faces that are not labeled are refused. */
  unlabelAllFaces: FacesAction;
  /** Takes back who these faces were said to be; they become unknown until the next suggestion. */
  unlabelFaces: FacesPayload;
  /**
   * Writes the names of labeled faces into `photo.jpg.xmp` beside each photo that stays where it was found. Photos are not
   * touched, and what else a sidecar says stays.
   */
  writeSidecars: Job;
};


export type MutationAddFolderArgs = {
  copy?: Scalars['Boolean']['input'];
  path: Scalars['String']['input'];
};


export type MutationAnswerSamePersonArgs = {
  answer: SamePersonAnswer;
  one: Scalars['ID']['input'];
  other: Scalars['ID']['input'];
};


export type MutationCancelJobArgs = {
  id: Scalars['ID']['input'];
};


export type MutationChangePersonArgs = {
  details: PersonDetailsInput;
  id: Scalars['ID']['input'];
};


export type MutationChangePreferencesArgs = {
  minimumConfidence?: InputMaybe<Scalars['Float']['input']>;
  minimumGroupSize?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationConfirmAllFacesArgs = {
  selection: FaceSelection;
};


export type MutationCreatePersonArgs = {
  name: Scalars['String']['input'];
};


export type MutationDeleteAllFacesArgs = {
  selection: FaceSelection;
};


export type MutationDeleteFacesArgs = {
  faceIds: Array<Scalars['ID']['input']>;
};


export type MutationDeletePersonArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type MutationDrawFaceArgs = {
  box: BoxInput;
  name?: InputMaybe<Scalars['String']['input']>;
  personId?: InputMaybe<Scalars['ID']['input']>;
  photoId: Scalars['ID']['input'];
};


export type MutationIgnoreAllFacesArgs = {
  selection: FaceSelection;
};


export type MutationIgnoreFacesArgs = {
  faceIds: Array<Scalars['ID']['input']>;
};


export type MutationLabelAllFacesArgs = {
  name?: InputMaybe<Scalars['String']['input']>;
  personId?: InputMaybe<Scalars['ID']['input']>;
  selection: FaceSelection;
};


export type MutationLabelFacesArgs = {
  faceIds: Array<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  personId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationMergePeopleArgs = {
  from: Array<Scalars['ID']['input']>;
  into: Scalars['ID']['input'];
};


export type MutationMoveFaceArgs = {
  box: BoxInput;
  faceId: Scalars['ID']['input'];
};


export type MutationRejectAllFacesArgs = {
  personId?: InputMaybe<Scalars['ID']['input']>;
  selection: FaceSelection;
};


export type MutationRejectFacesArgs = {
  faceIds: Array<Scalars['ID']['input']>;
  personId: Scalars['ID']['input'];
};


export type MutationRenamePersonArgs = {
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


export type MutationRescanArgs = {
  photoIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type MutationRestoreFacesArgs = {
  faceIds: Array<Scalars['ID']['input']>;
};


export type MutationSayAgainArgs = {
  faces: Array<SaidInput>;
};


export type MutationSetCoverArgs = {
  faceId?: InputMaybe<Scalars['ID']['input']>;
  personId: Scalars['ID']['input'];
};


export type MutationStopIgnoringAllFacesArgs = {
  selection: FaceSelection;
};


export type MutationStopIgnoringFacesArgs = {
  faceIds: Array<Scalars['ID']['input']>;
};


export type MutationTakeBackArgs = {
  actionId: Scalars['ID']['input'];
};


export type MutationUnlabelAllFacesArgs = {
  selection: FaceSelection;
};


export type MutationUnlabelFacesArgs = {
  faceIds: Array<Scalars['ID']['input']>;
};

/** Named people whose names begin alike. */
export type NameInitial = {
  __typename?: 'NameInitial';
  /** What `people` with the same search, of kind `NAMED` and by `NAME`, reads them after. */
  after: Scalars['String']['output'];
  count: Scalars['Int']['output'];
  /** A letter in upper case, or whatever else names begin with. */
  initial: Scalars['String']['output'];
  /** How many people of the list come before. */
  position: Scalars['Int']['output'];
};

export type NamesReport = {
  __typename?: 'NamesReport';
  /** Names of faces about which something had been said already; that stays. */
  known: Scalars['Int']['output'];
  /** Faces that were labeled. */
  labeled: Scalars['Int']['output'];
  people: NewPeople;
  /** Photos that were looked at. */
  photos: Scalars['Int']['output'];
  /** Photos that cannot be read any more. */
  unreadable: Scalars['Int']['output'];
  /** Names for which no face was found, or not exactly one. */
  withoutFace: Scalars['Int']['output'];
};

export type NewPeople = {
  __typename?: 'NewPeople';
  created: Scalars['Int']['output'];
};

/** A face and how much it looks like the person's other ones. */
export type Outlier = {
  __typename?: 'Outlier';
  face: Face;
  /** Cosine similarity with the mean of the others, in [-1, 1]. */
  similarity: Scalars['Float']['output'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

export type PeopleStats = {
  __typename?: 'PeopleStats';
  named: Scalars['Int']['output'];
  unknown: Scalars['Int']['output'];
};

export type Person = {
  __typename?: 'Person';
  /** Other names, by which this person is found too. */
  aliases: Array<Scalars['String']['output']>;
  /** The newest 400 labeled faces, or of an unknown person all kinds, in groups that look alike, the largest first. */
  appearances: Array<Appearance>;
  /** A day, `1985-04-30`, or only a year, `1985`. */
  birthDate?: Maybe<Scalars['String']['output']>;
  /** When a name, another detail or a label last changed. */
  changedAt: Scalars['DateTime']['output'];
  cover?: Maybe<Face>;
  createdAt: Scalars['DateTime']['output'];
  /** What to call this person on screen: the name, or `Unknown 12`. */
  displayName: Scalars['String']['output'];
  /** All faces of this person. */
  faceCount: Scalars['Int']['output'];
  /** As `Query.faces`, of this person. */
  faces: FaceConnection;
  /** Hidden people are not shown among the others. */
  hidden: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /**
   * Faces in photos that were taken before the birth, or more than 120 years after it; none without a date of birth. Photos
   * of which the camera did not say when they were taken do not count.
   */
  impossibleFaces: Array<Face>;
  inferredCount: Scalars['Int']['output'];
  kind: PersonKind;
  labeledCount: Scalars['Int']['output'];
  /** Null for an unknown person. */
  name?: Maybe<Scalars['String']['output']>;
  /** Labeled faces that look least like the others, the least alike first; of the newest 1,000. */
  outliers: Array<Outlier>;
  /** Named people who are in the same photos, most often first; counted in the photos of the newest 300 faces. */
  together: Array<Companion>;
  unknownCount: Scalars['Int']['output'];
};


export type PersonFacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FaceFilter>;
  first?: Scalars['Int']['input'];
  skip?: Scalars['Int']['input'];
  sort?: FaceSort;
};


export type PersonImpossibleFacesArgs = {
  first?: Scalars['Int']['input'];
};


export type PersonOutliersArgs = {
  first?: Scalars['Int']['input'];
};


export type PersonTogetherArgs = {
  first?: Scalars['Int']['input'];
};

export type PersonConnection = {
  __typename?: 'PersonConnection';
  edges: Array<PersonEdge>;
  nodes: Array<Person>;
  pageInfo: PageInfo;
};

/** What is known of a person besides the name; what is left out stays as it is. */
export type PersonDetailsInput = {
  /** At most 50. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A day, `1985-04-30`, or only a year, `1985`, not in the future; null takes it away. */
  birthDate?: InputMaybe<Scalars['String']['input']>;
  hidden?: InputMaybe<Scalars['Boolean']['input']>;
};

export type PersonEdge = {
  __typename?: 'PersonEdge';
  cursor: Scalars['String']['output'];
  node: Person;
};

export type PersonKind =
  | 'NAMED'
  | 'UNKNOWN';

/** A person as it is now. */
export type PersonPayload = {
  __typename?: 'PersonPayload';
  /** For `takeBack`; null when nothing had to be done. */
  actionId?: Maybe<Scalars['ID']['output']>;
  person: Person;
};

export type PersonResult = {
  __typename?: 'PersonResult';
  /** For `takeBack`; null when nothing was done. */
  actionId?: Maybe<Scalars['ID']['output']>;
  failure?: Maybe<Failure>;
  id: Scalars['ID']['output'];
};

export type PersonSort =
  | 'NAME'
  /** Last changed first. */
  | 'RECENT'
  /** Most faces first. */
  | 'SIZE'
  /** Most faces to review first. */
  | 'TO_REVIEW';

export type Photo = {
  __typename?: 'Photo';
  byteLength: Scalars['Float']['output'];
  camera?: Maybe<Scalars['String']['output']>;
  faces: Array<Face>;
  failure?: Maybe<Failure>;
  height: Scalars['Int']['output'];
  /** SHA-256 of the file's bytes. */
  id: Scalars['ID']['output'];
  ingestedAt: Scalars['DateTime']['output'];
  lens?: Maybe<Scalars['String']['output']>;
  location?: Maybe<Location>;
  mediaType: Scalars['String']['output'];
  /** Path of the bytes as they were ingested; immutable. */
  originalUrl: Scalars['String']['output'];
  /** Path of an upright WebP of at most 2048 px; immutable. */
  previewUrl: Scalars['String']['output'];
  /** Paths and uploads that have these bytes. */
  sources: Array<Scalars['String']['output']>;
  state: PhotoState;
  takenAt?: Maybe<Scalars['String']['output']>;
  /** Path of an upright WebP of at most 480 px; immutable. */
  thumbnailUrl: Scalars['String']['output'];
  /** Pixels of the upright image. */
  width: Scalars['Int']['output'];
};

export type PhotoConnection = {
  __typename?: 'PhotoConnection';
  edges: Array<PhotoEdge>;
  nodes: Array<Photo>;
  pageInfo: PageInfo;
};

export type PhotoEdge = {
  __typename?: 'PhotoEdge';
  cursor: Scalars['String']['output'];
  node: Photo;
};

export type PhotoResult = {
  __typename?: 'PhotoResult';
  failure?: Maybe<Failure>;
  id: Scalars['ID']['output'];
};

export type PhotoState =
  | 'FAILED'
  | 'PENDING'
  | 'SCANNED';

export type PhotoStats = {
  __typename?: 'PhotoStats';
  failed: Scalars['Int']['output'];
  pending: Scalars['Int']['output'];
  scanned: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
};

/** A point in fractions of the upright image. */
export type Point = {
  __typename?: 'Point';
  x: Scalars['Float']['output'];
  y: Scalars['Float']['output'];
};

/** What people prefer about what a training shows them. */
export type Preferences = {
  __typename?: 'Preferences';
  /** How probable it must be that a face is somebody before that is suggested, between 0 and 1. */
  minimumConfidence: Scalars['Float']['output'];
  /** How many faces that belong together make an unknown person. */
  minimumGroupSize: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  face?: Maybe<Face>;
  /**
   * Whose faces match a filter, and how many of each person's do, exactly; faces that belong to nobody are left out. The
   * filter must have a state other than `IGNORED`, and neither `person` nor `alone`.
   */
  faceGroups: FaceGroupConnection;
  /** How many faces match a filter, and the ranges they are in. Each field costs only when it is asked for. */
  faceSummary: FaceSummary;
  /**
   * Where to jump to in the list of `faces` with this filter and sort: all of it, from beginning to end, as buckets with
   * their number of faces, so that the whole list can be laid out and read from anywhere.
   */
  faceTimeline: FaceTimeline;
  /** Faces that match a filter; all faces without one. */
  faces: FaceConnection;
  /** Files that are no photo and photos that could not be scanned, by path. */
  failures: FailureConnection;
  /**
   * What humans said about faces and did to people, newest first: what was said at once of many faces is one entry, and so
   * is what was done to one person.
   */
  history: HistoryConnection;
  job?: Maybe<Job>;
  /** Running and recent jobs, newest first. */
  jobs: Array<Job>;
  /** Where to jump to in the list of `people(kind: NAMED, sort: NAME)` with this search: with what names begin, in its order. */
  nameInitials: Array<NameInitial>;
  /** Model packs that are installed on this computer, the active one first. */
  packs: Array<ModelPack>;
  people: PersonConnection;
  /** Named people whose name or an alias fits what somebody typed, also with a mistake or two; the best first. */
  peopleAlike: Array<Person>;
  person?: Maybe<Person>;
  photo?: Maybe<Photo>;
  photos: PhotoConnection;
  preferences: Preferences;
  /** Pairs of people who may be one and the same, most probable first, that wait for an answer. */
  samePersonQuestions: SamePersonQuestionConnection;
  /**
   * Faces that look like one found by `POST /search/face`, most similar first: its body is a picture, which is not kept, its
   * answer the faces in it with their vectors.
   */
  similarFaces: Array<SimilarFace>;
  /**
   * Whom these faces look like, most probable first: who is suggested for them, and whose labeled faces are most similar.
   * Of many faces the first 20 are looked at.
   */
  similarPeople: Array<SimilarPerson>;
  stats: Stats;
  /** Facts about this installation. */
  system: System;
  /** What imports left because its faces are not found yet. */
  waitingStatements: WaitingStatements;
};


export type QueryFaceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFaceGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: FaceFilter;
  first?: Scalars['Int']['input'];
  sort?: PersonSort;
};


export type QueryFaceSummaryArgs = {
  filter?: InputMaybe<FaceFilter>;
};


export type QueryFaceTimelineArgs = {
  filter?: InputMaybe<FaceFilter>;
  sort?: FaceSort;
};


export type QueryFacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FaceFilter>;
  first?: Scalars['Int']['input'];
  skip?: Scalars['Int']['input'];
  sort?: FaceSort;
};


export type QueryFailuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryJobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryJobsArgs = {
  first?: Scalars['Int']['input'];
  state?: InputMaybe<JobState>;
};


export type QueryNameInitialsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  withHidden?: Scalars['Boolean']['input'];
};


export type QueryPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kind?: InputMaybe<PersonKind>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: PersonSort;
  withHidden?: Scalars['Boolean']['input'];
};


export type QueryPeopleAlikeArgs = {
  first?: Scalars['Int']['input'];
  typed: Scalars['String']['input'];
};


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPhotoArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPhotosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  state?: InputMaybe<PhotoState>;
};


export type QuerySamePersonQuestionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QuerySimilarFacesArgs = {
  first?: Scalars['Int']['input'];
  vector: Scalars['String']['input'];
};


export type QuerySimilarPeopleArgs = {
  faceIds: Array<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
};

export type RescanPayload = {
  __typename?: 'RescanPayload';
  job: Job;
  /** How many photos will be scanned. */
  photoCount: Scalars['Int']['output'];
  /** One for each photo id that was given. */
  results: Array<PhotoResult>;
};

/** Places in the log of what humans said about one face; 0 is where nothing had been said. */
export type Said = {
  __typename?: 'Said';
  before: Scalars['Float']['output'];
  now: Scalars['Float']['output'];
};

export type SaidInput = {
  /** The place whose word is to hold again. */
  asAt: Scalars['Float']['input'];
  faceId: Scalars['ID']['input'];
  /** The last place that is known of; the face is left alone when more was said since. */
  now: Scalars['Float']['input'];
};

export type SamePersonAnswer =
  /** Remembered for ever. */
  | 'DIFFERENT'
  /** Not asked again for seven days. */
  | 'LATER'
  | 'SAME';

/** Are these two people one and the same? */
export type SamePersonQuestion = {
  __typename?: 'SamePersonQuestion';
  id: Scalars['ID']['output'];
  one: Person;
  other: Person;
};

export type SamePersonQuestionConnection = {
  __typename?: 'SamePersonQuestionConnection';
  edges: Array<SamePersonQuestionEdge>;
  nodes: Array<SamePersonQuestion>;
  pageInfo: PageInfo;
};

export type SamePersonQuestionEdge = {
  __typename?: 'SamePersonQuestionEdge';
  cursor: Scalars['String']['output'];
  node: SamePersonQuestion;
};

export type SidecarReport = {
  __typename?: 'SidecarReport';
  failed: Scalars['Int']['output'];
  /** The first that could not be written. */
  failures: Array<Failure>;
  /** Sidecars that said all of it already. */
  unchanged: Scalars['Int']['output'];
  written: Scalars['Int']['output'];
};

export type SimilarFace = {
  __typename?: 'SimilarFace';
  /** Probability in [0, 1] that both are one person, from the similarity alone. */
  confidence: Scalars['Float']['output'];
  face: Face;
  /** Cosine similarity in [-1, 1]. */
  similarity: Scalars['Float']['output'];
};

export type SimilarPerson = {
  __typename?: 'SimilarPerson';
  /** Probability in [0, 1]: the highest of any of the faces. */
  confidence: Scalars['Float']['output'];
  person: Person;
};

export type Stats = {
  __typename?: 'Stats';
  faces: FaceStats;
  /** Files and photos with a failure. */
  failures: Scalars['Int']['output'];
  people: PeopleStats;
  photos: PhotoStats;
  /** Pairs of people who may be one and wait for an answer. */
  questions: Scalars['Int']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Faces that were found, labeled, deleted or given other suggestions: views showing them should look again. */
  facesChanged: FacesChange;
  /** Every change of a job, at most a few times a second for each. */
  jobChanged: Job;
  /** The counts, whenever they change, at most once a second. */
  statsChanged: Stats;
};

export type System = {
  __typename?: 'System';
  /** The file with the token that this installation asks for; null when it asks for none. */
  accessTokenFile?: Maybe<Scalars['String']['output']>;
  dataFolder?: Maybe<Scalars['String']['output']>;
  /** For how many hours deleted faces can be brought back. */
  deletionGraceHours: Scalars['Int']['output'];
  executionProvider: Scalars['String']['output'];
  /** Folders may be added that are in one of these; none where folders are not read. */
  folderRoots: Array<Scalars['String']['output']>;
  /** Folders that are read. */
  folders: Array<Scalars['String']['output']>;
  pack: Scalars['String']['output'];
  packAllowsCommercialUse: Scalars['Boolean']['output'];
  packLicence: Scalars['String']['output'];
  version: Scalars['String']['output'];
};

export type TakeBackPayload = {
  __typename?: 'TakeBackPayload';
  /** What takes this back again. */
  actionId: Scalars['ID']['output'];
  /** What came of it when it was said of all faces of a selection; null for what was done to people. */
  faces?: Maybe<FacesAction>;
  /** The ids that people had whom it was about and who are not there now. */
  goneIds: Array<Scalars['ID']['output']>;
  /** The people whom it was about, as far as they are there now. */
  people: Array<Person>;
};

export type TrainingResult = {
  __typename?: 'TrainingResult';
  /** Faces whose suggestion is another one than before. */
  changed: Scalars['Int']['output'];
  /** Groups of faces that belong to one unknown person each. */
  groups: Scalars['Int']['output'];
  /** Faces that are suggested to be somebody with a name. */
  matched: Scalars['Int']['output'];
  /** Pairs of people who may be one and wait for an answer. */
  questions: Scalars['Int']['output'];
};

/** Statements of imports about faces that are not found yet. */
export type WaitingStatements = {
  __typename?: 'WaitingStatements';
  covers: Scalars['Int']['output'];
  decisions: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Age: ResolverTypeWrapper<Age>;
  AnswerSamePersonPayload: ResolverTypeWrapper<Omit<AnswerSamePersonPayload, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Appearance: ResolverTypeWrapper<AppearanceModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Box: ResolverTypeWrapper<Box>;
  BoxInput: BoxInput;
  Companion: ResolverTypeWrapper<Omit<Companion, 'person'> & { person: ResolversTypes['Person'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteFacesPayload: ResolverTypeWrapper<DeleteFacesPayload>;
  DeletePersonPayload: ResolverTypeWrapper<DeletePersonPayload>;
  DeletedFaceResult: ResolverTypeWrapper<DeletedFaceResult>;
  Face: ResolverTypeWrapper<FaceModel>;
  FaceBucket: ResolverTypeWrapper<FaceBucket>;
  FaceConnection: ResolverTypeWrapper<Omit<FaceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['FaceEdge']>, nodes: Array<ResolversTypes['Face']> }>;
  FaceEdge: ResolverTypeWrapper<Omit<FaceEdge, 'node'> & { node: ResolversTypes['Face'] }>;
  FaceFilter: FaceFilter;
  FaceGroup: ResolverTypeWrapper<Omit<FaceGroup, 'person'> & { person: ResolversTypes['Person'] }>;
  FaceGroupConnection: ResolverTypeWrapper<Omit<FaceGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['FaceGroupEdge']>, nodes: Array<ResolversTypes['FaceGroup']> }>;
  FaceGroupEdge: ResolverTypeWrapper<Omit<FaceGroupEdge, 'node'> & { node: ResolversTypes['FaceGroup'] }>;
  FaceOrigin: FaceOrigin;
  FaceQuality: ResolverTypeWrapper<FaceQuality>;
  FaceResult: ResolverTypeWrapper<Omit<FaceResult, 'face'> & { face?: Maybe<ResolversTypes['Face']> }>;
  FaceSelection: FaceSelection;
  FaceSort: FaceSort;
  FaceState: FaceState;
  FaceStats: ResolverTypeWrapper<FaceStats>;
  FaceSummary: ResolverTypeWrapper<FaceFilterModel>;
  FaceTimeline: ResolverTypeWrapper<FaceTimeline>;
  FacesAction: ResolverTypeWrapper<Omit<FacesAction, 'job' | 'person'> & { job?: Maybe<ResolversTypes['Job']>, person?: Maybe<ResolversTypes['Person']> }>;
  FacesChange: ResolverTypeWrapper<FacesChange>;
  FacesChangeKind: FacesChangeKind;
  FacesPayload: ResolverTypeWrapper<Omit<FacesPayload, 'results'> & { results: Array<ResolversTypes['FaceResult']> }>;
  FacesRefusal: ResolverTypeWrapper<FacesRefusal>;
  FailedSource: ResolverTypeWrapper<FailedSourceModel>;
  Failure: ResolverTypeWrapper<Failure>;
  FailureConnection: ResolverTypeWrapper<Omit<FailureConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['FailureEdge']>, nodes: Array<ResolversTypes['FailedSource']> }>;
  FailureEdge: ResolverTypeWrapper<Omit<FailureEdge, 'node'> & { node: ResolversTypes['FailedSource'] }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HistoryConnection: ResolverTypeWrapper<Omit<HistoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['HistoryEdge']>, nodes: Array<ResolversTypes['HistoryEntry']> }>;
  HistoryEdge: ResolverTypeWrapper<Omit<HistoryEdge, 'node'> & { node: ResolversTypes['HistoryEntry'] }>;
  HistoryEntry: ResolverTypeWrapper<Omit<HistoryEntry, 'faces' | 'other' | 'person'> & { faces: Array<ResolversTypes['Face']>, other?: Maybe<ResolversTypes['Person']>, person?: Maybe<ResolversTypes['Person']> }>;
  HistoryKind: HistoryKind;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImportConflicts: ResolverTypeWrapper<ImportConflicts>;
  ImportReport: ResolverTypeWrapper<ImportReport>;
  ImportedPeople: ResolverTypeWrapper<ImportedPeople>;
  ImportedStatements: ResolverTypeWrapper<ImportedStatements>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Job: ResolverTypeWrapper<JobModel>;
  JobKind: JobKind;
  JobStage: JobStage;
  JobState: JobState;
  LabelFacesPayload: ResolverTypeWrapper<Omit<LabelFacesPayload, 'person' | 'results'> & { person?: Maybe<ResolversTypes['Person']>, results: Array<ResolversTypes['FaceResult']> }>;
  Location: ResolverTypeWrapper<Location>;
  MergePeoplePayload: ResolverTypeWrapper<Omit<MergePeoplePayload, 'person'> & { person: ResolversTypes['Person'] }>;
  ModelPack: ResolverTypeWrapper<ModelPack>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NameInitial: ResolverTypeWrapper<NameInitial>;
  NamesReport: ResolverTypeWrapper<NamesReport>;
  NewPeople: ResolverTypeWrapper<NewPeople>;
  Outlier: ResolverTypeWrapper<Omit<Outlier, 'face'> & { face: ResolversTypes['Face'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PeopleStats: ResolverTypeWrapper<PeopleStats>;
  Person: ResolverTypeWrapper<PersonModel>;
  PersonConnection: ResolverTypeWrapper<Omit<PersonConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PersonEdge']>, nodes: Array<ResolversTypes['Person']> }>;
  PersonDetailsInput: PersonDetailsInput;
  PersonEdge: ResolverTypeWrapper<Omit<PersonEdge, 'node'> & { node: ResolversTypes['Person'] }>;
  PersonKind: PersonKind;
  PersonPayload: ResolverTypeWrapper<Omit<PersonPayload, 'person'> & { person: ResolversTypes['Person'] }>;
  PersonResult: ResolverTypeWrapper<PersonResult>;
  PersonSort: PersonSort;
  Photo: ResolverTypeWrapper<PhotoModel>;
  PhotoConnection: ResolverTypeWrapper<Omit<PhotoConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PhotoEdge']>, nodes: Array<ResolversTypes['Photo']> }>;
  PhotoEdge: ResolverTypeWrapper<Omit<PhotoEdge, 'node'> & { node: ResolversTypes['Photo'] }>;
  PhotoResult: ResolverTypeWrapper<PhotoResult>;
  PhotoState: PhotoState;
  PhotoStats: ResolverTypeWrapper<PhotoStats>;
  Point: ResolverTypeWrapper<Point>;
  Preferences: ResolverTypeWrapper<Preferences>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RescanPayload: ResolverTypeWrapper<Omit<RescanPayload, 'job'> & { job: ResolversTypes['Job'] }>;
  Said: ResolverTypeWrapper<Said>;
  SaidInput: SaidInput;
  SamePersonAnswer: SamePersonAnswer;
  SamePersonQuestion: ResolverTypeWrapper<SamePersonQuestionModel>;
  SamePersonQuestionConnection: ResolverTypeWrapper<Omit<SamePersonQuestionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SamePersonQuestionEdge']>, nodes: Array<ResolversTypes['SamePersonQuestion']> }>;
  SamePersonQuestionEdge: ResolverTypeWrapper<Omit<SamePersonQuestionEdge, 'node'> & { node: ResolversTypes['SamePersonQuestion'] }>;
  SidecarReport: ResolverTypeWrapper<SidecarReport>;
  SimilarFace: ResolverTypeWrapper<Omit<SimilarFace, 'face'> & { face: ResolversTypes['Face'] }>;
  SimilarPerson: ResolverTypeWrapper<Omit<SimilarPerson, 'person'> & { person: ResolversTypes['Person'] }>;
  Stats: ResolverTypeWrapper<Stats>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  System: ResolverTypeWrapper<System>;
  TakeBackPayload: ResolverTypeWrapper<Omit<TakeBackPayload, 'faces' | 'people'> & { faces?: Maybe<ResolversTypes['FacesAction']>, people: Array<ResolversTypes['Person']> }>;
  TrainingResult: ResolverTypeWrapper<TrainingResult>;
  WaitingStatements: ResolverTypeWrapper<WaitingStatements>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Age: Age;
  AnswerSamePersonPayload: Omit<AnswerSamePersonPayload, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Appearance: AppearanceModel;
  Boolean: Scalars['Boolean']['output'];
  Box: Box;
  BoxInput: BoxInput;
  Companion: Omit<Companion, 'person'> & { person: ResolversParentTypes['Person'] };
  DateTime: Scalars['DateTime']['output'];
  DeleteFacesPayload: DeleteFacesPayload;
  DeletePersonPayload: DeletePersonPayload;
  DeletedFaceResult: DeletedFaceResult;
  Face: FaceModel;
  FaceBucket: FaceBucket;
  FaceConnection: Omit<FaceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['FaceEdge']>, nodes: Array<ResolversParentTypes['Face']> };
  FaceEdge: Omit<FaceEdge, 'node'> & { node: ResolversParentTypes['Face'] };
  FaceFilter: FaceFilter;
  FaceGroup: Omit<FaceGroup, 'person'> & { person: ResolversParentTypes['Person'] };
  FaceGroupConnection: Omit<FaceGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['FaceGroupEdge']>, nodes: Array<ResolversParentTypes['FaceGroup']> };
  FaceGroupEdge: Omit<FaceGroupEdge, 'node'> & { node: ResolversParentTypes['FaceGroup'] };
  FaceQuality: FaceQuality;
  FaceResult: Omit<FaceResult, 'face'> & { face?: Maybe<ResolversParentTypes['Face']> };
  FaceSelection: FaceSelection;
  FaceStats: FaceStats;
  FaceSummary: FaceFilterModel;
  FaceTimeline: FaceTimeline;
  FacesAction: Omit<FacesAction, 'job' | 'person'> & { job?: Maybe<ResolversParentTypes['Job']>, person?: Maybe<ResolversParentTypes['Person']> };
  FacesChange: FacesChange;
  FacesPayload: Omit<FacesPayload, 'results'> & { results: Array<ResolversParentTypes['FaceResult']> };
  FacesRefusal: FacesRefusal;
  FailedSource: FailedSourceModel;
  Failure: Failure;
  FailureConnection: Omit<FailureConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['FailureEdge']>, nodes: Array<ResolversParentTypes['FailedSource']> };
  FailureEdge: Omit<FailureEdge, 'node'> & { node: ResolversParentTypes['FailedSource'] };
  Float: Scalars['Float']['output'];
  HistoryConnection: Omit<HistoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['HistoryEdge']>, nodes: Array<ResolversParentTypes['HistoryEntry']> };
  HistoryEdge: Omit<HistoryEdge, 'node'> & { node: ResolversParentTypes['HistoryEntry'] };
  HistoryEntry: Omit<HistoryEntry, 'faces' | 'other' | 'person'> & { faces: Array<ResolversParentTypes['Face']>, other?: Maybe<ResolversParentTypes['Person']>, person?: Maybe<ResolversParentTypes['Person']> };
  ID: Scalars['ID']['output'];
  ImportConflicts: ImportConflicts;
  ImportReport: ImportReport;
  ImportedPeople: ImportedPeople;
  ImportedStatements: ImportedStatements;
  Int: Scalars['Int']['output'];
  Job: JobModel;
  LabelFacesPayload: Omit<LabelFacesPayload, 'person' | 'results'> & { person?: Maybe<ResolversParentTypes['Person']>, results: Array<ResolversParentTypes['FaceResult']> };
  Location: Location;
  MergePeoplePayload: Omit<MergePeoplePayload, 'person'> & { person: ResolversParentTypes['Person'] };
  ModelPack: ModelPack;
  Mutation: Record<PropertyKey, never>;
  NameInitial: NameInitial;
  NamesReport: NamesReport;
  NewPeople: NewPeople;
  Outlier: Omit<Outlier, 'face'> & { face: ResolversParentTypes['Face'] };
  PageInfo: PageInfo;
  PeopleStats: PeopleStats;
  Person: PersonModel;
  PersonConnection: Omit<PersonConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PersonEdge']>, nodes: Array<ResolversParentTypes['Person']> };
  PersonDetailsInput: PersonDetailsInput;
  PersonEdge: Omit<PersonEdge, 'node'> & { node: ResolversParentTypes['Person'] };
  PersonPayload: Omit<PersonPayload, 'person'> & { person: ResolversParentTypes['Person'] };
  PersonResult: PersonResult;
  Photo: PhotoModel;
  PhotoConnection: Omit<PhotoConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PhotoEdge']>, nodes: Array<ResolversParentTypes['Photo']> };
  PhotoEdge: Omit<PhotoEdge, 'node'> & { node: ResolversParentTypes['Photo'] };
  PhotoResult: PhotoResult;
  PhotoStats: PhotoStats;
  Point: Point;
  Preferences: Preferences;
  Query: Record<PropertyKey, never>;
  RescanPayload: Omit<RescanPayload, 'job'> & { job: ResolversParentTypes['Job'] };
  Said: Said;
  SaidInput: SaidInput;
  SamePersonQuestion: SamePersonQuestionModel;
  SamePersonQuestionConnection: Omit<SamePersonQuestionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SamePersonQuestionEdge']>, nodes: Array<ResolversParentTypes['SamePersonQuestion']> };
  SamePersonQuestionEdge: Omit<SamePersonQuestionEdge, 'node'> & { node: ResolversParentTypes['SamePersonQuestion'] };
  SidecarReport: SidecarReport;
  SimilarFace: Omit<SimilarFace, 'face'> & { face: ResolversParentTypes['Face'] };
  SimilarPerson: Omit<SimilarPerson, 'person'> & { person: ResolversParentTypes['Person'] };
  Stats: Stats;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  System: System;
  TakeBackPayload: Omit<TakeBackPayload, 'faces' | 'people'> & { faces?: Maybe<ResolversParentTypes['FacesAction']>, people: Array<ResolversParentTypes['Person']> };
  TrainingResult: TrainingResult;
  WaitingStatements: WaitingStatements;
};

export type AgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Age'] = ResolversParentTypes['Age']> = {
  exact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  years?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AnswerSamePersonPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['AnswerSamePersonPayload'] = ResolversParentTypes['AnswerSamePersonPayload']> = {
  actionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type AppearanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Appearance'] = ResolversParentTypes['Appearance']> = {
  faceIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  faces?: Resolver<Array<ResolversTypes['Face']>, ParentType, ContextType, RequireFields<AppearanceFacesArgs, 'first'>>;
};

export type BoxResolvers<ContextType = any, ParentType extends ResolversParentTypes['Box'] = ResolversParentTypes['Box']> = {
  height?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CompanionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Companion'] = ResolversParentTypes['Companion']> = {
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  photoCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteFacesPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['DeleteFacesPayload'] = ResolversParentTypes['DeleteFacesPayload']> = {
  results?: Resolver<Array<ResolversTypes['DeletedFaceResult']>, ParentType, ContextType>;
};

export type DeletePersonPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['DeletePersonPayload'] = ResolversParentTypes['DeletePersonPayload']> = {
  results?: Resolver<Array<ResolversTypes['PersonResult']>, ParentType, ContextType>;
};

export type DeletedFaceResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['DeletedFaceResult'] = ResolversParentTypes['DeletedFaceResult']> = {
  failure?: Resolver<Maybe<ResolversTypes['Failure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  said?: Resolver<Maybe<ResolversTypes['Said']>, ParentType, ContextType>;
};

export type FaceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Face'] = ResolversParentTypes['Face']> = {
  age?: Resolver<Maybe<ResolversTypes['Age']>, ParentType, ContextType>;
  box?: Resolver<ResolversTypes['Box'], ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cropUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  landmarks?: Resolver<Array<ResolversTypes['Point']>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['FaceOrigin'], ParentType, ContextType>;
  pack?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  photo?: Resolver<ResolversTypes['Photo'], ParentType, ContextType>;
  quality?: Resolver<ResolversTypes['FaceQuality'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FaceState'], ParentType, ContextType>;
};

export type FaceBucketResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceBucket'] = ResolversParentTypes['FaceBucket']> = {
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FaceConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceConnection'] = ResolversParentTypes['FaceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FaceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Face']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FaceEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceEdge'] = ResolversParentTypes['FaceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Face'], ParentType, ContextType>;
};

export type FaceGroupResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceGroup'] = ResolversParentTypes['FaceGroup']> = {
  faceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type FaceGroupConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceGroupConnection'] = ResolversParentTypes['FaceGroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FaceGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['FaceGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FaceGroupEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceGroupEdge'] = ResolversParentTypes['FaceGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FaceGroup'], ParentType, ContextType>;
};

export type FaceQualityResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceQuality'] = ResolversParentTypes['FaceQuality']> = {
  overall?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  pose?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sharpness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FaceResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceResult'] = ResolversParentTypes['FaceResult']> = {
  face?: Resolver<Maybe<ResolversTypes['Face']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['Failure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  said?: Resolver<Maybe<ResolversTypes['Said']>, ParentType, ContextType>;
};

export type FaceStatsResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceStats'] = ResolversParentTypes['FaceStats']> = {
  ignored?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inferred?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  labeled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FaceSummaryResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceSummary'] = ResolversParentTypes['FaceSummary']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maximumConfidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  minimumConfidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  newest?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  oldest?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type FaceTimelineResolvers<ContextType = any, ParentType extends ResolversParentTypes['FaceTimeline'] = ResolversParentTypes['FaceTimeline']> = {
  buckets?: Resolver<Array<ResolversTypes['FaceBucket']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FacesActionResolvers<ContextType = any, ParentType extends ResolversParentTypes['FacesAction'] = ResolversParentTypes['FacesAction']> = {
  faceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['FacesRefusal']>, ParentType, ContextType>;
};

export type FacesChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['FacesChange'] = ResolversParentTypes['FacesChange']> = {
  faceIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FacesChangeKind'], ParentType, ContextType>;
};

export type FacesPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['FacesPayload'] = ResolversParentTypes['FacesPayload']> = {
  results?: Resolver<Array<ResolversTypes['FaceResult']>, ParentType, ContextType>;
};

export type FacesRefusalResolvers<ContextType = any, ParentType extends ResolversParentTypes['FacesRefusal'] = ResolversParentTypes['FacesRefusal']> = {
  faceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failure?: Resolver<ResolversTypes['Failure'], ParentType, ContextType>;
};

export type FailedSourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['FailedSource'] = ResolversParentTypes['FailedSource']> = {
  failure?: Resolver<ResolversTypes['Failure'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
};

export type FailureResolvers<ContextType = any, ParentType extends ResolversParentTypes['Failure'] = ResolversParentTypes['Failure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FailureConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['FailureConnection'] = ResolversParentTypes['FailureConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FailureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['FailedSource']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FailureEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['FailureEdge'] = ResolversParentTypes['FailureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FailedSource'], ParentType, ContextType>;
};

export type HistoryConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['HistoryConnection'] = ResolversParentTypes['HistoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HistoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type HistoryEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['HistoryEdge'] = ResolversParentTypes['HistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HistoryEntry'], ParentType, ContextType>;
};

export type HistoryEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['HistoryEntry'] = ResolversParentTypes['HistoryEntry']> = {
  actionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  faceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  faces?: Resolver<Array<ResolversTypes['Face']>, ParentType, ContextType>;
  formerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HistoryKind'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  other?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  takenBack?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ImportConflictsResolvers<ContextType = any, ParentType extends ResolversParentTypes['ImportConflicts'] = ResolversParentTypes['ImportConflicts']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportReportResolvers<ContextType = any, ParentType extends ResolversParentTypes['ImportReport'] = ResolversParentTypes['ImportReport']> = {
  conflicts?: Resolver<ResolversTypes['ImportConflicts'], ParentType, ContextType>;
  covers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decisions?: Resolver<ResolversTypes['ImportedStatements'], ParentType, ContextType>;
  differences?: Resolver<ResolversTypes['ImportedStatements'], ParentType, ContextType>;
  failures?: Resolver<Array<ResolversTypes['Failure']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['ImportedPeople'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['WaitingStatements'], ParentType, ContextType>;
};

export type ImportedPeopleResolvers<ContextType = any, ParentType extends ResolversParentTypes['ImportedPeople'] = ResolversParentTypes['ImportedPeople']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportedStatementsResolvers<ContextType = any, ParentType extends ResolversParentTypes['ImportedStatements'] = ResolversParentTypes['ImportedStatements']> = {
  known?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  said?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JobResolvers<ContextType = any, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['Failure']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imported?: Resolver<Maybe<ResolversTypes['ImportReport']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['JobKind'], ParentType, ContextType>;
  namesRead?: Resolver<Maybe<ResolversTypes['NamesReport']>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['TrainingResult']>, ParentType, ContextType>;
  secondsLeft?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sidecars?: Resolver<Maybe<ResolversTypes['SidecarReport']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['JobStage']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['JobState'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LabelFacesPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['LabelFacesPayload'] = ResolversParentTypes['LabelFacesPayload']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['FaceResult']>, ParentType, ContextType>;
};

export type LocationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MergePeoplePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['MergePeoplePayload'] = ResolversParentTypes['MergePeoplePayload']> = {
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['PersonResult']>, ParentType, ContextType>;
};

export type ModelPackResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModelPack'] = ResolversParentTypes['ModelPack']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  allowsCommercialUse?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  licenceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addFolder?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationAddFolderArgs, 'copy' | 'path'>>;
  answerSamePerson?: Resolver<ResolversTypes['AnswerSamePersonPayload'], ParentType, ContextType, RequireFields<MutationAnswerSamePersonArgs, 'answer' | 'one' | 'other'>>;
  cancelJob?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationCancelJobArgs, 'id'>>;
  changePerson?: Resolver<ResolversTypes['PersonPayload'], ParentType, ContextType, RequireFields<MutationChangePersonArgs, 'details' | 'id'>>;
  changePreferences?: Resolver<ResolversTypes['Preferences'], ParentType, ContextType, Partial<MutationChangePreferencesArgs>>;
  confirmAllFaces?: Resolver<ResolversTypes['FacesAction'], ParentType, ContextType, RequireFields<MutationConfirmAllFacesArgs, 'selection'>>;
  createPerson?: Resolver<ResolversTypes['PersonPayload'], ParentType, ContextType, RequireFields<MutationCreatePersonArgs, 'name'>>;
  deleteAllFaces?: Resolver<ResolversTypes['FacesAction'], ParentType, ContextType, RequireFields<MutationDeleteAllFacesArgs, 'selection'>>;
  deleteFaces?: Resolver<ResolversTypes['DeleteFacesPayload'], ParentType, ContextType, RequireFields<MutationDeleteFacesArgs, 'faceIds'>>;
  deletePerson?: Resolver<ResolversTypes['DeletePersonPayload'], ParentType, ContextType, RequireFields<MutationDeletePersonArgs, 'ids'>>;
  drawFace?: Resolver<ResolversTypes['Face'], ParentType, ContextType, RequireFields<MutationDrawFaceArgs, 'box' | 'photoId'>>;
  ignoreAllFaces?: Resolver<ResolversTypes['FacesAction'], ParentType, ContextType, RequireFields<MutationIgnoreAllFacesArgs, 'selection'>>;
  ignoreFaces?: Resolver<ResolversTypes['FacesPayload'], ParentType, ContextType, RequireFields<MutationIgnoreFacesArgs, 'faceIds'>>;
  importWaiting?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  labelAllFaces?: Resolver<ResolversTypes['FacesAction'], ParentType, ContextType, RequireFields<MutationLabelAllFacesArgs, 'selection'>>;
  labelFaces?: Resolver<ResolversTypes['LabelFacesPayload'], ParentType, ContextType, RequireFields<MutationLabelFacesArgs, 'faceIds'>>;
  mergePeople?: Resolver<ResolversTypes['MergePeoplePayload'], ParentType, ContextType, RequireFields<MutationMergePeopleArgs, 'from' | 'into'>>;
  moveFace?: Resolver<ResolversTypes['Face'], ParentType, ContextType, RequireFields<MutationMoveFaceArgs, 'box' | 'faceId'>>;
  readNames?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  rejectAllFaces?: Resolver<ResolversTypes['FacesAction'], ParentType, ContextType, RequireFields<MutationRejectAllFacesArgs, 'selection'>>;
  rejectFaces?: Resolver<ResolversTypes['FacesPayload'], ParentType, ContextType, RequireFields<MutationRejectFacesArgs, 'faceIds' | 'personId'>>;
  renamePerson?: Resolver<ResolversTypes['PersonPayload'], ParentType, ContextType, RequireFields<MutationRenamePersonArgs, 'id' | 'name'>>;
  rescan?: Resolver<ResolversTypes['RescanPayload'], ParentType, ContextType, Partial<MutationRescanArgs>>;
  restoreFaces?: Resolver<ResolversTypes['FacesPayload'], ParentType, ContextType, RequireFields<MutationRestoreFacesArgs, 'faceIds'>>;
  retryFailed?: Resolver<ResolversTypes['RescanPayload'], ParentType, ContextType>;
  sayAgain?: Resolver<ResolversTypes['FacesPayload'], ParentType, ContextType, RequireFields<MutationSayAgainArgs, 'faces'>>;
  setCover?: Resolver<ResolversTypes['PersonPayload'], ParentType, ContextType, RequireFields<MutationSetCoverArgs, 'personId'>>;
  stopIgnoringAllFaces?: Resolver<ResolversTypes['FacesAction'], ParentType, ContextType, RequireFields<MutationStopIgnoringAllFacesArgs, 'selection'>>;
  stopIgnoringFaces?: Resolver<ResolversTypes['FacesPayload'], ParentType, ContextType, RequireFields<MutationStopIgnoringFacesArgs, 'faceIds'>>;
  takeBack?: Resolver<ResolversTypes['TakeBackPayload'], ParentType, ContextType, RequireFields<MutationTakeBackArgs, 'actionId'>>;
  trainLibrary?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  unlabelAllFaces?: Resolver<ResolversTypes['FacesAction'], ParentType, ContextType, RequireFields<MutationUnlabelAllFacesArgs, 'selection'>>;
  unlabelFaces?: Resolver<ResolversTypes['FacesPayload'], ParentType, ContextType, RequireFields<MutationUnlabelFacesArgs, 'faceIds'>>;
  writeSidecars?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
};

export type NameInitialResolvers<ContextType = any, ParentType extends ResolversParentTypes['NameInitial'] = ResolversParentTypes['NameInitial']> = {
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  initial?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NamesReportResolvers<ContextType = any, ParentType extends ResolversParentTypes['NamesReport'] = ResolversParentTypes['NamesReport']> = {
  known?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  labeled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['NewPeople'], ParentType, ContextType>;
  photos?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutFace?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NewPeopleResolvers<ContextType = any, ParentType extends ResolversParentTypes['NewPeople'] = ResolversParentTypes['NewPeople']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OutlierResolvers<ContextType = any, ParentType extends ResolversParentTypes['Outlier'] = ResolversParentTypes['Outlier']> = {
  face?: Resolver<ResolversTypes['Face'], ParentType, ContextType>;
  similarity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PeopleStatsResolvers<ContextType = any, ParentType extends ResolversParentTypes['PeopleStats'] = ResolversParentTypes['PeopleStats']> = {
  named?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = any, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  appearances?: Resolver<Array<ResolversTypes['Appearance']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cover?: Resolver<Maybe<ResolversTypes['Face']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  faceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  faces?: Resolver<ResolversTypes['FaceConnection'], ParentType, ContextType, RequireFields<PersonFacesArgs, 'first' | 'skip' | 'sort'>>;
  hidden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  impossibleFaces?: Resolver<Array<ResolversTypes['Face']>, ParentType, ContextType, RequireFields<PersonImpossibleFacesArgs, 'first'>>;
  inferredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PersonKind'], ParentType, ContextType>;
  labeledCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outliers?: Resolver<Array<ResolversTypes['Outlier']>, ParentType, ContextType, RequireFields<PersonOutliersArgs, 'first'>>;
  together?: Resolver<Array<ResolversTypes['Companion']>, ParentType, ContextType, RequireFields<PersonTogetherArgs, 'first'>>;
  unknownCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PersonConnection'] = ResolversParentTypes['PersonConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PersonEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PersonEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['PersonEdge'] = ResolversParentTypes['PersonEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type PersonPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['PersonPayload'] = ResolversParentTypes['PersonPayload']> = {
  actionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type PersonResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['PersonResult'] = ResolversParentTypes['PersonResult']> = {
  actionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['Failure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PhotoResolvers<ContextType = any, ParentType extends ResolversParentTypes['Photo'] = ResolversParentTypes['Photo']> = {
  byteLength?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  camera?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faces?: Resolver<Array<ResolversTypes['Face']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['Failure']>, ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lens?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  originalUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previewUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PhotoState'], ParentType, ContextType>;
  takenAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thumbnailUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PhotoConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PhotoConnection'] = ResolversParentTypes['PhotoConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PhotoEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Photo']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhotoEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['PhotoEdge'] = ResolversParentTypes['PhotoEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Photo'], ParentType, ContextType>;
};

export type PhotoResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['PhotoResult'] = ResolversParentTypes['PhotoResult']> = {
  failure?: Resolver<Maybe<ResolversTypes['Failure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PhotoStatsResolvers<ContextType = any, ParentType extends ResolversParentTypes['PhotoStats'] = ResolversParentTypes['PhotoStats']> = {
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scanned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PointResolvers<ContextType = any, ParentType extends ResolversParentTypes['Point'] = ResolversParentTypes['Point']> = {
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PreferencesResolvers<ContextType = any, ParentType extends ResolversParentTypes['Preferences'] = ResolversParentTypes['Preferences']> = {
  minimumConfidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  minimumGroupSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  face?: Resolver<Maybe<ResolversTypes['Face']>, ParentType, ContextType, RequireFields<QueryFaceArgs, 'id'>>;
  faceGroups?: Resolver<ResolversTypes['FaceGroupConnection'], ParentType, ContextType, RequireFields<QueryFaceGroupsArgs, 'filter' | 'first' | 'sort'>>;
  faceSummary?: Resolver<ResolversTypes['FaceSummary'], ParentType, ContextType, Partial<QueryFaceSummaryArgs>>;
  faceTimeline?: Resolver<ResolversTypes['FaceTimeline'], ParentType, ContextType, RequireFields<QueryFaceTimelineArgs, 'sort'>>;
  faces?: Resolver<ResolversTypes['FaceConnection'], ParentType, ContextType, RequireFields<QueryFacesArgs, 'first' | 'skip' | 'sort'>>;
  failures?: Resolver<ResolversTypes['FailureConnection'], ParentType, ContextType, RequireFields<QueryFailuresArgs, 'first'>>;
  history?: Resolver<ResolversTypes['HistoryConnection'], ParentType, ContextType, RequireFields<QueryHistoryArgs, 'first'>>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType, RequireFields<QueryJobArgs, 'id'>>;
  jobs?: Resolver<Array<ResolversTypes['Job']>, ParentType, ContextType, RequireFields<QueryJobsArgs, 'first'>>;
  nameInitials?: Resolver<Array<ResolversTypes['NameInitial']>, ParentType, ContextType, RequireFields<QueryNameInitialsArgs, 'withHidden'>>;
  packs?: Resolver<Array<ResolversTypes['ModelPack']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['PersonConnection'], ParentType, ContextType, RequireFields<QueryPeopleArgs, 'first' | 'sort' | 'withHidden'>>;
  peopleAlike?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPeopleAlikeArgs, 'first' | 'typed'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'id'>>;
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType, RequireFields<QueryPhotoArgs, 'id'>>;
  photos?: Resolver<ResolversTypes['PhotoConnection'], ParentType, ContextType, RequireFields<QueryPhotosArgs, 'first'>>;
  preferences?: Resolver<ResolversTypes['Preferences'], ParentType, ContextType>;
  samePersonQuestions?: Resolver<ResolversTypes['SamePersonQuestionConnection'], ParentType, ContextType, RequireFields<QuerySamePersonQuestionsArgs, 'first'>>;
  similarFaces?: Resolver<Array<ResolversTypes['SimilarFace']>, ParentType, ContextType, RequireFields<QuerySimilarFacesArgs, 'first' | 'vector'>>;
  similarPeople?: Resolver<Array<ResolversTypes['SimilarPerson']>, ParentType, ContextType, RequireFields<QuerySimilarPeopleArgs, 'faceIds' | 'first'>>;
  stats?: Resolver<ResolversTypes['Stats'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  waitingStatements?: Resolver<ResolversTypes['WaitingStatements'], ParentType, ContextType>;
};

export type RescanPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['RescanPayload'] = ResolversParentTypes['RescanPayload']> = {
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  photoCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['PhotoResult']>, ParentType, ContextType>;
};

export type SaidResolvers<ContextType = any, ParentType extends ResolversParentTypes['Said'] = ResolversParentTypes['Said']> = {
  before?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  now?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SamePersonQuestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SamePersonQuestion'] = ResolversParentTypes['SamePersonQuestion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  one?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type SamePersonQuestionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SamePersonQuestionConnection'] = ResolversParentTypes['SamePersonQuestionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SamePersonQuestionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SamePersonQuestion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SamePersonQuestionEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SamePersonQuestionEdge'] = ResolversParentTypes['SamePersonQuestionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SamePersonQuestion'], ParentType, ContextType>;
};

export type SidecarReportResolvers<ContextType = any, ParentType extends ResolversParentTypes['SidecarReport'] = ResolversParentTypes['SidecarReport']> = {
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<Array<ResolversTypes['Failure']>, ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  written?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SimilarFaceResolvers<ContextType = any, ParentType extends ResolversParentTypes['SimilarFace'] = ResolversParentTypes['SimilarFace']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  face?: Resolver<ResolversTypes['Face'], ParentType, ContextType>;
  similarity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SimilarPersonResolvers<ContextType = any, ParentType extends ResolversParentTypes['SimilarPerson'] = ResolversParentTypes['SimilarPerson']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type StatsResolvers<ContextType = any, ParentType extends ResolversParentTypes['Stats'] = ResolversParentTypes['Stats']> = {
  faces?: Resolver<ResolversTypes['FaceStats'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['PeopleStats'], ParentType, ContextType>;
  photos?: Resolver<ResolversTypes['PhotoStats'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  facesChanged?: SubscriptionResolver<ResolversTypes['FacesChange'], "facesChanged", ParentType, ContextType>;
  jobChanged?: SubscriptionResolver<ResolversTypes['Job'], "jobChanged", ParentType, ContextType>;
  statsChanged?: SubscriptionResolver<ResolversTypes['Stats'], "statsChanged", ParentType, ContextType>;
};

export type SystemResolvers<ContextType = any, ParentType extends ResolversParentTypes['System'] = ResolversParentTypes['System']> = {
  accessTokenFile?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataFolder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletionGraceHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  executionProvider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  folderRoots?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  folders?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  pack?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  packAllowsCommercialUse?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  packLicence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TakeBackPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['TakeBackPayload'] = ResolversParentTypes['TakeBackPayload']> = {
  actionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  faces?: Resolver<Maybe<ResolversTypes['FacesAction']>, ParentType, ContextType>;
  goneIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  people?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type TrainingResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrainingResult'] = ResolversParentTypes['TrainingResult']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  groups?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WaitingStatementsResolvers<ContextType = any, ParentType extends ResolversParentTypes['WaitingStatements'] = ResolversParentTypes['WaitingStatements']> = {
  covers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decisions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  Age?: AgeResolvers<ContextType>;
  AnswerSamePersonPayload?: AnswerSamePersonPayloadResolvers<ContextType>;
  Appearance?: AppearanceResolvers<ContextType>;
  Box?: BoxResolvers<ContextType>;
  Companion?: CompanionResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteFacesPayload?: DeleteFacesPayloadResolvers<ContextType>;
  DeletePersonPayload?: DeletePersonPayloadResolvers<ContextType>;
  DeletedFaceResult?: DeletedFaceResultResolvers<ContextType>;
  Face?: FaceResolvers<ContextType>;
  FaceBucket?: FaceBucketResolvers<ContextType>;
  FaceConnection?: FaceConnectionResolvers<ContextType>;
  FaceEdge?: FaceEdgeResolvers<ContextType>;
  FaceGroup?: FaceGroupResolvers<ContextType>;
  FaceGroupConnection?: FaceGroupConnectionResolvers<ContextType>;
  FaceGroupEdge?: FaceGroupEdgeResolvers<ContextType>;
  FaceQuality?: FaceQualityResolvers<ContextType>;
  FaceResult?: FaceResultResolvers<ContextType>;
  FaceStats?: FaceStatsResolvers<ContextType>;
  FaceSummary?: FaceSummaryResolvers<ContextType>;
  FaceTimeline?: FaceTimelineResolvers<ContextType>;
  FacesAction?: FacesActionResolvers<ContextType>;
  FacesChange?: FacesChangeResolvers<ContextType>;
  FacesPayload?: FacesPayloadResolvers<ContextType>;
  FacesRefusal?: FacesRefusalResolvers<ContextType>;
  FailedSource?: FailedSourceResolvers<ContextType>;
  Failure?: FailureResolvers<ContextType>;
  FailureConnection?: FailureConnectionResolvers<ContextType>;
  FailureEdge?: FailureEdgeResolvers<ContextType>;
  HistoryConnection?: HistoryConnectionResolvers<ContextType>;
  HistoryEdge?: HistoryEdgeResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  ImportConflicts?: ImportConflictsResolvers<ContextType>;
  ImportReport?: ImportReportResolvers<ContextType>;
  ImportedPeople?: ImportedPeopleResolvers<ContextType>;
  ImportedStatements?: ImportedStatementsResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  LabelFacesPayload?: LabelFacesPayloadResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  MergePeoplePayload?: MergePeoplePayloadResolvers<ContextType>;
  ModelPack?: ModelPackResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NameInitial?: NameInitialResolvers<ContextType>;
  NamesReport?: NamesReportResolvers<ContextType>;
  NewPeople?: NewPeopleResolvers<ContextType>;
  Outlier?: OutlierResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PeopleStats?: PeopleStatsResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonConnection?: PersonConnectionResolvers<ContextType>;
  PersonEdge?: PersonEdgeResolvers<ContextType>;
  PersonPayload?: PersonPayloadResolvers<ContextType>;
  PersonResult?: PersonResultResolvers<ContextType>;
  Photo?: PhotoResolvers<ContextType>;
  PhotoConnection?: PhotoConnectionResolvers<ContextType>;
  PhotoEdge?: PhotoEdgeResolvers<ContextType>;
  PhotoResult?: PhotoResultResolvers<ContextType>;
  PhotoStats?: PhotoStatsResolvers<ContextType>;
  Point?: PointResolvers<ContextType>;
  Preferences?: PreferencesResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RescanPayload?: RescanPayloadResolvers<ContextType>;
  Said?: SaidResolvers<ContextType>;
  SamePersonQuestion?: SamePersonQuestionResolvers<ContextType>;
  SamePersonQuestionConnection?: SamePersonQuestionConnectionResolvers<ContextType>;
  SamePersonQuestionEdge?: SamePersonQuestionEdgeResolvers<ContextType>;
  SidecarReport?: SidecarReportResolvers<ContextType>;
  SimilarFace?: SimilarFaceResolvers<ContextType>;
  SimilarPerson?: SimilarPersonResolvers<ContextType>;
  Stats?: StatsResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  System?: SystemResolvers<ContextType>;
  TakeBackPayload?: TakeBackPayloadResolvers<ContextType>;
  TrainingResult?: TrainingResultResolvers<ContextType>;
  WaitingStatements?: WaitingStatementsResolvers<ContextType>;
};

