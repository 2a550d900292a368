import { strings } from '../strings/en';

const PLACES = 24;

/** Where faces will be as soon as they are known. */
export function GridSkeleton() {
  return (
    <div className="grid-skeleton" role="status" aria-label={strings.loading}>
      {Array.from({ length: PLACES }, (_, place) => (
        <div key={place} className="skeleton" />
      ))}
    </div>
  );
}
