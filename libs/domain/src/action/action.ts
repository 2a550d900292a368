import type { FaceId, PersonId } from '../identity/ids';
import type { SamePersonAnswer } from '../person/same-person';
import type { Person, PersonIdentity, PersonWithCounts } from '../person/person';
import type { PersonDetails } from '../person/person-details';

/**
 * What a human did to people, or said of very many faces at once, with all that is needed to take it back exactly. What
 * it says of faces is in the label log, by the id of the action.
 *
 * - `created`, `deleted` and `restored`: the person as it was then; `restored` takes `deleted` back.
 * - `named`: from one identity to another. Who names a group says who its faces are; who takes that back, no longer.
 * - `merged`: `person`, as it was, became part of `into`. `parted`: it came back out of `from`.
 * - `described`: other details, of which only those that changed are given.
 * - `covered`: another face, or none, is shown for the person.
 * - `answered`: whether two people are one; `null` takes an answer back.
 * - `said`: the same of all faces that matched a filter; of `person`, where it was about one person. All of it is in the
 *   label log.
 */
export type Deed =
  | { readonly kind: 'created' | 'deleted' | 'restored'; readonly person: KnownPerson }
  | {
      readonly kind: 'named';
      readonly person: PersonId;
      readonly from: PersonIdentity;
      readonly to: PersonIdentity;
    }
  | { readonly kind: 'merged'; readonly person: KnownPerson; readonly into: PersonId }
  | { readonly kind: 'parted'; readonly person: KnownPerson; readonly from: PersonId }
  | {
      readonly kind: 'described';
      readonly person: PersonId;
      readonly from: Partial<PersonDetails>;
      readonly to: Partial<PersonDetails>;
    }
  | {
      readonly kind: 'covered';
      readonly person: PersonId;
      readonly from: FaceId | null;
      readonly to: FaceId | null;
    }
  | {
      readonly kind: 'answered';
      readonly one: PersonId;
      readonly other: PersonId;
      readonly from: SamePersonAnswer | null;
      readonly to: SamePersonAnswer | null;
    }
  | { readonly kind: 'said'; readonly statement: SaidOfMany; readonly person: PersonId | null };

/** What can be said of very many faces at once; `again` is what was said of them before. */
export type SaidOfMany =
  'label' | 'confirm' | 'reject' | 'unlabel' | 'ignore' | 'unignore' | 'delete' | 'again';

/** One thing that a human did at once. */
export interface Action {
  /** UUID; beginning the same id twice is a no-op. */
  readonly id: string;
  /** Who did it. */
  readonly actor: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly deed: Deed;
  /** The action that this one takes back. */
  readonly takesBack: string | null;
  /** How many decisions of the label log belong to it. They are appended at once, before anything else of it is done. */
  readonly decisions: number;
}

/** `begun`: it may be half done, and is to be finished. `refused`: nothing of it holds. */
export type ActionState = 'begun' | 'done' | 'refused';

/** An action with its place in the journal; sequences grow strictly. */
export type LoggedAction = Action & {
  readonly sequence: number;
  readonly state: ActionState;
  /** The last sequence of the label log when it began: the one order of what is in both. */
  readonly after: number;
  /** The action that took this one back; null while it holds. */
  readonly takenBackBy: string | null;
};

/** A person with everything that would be lost with it. */
export type KnownPerson = Person & Partial<PersonDetails>;

/** What is to be written down of a person, so that it can be there again. */
export function knownPerson({ counts: _, changedAt: __, ...person }: PersonWithCounts): KnownPerson {
  return person;
}
