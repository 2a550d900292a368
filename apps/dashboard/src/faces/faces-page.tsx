import { useCallback, useEffect, useMemo } from 'react';
import { useQuery } from '../api/use-query';
import { Problem } from '../design/problem';
import { StatsDocument } from '../graphql/generated/graphql';
import { personListKey } from '../people/person-book';
import { useChangingDashboard } from '../shell/dashboard';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { FaceBoard } from './face-board';
import { type TabState } from './face-criteria';
import { FacesTogether } from './faces-together';
import { NameJumpBar } from './name-jump-bar';
import { NoFaces } from './no-faces';
import { mayHaveMore, peopleOf, personGroup, singleFaces } from './state-groups';
import { type BoardAddress, useBoardAddress } from './use-board-address';
import { useNameJumps } from './use-name-jumps';
import { ViewBar } from './view-bar';
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
        <FacesTogether state={state} address={address} empty={<NoFaces state={state} />} />
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
