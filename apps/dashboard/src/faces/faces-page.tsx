import { useCallback, useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import { useQuery } from '../api/use-query';
import { Problem } from '../design/problem';
import { StatsDocument, type FaceState } from '../graphql/generated/graphql';
import { personListKey } from '../people/person-book';
import { useChangingDashboard } from '../shell/dashboard';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { FaceBoard } from './face-board';
import { FaceSizeSlider } from './face-size-slider';
import { NoFaces } from './no-faces';
import { SortMenu } from './sort-menu';
import { SORTING_CHOICES, useSorting } from './sorting';
import { mayHaveMore, peopleOf, personGroup, singleFaces } from './state-groups';
import './faces.css';

const TITLES = {
  LABELED: strings.tabs.labeled,
  INFERRED: strings.tabs.inferred,
  UNKNOWN: strings.tabs.unknown,
};
const COUNTS = { LABELED: 'labeled', INFERRED: 'inferred', UNKNOWN: 'unknown' } as const;
/** People are read this many at a time as their groups come near. */
const STEP = 100;

/** All faces of one state, grouped by person. */
export function FacesPage({ state }: { state: FaceState }) {
  useTitle(TITLES[state]);
  const { people } = useChangingDashboard();
  const [sorting, choose] = useSorting(state);
  const criteria = useMemo(() => peopleOf(state, sorting), [state, sorting]);
  const list = people.read(criteria);
  const stats = useQuery(StatsDocument, {}).data?.stats;
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
  const count = list.people.length;
  const onNearEnd = useCallback(() => {
    if (!complete) void people.loadUntil(criteria, count + STEP);
  }, [people, criteria, complete, count]);

  if (list.error && count === 0)
    return <Problem error={list.error} retry={() => void people.retry(criteria)} />;
  const total = stats?.faces[COUNTS[state]];
  return (
    <>
      <div className="view-bar">
        <h1 className="visually-hidden">{TITLES[state]}</h1>
        <p>{total !== undefined && total > 0 && strings.counts.faces(total)}</p>
        <div className="view-bar__actions">
          {state === 'INFERRED' && total !== undefined && total > 0 && (
            <Link className="button button--primary button--small" href="/review">
              {strings.review.start}
            </Link>
          )}
          <FaceSizeSlider />
          <SortMenu sorting={sorting} choices={SORTING_CHOICES[state]} choose={choose} />
        </div>
      </div>
      <FaceBoard
        // Another tab or order is another list: nothing of what was selected or folded carries over.
        key={`${state} ${sorting.people} ${sorting.faces}`}
        groups={groups}
        complete={complete}
        empty={<NoFaces state={state} />}
        onNearEnd={onNearEnd}
      />
    </>
  );
}
