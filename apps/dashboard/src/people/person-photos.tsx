import { useState } from 'react';
import { Link } from 'wouter';
import { useQuery } from '../api/use-query';
import { Avatar } from '../design/avatar';
import { FadingImage } from '../design/fading-image';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { PersonPhotosDocument } from '../graphql/generated/graphql';
import { usePhotoTrail } from '../photo/photo-trail';
import { strings } from '../strings/en';
import { formatCount } from '../strings/format';
import { monthsOf, spanOf, yearsOf, type Period } from './months';

const STEP = 100;
const LARGEST_PAGE = 500;

/** The photos of a person, newest first, by month; and who else is often in them. */
export function PersonPhotos({ id }: { id: string }) {
  const [period, setPeriod] = useState<string | null>(null);
  const [first, setFirst] = useState(STEP);
  const filter = { person: id, ...(period !== null && spanOf(period)) };
  const { data, error } = useQuery(PersonPhotosDocument, { id, filter, first });
  const trail = usePhotoTrail();
  if (!data) return error ? <Problem error={error} /> : <GridSkeleton />;
  const photos = [...new Map(data.faces.nodes.map((face) => [face.photo.id, face])).values()];
  const show = (key: string | null) => {
    setPeriod(key);
    setFirst(STEP);
  };
  const months = monthsOf(data.faceTimeline.buckets);
  const year = period?.slice(0, 4);
  const together = data.person?.together ?? [];
  return (
    <>
      {together.length > 0 && (
        <section className="person-section" aria-label={strings.people.together}>
          <h2>{strings.people.together}</h2>
          <div className="companions">
            {together.map(({ person, photoCount }) => (
              <Link key={person.id} className="companion" href={`/people/${person.id}`}>
                <Avatar url={person.cover?.cropUrl} size={40} />
                <span>
                  <bdi>{person.displayName}</bdi>
                  <br />
                  <small className="soft">{strings.counts.photos(photoCount)}</small>
                </span>
              </Link>
            ))}
          </div>
        </section>
      )}
      <Periods periods={yearsOf(months)} chosen={year ?? null} choose={show} />
      {year !== undefined && (
        <Periods periods={months.filter(({ key }) => key.startsWith(year))} chosen={period} choose={show} />
      )}
      <div className="person-photos">
        {photos.map((face) => (
          <button
            key={face.photo.id}
            aria-label={strings.actions.openPhoto}
            onClick={() => trail.open(face.photo.id, face.id, photos.map(({ photo }) => photo.id))}
          >
            <FadingImage src={face.photo.thumbnailUrl} />
          </button>
        ))}
      </div>
      {data.faces.pageInfo.hasNextPage && first < LARGEST_PAGE && (
        <button className="button button--quiet" onClick={() => setFirst(Math.min(LARGEST_PAGE, first + STEP))}>
          {strings.people.morePhotos}
        </button>
      )}
    </>
  );
}

interface PeriodsProps {
  periods: readonly Period[];
  chosen: string | null;
  choose: (key: string | null) => void;
}

/** Years or months, each with how many faces there are; another press on the chosen one leads back to all. */
function Periods({ periods, chosen, choose }: PeriodsProps) {
  return (
    <div className="months" role="group" aria-label={strings.people.timeline}>
      {periods.map(({ key, count }) => (
        <button
          key={key}
          className="button button--quiet button--small"
          aria-pressed={chosen === key}
          onClick={() => choose(chosen === key ? (key.length > 4 ? key.slice(0, 4) : null) : key)}
        >
          {key} · {formatCount(count)}
        </button>
      ))}
    </div>
  );
}
