import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { type FaceState } from '../graphql/generated/graphql';
import { type BoardView, isLimited, limitsOf, sortingOf, withLimits } from './board-address';
import { type FaceLimits } from './face-criteria';
import { type Sorting, useSorting } from './sorting';

export interface BoardAddress extends BoardView {
  sort: (sorting: Sorting) => void;
  /** Narrows what is shown. The first limit, and taking all away, are steps that Back takes back. */
  limit: (limits: FaceLimits) => void;
  putTogether: (together: boolean) => void;
}

/** What a page of faces shows, as its address says it. */
export function useBoardAddress(state: FaceState): BoardAddress {
  const [address, setAddress] = useSearchParams();
  const [chosen, choose] = useSorting(state);
  const text = address.toString();
  const view = useMemo((): BoardView => {
    const current = new URLSearchParams(text);
    const limits = limitsOf(current);
    // Nobody counts for each person how many faces are within limits.
    const isChosen = state === 'IGNORED' || current.get('view') === 'together';
    return {
      sorting: sortingOf(current, state, chosen),
      together: isChosen || isLimited(limits),
      onlyWhileLimited: !isChosen && isLimited(limits),
      limits,
    };
  }, [text, state, chosen]);

  const sort = useCallback(
    (sorting: Sorting) => {
      choose(sorting);
      setAddress((current) => {
        const next = new URLSearchParams(current);
        next.set('people', sorting.people);
        next.set('order', sorting.faces);
        return next;
      });
    },
    [choose, setAddress],
  );
  const limit = useCallback(
    (limits: FaceLimits) =>
      setAddress((current) => withLimits(current, limits), {
        replace: isLimited(limits) && isLimited(limitsOf(new URLSearchParams(text))),
      }),
    [setAddress, text],
  );
  const putTogether = useCallback(
    (together: boolean) =>
      setAddress((current) => {
        const next = together ? new URLSearchParams(current) : withLimits(current, {});
        if (together) next.set('view', 'together');
        else next.delete('view');
        return next;
      }),
    [setAddress],
  );
  return useMemo(() => ({ ...view, sort, limit, putTogether }), [view, sort, limit, putTogether]);
}
