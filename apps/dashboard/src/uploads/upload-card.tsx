import { X } from 'lucide-react';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import './uploads.css';

const text = strings.start.uploads;

/** How far dropped photos are, and which could not be added. */
export function UploadCard() {
  const { uploads } = useChangingDashboard();
  const { total, done, known, failed, progress, running } = uploads.view;
  if (total === 0) return null;
  const facts = [
    running ? text.progress(done + failed.length, total) : text.finished(done - known),
    known > 0 ? text.known(known) : null,
    failed.length > 0 ? text.failed(failed.length) : null,
  ];
  return (
    <section className="upload-card" aria-label={text.title}>
      <div className="upload-card__head">
        <p role="status">{facts.filter(Boolean).join(' · ')}</p>
        <button
          className="icon-button"
          aria-label={running ? text.cancel : text.dismiss}
          title={running ? text.cancel : text.dismiss}
          onClick={() => (running ? uploads.cancel() : uploads.clear())}
        >
          <X size={18} />
        </button>
      </div>
      {running && (
        <div
          className="progress"
          role="progressbar"
          aria-label={text.title}
          aria-valuenow={Math.floor(progress * 100)}
        >
          <div style={{ width: `${progress * 100}%` }} />
        </div>
      )}
      {failed.length > 0 && (
        <ul className="upload-card__failed" tabIndex={0} aria-label={text.failed(failed.length)}>
          {failed.map(({ name, message }, index) => (
            <li key={index}>
              <strong>{name}</strong> {message}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
