import { Sparkles } from 'lucide-react';
import { Link } from 'wouter';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { Problem } from '../design/problem';
import { StatsDocument } from '../graphql/generated/graphql';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import { AddPhotos } from '../uploads/add-photos';
import { type TabState } from './face-criteria';
import { GridSkeleton } from './grid-skeleton';

/** Why a tab has no faces, and what to do about it. */
export function NoFaces({ state }: { state: TabState }) {
  const { data, error, retry } = useQuery(StatsDocument, {});
  const { train } = useCommands();
  if (!data) return error ? <Problem error={error} retry={retry} /> : <GridSkeleton />;
  const { photos, faces } = data.stats;
  if (photos.total === 0) {
    return (
      <EmptyState art="photos" title={strings.empty.firstRun.title} text={strings.empty.firstRun.text}>
        <AddPhotos />
      </EmptyState>
    );
  }
  if (faces.total === 0 && photos.pending > 0) {
    const text = strings.empty.scanning.text(photos.total - photos.pending, photos.total);
    return <EmptyState art="photos" title={strings.empty.scanning.title} text={text} />;
  }
  if (faces.total === 0) {
    return (
      <EmptyState
        art="lost"
        title={strings.empty.noFaces.title}
        text={strings.empty.noFaces.text(photos.total)}
      />
    );
  }
  if (state === 'UNKNOWN')
    return <EmptyState art="done" title={strings.empty.unknown.title} text={strings.empty.unknown.text} />;
  if (state === 'LABELED' || faces.labeled === 0) {
    return (
      <EmptyState title={strings.empty.labeled.title} text={strings.empty.labeled.text}>
        <Link className="button button--primary" href="/unknown">
          {strings.empty.labeled.action}
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState art="done" title={strings.empty.inferred.title} text={strings.empty.inferred.text}>
      <button className="button button--primary" onClick={() => void train()}>
        <Sparkles size={17} aria-hidden />
        {strings.actions.train}
      </button>
    </EmptyState>
  );
}
