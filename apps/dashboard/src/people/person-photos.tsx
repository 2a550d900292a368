import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { FadingImage } from '../design/fading-image';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { PersonTimesDocument } from '../graphql/generated/graphql';
import { useNearEnd } from '../paging/use-near-end';
import { usePhotoTrail } from '../photo/photo-trail';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { Companions } from './companions';
import { monthsOf } from './months';
import { PeriodChoice } from './period-choice';
import { PhotoRoll } from './photo-roll';

/** The photos of a person, newest first, by month; and who else is often in them. */
export function PersonPhotos({ id, faceCount }: { id: string; faceCount: number }) {
  const [period, setPeriod] = useState<string | null>(null);
  const { data, error, retry } = useQuery(PersonTimesDocument, { id });
  if (!data) return error ? <Problem error={error} retry={retry} /> : <GridSkeleton />;
  return (
    <>
      <Companions together={data.person?.together ?? []} />
      <PeriodChoice months={monthsOf(data.faceTimeline.buckets)} chosen={period} choose={setPeriod} />
      <PhotosOf key={period} id={id} period={period} faceCount={faceCount} />
    </>
  );
}

interface PhotosOfProps {
  id: string;
  period: string | null;
  /** The photos are read again when it changes. */
  faceCount: number;
}

function PhotosOf({ id, period, faceCount }: PhotosOfProps) {
  const { api, tell } = useChangingDashboard();
  const roll = useMemo(() => new PhotoRoll(api, id, period, tell), [api, id, period, tell]);
  useEffect(() => void roll.list.refresh(), [roll, faceCount]);
  useEffect(() => void roll.readOn(), [roll]);
  const trail = usePhotoTrail();
  const { faces, list } = roll;
  const end = useNearEnd(faces.length, () => void roll.readOn());
  if (list.error && faces.length === 0) return <Problem error={list.error} retry={() => void list.retry()} />;
  if (list.complete && faces.length === 0) return <EmptyState title={strings.people.noPhotos} />;
  if (faces.length === 0) return <GridSkeleton />;
  return (
    <>
      <div className="person-photos">
        {faces.map((face) => (
          <button
            key={face.photo.id}
            aria-label={strings.actions.openPhoto}
            onClick={() => trail.open(face.photo.id, face.id, list.ids)}
          >
            <FadingImage src={face.photo.thumbnailUrl} />
          </button>
        ))}
      </div>
      {list.error && <Problem error={list.error} retry={() => void list.retry()} />}
      <div ref={end} />
    </>
  );
}
