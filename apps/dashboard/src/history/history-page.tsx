import { useEffect, useMemo, useState } from 'react';
import { EmptyState } from '../design/empty-state';
import { FadingImage } from '../design/fading-image';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { FacesChangedDocument, type HistoryEntryFragment } from '../graphql/generated/graphql';
import { PagedList } from '../paging/paged-list';
import { usePhotoTrail } from '../photo/photo-trail';
import { useChangingDashboard } from '../shell/dashboard';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { formatAgo, formatCount, formatDateTime } from '../strings/format';
import { HistoryBook } from './history-list';
import { historySentence } from './history-sentence';
import './history.css';

const text = strings.history;
const PAGE = 50;

/** Who said what about which faces, and when. */
export function HistoryPage() {
  useTitle(text.title);
  const dashboard = useChangingDashboard();
  const { book, list } = useMemo(() => {
    const book = new HistoryBook(dashboard.api);
    return { book, list: new PagedList(book.fetchPage, dashboard.tell, PAGE) };
  }, [dashboard]);
  const [wanted, setWanted] = useState(PAGE);
  useEffect(() => void list.loadUntil(wanted), [list, wanted]);
  useEffect(
    () => dashboard.live.subscribe(FacesChangedDocument, () => void list.refresh()),
    [dashboard, list],
  );
  const entries = list.ids.flatMap((id) => book.entries.get(id) ?? []);
  if (list.error && entries.length === 0) {
    return <Problem error={list.error} retry={() => void list.retry()} />;
  }
  return (
    <div className="history">
      <div className="page-title">
        <div>
          <h1>{text.title}</h1>
          <p className="soft">{text.text}</p>
        </div>
      </div>
      {entries.length === 0 &&
        (list.complete ? <EmptyState title={text.empty.title} text={text.empty.text} /> : <GridSkeleton />)}
      <ol className="history__entries">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {!list.complete && entries.length > 0 && (
        <button
          className="button button--quiet"
          disabled={list.loading}
          onClick={() => setWanted(entries.length + PAGE)}
        >
          {text.more}
        </button>
      )}
    </div>
  );
}

function Entry({ entry }: { entry: HistoryEntryFragment }) {
  const trail = usePhotoTrail();
  const { faces, faceCount, at } = entry;
  const photos = [...new Set(faces.map(({ photo }) => photo.id))];
  return (
    <li className="history-entry">
      <div className="history-entry__text">
        <p>{historySentence(entry)}</p>
        <time className="soft" dateTime={at} title={formatDateTime(at)}>
          {formatAgo(at, Date.now())}
        </time>
      </div>
      <div className="history-entry__faces">
        {faces.map((face) => (
          <button
            key={face.id}
            aria-label={text.openPhoto}
            title={strings.actions.openPhoto}
            onClick={() => trail.open(face.photo.id, face.id, photos)}
          >
            <FadingImage src={face.cropUrl} />
          </button>
        ))}
        {faces.length > 0 && faceCount > faces.length && (
          <span className="soft">+{formatCount(faceCount - faces.length)}</span>
        )}
        {faces.length === 0 && <span className="soft">{text.nothingLeft}</span>}
      </div>
    </li>
  );
}
