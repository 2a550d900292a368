import { Link } from 'wouter';
import { CheckMark } from '../design/check-mark';
import { FadingImage } from '../design/fading-image';
import { strings } from '../strings/en';
import { type Person } from './person-book';

interface PersonCardProps {
  person: Person;
  /** Null while people are not being selected. */
  selected: boolean | null;
  toggle: () => void;
}

export function PersonCard({ person, selected, toggle }: PersonCardProps) {
  const content = (
    <>
      <span className="person-card__cover">
        {person.cover && <FadingImage src={person.cover.cropUrl} />}
        {selected !== null && <CheckMark state={selected ? 'all' : 'none'} />}
      </span>
      <span className="person-card__name" dir="auto">
        {person.displayName}{' '}
      </span>
      <span className="person-card__count">
        {strings.counts.faces(person.faceCount)}{' '}
        {person.hidden && <span>{strings.people.hidden}</span>}
        {person.inferredCount > 0 && <b>{strings.people.toReview(person.inferredCount)}</b>}
      </span>
    </>
  );
  return (
    <li>
      {selected === null ? (
        <Link className="person-card" href={`/people/${person.id}`}>
          {content}
        </Link>
      ) : (
        <button
          className="person-card"
          role="checkbox"
          aria-checked={selected}
          onClick={toggle}
        >
          {content}
        </button>
      )}
    </li>
  );
}
