import { Link } from 'wouter';
import { FadingImage } from '../design/fading-image';
import { type AskedPersonFragment } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

const MOST_FACES = 6;

interface AskedPersonProps {
  person: AskedPersonFragment;
  openPhoto: (photoId: string, faceId: string) => void;
}

/** One of the two: the cover large, and the best of the other faces below it. */
export function AskedPerson({ person, openPhoto }: AskedPersonProps) {
  const faces = person.faces.nodes.filter(({ id }) => id !== person.cover?.id).slice(0, MOST_FACES);
  return (
    <article className="asked-person" aria-label={person.displayName}>
      <Link className="asked-person__cover" href={`/people/${person.id}`} tabIndex={-1} aria-hidden>
        {person.cover && <FadingImage src={person.cover.cropUrl} />}
      </Link>
      <div className="asked-person__text">
        <h2>
          <Link href={`/people/${person.id}`} dir="auto">
            {person.displayName}
          </Link>
        </h2>
        <p className="soft">{strings.counts.faces(person.faceCount)}</p>
      </div>
      <ul className="asked-person__faces">
        {faces.map((face) => (
          <li key={face.id}>
            <button
              aria-label={strings.samePerson.openPhoto(person.displayName)}
              title={strings.actions.openPhoto}
              onClick={() => openPhoto(face.photo.id, face.id)}
            >
              <FadingImage src={face.cropUrl} />
            </button>
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Where a person will be. */
export function AskedPersonPlace() {
  return (
    <div className="asked-person">
      <div className="asked-person__cover skeleton" />
      <div className="asked-person__text" />
    </div>
  );
}
