import { type FaceSort, type FaceState } from '../graphql/generated/graphql';
import { type Person, type PersonCriteria } from '../people/person-book';
import { strings } from '../strings/en';
import { type FaceLimits, type TabState } from './face-criteria';
import { type GridGroup } from './grid-group';
import { type Sorting } from './sorting';

const OF_STATE = {
  LABELED: { kind: 'NAMED', count: 'labeledCount', action: null },
  INFERRED: { kind: 'NAMED', count: 'inferredCount', action: 'confirm-all' },
  UNKNOWN: { kind: 'UNKNOWN', count: 'unknownCount', action: 'label-all' },
} as const;

/** The people whose faces are in a state, in the order of the groups. */
export const peopleOf = (state: TabState, { people }: Sorting): PersonCriteria => ({
  kind: OF_STATE[state].kind,
  sort: people,
});

const groupsOf = new WeakMap<Person, Map<string, GridGroup>>();

/** One person's faces of a state as a group: the same one as long as nothing of the person changed. */
export function personGroup(person: Person, state: TabState, sorting: Pick<Sorting, 'faces'>): GridGroup {
  const known = groupsOf.get(person) ?? new Map<string, GridGroup>();
  groupsOf.set(person, known);
  const key = `${state} ${sorting.faces}`;
  const group = known.get(key) ?? newGroup(person, state, sorting);
  known.set(key, group);
  return group;
}

function newGroup(person: Person, state: TabState, sorting: Pick<Sorting, 'faces'>): GridGroup {
  const { count, action } = OF_STATE[state];
  return {
    key: `${person.id} ${state}`,
    title: person.displayName,
    personName: person.displayName,
    href: `/people/${person.id}`,
    coverUrl: person.cover?.cropUrl ?? null,
    hidden: person.hidden,
    criteria: { state, personId: person.id, sort: sorting.faces },
    knownCount: person[count],
    action,
    mixed: false,
  };
}

/** Faces that resemble no other; nobody counts them before they are read. */
export const singleFaces = (sorting: Sorting): GridGroup => ({
  key: 'alone',
  title: strings.unknownPerson,
  personName: null,
  href: null,
  coverUrl: null,
  hidden: false,
  criteria: { state: 'UNKNOWN', alone: true, sort: sorting.faces },
  knownCount: null,
  action: null,
  mixed: false,
});

/** All faces of a state together, whoever they are. */
export const allFacesOf = (state: FaceState, faces: FaceSort, limits: FaceLimits): GridGroup => ({
  key: `all ${state}`,
  title: state === 'IGNORED' ? strings.ignoring.title : strings.board.together,
  personName: null,
  href: null,
  coverUrl: null,
  hidden: false,
  criteria: { state, sort: faces, limits },
  knownCount: null,
  action: null,
  mixed: true,
});

/** Whether people after `last` may have faces of the state too: those with most to review come first. */
export const mayHaveMore = (state: TabState, { people }: Sorting, last: Person | undefined): boolean =>
  !(state === 'INFERRED' && people === 'TO_REVIEW' && last?.inferredCount === 0);
