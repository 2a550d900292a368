import type { Face, FaceObservation, FaceOutline, FaceState, Suggestion } from '../face/face';
import type { FaceId, PersonId, PhotoId } from '../identity/ids';
import type { HumanView } from '../label/human-view';
import type { Page, PageRequest } from './page';
import type { PersonSort } from './person-store';

export type FaceSort = 'CONFIDENCE' | 'DATE' | 'OLDEST' | 'QUALITY' | 'UNCERTAIN';

/** Which faces are meant: those for which all that is given holds. */
export interface FaceFilter {
  /** Every state but `ignored` when it is not given. */
  readonly state?: FaceState;
  /** Faces whose standing names this person; null for faces that stand alone. */
  readonly person?: PersonId | null;
  /** Of inferred faces with a confidence in this range, both ends included; all others are left out. */
  readonly confidence?: { readonly from?: number; readonly to?: number };
  /** When the photo was taken, by `instantOf`: `from` is included, `before` is not. */
  readonly taken?: { readonly from?: string; readonly before?: string };
  /**
   * Path of a folder. Faces of photos that lie in it or below; a photo that lies in several places counts for the first
   * of its paths, or the last that it had.
   */
  readonly folder?: string;
  /** Least overall quality. */
  readonly minimumQuality?: number;
}

export interface FaceQuery extends FaceFilter, PageRequest {
  /**
   * Descending; `CONFIDENCE` puts labeled faces first and unknown ones last. `DATE` is by `instantOf`, the default.
   * `OLDEST` is `DATE` and `UNCERTAIN` is `CONFIDENCE` the other way round: of inferred faces, those that a human can
   * teach most about.
   */
  readonly sort?: FaceSort;
  /**
   * How many faces after that place are left out, so that a page can begin anywhere in a bucket: 0, the default, to
   * `LARGEST_BUCKET`. @throws KindredError `ARGUMENT_INVALID` otherwise.
   */
  readonly skip?: number;
}

/** Which faces are meant, and in which order their people are listed. */
export interface FaceGroupQuery extends Omit<FaceFilter, 'state' | 'person'>, PageRequest {
  /** Ignored faces are nobody's. */
  readonly state: Exclude<FaceState, 'ignored'>;
  /** `SIZE`, the default, and `TO_REVIEW`: most matching faces first. Others as `PersonStore.list` has them. */
  readonly sort?: PersonSort;
}

/** The faces of one person that match a filter. */
export interface FaceGroup {
  readonly person: PersonId;
  /** At least 1. */
  readonly count: number;
}

/** No bucket has more faces than this. */
export const LARGEST_BUCKET = 10_000;

/** Faces that follow each other in a list, as a place to jump to. */
export interface FaceBucket {
  /**
   * What they have in common: the month, `2020-02`, in lists by date; the lower end of a step of 0.05, such as `0.85`,
   * in lists by quality or confidence; and there `labeled` and `unknown` for faces without a confidence. Neighbours have
   * the same key where one bucket would be too large.
   */
  readonly key: string;
  readonly count: number;
  /** What `list` reads them after. */
  readonly after: string;
}

export interface FaceCounts {
  readonly labeled: number;
  readonly inferred: number;
  readonly unknown: number;
  readonly ignored: number;
}

/**
 * Faces with what humans and the trainer say of them. The human part is a projection of the label log:
 * `project` may be repeated with the same or a newer view at any time. A face that humans deleted is kept as it is
 * until it is removed, but is out of every answer and every count; only `deletedAmong` and `deletedUntil` know of it.
 */
export interface FaceStore {
  /**
   * Writes the faces of one photo: inserts new ones, overwrites the observation of known ones and keeps their
   * standing. Faces of the photo that are not listed stay.
   */
  upsert(faces: readonly FaceObservation[]): Promise<void>;
  get(id: FaceId): Promise<Face | null>;
  /** Those that exist, in the order asked for. */
  getMany(ids: readonly FaceId[]): Promise<readonly Face[]>;
  /** Unordered. */
  ofPhoto(photo: PhotoId): Promise<readonly Face[]>;
  list(query: FaceQuery): Promise<Page<Face>>;
  /** What `list` answers, with less of each face: for whoever reads very many. */
  outlines(query: FaceQuery): Promise<Page<FaceOutline>>;
  /**
   * How many faces match, exactly. Reads an index from end to end at most, in turns, and nothing where only a state is
   * given.
   */
  count(filter: FaceFilter): Promise<number>;
  /** All buckets of a list, in its order; those without faces are left out. Costs what `count` does. */
  buckets(query: FaceFilter & Pick<FaceQuery, 'sort'>): Promise<readonly FaceBucket[]>;
  /**
   * Whose faces match, and how many of each person's do, exactly. Counts all of them once, in turns, until something
   * changes; faces that are of nobody are left out.
   */
  groups(query: FaceGroupQuery): Promise<Page<FaceGroup>>;
  counts(): Promise<FaceCounts>;
  /** Those of these faces that are deleted and may come back, unordered. */
  deletedAmong(ids: readonly FaceId[]): Promise<readonly FaceObservation[]>;
  /**
   * Faces that were deleted at this time (ISO 8601) or before and are not removed yet, at most so many, oldest first. It
   * counts when the deletion was shown here, since one that was said elsewhere may be of any time; one that is shown
   * already and was said again since counts from then.
   */
  deletedUntil(time: string, limit: number): Promise<readonly FaceId[]>;
  /**
   * Begins to remove those of these faces that were deleted at this time (ISO 8601) or before, unless something was
   * said of them that the views do not know of, be it in the label log only; in one atomic step for each face. Nothing
   * that is said later brings them back: `deletedAmong` leaves them out, and `deletedUntil` names them until they are
   * removed. Answers what was seen of them, unordered, and of those of these faces where it had begun before.
   */
  beginRemoval(views: ReadonlyMap<FaceId, HumanView>, until: string): Promise<readonly FaceObservation[]>;
  /** Removes rows; unknown ids are ignored. The label log is not touched. */
  remove(ids: readonly FaceId[]): Promise<void>;
  /**
   * Applies what humans say: sets or clears the label, hides the face when it is ignored or deleted, stores
   * rejections, and sets a suggestion aside that contradicts. It comes back when what contradicted it is taken back,
   * unless another was made meanwhile or whom it names is gone; that of a hidden face waits behind it.
   * A view older (by `through` or by `said`) than the one last applied to a face is ignored, so that two services
   * projecting at once end with the newer one; one of the same age is applied again, since a merge changes whom it names. Faces that
   * are gone or being removed are ignored.
   */
  project(views: ReadonlyMap<FaceId, HumanView>): Promise<void>;
  /** People that each face was rejected for; faces without any are absent. */
  rejectionsOf(ids: readonly FaceId[]): Promise<ReadonlyMap<FaceId, ReadonlySet<PersonId>>>;
  /**
   * Replaces suggestions in one atomic step: `clear` takes those of faces away, then `set` gives faces theirs.
   * Labeled, ignored and deleted faces and rejected pairs are skipped, since a human's decision wins; faces that are
   * gone are ignored.
   * Somebody suggested who does not exist (yet) leaves the face alone. Returns how many faces changed.
   */
  changeSuggestions(change: {
    readonly set: readonly Suggestion[];
    readonly clear: readonly FaceId[];
  }): Promise<number>;
  /**
   * Moves every suggestion from one person to another with its confidence, also those behind a label or of a hidden
   * face; of faces that rejected the latter it is set aside, and of all when there is no other. `PersonStore.part`
   * moves them back.
   */
  moveSuggestions(from: PersonId, to: PersonId | null): Promise<void>;
  /**
   * Brings back the suggestions of a person that were set aside when there was no such person, where nothing
   * contradicts them and no other was made meanwhile.
   */
  bringBackSuggestions(person: PersonId): Promise<void>;
  /** Faces a human labeled as this person, every id, unordered. */
  labeledAs(person: PersonId): Promise<readonly FaceId[]>;
  /** Every face id in id order, with its standing: for training. */
  scroll(page: PageRequest): Promise<Page<Face>>;
}
