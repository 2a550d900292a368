import type { PersonId } from '../identity/ids';
import type { LoggedDecision } from './decision';

/** Everything that humans have said about one face, in force now. */
export interface HumanView {
  readonly assigned: PersonId | null;
  readonly rejected: ReadonlySet<PersonId>;
  /** A stranger nobody cares about, until the face is labeled or no longer ignored. */
  readonly ignored: boolean;
  /** When it was deleted; null for a face that is there. */
  readonly deletedAt: string | null;
  /** Whom the face was labeled as when it was ignored or deleted: what taking that back brings back. */
  readonly formerly: PersonId | null;
  /** Sequence of the last decision this view knows of; 0 when there is none. */
  readonly through: number;
  /** How many decisions this view knows of: more than an older one does, even where what came in between was said first. */
  readonly said: number;
}

export const NOTHING_SAID: HumanView = {
  assigned: null,
  rejected: new Set(),
  ignored: false,
  deletedAt: null,
  formerly: null,
  through: 0,
  said: 0,
};

/** Where a person's id leads after merges; the identity for people who were never merged away. */
export type ResolvePerson = (person: PersonId) => PersonId;

/**
 * The view that the decisions about one face add up to, oldest first. The later statement wins; a rejection is
 * undone only by assigning that very person, and an assignment by rejecting that very person. Ignoring and deleting
 * clear the assignment but no rejection, so a face that a rescan brings back is never suggested again for those
 * people, and a face that was ignored when it was deleted is ignored when it is back.
 */
export function humanViewOf(decisions: Iterable<LoggedDecision>, resolve: ResolvePerson): HumanView {
  const view = { ...NOTHING_SAID, rejected: new Set<PersonId>() } as Changing<HumanView>;
  for (const decision of decisions) {
    view.through = decision.sequence;
    view.said += 1;
    hear(view, decision, resolve);
  }
  return view;
}

type Changing<T> = { -readonly [K in keyof T]: T[K] } & { rejected: Set<PersonId> };

function hear(view: Changing<HumanView>, decision: LoggedDecision, resolve: ResolvePerson): void {
  switch (decision.kind) {
    case 'assign':
      view.assigned = resolve(decision.person);
      view.rejected.delete(view.assigned);
      view.ignored = false;
      view.formerly = null;
      break;
    case 'unassign':
      view.assigned = null;
      view.formerly = null;
      break;
    case 'reject': {
      const person = resolve(decision.person);
      view.rejected.add(person);
      if (view.assigned === person) view.assigned = null;
      if (view.formerly === person) view.formerly = null;
      break;
    }
    case 'ignore':
      setLabelAside(view);
      view.ignored = true;
      break;
    case 'unignore':
      view.ignored = false;
      if (view.deletedAt === null) view.formerly = null;
      break;
    case 'delete':
      setLabelAside(view);
      view.deletedAt = decision.at;
      break;
    case 'restore':
      view.deletedAt = null;
      if (!view.ignored) view.formerly = null;
      break;
  }
}

function setLabelAside(view: Changing<HumanView>): void {
  view.formerly = view.assigned ?? view.formerly;
  view.assigned = null;
}
