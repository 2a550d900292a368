import { type FaceState } from '../graphql/generated/graphql';
import { type ManyFaces } from '../labeling/bulk-actions';
import { type Scope, selectedCount, type Selection } from '../selection/selection';
import { type Face, matches } from './face-criteria';
import { type FaceLists } from './face-lists';

/** The faces that something is done to: some by name, and all that match, but for some. */
export interface FaceChoice {
  ids: readonly string[];
  scopes: readonly Scope[];
  except: ReadonlySet<string>;
  /** How many that are, as people were told. */
  count: number;
  /** The selection that they are; null when they are something else. */
  selection: Selection | null;
}

const NONE: ReadonlySet<string> = new Set();

export const someFaces = (ids: readonly string[]): FaceChoice => ({
  ids,
  scopes: [],
  except: NONE,
  count: ids.length,
  selection: null,
});

export const allFaces = (scope: Scope): FaceChoice => ({
  ids: [],
  scopes: [scope],
  except: NONE,
  count: scope.count,
  selection: null,
});

/** What is selected, with the scopes as large as people see them. */
export const selectedFaces = (selection: Selection, countOf: (scope: Scope) => number): FaceChoice => ({
  ids: [...selection.chosen],
  scopes: selection.scopes.map((scope) => ({ ...scope, count: countOf(scope) })),
  except: selection.except,
  count: selectedCount(selection, countOf),
  selection,
});

/** The states that faces of a choice are in, as far as they are known. */
export function statesOf({ ids, scopes }: FaceChoice, faceOf: (id: string) => Face | null): Set<FaceState> {
  const states = new Set(scopes.map(({ criteria }) => criteria.state));
  for (const id of ids) {
    const face = faceOf(id);
    if (face) states.add(face.state);
  }
  return states;
}

/** Each scope of a choice, with what was taken out of it. */
export function manyFacesOf(
  { scopes, except }: FaceChoice,
  faceOf: (id: string) => Face | null,
): readonly ManyFaces[] {
  return scopes.map(({ criteria, count }) => {
    // Of the only scope everything was taken out, also where that cannot be seen, as with folders.
    const isOut = (id: string) => {
      const face = scopes.length === 1 ? null : faceOf(id);
      return face === null || matches(face, criteria);
    };
    const left = new Set([...except].filter(isOut));
    return { criteria, except: left, count: Math.max(0, count - left.size) };
  });
}

/** Every face of a choice as it is now, those included that nobody scrolled to. Throws the `ApiError` that ended it. */
export async function readChoice(
  { ids, scopes, except }: Pick<FaceChoice, 'ids' | 'scopes' | 'except'>,
  lists: Pick<FaceLists, 'readIds'>,
): Promise<readonly string[]> {
  if (scopes.length === 0) return ids;
  const read = await Promise.all(scopes.map(({ criteria }) => lists.readIds(criteria)));
  return [...new Set([...ids, ...read.flat()])].filter((id) => !except.has(id));
}
