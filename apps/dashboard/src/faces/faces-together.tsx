import { useMemo, type ReactNode } from 'react';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { Problem } from '../design/problem';
import { FaceCountDocument, type FaceState } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { isLimited } from './board-address';
import { FaceBoard } from './face-board';
import { filterOf } from './face-criteria';
import { allFacesOf } from './state-groups';
import { type BoardAddress } from './use-board-address';
import { ViewBar } from './view-bar';

interface FacesTogetherProps {
  state: FaceState;
  address: BoardAddress;
  /** Said above the faces. */
  note?: ReactNode;
  /** Shown when there are no faces at all. */
  empty: ReactNode;
}

/** All faces of one state in one list, as far as they are within limits. */
export function FacesTogether({ state, address, note, empty }: FacesTogetherProps) {
  const { sorting, limits } = address;
  const groups = useMemo(() => [allFacesOf(state, sorting.faces, limits)], [state, sorting.faces, limits]);
  const { criteria } = groups[0]!;
  const counting = useQuery(FaceCountDocument, { filter: filterOf(criteria) });
  const count = counting.data?.faceSummary.count ?? null;
  const whole = useMemo(() => [{ criteria, count: count ?? 0 }], [criteria, count]);
  const uncounted = count === null ? counting.error : null;
  const nothing = uncounted ? (
    <Problem error={uncounted} retry={counting.retry} />
  ) : isLimited(limits) ? (
    <EmptyState art="lost" title={strings.filters.none.title} text={strings.filters.none.text}>
      <button className="button button--primary" onClick={() => address.limit({})}>
        {strings.filters.clear}
      </button>
    </EmptyState>
  ) : (
    empty
  );
  return (
    <>
      <ViewBar state={state} address={address} count={count} />
      {count !== null && count > 0 && note}
      <FaceBoard
        groups={groups}
        whole={whole}
        complete={count !== null || uncounted !== null}
        empty={nothing}
      />
    </>
  );
}
