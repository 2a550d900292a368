import { useCallback, useSyncExternalStore } from 'react';
import { type FaceSort, type FaceState, type PersonSort } from '../graphql/generated/graphql';

/** How a page orders its groups, and the faces in each. */
export interface Sorting {
  people: PersonSort;
  faces: FaceSort;
}

export interface SortingChoices {
  people: readonly PersonSort[];
  faces: readonly FaceSort[];
}

/** What makes sense for faces of a state; the first of each is meant until somebody chooses. */
export const SORTING_CHOICES: Record<FaceState, SortingChoices> = {
  LABELED: { people: ['SIZE', 'NAME', 'RECENT'], faces: ['DATE', 'OLDEST', 'QUALITY'] },
  INFERRED: {
    people: ['TO_REVIEW', 'SIZE', 'NAME'],
    faces: ['CONFIDENCE', 'UNCERTAIN', 'DATE', 'OLDEST', 'QUALITY'],
  },
  UNKNOWN: { people: ['SIZE'], faces: ['QUALITY', 'DATE', 'OLDEST'] },
  // They are nobody's, and in one group.
  IGNORED: { people: ['SIZE'], faces: ['DATE', 'OLDEST', 'QUALITY'] },
};

const keyOf = (state: FaceState): string => `kindred.sort.${state}`;

/** A stored choice as far as it still exists, completed by what is meant when nobody chose. */
export function parseSorting(stored: string | null, choices: SortingChoices): Sorting {
  let value: Partial<Record<keyof Sorting, unknown>> = {};
  try {
    value = (JSON.parse(stored ?? '{}') ?? {}) as typeof value;
  } catch {
    // Somebody else's words: as if nobody had chosen.
  }
  return {
    people: choices.people.find((sort) => sort === value.people) ?? choices.people[0]!,
    faces: choices.faces.find((sort) => sort === value.faces) ?? choices.faces[0]!,
  };
}

const chosen = new Map<FaceState, Sorting>();
const listeners = new Set<() => void>();

function sortingOf(state: FaceState): Sorting {
  let sorting = chosen.get(state);
  if (sorting === undefined) {
    sorting = parseSorting(stored(state), SORTING_CHOICES[state]);
    chosen.set(state, sorting);
  }
  return sorting;
}

/** Changes the order of a page, wherever it is shown; kept by the browser where it may. */
export function chooseSorting(state: FaceState, change: Partial<Sorting>): void {
  const sorting = { ...sortingOf(state), ...change };
  chosen.set(state, sorting);
  try {
    localStorage.setItem(keyOf(state), JSON.stringify(sorting));
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The order of a page, and how to change it. */
export function useSorting(state: FaceState): [Sorting, (sorting: Sorting) => void] {
  const sorting = useSyncExternalStore(subscribe, () => sortingOf(state));
  const choose = useCallback((wanted: Sorting) => chooseSorting(state, wanted), [state]);
  return [sorting, choose];
}

function stored(state: FaceState): string | null {
  try {
    return localStorage.getItem(keyOf(state));
  } catch {
    return null;
  }
}
