import { ChevronLeft, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
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
import { PersonByIdDocument } from '../graphql/generated/graphql';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { type Person } from './person-book';
import { RenameField } from './rename-field';
import { usePersonCommands } from './use-person-commands';
import './people.css';

/** Everything that is known of one person: suggestions to review first, then what was said. */
export function PersonPage({ id }: { id: string }) {
  const { data, error } = useQuery(PersonByIdDocument, { id });
  const person = data?.person ?? null;
  useTitle(person?.displayName ?? null);
  const commands = usePersonCommands();
  const [, navigate] = useLocation();
  const groups = useMemo(() => (person ? sections(person) : []), [person]);
  if (!data) return error ? <Problem error={error} /> : <GridSkeleton />;
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
        remove={() => void commands.remove([id]).then((done) => done && navigate('/people', { replace: true }))}
      />
      <FaceBoard
        groups={groups}
        complete
        empty={<EmptyState title={strings.empty.personEmpty} />}
        onMakeCover={(faceId) => void commands.setCover(id, faceId)}
      />
    </>
  );
}

const sections = (person: Person): GridGroup[] =>
  (person.kind === 'NAMED' ? (['INFERRED', 'LABELED'] as const) : (['UNKNOWN'] as const)).map((state) => ({
    ...personGroup(person, state, { faces: SORTING_CHOICES[state].faces[0]! }),
    title: strings.people.sections[state],
    href: null,
    coverUrl: null,
  }));

interface PersonHeaderProps {
  person: Person;
  rename: (name: string) => Promise<boolean>;
  remove: () => void;
}

function PersonHeader({ person, rename, remove }: PersonHeaderProps) {
  const [renaming, setRenaming] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const renameText = person.kind === 'NAMED' ? strings.people.rename : strings.people.giveName;
  return (
    <div className="person-header">
      <Link className="icon-button" href={person.kind === 'NAMED' ? '/people' : '/unknown'} aria-label={strings.people.back}>
        <ChevronLeft size={22} />
      </Link>
      <Avatar url={person.cover?.cropUrl} size={72} />
      <div className="person-header__text">
        {renaming ? (
          <RenameField name={person.name ?? ''} close={() => setRenaming(false)} save={rename} />
        ) : (
          <>
            <h1 dir="auto">{person.displayName}</h1>
            <p className="soft">{strings.counts.faces(person.faceCount)}</p>
          </>
        )}
      </div>
      {!renaming && (
        <>
          {person.inferredCount > 0 && (
            <Link className="button button--primary person-header__review" href={`/review?person=${person.id}`}>
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
                <DropdownMenu.Item className="menu__item" onSelect={() => setDeleting(true)}>
                  <Trash2 size={16} aria-hidden />
                  {strings.people.remove}
                </DropdownMenu.Item>
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        </>
      )}
      {deleting && (
        <ConfirmDialog
          title={strings.people.deleteTitle(1)}
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
