import { ChevronLeft, Ellipsis, Eye, EyeOff, IdCard, Pencil, Trash2 } from 'lucide-react';
import { DropdownMenu, Tabs } from 'radix-ui';
import { useMemo, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { useQuery } from '../api/use-query';
import { Avatar } from '../design/avatar';
import { ConfirmDialog } from '../design/confirm-dialog';
import { EmptyState } from '../design/empty-state';
import { Problem } from '../design/problem';
import { FaceBoard } from '../faces/face-board';
import { type GridGroup } from '../faces/grid-group';
import { GridSkeleton } from '../faces/grid-skeleton';
import { SORTING_CHOICES } from '../faces/sorting';
import { personGroup } from '../faces/state-groups';
import {
  PersonByIdDocument,
  type PersonByIdQuery,
  type PersonDetailsInput,
} from '../graphql/generated/graphql';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { DetailsDialog } from './details-dialog';
import { HiddenMark } from './hidden-mark';
import { type Person } from './person-book';
import { PersonDoubts } from './person-doubts';
import { PersonPhotos } from './person-photos';
import { PersonSplit } from './person-split';
import { RenameField } from './rename-field';
import { usePersonCommands } from './use-person-commands';
import './people.css';

/** Everything that is known of one person: suggestions to review first, then what was said. */
export function PersonPage({ id }: { id: string }) {
  const { data, error, retry } = useQuery(PersonByIdDocument, { id });
  const person = data?.person ?? null;
  useTitle(person?.displayName ?? null);
  const commands = usePersonCommands();
  const [, navigate] = useLocation();
  const [tab, choose] = usePersonTab();
  const groups = useMemo(() => (person ? sections(person) : []), [person]);
  if (!data) return error ? <Problem error={error} retry={retry} /> : <GridSkeleton />;
  if (!person) {
    return (
      <EmptyState art="lost" title={strings.empty.personGone.title} text={strings.empty.personGone.text}>
        <Link className="button button--primary" href="/people">
          {strings.empty.personGone.action}
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <PersonHeader
        person={person}
        rename={(name) => commands.rename(id, name)}
        change={(details, text) => commands.change(id, details, text)}
        remove={() =>
          void commands.remove([id]).then((done) => done && navigate('/people', { replace: true }))
        }
      />
      <Tabs.Root value={tab} onValueChange={(chosen) => choose(chosen as PersonTab)} activationMode="manual">
        <Tabs.List className="person-tabs" aria-label={strings.people.tabList}>
          {TABS.map((each) => (
            <Tabs.Trigger key={each} value={each} className="person-tabs__tab">
              {strings.people.tabs[each]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="faces" tabIndex={-1}>
          <FaceBoard
            groups={groups}
            complete
            empty={<EmptyState title={strings.empty.personEmpty} />}
            onMakeCover={(faceId) => void commands.setCover(id, faceId)}
          />
        </Tabs.Content>
        <Tabs.Content value="photos" tabIndex={-1}>
          <PersonPhotos id={id} faceCount={person.faceCount} />
        </Tabs.Content>
        <Tabs.Content value="doubts" tabIndex={-1}>
          <PersonDoubts id={id} />
        </Tabs.Content>
        <Tabs.Content value="split" tabIndex={-1}>
          <PersonSplit id={id} />
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
}

const sections = (person: Person): GridGroup[] =>
  (person.kind === 'NAMED' ? (['INFERRED', 'LABELED'] as const) : (['UNKNOWN'] as const)).map((state) => ({
    ...personGroup(person, state, { faces: SORTING_CHOICES[state].faces[0]! }),
    title: strings.people.sections[state],
    href: null,
    coverUrl: null,
    hidden: false,
  }));

const TABS = ['faces', 'photos', 'doubts', 'split'] as const;
type PersonTab = (typeof TABS)[number];

/** What is shown of the person is part of the address. */
function usePersonTab(): [PersonTab, (tab: PersonTab) => void] {
  const [address, setAddress] = useSearchParams();
  const tab = TABS.find((each) => each === address.get('show')) ?? 'faces';
  return [tab, (chosen) => setAddress(chosen === 'faces' ? {} : { show: chosen })];
}

interface PersonHeaderProps {
  person: NonNullable<PersonByIdQuery['person']>;
  /** Answers whether it was accepted. */
  change: (details: PersonDetailsInput, text: string) => Promise<boolean>;
  rename: (name: string) => Promise<boolean>;
  remove: () => void;
}

function PersonHeader({ person, rename, change, remove }: PersonHeaderProps) {
  const [renaming, setRenaming] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [describing, setDescribing] = useState(false);
  const toggleHidden = () => {
    const text = person.hidden ? strings.people.shownToast : strings.people.hiddenToast;
    void change({ hidden: !person.hidden }, text(person.displayName));
  };
  const renameText = person.kind === 'NAMED' ? strings.people.rename : strings.people.giveName;
  return (
    <div className="person-header">
      <Link
        className="icon-button"
        href={person.kind === 'NAMED' ? '/people' : '/unknown'}
        aria-label={strings.people.back}
      >
        <ChevronLeft size={22} />
      </Link>
      <Avatar url={person.cover?.cropUrl} size={72} />
      <div className="person-header__text">
        {renaming ? (
          <RenameField name={person.name ?? ''} close={() => setRenaming(false)} save={rename} />
        ) : (
          <>
            <h1 dir="auto">{person.displayName}</h1>
            <p className="soft">
              {strings.counts.faces(person.faceCount)}
              {person.aliases.length > 0 && ` · ${strings.people.alsoCalled(person.aliases.join(', '))}`}
              {person.birthDate && ` · ${strings.people.born(person.birthDate)}`}
              {person.hidden && <HiddenMark />}
            </p>
          </>
        )}
      </div>
      {!renaming && (
        <>
          {person.inferredCount > 0 && (
            <Link
              className="button button--primary person-header__review"
              href={`/review?person=${person.id}`}
            >
              {strings.review.start}
            </Link>
          )}
          <button className="button button--quiet person-header__rename" onClick={() => setRenaming(true)}>
            <Pencil size={15} aria-hidden />
            {renameText}
          </button>
          <DropdownMenu.Root modal={false}>
            <DropdownMenu.Trigger className="icon-button" aria-label={strings.people.more}>
              <Ellipsis size={20} />
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={12}>
                <DropdownMenu.Item className="menu__item" onSelect={() => setRenaming(true)}>
                  <Pencil size={16} aria-hidden />
                  {renameText}
                </DropdownMenu.Item>
                <DropdownMenu.Item className="menu__item" onSelect={() => setDescribing(true)}>
                  <IdCard size={16} aria-hidden />
                  {strings.people.details}
                </DropdownMenu.Item>
                <DropdownMenu.Item className="menu__item" onSelect={toggleHidden}>
                  {person.hidden ? <Eye size={16} aria-hidden /> : <EyeOff size={16} aria-hidden />}
                  {person.hidden ? strings.people.show : strings.people.hide}
                </DropdownMenu.Item>
                <DropdownMenu.Item className="menu__item" onSelect={() => setDeleting(true)}>
                  <Trash2 size={16} aria-hidden />
                  {strings.people.remove}
                </DropdownMenu.Item>
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        </>
      )}
      {describing && (
        <DetailsDialog
          person={person}
          close={() => setDescribing(false)}
          save={(details) => change(details, strings.people.changed(person.displayName))}
        />
      )}
      {deleting && (
        <ConfirmDialog
          title={strings.people.deleteTitle([person.displayName])}
          text={strings.people.deleteText}
          action={strings.people.remove}
          danger
          close={() => setDeleting(false)}
          confirm={remove}
        />
      )}
    </div>
  );
}
