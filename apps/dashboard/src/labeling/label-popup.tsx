import { Plus, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { useQuery } from '../api/use-query';
import { Avatar } from '../design/avatar';
import { useFocusReturn } from '../design/focus-return';
import { useCombobox } from '../design/use-combobox';
import { PeopleAlikeDocument, SimilarPeopleDocument } from '../graphql/generated/graphql';
import { type PersonCriteria } from '../people/person-book';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { formatCount, formatProbability } from '../strings/format';
import { useDelayed } from '../shell/use-delayed';
import { type LabelTarget } from './face-actions';
import { labelOptions, type LabelOption } from './label-options';
import { popupPlace } from './popup-place';
import './label-popup.css';
import '../design/overlay.css';

export interface LabelRequest {
  faceIds: readonly string[];
  /** How many faces are meant, where they are more than those that are named. */
  count?: number;
  /** What was pressed: the pop-up opens beside it. */
  anchor: DOMRect | null;
}

interface LabelPopupProps {
  request: LabelRequest;
  close: () => void;
  choose: (target: LabelTarget) => void;
}

const SIZE = { width: 368, height: 430 };
const SEARCH_DELAY_MS = 140;
const MOST_PREVIEWS = 7;
/** So many of the faces say whom they look like. */
const MOST_COMPARED = 20;
/** Less probable than this, nobody is told how much somebody looks like the faces. */
const LEAST_SAID = 0.1;
/** Offered while nothing is typed: hidden people are not. */
const EVERYBODY: PersonCriteria = { kind: 'NAMED', sort: 'SIZE', withHidden: false };
const NARROW = 640;

/** Says who faces are: finds people while a name is typed, or adds a new one. */
export function LabelPopup({ request, close, choose }: LabelPopupProps) {
  const { people, ledger, recent } = useChangingDashboard();
  const [query, setQuery] = useState('');
  const returnFocus = useFocusReturn();

  const search = useDelayed(query.trim(), SEARCH_DELAY_MS);
  useEffect(() => void people.loadUntil(EVERYBODY, 1), [people]);
  const everybody = people.read(EVERYBODY);
  const alike = useQuery(PeopleAlikeDocument, { typed: search });
  const similar = useQuery(SimilarPeopleDocument, { faceIds: request.faceIds.slice(0, MOST_COMPARED) });
  const found = search === '' ? everybody.people : (alike.data?.peopleAlike ?? []);
  const loading = search === '' ? everybody.loading : alike.loading;
  const error = search === '' ? everybody.error : alike.error;

  const owners = new Set(request.faceIds.map((faceId) => owner(ledger.get(faceId))));
  const currentPersonId = owners.size === 1 ? [...owners][0]! : null;
  const currentOwner = currentPersonId && ledger.get(request.faceIds[0]!)?.person?.displayName;
  const options = labelOptions({
    query,
    recent: recent.ids.flatMap((personId) => people.get(personId) ?? []),
    similar: similar.data?.similarPeople.map(({ person }) => person) ?? [],
    found,
    foundFor: search,
    currentPersonId,
  });
  const likely = (similar.data?.similarPeople ?? []).filter(({ confidence }) => confidence >= LEAST_SAID);
  const likeness = new Map(likely.map(({ person, confidence }) => [person.id, confidence]));
  const count = request.count ?? request.faceIds.length;
  const searching = (loading && found.length === 0) || search !== query.trim();

  const nobody =
    search === '' || !currentOwner ? strings.labelPopup.empty : strings.labelPopup.already(currentOwner);

  const pick = (option: LabelOption) => {
    choose(
      option.kind === 'person'
        ? { personId: option.person.id, name: option.person.displayName }
        : { personId: null, name: option.name },
    );
    close();
  };
  const combobox = useCombobox({
    query,
    type: setQuery,
    count: options.length,
    pick: (index) => pick(options[index]!),
  });

  const narrow = window.innerWidth < NARROW;
  const place = narrow
    ? undefined
    : popupPlace(request.anchor, SIZE, { width: innerWidth, height: innerHeight });
  const previews = request.faceIds.slice(0, MOST_PREVIEWS);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={narrow ? 'scrim' : 'scrim scrim--clear'} />
        <Dialog.Content
          className="label-popup"
          style={place}
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
        >
          <Dialog.Title className="visually-hidden">{strings.labelPopup.title(count)}</Dialog.Title>
          <div className="label-popup__faces" aria-hidden>
            {previews.map((faceId) => (
              <Avatar key={faceId} url={ledger.get(faceId)?.cropUrl} size={38} />
            ))}
            {count > previews.length && (
              <span className="label-popup__more">+{formatCount(count - previews.length)}</span>
            )}
            <span className="label-popup__question">
              {previews.length <= 3 && strings.labelPopup.title(count)}
            </span>
          </div>
          <div className="label-popup__field">
            <Search size={18} aria-hidden />
            <input
              {...combobox.field}
              aria-label={strings.labelPopup.field}
              placeholder={strings.labelPopup.placeholder}
              autoFocus
              autoCapitalize="words"
              enterKeyHint="done"
            />
          </div>
          <ul {...combobox.list} aria-label={strings.labelPopup.options} className="label-popup__list">
            {options.map((option, index) => (
              <li
                key={option.kind === 'person' ? option.person.id : 'new'}
                {...combobox.option(index)}
                className="label-popup__option"
              >
                {option.kind === 'person' ? (
                  <>
                    <Avatar url={option.person.cover?.cropUrl} size={34} />
                    <span className="label-popup__name">
                      <bdi>{option.person.displayName}</bdi>{' '}
                      {option.alias !== undefined && (
                        <small className="soft">
                          <bdi>{option.alias}</bdi>
                        </small>
                      )}
                    </span>
                    <span className="label-popup__count">
                      {likeness.has(option.person.id) && query.trim() === ''
                        ? strings.people.looksLike(formatProbability(likeness.get(option.person.id)!))
                        : formatCount(option.person.faceCount)}
                    </span>
                  </>
                ) : (
                  <>
                    <span className="label-popup__plus">
                      <Plus size={18} strokeWidth={2.6} aria-hidden />
                    </span>
                    <span className="label-popup__name" dir="auto">
                      {strings.labelPopup.add(option.name)}
                    </span>
                  </>
                )}
              </li>
            ))}
          </ul>
          {options.length === 0 && (
            <p className="label-popup__note" role="status">
              {searching ? strings.labelPopup.searching : (error?.message ?? nobody)}
            </p>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Faces that a human labeled belong to somebody already; all others may still be labeled with the same person. */
const owner = (face: ReturnType<ReturnType<typeof useChangingDashboard>['ledger']['get']>): string | null =>
  face?.state === 'LABELED' ? (face.person?.id ?? null) : null;
