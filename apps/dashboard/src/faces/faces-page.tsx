import { EyeOff } from 'lucide-react';
import { useCallback, useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { Problem } from '../design/problem';
import { FaceCountDocument, StatsDocument } from '../graphql/generated/graphql';
import { personListKey } from '../people/person-book';
import { useChangingDashboard } from '../shell/dashboard';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { isLimited } from './board-address';
import { FaceBoard } from './face-board';
import { filterOf, type TabState } from './face-criteria';
import { FaceSizeSlider } from './face-size-slider';
import { FilterChips } from './filter-chips';
import { FilterMenu } from './filter-menu';
import { NameJumpBar } from './name-jump-bar';
import { NoFaces } from './no-faces';
import { SortMenu } from './sort-menu';
import { SORTING_CHOICES } from './sorting';
import { allFacesOf, mayHaveMore, peopleOf, personGroup, singleFaces } from './state-groups';
import { type BoardAddress, useBoardAddress } from './use-board-address';
import { useNameJumps } from './use-name-jumps';
import './faces.css';

const TITLES = {
  LABELED: strings.tabs.labeled,
  INFERRED: strings.tabs.inferred,
  UNKNOWN: strings.tabs.unknown,
};
const COUNTS = { LABELED: 'labeled', INFERRED: 'inferred', UNKNOWN: 'unknown' } as const;
/** People are read this many at a time as their groups come near. */
const STEP = 100;
/** So many more are read at least when somebody wants to jump: there may be very many, and letters lead further. */
const REACH = 500;
/** Who goes on and on has the further to go the further they came: of those that are known, this share more are read. */
const GROWTH = 0.5;

/** All faces of one state, by person or together. */
export function FacesPage({ state }: { state: TabState }) {
  useTitle(TITLES[state]);
  const address = useBoardAddress(state);
  return (
    <>
      <h1 className="visually-hidden">{TITLES[state]}</h1>
      {address.together ? (
        <FacesTogether state={state} address={address} />
      ) : (
        <FacesByPerson state={state} address={address} />
      )}
    </>
  );
}

interface FacesProps {
  state: TabState;
  address: BoardAddress;
}

function FacesTogether({ state, address }: FacesProps) {
  const { sorting, limits } = address;
  const groups = useMemo(() => [allFacesOf(state, sorting.faces, limits)], [state, sorting.faces, limits]);
  const { criteria } = groups[0]!;
  const counting = useQuery(FaceCountDocument, { filter: filterOf(criteria) });
  const count = counting.data?.faceSummary.count ?? null;
  const whole = useMemo(() => [{ criteria, count: count ?? 0 }], [criteria, count]);
  const uncounted = count === null ? counting.error : null;
  const empty = uncounted ? (
    <Problem error={uncounted} retry={counting.retry} />
  ) : isLimited(limits) ? (
    <EmptyState art="lost" title={strings.filters.none.title} text={strings.filters.none.text}>
      <button className="button button--primary" onClick={() => address.limit({})}>
        {strings.filters.clear}
      </button>
    </EmptyState>
  ) : (
    <NoFaces state={state} />
  );
  return (
    <>
      <ViewBar state={state} address={address} count={count} />
      <FaceBoard
        groups={groups}
        whole={whole}
        complete={count !== null || uncounted !== null}
        empty={empty}
      />
    </>
  );
}

function FacesByPerson({ state, address }: FacesProps) {
  const { sorting } = address;
  const { people } = useChangingDashboard();
  const jumps = useNameJumps(state !== 'UNKNOWN' && sorting.people === 'NAME');
  const after = jumps.current?.after;
  const criteria = useMemo(() => ({ ...peopleOf(state, sorting), after }), [state, sorting, after]);
  const list = people.read(criteria);
  const total = useQuery(StatsDocument, {}).data?.stats.faces[COUNTS[state]] ?? null;
  useEffect(() => {
    people.shown = personListKey(criteria);
    void people.loadUntil(criteria, STEP);
    return () => {
      people.shown = null;
    };
  }, [people, criteria]);

  const complete =
    list.complete || (list.people.length > 0 && !mayHaveMore(state, sorting, list.people.at(-1)));
  const groups = useMemo(() => {
    const ofPeople = list.people.map((person) => personGroup(person, state, sorting));
    return state === 'UNKNOWN' && complete ? [...ofPeople, singleFaces(sorting)] : ofPeople;
    // `list.people` is a new array each time; these two say when something in it changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state, sorting, complete, list.ids, people.version]);
  const whole = useMemo(
    () => [{ criteria: { state, sort: sorting.faces }, count: total ?? 0 }],
    [state, sorting.faces, total],
  );
  const count = list.people.length;
  const onNearEnd = useCallback(() => {
    if (!complete) void people.loadUntil(criteria, count + Math.max(STEP, Math.round(count * GROWTH)));
  }, [people, criteria, complete, count]);
  const onWholeWanted = useCallback(() => {
    if (!complete) void people.loadUntil(criteria, count + Math.max(REACH, Math.round(count * GROWTH)));
  }, [people, criteria, complete, count]);

  if (list.error && count === 0) {
    return <Problem error={list.error} retry={() => void people.retry(criteria)} />;
  }
  return (
    <>
      <ViewBar state={state} address={address} count={total} />
      <NameJumpBar {...jumps} />
      <FaceBoard
        key={after}
        groups={groups}
        whole={whole}
        complete={complete}
        empty={<NoFaces state={state} />}
        onNearEnd={onNearEnd}
        onWholeWanted={onWholeWanted}
      />
      {list.error && <Problem error={list.error} retry={() => void people.retry(criteria)} />}
    </>
  );
}

/** How many faces there are, and how they are shown. */
function ViewBar({ state, address, count }: FacesProps & { count: number | null }) {
  const { limits, limit, onlyWhileLimited } = address;
  return (
    <>
      <div className="view-bar">
        <p role="status">
          {count !== null &&
            count > 0 &&
            (isLimited(limits) ? strings.filters.matching : strings.counts.faces)(count)}
        </p>
        <div className="view-bar__actions">
          {state === 'INFERRED' && count !== null && count > 0 && (
            <Link className="button button--primary button--small" href="/review">
              {strings.review.start}
            </Link>
          )}
          {state === 'UNKNOWN' && <IgnoredLink />}
          <FaceSizeSlider />
          <FilterMenu state={state} limits={limits} limit={limit} count={count} />
          <SortMenu address={address} choices={SORTING_CHOICES[state]} />
        </div>
      </div>
      <FilterChips limits={limits} limit={limit} onlyWhileLimited={onlyWhileLimited} />
    </>
  );
}

/** To the strangers that were taken out of this list. */
function IgnoredLink() {
  const count = useQuery(StatsDocument, {}).data?.stats.faces.ignored ?? 0;
  if (count === 0) return null;
  return (
    <Link className="button button--quiet button--small" href="/ignored">
      <EyeOff size={16} aria-hidden />
      {strings.ignoring.link(count)}
    </Link>
  );
}
