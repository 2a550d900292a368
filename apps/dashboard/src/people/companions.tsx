import { Link } from 'wouter';
import { Avatar } from '../design/avatar';
import { type PersonTimesQuery } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

interface CompanionsProps {
  together: NonNullable<PersonTimesQuery['person']>['together'];
}

/** Who is often in the same photos. */
export function Companions({ together }: CompanionsProps) {
  if (together.length === 0) return null;
  return (
    <section className="person-section" aria-label={strings.people.together}>
      <h2>{strings.people.together}</h2>
      <div className="companions">
        {together.map(({ person, photoCount }) => (
          <Link key={person.id} className="companion" href={`/people/${person.id}`}>
            <Avatar url={person.cover?.cropUrl} size={44} />
            <span className="companion__text">
              <bdi>{person.displayName}</bdi>
              <small className="soft">{strings.counts.photos(photoCount)}</small>
            </span>
          </Link>
        ))}
      </div>
    </section>
  );
}
