import type { PersonId } from '../identity/ids';
import type { LoggedDecision } from './decision';

/** Everything that humans have said about one face, in force now. */
export interface HumanView {
  readonly assigned: PersonId | null;
  readonly rejected: ReadonlySet<PersonId>;
  readonly deleted: boolean;
  /** Sequence of the last decision this view knows of; 0 when there is none. */
  readonly through: number;
}

export const NOTHING_SAID: HumanView = { assigned: null, rejected: new Set(), deleted: false, through: 0 };

/** Where a person's id leads after merges; the identity for people who were never merged away. */
export type ResolvePerson = (person: PersonId) => PersonId;

/**
 * The view that the decisions about one face add up to, oldest first. The later statement wins; a rejection is
 * undone only by assigning that very person, and an assignment by rejecting that very person. Deleting clears
 * the assignment but no rejection, so a face that a rescan brings back is never suggested again for those people.
 */
export function humanViewOf(decisions: Iterable<LoggedDecision>, resolve: ResolvePerson): HumanView {
  let assigned: PersonId | null = null;
  let deleted = false;
  let through = 0;
  const rejected = new Set<PersonId>();
  for (const decision of decisions) {
    through = decision.sequence;
    switch (decision.kind) {
      case 'assign':
        assigned = resolve(decision.person);
        rejected.delete(assigned);
        break;
      case 'unassign':
        assigned = null;
        break;
      case 'reject': {
        const person = resolve(decision.person);
        rejected.add(person);
        if (assigned === person) assigned = null;
        break;
      }
      case 'delete':
        assigned = null;
        deleted = true;
        break;
      case 'restore':
        deleted = false;
        break;
    }
  }
  return { assigned, rejected, deleted, through };
}
