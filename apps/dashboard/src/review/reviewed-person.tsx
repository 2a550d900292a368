import { useQuery } from '../api/use-query';
import { FadingImage } from '../design/fading-image';
import { ReviewedPersonDocument } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

/** Whom the face may be, by the best of the faces that humans said are that person. */
export function ReviewedPerson({ id, name }: { id: string; name: string }) {
  const person = useQuery(ReviewedPersonDocument, { id }).data?.person;
  const faces = person?.faces.nodes ?? [];
  return (
    <aside className="reviewed-person" aria-label={name}>
      <ul data-count={Math.min(faces.length, 9)}>
        {faces.map((face) => (
          <li key={face.id}>
            <FadingImage src={face.cropUrl} />
          </li>
        ))}
      </ul>
      <p>
        <b>{name}</b>
        {person && <span className="soft">{strings.review.labeledFaces(person.labeledCount)}</span>}
      </p>
    </aside>
  );
}
