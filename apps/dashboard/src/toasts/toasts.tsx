import { CircleAlert, Check, LoaderCircle, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFocusHandover } from '../design/focus-return';
import { type BulkProgress } from '../labeling/bulk-actions';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { type Toast } from './toast-board';
import './toasts.css';

const DONE_MS = 6000;
const FAILED_MS = 14_000;

export function Toasts() {
  const { toasts, bulk } = useChangingDashboard();
  return (
    <div className="toasts" role="region" aria-label={strings.toasts.notifications} aria-live="polite">
      {bulk.running.map((progress) => (
        <ProgressCard key={progress.id} {...progress} />
      ))}
      {toasts.toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} dismiss={() => toasts.dismiss(toast.id)} />
      ))}
    </div>
  );
}

function ToastCard({ toast, dismiss }: { toast: Toast; dismiss: () => void }) {
  const [held, setHeld] = useState(false);
  const card = useFocusHandover<HTMLDivElement>();
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(dismiss, toast.tone === 'done' ? DONE_MS : FAILED_MS);
    return () => clearTimeout(timer);
    // A toast never changes; only the pointer over it or the focus inside of it stops its time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [held]);
  return (
    <div
      ref={card}
      className="toast"
      data-tone={toast.tone}
      role={toast.tone === 'failed' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'failed' ? <CircleAlert size={20} aria-hidden /> : <Check size={20} aria-hidden />}
      <div className="toast__text">
        <p>{toast.text}</p>
        {toast.details.map((detail) => (
          <p key={detail} className="toast__detail">
            {detail}
          </p>
        ))}
      </div>
      {toast.action && (
        <button
          className="toast__action"
          onClick={() => {
            toast.action?.run();
            dismiss();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button className="toast__close" aria-label={strings.actions.dismiss} onClick={dismiss}>
        <X size={16} />
      </button>
    </div>
  );
}

/** Stays as long as something is under way; how far it is, is not read out each time. */
function ProgressCard({ text, done, total }: BulkProgress) {
  const percent = total ? Math.min(100, (done / total) * 100) : 0;
  return (
    <div className="toast" role="status">
      <LoaderCircle size={20} className="toast__wheel" aria-hidden />
      <div className="toast__text">
        <p>{text}</p>
        <div
          className="toast__progress"
          role="progressbar"
          aria-label={text}
          aria-valuenow={total === null ? undefined : Math.floor(percent)}
        >
          <div style={{ width: `${percent}%` }} />
        </div>
        <p className="toast__detail" aria-live="off">
          {strings.bulk.progress(done, total)}
        </p>
      </div>
    </div>
  );
}
