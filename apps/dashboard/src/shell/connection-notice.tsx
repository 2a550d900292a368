import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { strings } from '../strings/en';
import { useDashboard } from './dashboard';

/** A short break is nobody's concern; a longer one is said, and ends by itself. */
const PATIENCE_MS = 2500;
/** So long it is said that the connection is back. */
const GLAD_MS = 4000;

type Notice = 'none' | 'lost' | 'back';

/** Says when the connection is lost, and when it is back. */
export function ConnectionNotice() {
  const { live } = useDashboard();
  const connection = useSyncExternalStore(live.onConnection, () => live.connection);
  const [notice, setNotice] = useState<Notice>('none');
  const latest = useRef(notice);
  useEffect(() => {
    latest.current = notice;
  });
  useEffect(() => {
    if (connection !== 'connected') {
      const timer = setTimeout(() => setNotice('lost'), PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    if (latest.current === 'none') return;
    setNotice('back');
    const timer = setTimeout(() => setNotice('none'), GLAD_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  return (
    <div role="status" className="connection">
      {notice !== 'none' && (
        <span className="connection__notice" data-notice={notice}>
          {notice === 'lost' ? strings.errors.reconnecting : strings.errors.reconnected}
        </span>
      )}
    </div>
  );
}
