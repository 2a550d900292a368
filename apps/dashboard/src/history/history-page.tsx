import { useEffect, useMemo, useState } from 'react';
import { EmptyState } from '../design/empty-state';
import { FadingImage } from '../design/fading-image';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { FacesChangedDocument, type HistoryEntryFragment } from '../graphql/generated/graphql';
import { PagedList } from '../paging/paged-list';
import { usePhotoTrail } from '../photo/photo-trail';
import { useChangingDashboard, useDashboard } from '../shell/dashboard';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { useTakingBack } from '../undo/use-taking-back';
import { formatAgo, formatCount, formatDateTime } from '../strings/format';
import { HistoryBook } from './history-list';
import { historySentence } from './history-sentence';
import './history.css';

const text = strings.history;
const PAGE = 50;

/** Who said what about which faces, and did what to whom, and when. */
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
  useEffect(() => dashboard.live.onReconnected(() => void list.refresh()), [dashboard, list]);
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
          <Entry key={entry.id} entry={entry} refresh={() => void list.refresh()} />
        ))}
      </ol>
      {list.error && <Problem error={list.error} retry={() => void list.retry()} />}
      {!list.complete && !list.error && entries.length > 0 && (
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

function Entry({ entry, refresh }: { entry: HistoryEntryFragment; refresh: () => void }) {
  const trail = usePhotoTrail();
  const { faces, faceCount, at, actionId } = entry;
  const photos = [...new Set(faces.map(({ photo }) => photo.id))];
  const sentence = historySentence(entry);
  return (
    <li className="history-entry">
      <div className="history-entry__text">
        <p>{sentence}</p>
        <time className="soft" dateTime={at} title={formatDateTime(at)}>
          {formatAgo(at, Date.now())}
        </time>
        {actionId && !entry.takenBack && <TakeBack actionId={actionId} sentence={sentence} done={refresh} />}
        {entry.takenBack && <span className="history-entry__taken-back">{text.takenBack}</span>}
      </div>
      {faceCount > 0 && (
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
      )}
    </li>
  );
}

/** Takes back what an entry tells of, which can be taken back itself like all that is done here. */
function TakeBack({ actionId, sentence, done }: { actionId: string; sentence: string; done: () => void }) {
  const { undo } = useDashboard();
  const takingBack = useTakingBack();
  const [busy, setBusy] = useState(false);
  const takeBack = async () => {
    setBusy(true);
    const back = await takingBack([actionId])();
    if (back) undo.did(strings.undo.undone(sentence), back);
    setBusy(false);
    done();
  };
  return (
    <button
      className="button button--quiet history-entry__undo"
      aria-label={text.undo(sentence)}
      disabled={busy}
      onClick={() => void takeBack()}
    >
      {strings.actions.undo}
    </button>
  );
}
