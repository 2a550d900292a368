import { History, Redo2, Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';

/** The same as the menu, for the sheet of phones. */
export function UndoLinks() {
  const { undo } = useChangingDashboard();
  return (
    <>
      {undo.undoable && (
        <button className="more-link" onClick={() => void undo.undo()}>
          <Undo2 size={20} aria-hidden />
          {strings.actions.undo}
        </button>
      )}
      {undo.redoable && (
        <button className="more-link" onClick={() => void undo.redo()}>
          <Redo2 size={20} aria-hidden />
          {strings.actions.redo}
        </button>
      )}
      <Link className="more-link" href="/history">
        <History size={20} aria-hidden />
        {strings.history.title}
      </Link>
    </>
  );
}
