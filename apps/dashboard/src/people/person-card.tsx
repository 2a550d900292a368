import { Pencil } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { CheckMark } from '../design/check-mark';
import { FadingImage } from '../design/fading-image';
import { strings } from '../strings/en';
import { HiddenMark } from './hidden-mark';
import { type Person } from './person-book';
import { RenameField } from './rename-field';

interface PersonCardProps {
  person: Person;
  /** Null while people are not being selected. */
  selected: boolean | null;
  toggle: () => void;
  /** Answers whether the name was accepted. */
  rename: (name: string) => Promise<boolean>;
}

/** Somebody among the others; the name is changed where it stands, with its button or F2. */
export function PersonCard({ person, selected, toggle, rename }: PersonCardProps) {
  const [renaming, setRenaming] = useState(false);
  const card = useRef<HTMLAnchorElement>(null);
  const close = () => {
    setRenaming(false);
    // Whoever went on to something else stays there.
    requestAnimationFrame(() => document.activeElement === document.body && card.current?.focus());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F2') return;
    event.preventDefault();
    setRenaming(true);
  };
  const cover = (
    <span className="person-card__cover" data-hidden={person.hidden}>
      {person.cover && <FadingImage src={person.cover.cropUrl} />}
      {selected !== null && <CheckMark state={selected ? 'all' : 'none'} />}
    </span>
  );
  const text = (
    <>
      <span className="person-card__name" dir="auto">
        {person.displayName}{' '}
      </span>
      <span className="person-card__count">
        {strings.counts.faces(person.faceCount)} {person.hidden && <HiddenMark />}
        {person.inferredCount > 0 && <b>{strings.people.toReview(person.inferredCount)}</b>}
      </span>
    </>
  );
  if (selected !== null) {
    return (
      <li>
        <button className="person-card" role="checkbox" aria-checked={selected} onClick={toggle}>
          {cover}
          {text}
        </button>
      </li>
    );
  }
  if (renaming) {
    return (
      <li>
        <div className="person-card">
          {cover}
          <RenameField small name={person.name ?? ''} close={close} save={rename} />
        </div>
      </li>
    );
  }
  return (
    <li className="person-place" onKeyDown={onKey}>
      <Link className="person-card" href={`/people/${person.id}`} ref={card}>
        {cover}
        {text}
      </Link>
      <button
        className="person-place__rename"
        aria-label={strings.people.renameOf(person.displayName)}
        title={strings.people.rename}
        onClick={() => setRenaming(true)}
      >
        <Pencil size={15} aria-hidden />
      </button>
    </li>
  );
}
