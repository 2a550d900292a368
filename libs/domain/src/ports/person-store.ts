import type { FaceId, PersonId } from '../identity/ids';
import type { Person, PersonWithCounts } from '../person/person';
import type { PersonDetails } from '../person/person-details';
import type { Page, PageRequest } from './page';

export type PersonSort = 'SIZE' | 'NAME' | 'TO_REVIEW' | 'RECENT';

export interface PersonQuery extends PageRequest {
  readonly kind?: 'named' | 'unknown';
  /**
   * Part of the name or of an alias, as `personSearchKey` finds it in their keys; unknown people have neither. White
   * space is no search.
   */
  readonly search?: string;
  /** Whether hidden people are among the others; true unless it is given. */
  readonly withHidden?: boolean;
  /** `SIZE`: most faces first. `NAME`: named people by name key, then unknown ones by number. `TO_REVIEW`: most inferred faces first. `RECENT`: last changed first. Default `SIZE`. */
  readonly sort?: PersonSort;
}

/** Named people whose names begin alike, as a place to jump to in the list by `NAME`. */
export interface NameInitial {
  /** The first character of their name keys: a letter in lower case, or whatever else names begin with. */
  readonly initial: string;
  readonly count: number;
  /** What `list` reads them after. */
  readonly after: string;
}

/**
 * People. No name or alias is that of two people, by `personNameKey`. An unknown person whose faces are all hidden, that
 * is ignored, or deleted and able to come back, is in no list and no count, and is there again as soon as one of them is.
 */
export interface PersonStore {
  /**
   * Faces that stand for this id already count. A person that exists stays as it is, and one that was merged does not
   * come back: both are ignored. Details that are not given are as in `NO_DETAILS`. @throws KindredError `NAME_TAKEN`
   * when the name or an alias is that of somebody else; `NAME_INVALID`.
   */
  create(person: Person & Partial<PersonDetails>): Promise<void>;
  get(id: PersonId): Promise<PersonWithCounts | null>;
  /** Those that exist, in the order asked for. */
  getMany(ids: readonly PersonId[]): Promise<readonly PersonWithCounts[]>;
  /** By the name or an alias. @throws KindredError `NAME_INVALID`. */
  findByName(name: string): Promise<PersonWithCounts | null>;
  list(query: PersonQuery): Promise<Page<PersonWithCounts>>;
  /** With what names begin, in the order of `NAME`; of named people only, filtered as `list` filters them. */
  initials(query: Pick<PersonQuery, 'search' | 'withHidden'>): Promise<readonly NameInitial[]>;
  /**
   * Named people whose name or an alias fits what somebody typed, by `nameLikeness`: at most `limit`, the best first.
   * Nobody where it is longer than any name.
   */
  alike(typed: string, limit: number): Promise<readonly PersonWithCounts[]>;
  counts(): Promise<{ readonly named: number; readonly unknown: number }>;
  /**
   * Names or renames; the faces stay, and a name that was an alias is none any more.
   * @throws KindredError `NAME_TAKEN`, `NAME_INVALID`, `NOT_FOUND`.
   */
  rename(id: PersonId, name: string): Promise<void>;
  /**
   * Makes somebody with a name unknown again, with the number that it had and without aliases; an unknown person stays as
   * it is.
   */
  unname(id: PersonId, number: number): Promise<void>;
  /**
   * Changes what is given; aliases are kept as `normaliseAliases` writes them.
   * @throws KindredError `NAME_TAKEN` when an alias is the name or an alias of somebody else, `NAME_INVALID`,
   * `NOT_FOUND`, `CONFLICT` for aliases of somebody without a name.
   */
  changeDetails(id: PersonId, details: Partial<PersonDetails>): Promise<void>;
  setCover(id: PersonId, face: FaceId | null): Promise<void>;
  /**
   * Remembers that `from` is now `into`, until that is taken back by `part`, and removes `from`. Chains are followed by
   * `resolve`; what would close a circle, or merge again what was merged, is ignored. Aliases go over to a person with a
   * name, and the birth date to one without.
   */
  mergeInto(from: PersonId, into: PersonId): Promise<void>;
  /**
   * Takes back that somebody became part of another: the person is there again as it is given, with everybody who had
   * become part of it before and with its details, as far as the other did not give up those that went over; an alias that
   * somebody else has by now does not come back. Suggestions that were moved from it and stand still are its own again, and so are the
   * open questions about it; whom it and the other are different from is what was said about either, not about both.
   * Ignored when the person is part of nobody. @throws KindredError `NAME_TAKEN`; nothing changes then.
   */
  part(person: Person): Promise<void>;
  /** These ids, and those of everybody who is part of them, directly or through others, whether or not they are part of somebody themselves. */
  everybodyIn(people: readonly PersonId[]): Promise<readonly PersonId[]>;
  /** Where an id leads after merges; itself when it was never merged. */
  resolve(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonId>>;
  /** Removes the people; labels stay, faces suggested for them stand alone. */
  remove(ids: readonly PersonId[]): Promise<void>;
  /** Unknown people without a labeled face who have fewer than so many faces, the smallest first, `limit` at most. */
  smallUnknown(faces: number, limit: number): Promise<readonly PersonWithCounts[]>;
  /**
   * Removes those of these people who are unknown and have neither a labeled face nor a hidden one at that moment, as
   * `remove` does.
   */
  removeUnlabeled(ids: readonly PersonId[]): Promise<void>;
  /** One more than the highest number that an unknown person ever had; 1 at first. Asking reserves nothing. */
  nextUnknownNumber(): Promise<number>;
}
