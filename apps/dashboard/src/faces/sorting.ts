import { useCallback, useState } from 'react';
import { type FaceSort, type FaceState, type PersonSort } from '../graphql/generated/graphql';

/** How a tab orders its groups, and the faces in each. */
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

/** The order of a tab, kept by the browser where it may. */
export function useSorting(state: FaceState): [Sorting, (sorting: Sorting) => void] {
  const [sorting, setSorting] = useState(() => parseSorting(stored(state), SORTING_CHOICES[state]));
  const choose = useCallback(
    (chosen: Sorting) => {
      setSorting(chosen);
      try {
        localStorage.setItem(keyOf(state), JSON.stringify(chosen));
      } catch {
        // Without storage the choice lasts until the tab is left.
      }
    },
    [state],
  );
  return [sorting, choose];
}

function stored(state: FaceState): string | null {
  try {
    return localStorage.getItem(keyOf(state));
  } catch {
    return null;
  }
}
