import { type FaceState } from '../graphql/generated/graphql';
import { type Scope, type Selection } from '../selection/selection';
import { type Face } from './face-criteria';
import { type FaceLists } from './face-lists';

/** The faces that something is done to: some by name, and all that match, but for some. */
export interface FaceChoice {
  ids: readonly string[];
  scopes: readonly Scope[];
  except: ReadonlySet<string>;
  /** How many that are, as people were told. */
  count: number;
}

const NONE: ReadonlySet<string> = new Set();

export const someFaces = (ids: readonly string[]): FaceChoice => ({
  ids,
  scopes: [],
  except: NONE,
  count: ids.length,
});

export const allFaces = (scope: Scope): FaceChoice => ({
  ids: [],
  scopes: [scope],
  except: NONE,
  count: scope.count,
});

export const selectedFaces = ({ chosen, scopes, except }: Selection, count: number): FaceChoice => ({
  ids: [...chosen],
  scopes,
  except,
  count,
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

/** Every face of a choice as it is now, those included that nobody scrolled to. Throws the `ApiError` that ended it. */
export async function readChoice(
  { ids, scopes, except }: FaceChoice,
  lists: Pick<FaceLists, 'readIds'>,
): Promise<readonly string[]> {
  if (scopes.length === 0) return ids;
  const read = await Promise.all(scopes.map(({ criteria }) => lists.readIds(criteria)));
  return [...new Set([...ids, ...read.flat()])].filter((id) => !except.has(id));
}
