import { Combine, Trash2, X } from 'lucide-react';
import { useFocusHandover } from '../design/focus-return';
import { strings } from '../strings/en';

interface PeopleBarProps {
  /** How many people are selected. */
  count: number;
  clear: () => void;
  ask: (question: 'merge' | 'delete') => void;
}

/** What can be done with the selected people. */
export function PeopleBar({ count, clear, ask }: PeopleBarProps) {
  const bar = useFocusHandover<HTMLDivElement>();
  return (
    <div ref={bar} className="selection-bar" role="toolbar" aria-label={strings.people.selection}>
      <button className="selection-bar__clear" aria-label={strings.actions.clear} onClick={clear}>
        <X size={20} />
      </button>
      <span className="selection-bar__count" role="status">
        {strings.people.selectedCount(count)}
      </span>
      <button className="selection-bar__button" onClick={() => ask('delete')}>
        <Trash2 size={18} />
        {strings.people.remove}
      </button>
      {count > 1 && (
        <button className="selection-bar__button selection-bar__button--label" onClick={() => ask('merge')}>
          <Combine size={18} />
          {strings.people.merge}
        </button>
      )}
    </div>
  );
}
