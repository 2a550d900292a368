import type { FaceId, PersonId } from '../identity/ids';
import type { Person, PersonWithCounts } from '../person/person';
import type { Page, PageRequest } from './page';

export type PersonSort = 'SIZE' | 'NAME' | 'TO_REVIEW';

export interface PersonQuery extends PageRequest {
  readonly kind?: 'named' | 'unknown';
  /** Part of the name, as `personSearchKey` finds it in name keys; unknown people have no name. White space is no search. */
  readonly search?: string;
  /** `SIZE`: most faces first. `NAME`: named people by name key, then unknown ones by number. `TO_REVIEW`: most inferred faces first. Default `SIZE`. */
  readonly sort?: PersonSort;
}

/** People. Named people have distinct names by `personNameKey`. */
export interface PersonStore {
  /**
   * Faces that stand for this id already count. A person that exists stays as it is, and one that was merged does not
   * come back: both are ignored. @throws KindredError `NAME_TAKEN` when a named person with that name key exists;
   * `NAME_INVALID`.
   */
  create(person: Person): Promise<void>;
  get(id: PersonId): Promise<PersonWithCounts | null>;
  /** Those that exist, in the order asked for. */
  getMany(ids: readonly PersonId[]): Promise<readonly PersonWithCounts[]>;
  /** @throws KindredError `NAME_INVALID`. */
  findByName(name: string): Promise<PersonWithCounts | null>;
  list(query: PersonQuery): Promise<Page<PersonWithCounts>>;
  counts(): Promise<{ readonly named: number; readonly unknown: number }>;
  /** Names or renames; the faces stay. @throws KindredError `NAME_TAKEN`, `NAME_INVALID`, `NOT_FOUND`. */
  rename(id: PersonId, name: string): Promise<void>;
  /** Makes somebody with a name unknown again, with the number that it had; an unknown person stays as it is. */
  unname(id: PersonId, number: number): Promise<void>;
  setCover(id: PersonId, face: FaceId | null): Promise<void>;
  /**
   * Remembers that `from` is now `into`, until that is taken back by `part`, and removes `from`. Chains are followed by
   * `resolve`; what would close a circle, or merge again what was merged, is ignored.
   */
  mergeInto(from: PersonId, into: PersonId): Promise<void>;
  /**
   * Takes back that somebody became part of another: the person is there again as it is given, with everybody who had
   * become part of it before. Suggestions that were moved from it and stand still are its own again, and so are the
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
  /** Removes those of these people who are unknown and have no labeled face at that moment, as `remove` does. */
  removeUnlabeled(ids: readonly PersonId[]): Promise<void>;
  /** One more than the highest number that an unknown person ever had; 1 at first. Asking reserves nothing. */
  nextUnknownNumber(): Promise<number>;
}
