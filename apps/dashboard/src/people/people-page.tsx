import { Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useQuery } from '../api/use-query';
import { ConfirmDialog } from '../design/confirm-dialog';
import { EmptyState } from '../design/empty-state';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { StatsDocument } from '../graphql/generated/graphql';
import { useNearEnd } from '../paging/use-near-end';
import { useChangingDashboard } from '../shell/dashboard';
import { SamePersonLink } from '../same-person/same-person-link';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { MergeDialog } from './merge-dialog';
import { PeopleBar } from './people-bar';
import { PERSON_SORTS, addressOf, criteriaOf, viewOf, type PeopleView } from './people-view';
import { personListKey } from './person-book';
import { PersonCard } from './person-card';
import { usePersonCommands } from './use-person-commands';
import './people.css';

const STEP = 100;
const SEARCH_DELAY_MS = 140;

/** Everybody who has a name. */
export function PeoplePage() {
  useTitle(strings.people.title);
  const { people } = useChangingDashboard();
  const commands = usePersonCommands();
  const [address, setAddress] = useSearchParams();
  const { sort, search, hidden } = viewOf(address);
  const [query, setQuery] = useState(search);
  const change = (changed: Partial<PeopleView>) =>
    setAddress((current) => addressOf({ ...viewOf(current), ...changed }, current), { replace: true });
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
  const [asking, setAsking] = useState<'merge' | 'delete' | null>(null);
  useEffect(() => {
    const timer = setTimeout(
      () => query.trim() !== search && change({ search: query.trim() }),
      SEARCH_DELAY_MS,
    );
    return () => clearTimeout(timer);
    // Only what is typed begins another search.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [query]);
  const criteria = useMemo(() => criteriaOf({ sort, search, hidden }), [sort, search, hidden]);
  const list = people.read(criteria);
  const questions = useQuery(StatsDocument, {}).data?.stats.questions ?? 0;
  useEffect(() => {
    people.shown = personListKey(criteria);
    void people.loadUntil(criteria, STEP);
    return () => {
      people.shown = null;
    };
  }, [people, criteria]);
  const end = useNearEnd(
    list.people.length,
    () => void people.loadUntil(criteria, list.people.length + STEP),
  );

  const toggle = (id: string) =>
    setSelected((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const chosen = [...(selected ?? [])].flatMap((id) => people.get(id) ?? []);
  const ids = chosen.map(({ id }) => id);
  if (list.error && list.people.length === 0) {
    return <Problem error={list.error} retry={() => void people.retry(criteria)} />;
  }
  const nobody = list.complete && list.people.length === 0;
  return (
    <>
      <div className="page-title">
        <h1>{strings.people.title}</h1>
        <div className="people-tools">
          <label className="people-search">
            <Search size={17} aria-hidden />
            <input
              type="search"
              aria-label={strings.people.search}
              placeholder={strings.people.search}
              value={query}
              maxLength={200}
              onChange={(event) => setQuery(event.target.value)}
            />
          </label>
          <select
            className="people-sort"
            aria-label={strings.people.sort}
            value={sort}
            onChange={(event) => change({ sort: event.target.value as PeopleView['sort'] })}
          >
            {PERSON_SORTS.map((each) => (
              <option key={each} value={each}>
                {strings.people.sorts[each]}
              </option>
            ))}
          </select>
          <button
            className="button button--quiet"
            aria-pressed={hidden}
            onClick={() => change({ hidden: !hidden })}
          >
            {strings.people.showHidden}
          </button>
          <button className="button button--quiet" onClick={() => setSelected(selected ? null : new Set())}>
            {selected ? strings.people.done : strings.people.selectMode}
          </button>
        </div>
      </div>
      {questions > 0 && search === '' && selected === null && <SamePersonLink count={questions} />}
      {nobody && search === '' && (
        <EmptyState title={strings.empty.people.title} text={strings.empty.people.text} />
      )}
      {nobody && search !== '' && <EmptyState art="lost" title={strings.empty.peopleSearch(search)} />}
      {!list.complete && list.people.length === 0 && <GridSkeleton />}
      <ul className="people" aria-label={strings.people.title}>
        {list.people.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            selected={selected?.has(person.id) ?? null}
            toggle={() => toggle(person.id)}
            rename={(name) => commands.rename(person.id, name)}
          />
        ))}
      </ul>
      {list.error && <Problem error={list.error} retry={() => void people.retry(criteria)} />}
      <div ref={end} />
      {chosen.length > 0 && (
        <PeopleBar count={chosen.length} clear={() => setSelected(new Set())} ask={setAsking} />
      )}
      {asking === 'merge' && (
        <MergeDialog
          people={chosen}
          close={() => setAsking(null)}
          merge={(into, cover) =>
            void commands
              .merge(
                into,
                ids.filter((id) => id !== into),
                cover,
              )
              .then((done) => done && setSelected(null))
          }
        />
      )}
      {asking === 'delete' && (
        <ConfirmDialog
          title={strings.people.deleteTitle(chosen.map(({ displayName }) => displayName))}
          text={strings.people.deleteText}
          action={strings.people.remove}
          danger
          close={() => setAsking(null)}
          confirm={() => void commands.remove(ids).then((done) => done && setSelected(null))}
        />
      )}
    </>
  );
}
