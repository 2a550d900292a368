import type { FaceId, PersonId } from '../identity/ids';
import type { Person, PersonWithCounts } from '../person/person';
import type { Page, PageRequest } from './page';

export type PersonSort = 'SIZE' | 'NAME' | 'TO_REVIEW';

export interface PersonQuery extends PageRequest {
  readonly kind?: 'named' | 'unknown';
  /** Case-insensitive part of the name, by `personNameKey`. */
  readonly search?: string;
  /** `SIZE`: most faces first. `NAME`: by name key. `TO_REVIEW`: most inferred faces first. Default `SIZE`. */
  readonly sort?: PersonSort;
}

/** People. Named people have distinct names by `personNameKey`. */
export interface PersonStore {
  /** @throws KindredError `NAME_TAKEN` when a named person with that name key exists. */
  create(person: Person): Promise<void>;
  get(id: PersonId): Promise<PersonWithCounts | null>;
  getMany(ids: readonly PersonId[]): Promise<readonly PersonWithCounts[]>;
  findByName(name: string): Promise<PersonWithCounts | null>;
  list(query: PersonQuery): Promise<Page<PersonWithCounts>>;
  counts(): Promise<{ readonly named: number; readonly unknown: number }>;
  /** Names or renames. @throws KindredError `NAME_TAKEN`, `NOT_FOUND`. */
  rename(id: PersonId, name: string): Promise<void>;
  setCover(id: PersonId, face: FaceId | null): Promise<void>;
  /** Remembers for ever that `from` is now `into`, and removes `from`. Chains are followed by `resolve`. */
  mergeInto(from: PersonId, into: PersonId): Promise<void>;
  /** Where an id leads after merges; itself when it was never merged. */
  resolve(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonId>>;
  /** Removes the person; labels in the log stay. */
  remove(ids: readonly PersonId[]): Promise<void>;
  /** The smallest number that no unknown person has had yet. */
  nextUnknownNumber(): Promise<number>;
}
